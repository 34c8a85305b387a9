import {
  failure,
  KIT_FILE_MAX_BYTES,
  type Desk,
  type Failure,
  type KitSummary,
} from "#shared/contract/index.ts";
import { troubleSentence } from "#shared/fit/kit/index.ts";
import { foldText } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";
import { printJson, refused, typedPath, type RunCommand } from "../command-session.ts";
import { readNamedFile } from "../read-file.ts";
import { EXIT } from "../terminal.ts";
import { writeWhole } from "./proof.ts";

/** Digits of a kit's id that are shown and may be typed. */
const SHOWN = 12;

function shortId({ id }: KitSummary): string {
  return id.slice("sha256:".length, "sha256:".length + SHOWN);
}

function inWords(kit: KitSummary): string {
  const since = kit.arrival
    ? `  (${[new Date(kit.arrival.atMs).toISOString(), kit.arrival.by].filter((part) => part !== "").join(", ")})`
    : "";
  const whose = kit.isOurs ? "  (comes with Stet)" : since;
  return `${shortId(kit)}  ${kit.name}  ${kit.specs.join(", ")}${whose}`;
}

/** Lists the newsroom's kits. */
export function listKits(): RunCommand {
  return async ({ desk, terminal, json }) => {
    const listed = await desk.kits.list(null);
    if (!listed.ok) return refused(terminal, listed.error);
    if (json) printJson(terminal, listed.value);
    else terminal.print(listed.value.kits.map(inWords).join("\n"));
    return EXIT.done;
  };
}

/** Takes a kit in, and with `use` chooses its first column spec for the newsroom. */
export function importKit(path: string, { use }: { readonly use: boolean }): RunCommand {
  return async ({ desk, terminal, json }) => {
    const file = await readNamedFile(typedPath(terminal, path), KIT_FILE_MAX_BYTES);
    const kit = file.ok ? await desk.kits.import(file.value) : file;
    if (!kit.ok) return refused(terminal, kit.error);
    const [spec] = kit.value.specs;
    const chosen =
      use && spec !== undefined
        ? await desk.kits.choose({ desk: null, choice: { kit: kit.value.id, spec } })
        : ok(null);
    if (!chosen.ok) return refused(terminal, chosen.error);
    if (json) printJson(terminal, kit.value);
    else
      terminal.print(
        [inWords(kit.value), ...kit.value.warnings.map((one) => `  ${troubleSentence(one)}`)].join("\n"),
      );
    return EXIT.done;
  };
}

async function kitNamed(desk: Desk, named: string): Promise<Result<KitSummary, Failure>> {
  const listed = await desk.kits.list(null);
  if (!listed.ok) return listed;
  const wanted = foldText(named);
  const found = listed.value.kits.filter(
    (kit) => foldText(kit.name) === wanted || (named.length >= 4 && kit.id.startsWith(`sha256:${named}`)),
  );
  const [first, ...others] = found;
  if (!first)
    return failed(
      failure("not-found", `There is no desk kit "${named}": "stet kit list" shows them all.`, named),
    );
  if (others.length === 0) return ok(first);
  const ids = found.map(shortId).join(", ");
  return failed(
    failure("not-found", `Several desk kits are called "${named}"; name one by its id: ${ids}.`, named),
  );
}

/** Writes a kit as one file. */
export function exportKit(named: string, out: string): RunCommand {
  return async ({ desk, terminal, json }) => {
    const kit = await kitNamed(desk, named);
    const packed = kit.ok ? await desk.kits.export({ kit: kit.value.id }) : kit;
    if (!packed.ok) return refused(terminal, packed.error);
    const path = typedPath(terminal, out);
    const written = await writeWhole(path, packed.value.bytes);
    if (!written.ok) return refused(terminal, written.error);
    if (json) printJson(terminal, { file: path, bytes: packed.value.bytes.byteLength });
    else terminal.print(path);
    return EXIT.done;
  };
}
