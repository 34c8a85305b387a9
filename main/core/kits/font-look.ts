import type { FontFaultName } from "#shared/fit/kit/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";

/** Why a font cannot be used. */
export interface FontFault {
  readonly name: FontFaultName;
  /** The kind of file, or the table that it lacks. */
  readonly of?: string;
}

/** What a font file says of itself. */
export interface FontLook {
  /** Family and style as the font names them (name table, ids 16/17, else 1/2). */
  readonly family: string;
  readonly style: string;
  readonly glyphs: number;
  /** Whether its maker forbids embedding it (OS/2 `fsType`, bit 1). */
  readonly mayNotEmbed: boolean;
}

/** The largest font that a kit takes, in bytes. */
export const FONT_MAX_BYTES = 32 * 1024 * 1024;

const SFNT_STARTS: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565]);
const OTHER_STARTS: Readonly<Record<string, FontFault>> = {
  wOFF: { name: "webFont", of: "WOFF" },
  wOF2: { name: "webFont", of: "WOFF2" },
  ttcf: { name: "collection" },
  "%!PS": { name: "type1" },
};
/** What no text can be set without (OpenType 1.9, "Required tables"), and one of the two kinds of outlines. */
const REQUIRED = ["cmap", "head", "hhea", "hmtx", "maxp"];
const OUTLINES = ["glyf", "CFF ", "CFF2"];
const MACINTOSH = 1;
const RESTRICTED = 0x0002;
const HEAD_MAGIC = 0x5f0f3cf5;

/** Reads a name: 1/2 are family and style in the four-face model, 16/17 the fuller ones. */
function nameIn(name: DataView, wanted: readonly number[]): string {
  const count = name.getUint16(2);
  const texts = name.getUint16(4);
  for (const id of wanted) {
    for (let record = 0; record < count; record += 1) {
      const at = 6 + record * 12;
      if (name.getUint16(at + 6) !== id) continue;
      const start = name.byteOffset + texts + name.getUint16(at + 10);
      const bytes = new Uint8Array(name.buffer, start, name.getUint16(at + 8));
      const encoding = name.getUint16(at) === MACINTOSH ? "macintosh" : "utf-16be";
      const text = new TextDecoder(encoding).decode(bytes).trim();
      if (text !== "") return text;
    }
  }
  return "";
}

function tablesOf(view: DataView): Result<ReadonlyMap<string, DataView>, FontFault> {
  const tables = new Map<string, DataView>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length > view.byteLength) return failed({ name: "cutShort" });
    tables.set(tag, new DataView(view.buffer, view.byteOffset + offset, length));
  }
  return ok(tables);
}

function lookAt(view: DataView): Result<FontLook, FontFault> {
  const start = view.getUint32(0);
  if (!SFNT_STARTS.has(start)) {
    const word = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(byte)));
    return failed(OTHER_STARTS[word] ?? { name: "otherFile" });
  }
  const tables = tablesOf(view);
  if (!tables.ok) return tables;
  const missing = REQUIRED.find((tag) => !tables.value.has(tag));
  if (missing !== undefined) return failed({ name: "lacksTable", of: missing });
  if (!OUTLINES.some((tag) => tables.value.has(tag))) return failed({ name: "noOutlines" });
  if (tables.value.has("fvar")) return failed({ name: "variable" });
  const { head, maxp, name, os2 } = {
    head: tables.value.get("head"),
    maxp: tables.value.get("maxp"),
    name: tables.value.get("name"),
    os2: tables.value.get("OS/2"),
  };
  if (!head || !maxp || head.getUint32(12) !== HEAD_MAGIC) return failed({ name: "noHead" });
  return ok({
    family: name ? nameIn(name, [16, 1]) : "",
    style: name ? nameIn(name, [17, 2]) : "",
    glyphs: maxp.getUint16(4),
    mayNotEmbed: os2 !== undefined && (os2.getUint16(8) & RESTRICTED) !== 0,
  });
}

/**
 * Looks at a font file as far as a kit must know (OpenType 1.9, "Font file"). Gives the
 * fault where it cannot be used.
 */
export function lookAtFont(bytes: Uint8Array): Result<FontLook, FontFault> {
  if (bytes.byteLength === 0) return failed({ name: "emptyFile" });
  if (bytes.byteLength > FONT_MAX_BYTES) return failed({ name: "largeFile" });
  try {
    return lookAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return failed({ name: "cutShort" });
    throw error;
  }
}
