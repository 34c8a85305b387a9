import { basename, extname } from "node:path";
import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { KitChoice, KitSummary } from "#shared/contract/kits.ts";
import { FACE_STYLES, type FaceStyle, type KitFont, type KitId } from "#shared/fit/kit/index.ts";
import { readKit } from "#shared/fit/kit/read-kit.ts";
import { told } from "#shared/language/told.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { nodeCompositors, type Compositors } from "../fit/node-compositor.ts";
import { openCalibrations, type Calibrations } from "./calibration.ts";
import { lookAtFont } from "./font-look.ts";
import { openKitArrivals, type KitArrivals } from "./kit-arrivals.ts";
import { openKitDrafts, type KitDrafts } from "./kit-drafts.ts";
import { openKitArchive, type KeptKit, type KitArchive } from "./kit-archive.ts";
import { openKitChooser, type KitChooser } from "./kit-choices.ts";
import { fontFault, kitRefused, readKitFile, writeKitFile } from "./kit-file.ts";
import { openKitRows } from "./kit-rows.ts";

/** The newsroom's desk kits: their files, who uses which, and what they have learned. */
export interface NewsroomKits {
  readonly archive: KitArchive;
  readonly chooser: KitChooser;
  readonly calibrations: Calibrations;
  readonly arrivals: KitArrivals;
  readonly drafts: KitDrafts;
  readonly compositors: Compositors;
  readonly import: (name: string, bytes: Uint8Array) => Promise<Result<KitSummary, Failure>>;
  readonly export: (
    kit: KitId,
  ) => Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, Failure>>;
  readonly save: (kit: unknown, replaces: KitId | null) => Promise<Result<KitSummary, Failure>>;
  readonly addFont: (name: string, bytes: Uint8Array, licence: string) => Promise<Result<KitFont, Failure>>;
  readonly remove: (kit: KitId) => Promise<Result<null, Failure>>;
  /** Gives `not-found` where the kit is not there or has no such column spec. */
  readonly check: (choice: KitChoice | null) => Result<null, Failure>;
}

/** The folder of kits in a newsroom. */
export const KITS_NAME = "kits";

/** A kit as a list shows it. */
export function kitSummary({ id, kit, isOurs, warnings }: KeptKit, arrivals: KitArrivals): KitSummary {
  const { name, note, specs } = kit;
  const arrival = isOurs ? null : arrivals.of(id);
  return { id, name, note, isOurs, specs: specs.map((spec) => spec.name), arrival, warnings };
}

/** The kits of a newsroom as a list shows them: by name, the newest version first; then those that come with Stet. */
export function kitSummaries({ archive, arrivals }: NewsroomKits): readonly KitSummary[] {
  const kits = archive.list().map((kept) => kitSummary(kept, arrivals));
  const own = kits.filter(({ isOurs }) => !isOurs);
  const byAge = own.toSorted(
    (a, b) => a.name.localeCompare(b.name) || (b.arrival?.atMs ?? 0) - (a.arrival?.atMs ?? 0),
  );
  return [...byAge, ...kits.filter(({ isOurs }) => isOurs)];
}

/** A name that every system takes for a file. */
function fileName(name: string): string {
  return (
    name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N} ._-]+/gu, " ")
      .replace(/^[. ]+/u, "")
      .trim()
      .slice(0, 80) || "kit"
  );
}

function faceStyleOf(style: string): FaceStyle {
  const isBold = /bold|black|heavy/iu.test(style);
  const isItalic = /italic|oblique/iu.test(style);
  const wanted = isBold && isItalic ? "boldItalic" : isBold ? "bold" : isItalic ? "italic" : "regular";
  return FACE_STYLES.find((known) => known === wanted) ?? "regular";
}

