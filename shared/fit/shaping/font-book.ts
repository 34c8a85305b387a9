import type { Face, FaceStyle } from "#shared/fit/kit/kit.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { FaceMetrics, FontFile } from "./font-file.ts";
import type { HarfBuzz, OpenFont, ShapedGlyphs, Writing } from "./harfbuzz.ts";

/** A face of the kit, open for shaping. `nr` is its place in the book. */
export interface BookFace {
  readonly nr: number;
  readonly face: Face;
  readonly metrics: FaceMetrics;
  readonly substitutions: ReadonlySet<string>;
}

/** A face that was asked for, or the one that had to stand in for it. */
export interface FoundFace {
  readonly found: BookFace;
  readonly missing: boolean;
}

/** All fonts of a kit. The first is what stands in where everything else fails. */
export interface FontBook {
  readonly faces: readonly BookFace[];
  /** The face; else its family's nearest; else the book's first. */
  find(face: Face): FoundFace;
  has(face: BookFace, codePoint: number): boolean;
  shape(face: BookFace, text: string, writing: Writing, features: readonly string[]): ShapedGlyphs;
}

/** Which face of a family stands in for which, nearest first. */
const NEAREST: Readonly<Record<FaceStyle, readonly FaceStyle[]>> = {
  regular: ["bold", "italic", "boldItalic"],
  italic: ["regular", "boldItalic", "bold"],
  bold: ["regular", "boldItalic", "italic"],
  boldItalic: ["bold", "italic", "regular"],
};

interface OpenedFace extends BookFace {
  readonly open: OpenFont;
}

class Book implements FontBook {
  readonly faces: readonly BookFace[];
  readonly #harfBuzz: HarfBuzz;
  readonly #fonts: readonly OpenFont[];
  readonly #first: BookFace;
  readonly #byName = new Map<string, BookFace>();

  constructor(harfBuzz: HarfBuzz, opened: readonly OpenedFace[], first: BookFace) {
    this.#harfBuzz = harfBuzz;
    this.#fonts = opened.map((face) => face.open);
    this.#first = first;
    this.faces = opened;
    for (const face of opened) this.#byName.set(`${face.face.style} ${face.face.family}`, face);
  }

  find({ family, style }: Face): FoundFace {
    const exact = this.#byName.get(`${style} ${family}`);
    if (exact) return { found: exact, missing: false };
    const near = NEAREST[style].flatMap((other) => this.#byName.get(`${other} ${family}`) ?? []);
    return { found: near[0] ?? this.#first, missing: true };
  }

  has({ nr }: BookFace, codePoint: number): boolean {
    const font = this.#fonts[nr];
    return font !== undefined && this.#harfBuzz.has(font, codePoint);
  }

  shape({ nr }: BookFace, text: string, writing: Writing, features: readonly string[]): ShapedGlyphs {
    const font = this.#fonts[nr];
    if (!font) return { ids: [], clusters: [], advances: [], xOffsets: [], yOffsets: [], unsafe: [] };
    return this.#harfBuzz.shape(font, text, writing, features);
  }
}

/** Opens the fonts of a kit. Fails with a sentence where one cannot be read, or where there is none. */
export function openFonts(harfBuzz: HarfBuzz, files: readonly FontFile[]): Result<FontBook, string> {
  const opened: OpenedFace[] = [];
  for (const { family, style, bytes } of files) {
    const open = harfBuzz.open(bytes);
    if (!open)
      return failed(`${family} (${style}) is not a font that can be set: no glyphs were found in it`);
    const { metrics, substitutions } = open;
    opened.push({ nr: opened.length, face: { family, style }, metrics, substitutions, open });
  }
  const first = opened[0];
  return first ? ok(new Book(harfBuzz, opened, first)) : failed("there is no font to set text in");
}
