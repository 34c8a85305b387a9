import {
  copyMaxBytes,
  type Desk,
  type Failure,
  type Incoming,
  type ReadPart,
} from "#shared/contract/index.ts";
import { ok, type Result } from "#shared/rpc/index.ts";
import { inOneLine, printJson, typedPath, type RunCommand } from "../command-session.ts";
import { readNamedFile } from "../read-file.ts";
import { EXIT } from "../terminal.ts";

interface Imported {
  readonly file: string;
  readonly id: string;
  readonly slug: string;
  readonly encoding: string;
  /** How many parts of the source were taken for what. */
  readonly recognised: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}

function countKinds(parts: readonly ReadPart[]): Readonly<Record<string, number>> {
  const kinds: Record<string, number> = {};
  for (const { kind } of parts) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

async function importFile(desk: Desk, file: string, path: string): Promise<Result<Imported, Failure>> {
  const read = await readNamedFile(path, copyMaxBytes(path));
  if (!read.ok) return read;
  const incoming: Incoming = { from: "file", ...read.value };
  const reading = await desk.intake.read({ incoming });
  if (!reading.ok) return reading;
  const story = await desk.intake.accept({ incoming, kinds: {} });
  if (!story.ok) return story;
  const { id, facts } = story.value.summary;
  const { encoding, parts, warnings } = reading.value;
  return ok({
    file,
    id,
    slug: facts.slug,
    encoding,
    recognised: countKinds(parts),
    warnings: warnings.map(({ message }) => message),
  });
}

function inWords({ id, slug, recognised, encoding, warnings }: Imported): string {
  const kinds = Object.entries(recognised).map(([kind, amount]) => `${kind} ${String(amount)}`);
  return [
    `${id}  ${slug}  ${kinds.join(", ")} (${encoding})`,
    ...warnings.map((warning) => `  ${warning}`),
  ].join("\n");
}

/** Brings text and Word files in, each as a story. Every file is tried; one that fails is named and the others stay. */
export function importFiles(files: readonly string[]): RunCommand {
  return async ({ desk, terminal, json }) => {
    const imported: Imported[] = [];
    for (const file of files) {
      const result = await importFile(desk, file, typedPath(terminal, file));
      if (!result.ok) {
        terminal.complain(inOneLine(result.error));
        continue;
      }
      imported.push(result.value);
      if (!json) terminal.print(inWords(result.value));
    }
    if (json) printJson(terminal, { imported });
    return imported.length === files.length ? EXIT.done : EXIT.failed;
  };
}
