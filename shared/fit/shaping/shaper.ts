import type { FitTrouble } from "#shared/fit/compose/composed-paragraph.ts";
import { Remembered } from "#shared/fit/remembered.ts";
import type { BookFace, FontBook } from "./font-book.ts";
import type { ShapedGlyphs } from "./harfbuzz.ts";
import type { SetSpan } from "./set-span.ts";

/** A span and its glyphs, in font units, clusters counted from the span's start. */
export interface ShapedSpan {
  readonly span: SetSpan;
  readonly glyphs: ShapedGlyphs;
}

/** More than this is forgotten, oldest half first. */
const MOST_REMEMBERED = 30_000;

/**
 * Shapes spans and remembers what it has shaped, in font units, so that a word or a run is shaped
 * once for every size and place.
 */
export interface Shaper {
  readonly book: FontBook;
  /** How often the shaper really had to shape. */
  readonly shaped: number;
  /** The span's glyphs. Characters without one come as spans of the face that has them; see `fallBack`. */
  shape(span: SetSpan): readonly ShapedSpan[];
  /** What characters of the span have no glyph in its face, and which face stood in. */
  missing(span: SetSpan): readonly FitTrouble[];
}

const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;

class RememberingShaper implements Shaper {
  readonly book: FontBook;
  shaped = 0;
  readonly #glyphsOf = new Remembered<ShapedGlyphs>(MOST_REMEMBERED);

  constructor(book: FontBook) {
    this.book = book;
  }

  #glyphs(span: SetSpan): ShapedGlyphs {
    const { face, shown, script, isRightToLeft, features } = span;
    const key = `${String(face.nr)}${script}${isRightToLeft ? "<" : ""}${features.join()} ${shown}`;
    const known = this.#glyphsOf.get(key);
    if (known) return known;
    this.shaped += 1;
    const glyphs = this.book.shape(face, shown, { script, isRightToLeft }, features);
    this.#glyphsOf.set(key, glyphs);
    return glyphs;
  }

  shape(span: SetSpan): readonly ShapedSpan[] {
    const glyphs = this.#glyphs(span);
    if (!glyphs.ids.includes(0)) return [{ span, glyphs }];
    return this.#fallBack(span).map((part) => ({
      span: part,
      glyphs: this.#glyphs(part),
    }));
  }

  /** The face that has the character: its own, else of the same style, else any; null where none has. */
  #faceWith(letter: string, own: BookFace): BookFace | null {
    const codePoint = letter.codePointAt(0) ?? 0;
    if (IGNORABLE.test(letter) || this.book.has(own, codePoint)) return own;
    const others = this.book.faces.filter((face) => this.book.has(face, codePoint));
    return others.find((face) => face.face.style === own.face.style) ?? others[0] ?? null;
  }

  #fallBack(span: SetSpan): readonly SetSpan[] {
    const parts: SetSpan[] = [];
    let from = span.start;
    let at = span.start;
    let face = span.face;
    for (const letter of span.shown) {
      const own = this.#faceWith(letter, span.face) ?? span.face;
      if (own !== face && at > from) {
        parts.push(this.#part(span, from, at, face));
        from = at;
      }
      face = own;
      at += letter.length;
    }
    parts.push(this.#part(span, from, span.start + span.shown.length, face));
    return parts;
  }

  /** A part of a span in another face. A hyphen set after the span's text lies beyond its end. */
  #part(span: SetSpan, from: number, to: number, face: BookFace): SetSpan {
    const shown = span.shown.slice(from - span.start, to - span.start);
    return { ...span, start: Math.min(from, span.end), end: Math.min(to, span.end), shown, face };
  }

  missing(span: SetSpan): readonly FitTrouble[] {
    if (!this.#glyphs(span).ids.includes(0)) return [];
    const troubles: FitTrouble[] = [];
    let at = span.start;
    for (const character of span.shown) {
      const instead = this.#faceWith(character, span.face);
      if (instead !== span.face) {
        const face = span.face.face;
        troubles.push({ kind: "missing-glyph", at, character, face, instead: instead?.face ?? null });
      }
      at += character.length;
    }
    return troubles;
  }
}

/** A shaper for the fonts of one kit. */
export function createShaper(book: FontBook): Shaper {
  return new RememberingShaper(book);
}