/** Opens the kits of a newsroom: their files in `folder`, their rows in its database. */
export function openNewsroomKits(
  folder: string,
  sql: Database,
  { now, author }: { readonly now: () => number; readonly author: () => string },
): NewsroomKits {
  const archive = openKitArchive(folder);
  const rows = openKitRows(sql);
  const calibrations = openCalibrations(rows);
  const arrivals = openKitArrivals(rows, now, author);
  const drafts = openKitDrafts(rows);
  const chooser = openKitChooser(rows, archive, calibrations);

  function missingFont({ kit }: Pick<KeptKit, "kit">): Result<null, Failure> {
    for (const { file, sha256, licenceSha256 } of kit.fonts) {
      for (const [hash, name] of [
        [sha256, "fontNotKept"],
        [licenceSha256, "licenceNotKept"],
      ] as const) {
        if (!archive.file(hash).ok) {
          return failed(kitRefused(kit.name, [fontFault(file, { name })]));
        }
      }
    }
    return ok(null);
  }

  return {
    archive,
    chooser,
    calibrations,
    arrivals,
    drafts,
    compositors: nodeCompositors(),
    import: async (name, bytes) => {
      const whole = await readKitFile(basename(name), bytes);
      if (!whole.ok) return whole;
      const kept = await archive.add(whole.value);
      if (!kept.ok) return kept;
      if (!kept.value.isOurs) arrivals.note(kept.value.id);
      return ok({ ...kitSummary(kept.value, arrivals), warnings: whole.value.warnings });
    },
    export: async (id) => {
      const kept = archive.read(id);
      if (!kept.ok) return kept;
      const { kit } = kept.value;
      const files = new Map<KitId, Uint8Array>();
      for (const hash of kit.fonts.flatMap(({ sha256, licenceSha256 }) => [sha256, licenceSha256])) {
        const file = archive.file(hash);
        if (!file.ok) return file;
        files.set(hash, file.value);
      }
      const bytes = await writeKitFile(kit, (hash) => files.get(hash) ?? new Uint8Array());
      return ok({ name: `${fileName(kit.name)}.stetkit`, bytes });
    },
    save: async (from, replaces) => {
      const read = readKit(from);
      if (!read.ok) return failed(kitRefused("The kit", read.error));
      const { kit, warnings } = read.value;
      const complete = missingFont({ kit });
      if (!complete.ok) return complete;
      const kept = await archive.add({ kit, files: new Map() });
      if (!kept.ok) return kept;
      if (!kept.value.isOurs) arrivals.note(kept.value.id);
      const before = replaces === null ? null : archive.read(replaces);
      if (before?.ok) {
        rows.together(() => {
          chooser.replace(before.value.id, kept.value);
          calibrations.carryOver(before.value, kept.value);
        });
      }
      return ok({ ...kitSummary(kept.value, arrivals), warnings });
    },
    addFont: async (name, bytes, licence) => {
      const look = lookAtFont(bytes);
      if (!look.ok)
        return failed(failure("broken-file", told("fontRefused", { name, fault: look.error }), name));
      const font = await archive.addFile(bytes, ".font");
      if (!font.ok) return font;
      const text = await archive.addFile(new TextEncoder().encode(licence), ".txt");
      if (!text.ok) return text;
      const stem = fileName(basename(name, extname(name)));
      return ok({
        family: look.value.family || stem,
        style: faceStyleOf(look.value.style),
        file: `fonts/${stem}${extname(name).toLowerCase() === ".otf" ? ".otf" : ".ttf"}`,
        licence: `licences/${stem}.txt`,
        sha256: font.value,
        licenceSha256: text.value,
      });
    },
    remove: async (id) => {
      const removed = await archive.remove(id);
      if (removed.ok) {
        arrivals.forget(id);
        drafts.keep(id, null);
      }
      return removed;
    },
    check: (choice) => {
      if (!choice) return ok(null);
      const kept = archive.read(choice.kit);
      if (!kept.ok) return kept;
      if (kept.value.kit.specs.some(({ name }) => name === choice.spec)) return ok(null);
      const sentence = told("noSpecAmong", {
        kit: kept.value.kit.name,
        spec: choice.spec,
        specs: kept.value.kit.specs.map(({ name }) => name).join(", "),
      });
      return failed(failure("not-found", sentence, choice.spec));
    },
  };
}
