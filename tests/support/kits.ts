import { ZipFile } from "yazl";
import { buffer } from "node:stream/consumers";
import { houseFiles } from "#main/core/kits/house-fonts.ts";
import { writeKitFile } from "#main/core/kits/kit-file.ts";
import { KIT_VERSION, type ColumnSpec, type DeskKit, type KitId } from "#shared/fit/kit/index.ts";

/** The broadsheet that comes with Stet. */
export function broadsheet(): DeskKit {
  const [kit] = houseFiles().kits.values();
  if (!kit) throw new Error("no kit comes with Stet");
  return kit;
}

/** A column spec of a kit by its name. */
export function specOf(kit: DeskKit, name = "News"): ColumnSpec {
  const spec = kit.specs.find((candidate) => candidate.name === name);
  if (!spec) throw new Error(`no spec ${name}`);
  return spec;
}

/** The bytes of a font or licence that comes with Stet. */
export function houseBytes(sha256: KitId): Uint8Array {
  const bytes = houseFiles().bytes(sha256);
  if (!bytes) throw new Error(`no file ${sha256}`);
  return bytes;
}

/** A desk's own kit: Stet's broadsheet under another name, and changed where asked for. */
export function ledgerKit(change: (kit: DeskKit) => DeskKit = (kit) => kit): DeskKit {
  return change({ ...broadsheet(), name: "Oldmarsh Ledger", note: "Made up for a test." });
}

export function kitFile(kit: DeskKit = ledgerKit()): Promise<Uint8Array> {
  return writeKitFile(kit, houseBytes);
}

/** A kit file made by hand, with whatever is to be wrong with it. `files` by their names; null leaves one out. */
export async function kitFileWith(
  envelope: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, Uint8Array | null>> = {},
): Promise<Uint8Array> {
  const zip = new ZipFile();
  const whole = { format: "stet-desk-kit", version: KIT_VERSION, signature: "", ...envelope };
  zip.addBuffer(Buffer.from(JSON.stringify(whole)), "kit.json");
  const usual = broadsheet().fonts.flatMap(({ file, sha256, licence, licenceSha256 }) => [
    [file, houseBytes(sha256)] as const,
    [licence, houseBytes(licenceSha256)] as const,
  ]);
  for (const [name, bytes] of new Map<string, Uint8Array | null>([...usual, ...Object.entries(files)])) {
    if (bytes) zip.addBuffer(Buffer.from(bytes), name);
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}
