import { buffer } from "node:stream/consumers";
import type { Entry } from "yauzl";
import { ZipFile } from "yazl";
import { z } from "zod";
import { openZip, readEntry } from "#main/formats/zip.ts";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { KIT_FILE_MAX_BYTES } from "#shared/contract/limits.ts";
import {
  KIT_VERSION,
  type DeskKit,
  type KitFont,
  type KitId,
  type KitTrouble,
} from "#shared/fit/kit/index.ts";
import { readKit } from "#shared/fit/kit/read-kit.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { contentName, kitSignature } from "./content-name.ts";
import { lookAtFont } from "./font-look.ts";
import { fileFaults } from "#shared/language/english/told/kits.ts";
import { told } from "#shared/language/told.ts";

/** A kit with the bytes of its fonts and licences. */
export interface WholeKit {
  readonly kit: DeskKit;
  readonly id: KitId;
  readonly files: ReadonlyMap<KitId, Uint8Array>;
  readonly warnings: readonly KitTrouble[];
}

interface FileFault {
  readonly name: keyof typeof fileFaults;
  readonly of?: string;
}

/** What says that a JSON file is a desk kit. */
const FORMAT = "stet-desk-kit";
const KIT_ENTRY = "kit.json";
const MAX_ENTRIES = 500;
/** The time of every file in a kit: the same kit gives the same bytes on every machine. */
const MADE_AT = new Date(Date.UTC(1980, 0, 1, 12));

const envelopeSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  signature: z.string(),
  kit: z.unknown(),
});

/** Packs a kit with its fonts and their licences into one file, `.stetkit`. Throws where a file of it is missing. */
export async function writeKitFile(
  kit: DeskKit,
  bytesOf: (sha256: KitId) => Uint8Array,
): Promise<Uint8Array> {
  const zip = new ZipFile();
  const envelope = { format: FORMAT, version: KIT_VERSION, signature: kitSignature(kit), kit };
  const add = (name: string, bytes: Uint8Array): void => {
    zip.addBuffer(Buffer.from(bytes), name, { mtime: MADE_AT, mode: 0o100644, forceDosTimestamp: true });
  };
  add(KIT_ENTRY, new TextEncoder().encode(`${JSON.stringify(envelope, null, 2)}\n`));
  const files = new Map(
    kit.fonts.flatMap(({ file, sha256, licence, licenceSha256 }) => [
      [file, sha256] as const,
      [licence, licenceSha256] as const,
    ]),
  );
  for (const [name, sha256] of files) add(name, bytesOf(sha256));
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** Reads every file of a zip. The sizes that it states are added up first, so that none can fill the memory; yauzl holds them to it. */
async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = await openZip(bytes);
  const files = new Map<string, Uint8Array>();
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, Uint8Array>>();
  let total = 0;
  zip.on("error", reject);
  zip.on("end", () => {
    resolve(files);
  });
  zip.on("entry", (entry: Entry) => {
    total += entry.uncompressedSize;
    if (total > KIT_FILE_MAX_BYTES || zip.entriesRead > MAX_ENTRIES) {
      reject(new Error("it unpacks to more than Stet takes"));
      zip.close();
      return;
    }
    readEntry(zip, entry).then((content) => {
      files.set(entry.fileName, content);
      zip.readEntry();
    }, reject);
  });
  zip.readEntry();
  return promise;
}

/** What is wrong with a font of a kit, or with the file of one, told of that font. */
export function fontFault(file: string, fault: FileFault): KitTrouble {
  const message = fileFaults[fault.name](fault.of ?? "");
  return { place: `fonts “${file}”`, message, steps: [{ part: "fonts", member: file }], fault };
}

function faultOf(
  { file, licence, sha256, licenceSha256 }: KitFont,
  files: ReadonlyMap<string, Uint8Array>,
): FileFault | null {
  const bytes = files.get(file);
  if (!bytes) return { name: "noFile" };
  if (contentName(bytes) !== sha256) return { name: "otherFont" };
  const text = files.get(licence);
  if (!text) return { name: "noLicence", of: licence };
  if (contentName(text) !== licenceSha256) return { name: "otherLicence", of: licence };
  const look = lookAtFont(bytes);
  return look.ok ? null : look.error;
}

