/** What a PDF says of a font beside its outlines, in thousandths of an em. */
export interface SfntMetrics {
  readonly postScriptName: string;
  readonly isCff: boolean;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly italicAngle: number;
  /** How far the pen moves after a glyph. */
  readonly widthOf: (glyph: number) => number;
}

function tableIn(view: DataView, wanted: string): DataView | null {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (name === wanted) {
      return new DataView(view.buffer, view.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12));
    }
  }
  return null;
}

const POSTSCRIPT_NAME = 6;

function postScriptName(name: DataView | null): string {
  if (!name) return "Font";
  const texts = name.getUint16(4);
  for (let record = 0; record < name.getUint16(2); record += 1) {
    const at = 6 + record * 12;
    if (name.getUint16(at + 6) !== POSTSCRIPT_NAME) continue;
    const bytes = new Uint8Array(
      name.buffer,
      name.byteOffset + texts + name.getUint16(at + 10),
      name.getUint16(at + 8),
    );
    const letters = String.fromCharCode(...bytes).replaceAll(/[^A-Za-z0-9-]/gu, "");
    if (letters !== "") return letters;
  }
  return "Font";
}

/** Reads head, hhea, hmtx, post and name of a font (OpenType 1.9). The kit has looked at it before: all of them are there. */
export function sfntMetrics(bytes: Uint8Array): SfntMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = tableIn(view, "head");
  const hhea = tableIn(view, "hhea");
  const hmtx = tableIn(view, "hmtx");
  if (!head || !hhea || !hmtx) throw new Error("a font of the kit lacks head, hhea or hmtx");
  const perMille = 1000 / head.getUint16(18);
  const metrics = hhea.getUint16(34);
  const post = tableIn(view, "post");
  return {
    postScriptName: postScriptName(tableIn(view, "name")),
    isCff: tableIn(view, "CFF ") !== null,
    box: [
      head.getInt16(36) * perMille,
      head.getInt16(38) * perMille,
      head.getInt16(40) * perMille,
      head.getInt16(42) * perMille,
    ],
    ascent: hhea.getInt16(4) * perMille,
    descent: hhea.getInt16(6) * perMille,
    italicAngle: post ? post.getInt32(4) / 65_536 : 0,
    widthOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, metrics - 1)) * perMille,
  };
}
