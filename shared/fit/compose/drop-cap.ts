import type { DropCap, TextStyle } from "#shared/fit/kit/kit.ts";
import type { FontBook } from "#shared/fit/shaping/font-book.ts";
import { planSpans, type SetSpan } from "#shared/fit/shaping/set-span.ts";
import type { Shaper } from "#shared/fit/shaping/shaper.ts";
import type { SetDropCap } from "./composed-paragraph.ts";

/** A drop cap that is worth setting, and its glyphs' span. */
export interface PlannedCap {
  readonly cap: SetDropCap;
  readonly gapPt: number;
  readonly span: SetSpan;
}

const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
const OPENING = /^[\p{Ps}\p{Pi}"'’¿¡]$/u;
/** The most of the measure that a drop cap may take; a wider one is left out and reported. */
const WIDEST = 0.6;

/** Where the letters of a drop cap end. A quotation mark before them is set with them and not counted. */
function endOfCap(text: string, characters: number): number {
  let end = 0;
  let counted = 0;
  for (const { segment } of LETTERS.segment(text.slice(0, 64))) {
    if (counted >= characters || segment === " " || segment === "\n") break;
    end += segment.length;
    if (!OPENING.test(segment)) counted += 1;
  }
  return counted === 0 ? 0 : end;
}

/** How large the letter is: from the baseline of its last line to the top of the first line's capitals. */
function capSize(dropCap: DropCap, style: TextStyle, book: FontBook): number {
  const body = book.find(style.face).found.metrics.capHeight * style.sizePt;
  const { capHeight } = book.find(dropCap.face).found.metrics;
  const heightPt = (dropCap.lines - 1) * style.leadingPt + body;
  return capHeight > 0 ? heightPt / capHeight : heightPt;
}

function spanWidth(span: SetSpan, shaper: Shaper): number {
  return shaper
    .shape(span)
    .flatMap(({ span: part, glyphs }) =>
      glyphs.advances.map((advance) => (advance * part.sizePt) / part.face.metrics.unitsPerEm),
    )
    .reduce((sum, widthPt) => sum + widthPt, 0);
}

/** Plans a drop cap: null where the text has no letters for it or nothing would be left beside them. */
export function planDropCap(
  text: string,
  dropCap: DropCap,
  style: TextStyle,
  shaper: Shaper,
): PlannedCap | null {
  const end = endOfCap(text, dropCap.characters);
  if (end === 0 || end >= text.length || dropCap.lines < 2) return null;
  const sizePt = capSize(dropCap, style, shaper.book);
  const plain = { ...style, face: dropCap.face, sizePt, trackingPerMille: 0 };
  const [span] = planSpans([{ text: text.slice(0, end) }], plain, shaper.book).spans;
  if (!span) return null;
  const cap: SetDropCap = { end, lines: dropCap.lines, sizePt, widthPt: spanWidth(span, shaper) };
  return { cap, gapPt: dropCap.gapPt, span };
}

/** Whether the cap leaves enough of the measure. */
export function capFits({ cap, gapPt }: PlannedCap, widthPt: number): boolean {
  return cap.widthPt + gapPt <= widthPt * WIDEST;
}
