import { createHash } from "node:crypto";
import { PDFHexString, PDFName, PDFString, type PDFDocument, type PDFRef } from "@cantoo/pdf-lib";
import type { Face } from "#shared/fit/kit/kit.ts";
import type { SubsetFont } from "#shared/fit/shaping/font-subset.ts";
import { sfntMetrics, type SfntMetrics } from "./sfnt-metrics.ts";

/** A face of the kit as the proof uses it. */
export interface ProofFont {
  /** Its name in the page's resources. */
  readonly name: string;
  readonly metrics: SfntMetrics;
  /**
   * Notes that a glyph stands for a text. False where it stands for another text already: then the
   * text must be given beside the glyph.
   */
  readonly use: (glyph: number, text: string) => boolean;
}

/** The fonts of one proof: each face is embedded once, with the glyphs that were drawn alone. */
export interface ProofFonts {
  readonly of: (face: Face) => ProofFont;
  /** Writes them; gives their objects by their names in the resources. */
  readonly embed: (document: PDFDocument, subset: SubsetFont) => ReadonlyMap<string, PDFRef>;
}

interface UsedFace {
  readonly font: ProofFont;
  readonly bytes: Uint8Array;
  /** What each drawn glyph stands for. */
  readonly texts: Map<number, string>;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, "0");
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join("");
}

const ENTRIES_IN_A_BLOCK = 100;

/** The text of every glyph (ISO 32000-1, 9.10.3). */
function toUnicode(texts: ReadonlyMap<number, string>): string {
  const entries = [...texts]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([glyph, text]) => (text === "" ? [] : [`<${hex(glyph)}> <${utf16(text)}>`]));
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += ENTRIES_IN_A_BLOCK) {
    const block = entries.slice(at, at + ENTRIES_IN_A_BLOCK);
    blocks.push(`${String(block.length)} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** Six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4). */
function subsetTag(glyphs: readonly number[]): string {
  const digest = createHash("sha256").update(glyphs.join(",")).digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join("");
}

/** Symbolic: glyphs are named by number, not by an encoding. */
const FLAGS = 4;
const STEM = 80;

function embedFace({ font, bytes, texts }: UsedFace, document: PDFDocument, subset: SubsetFont): PDFRef {
  const { context } = document;
  const glyphs = [...texts.keys()].toSorted((a, b) => a - b);
  const made = subset(bytes, [0, ...glyphs]);
  if (!made) throw new Error(`${font.metrics.postScriptName} could not be subset`);
  const { postScriptName, isCff, box, ascent, descent, italicAngle, widthOf } = font.metrics;
  const file = context.register(
    context.flateStream(made, isCff ? { Subtype: "OpenType" } : { Length1: made.byteLength }),
  );
  const name = `${subsetTag(glyphs)}+${postScriptName}`;
  const descriptor = context.register(
    context.obj({
      Type: "FontDescriptor",
      FontName: name,
      Flags: FLAGS,
      FontBBox: [...box],
      ItalicAngle: italicAngle,
      Ascent: ascent,
      Descent: descent,
      CapHeight: ascent,
      StemV: STEM,
      [isCff ? "FontFile3" : "FontFile2"]: file,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: "Font",
      Subtype: isCff ? "CIDFontType0" : "CIDFontType2",
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: glyphs.flatMap((glyph) => [glyph, [widthOf(glyph)]]),
      ...(isCff ? {} : { CIDToGIDMap: "Identity" }),
    }),
  );
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(toUnicode(texts))),
    }),
  );
}

/** Opens the fonts of a proof. `bytesOf` gives the sfnt file of a face of the kit. */
export function proofFonts(bytesOf: (face: Face) => Uint8Array): ProofFonts {
  const faces = new Map<string, UsedFace>();
  return {
    of: (face) => {
      const key = `${face.family} ${face.style}`;
      const known = faces.get(key);
      if (known) return known.font;
      const bytes = bytesOf(face);
      const texts = new Map<number, string>();
      const font: ProofFont = {
        name: `F${String(faces.size + 1)}`,
        metrics: sfntMetrics(bytes),
        use: (glyph, text) => {
          const before = texts.get(glyph);
          if (before === undefined || before === "") texts.set(glyph, text);
          return before === undefined || before === "" || before === text;
        },
      };
      faces.set(key, { font, bytes, texts });
      return font;
    },
    embed: (document, subset) =>
      new Map([...faces.values()].map((used) => [used.font.name, embedFace(used, document, subset)])),
  };
}

/** A text as it stands in a content stream: UTF-16 with a byte order mark, in hex. */
export function actualText(text: string): string {
  return PDFHexString.fromText(text).toString();
}

/** A name as a key of a resources dictionary. */
export function resourceName(name: string): PDFName {
  return PDFName.of(name);
}