function fontWarning({ file }: KitFont, files: ReadonlyMap<string, Uint8Array>): readonly KitTrouble[] {
  const look = lookAtFont(files.get(file) ?? new Uint8Array());
  return look.ok && look.value.mayNotEmbed ? [fontFault(file, { name: "mayNotEmbed" })] : [];
}

/** The refusal of a kit: its first trouble in a sentence, and how many more there are. */
export function kitRefused(
  name: string,
  [first, ...others]: readonly [KitTrouble, ...KitTrouble[]],
): Failure {
  const sentence = told("kitRefused", { name, trouble: first, more: others.length });
  return failure("broken-file", sentence, name);
}

/** Checks a kit against the bytes that came with it, by the names of their files. */
function wholeKit(
  name: string,
  kit: DeskKit,
  warnings: readonly KitTrouble[],
  files: ReadonlyMap<string, Uint8Array>,
): Result<WholeKit, Failure> {
  const troubles = kit.fonts.flatMap((font) => {
    const fault = faultOf(font, files);
    return fault === null ? [] : [fontFault(font.file, fault)];
  });
  const [first, ...others] = troubles;
  if (first) return failed(kitRefused(name, [first, ...others]));
  const byHash = new Map<KitId, Uint8Array>();
  for (const { file, sha256, licence, licenceSha256 } of kit.fonts) {
    byHash.set(sha256, files.get(file) ?? new Uint8Array());
    byHash.set(licenceSha256, files.get(licence) ?? new Uint8Array());
  }
  const more = kit.fonts.flatMap((font) => fontWarning(font, files));
  return ok({ kit, id: kitSignature(kit), files: byHash, warnings: [...warnings, ...more] });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Reads a `.stetkit` file. Gives `empty-file`, `too-large`, `unsupported-file` for what is no kit,
 * `newer-version`, and `broken-file` with the place and the reason for a bad one.
 */
export async function readKitFile(name: string, bytes: Uint8Array): Promise<Result<WholeKit, Failure>> {
  if (bytes.byteLength === 0) return failed(failure("empty-file", told("emptyKit", { name }), name));
  if (bytes.byteLength > KIT_FILE_MAX_BYTES) {
    return failed(failure("too-large", told("largeKit", { name }), name));
  }
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    files = await unpack(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failed(failure("unsupported-file", told("kitUnpacked", { name, why }), name));
  }
  const json = files.get(KIT_ENTRY);
  if (!json) return failed(failure("unsupported-file", told("kitWithout", { name, entry: KIT_ENTRY }), name));
  const envelope = envelopeSchema.safeParse(parseJson(json));
  if (!envelope.success) {
    const sentence = told("kitUnsaid", { name, entry: KIT_ENTRY, format: FORMAT });
    return failed(failure("unsupported-file", sentence, name));
  }
  const { version, signature, kit } = envelope.data;
  if (version !== KIT_VERSION) {
    const sentence = told("kitVersion", { name, found: version, known: KIT_VERSION });
    return failed(failure(version > KIT_VERSION ? "newer-version" : "broken-file", sentence, name));
  }
  const read = readKit(kit);
  if (!read.ok) return failed(kitRefused(name, read.error));
  if (kitSignature(read.value.kit) !== signature) {
    const of = `${signature.slice(0, 19)}… ≠ ${kitSignature(read.value.kit).slice(0, 19)}…`;
    const trouble: KitTrouble = {
      place: "signature",
      message: fileFaults.otherSignature(of),
      steps: [{ part: "signature" }],
      fault: { name: "otherSignature", of },
    };
    return failed(kitRefused(name, [trouble]));
  }
  return wholeKit(name, read.value.kit, read.value.warnings, files);
}
