import type { FitTrouble } from "#shared/fit/compose/composed-paragraph.ts";
import type { PlannedCopy, SetSpan } from "./set-span.ts";
import { isJoined, partOfSpan } from "./set-span.ts";
import type { Shaper } from "./shaper.ts";

/**
 * How much of each kind of width there is: glyphs, word spaces, and ems of letters (each of which
 * can be followed by letter space). In points, as designed.
 */
export interface Extent {
  readonly glyphPt: number;
  readonly spacePt: number;
  readonly emPt: number;
}

/**
 * A paragraph's text as shaped in one row. The arrays hold sums: at index `i` what stands before
 * offset `i` of the text. Inside a ligature the sums are those at its start.
 */
export interface ShapedCopy {
  readonly text: string;
  readonly spans: readonly SetSpan[];
  readonly glyphPt: Float64Array;
  readonly spacePt: Float64Array;
  readonly emPt: Float64Array;
  /** 1 where a glyph begins at the offset whose neighbours would be others if a line began there. */
  readonly unsafe: Uint8Array;
  /** 1 where something that cannot be divided begins: a letter with its marks, a ligature. */
  readonly begins: Uint8Array;
  /** The direction of every unit (`copyLevels`); null where all of it runs from left to right. */
  readonly levels: Uint8Array | null;
  readonly troubles: readonly FitTrouble[];
}

/** Spaces that are drawn together and apart with the line. */
export function isWordSpace(unit: string): boolean {
  return unit === " " || unit === "\u00A0";
}

interface Row {
  readonly glyphPt: Float64Array;
  readonly spacePt: Float64Array;
  readonly emPt: Float64Array;
  readonly unsafe: Uint8Array;
  readonly begins: Uint8Array;
}

function putSpan(row: Row, text: string, span: SetSpan, shaper: Shaper): void {
  for (const { span: part, glyphs } of shaper.shape(span)) {
    const perUnit = part.sizePt / part.face.metrics.unitsPerEm;
    const { clusters, advances, unsafe } = glyphs;
    for (let nr = 0; nr < clusters.length; nr += 1) {
      const at = part.start + (clusters[nr] ?? 0);
      const unit = text.charAt(at);
      const first = nr === 0 || clusters[nr] !== clusters[nr - 1];
      if (first) {
        row.begins[at] = 1;
        if (unsafe[nr] === true) row.unsafe[at] = 1;
      }
      if (unit === "\n") continue;
      const widthPt = unit === "\t" ? part.sizePt : (advances[nr] ?? 0) * perUnit;
      const sums = isWordSpace(unit) ? row.spacePt : row.glyphPt;
      sums[at + 1] = (sums[at + 1] ?? 0) + widthPt;
      if (first && widthPt > 0 && !isJoined(part)) row.emPt[at + 1] = part.sizePt;
    }
  }
}

/** Turns the width of what begins at `i`, kept at `i + 1`, into the sum of all that ends by `i`. */
function addUp(widths: Float64Array, begins: Uint8Array): void {
  const last = widths.length - 1;
  let done = 0;
  let open = 0;
  for (let at = 0; at <= last; at += 1) {
    if (begins[at] === 1 || at === last) {
      done += open;
      open = 0;
    }
    open += widths[at + 1] ?? 0;
    widths[at] = done;
  }
}

/** Shapes a paragraph in one row. */
export function shapeCopy(
  text: string,
  { spans, troubles, levels }: PlannedCopy,
  shaper: Shaper,
): ShapedCopy {
  const row: Row = {
    glyphPt: new Float64Array(text.length + 1),
    spacePt: new Float64Array(text.length + 1),
    emPt: new Float64Array(text.length + 1),
    unsafe: new Uint8Array(text.length + 1),
    begins: new Uint8Array(text.length + 1),
  };
  for (const span of spans) putSpan(row, text, span, shaper);
  addUp(row.glyphPt, row.begins);
  addUp(row.spacePt, row.begins);
  addUp(row.emPt, row.begins);
  const missing = spans.flatMap((span) => shaper.missing(span));
  return { text, spans, ...row, levels, troubles: [...troubles, ...missing] };
}

/** The spans of a stretch of the paragraph, with a hyphen set after it where wished. */
export function spansBetween(
  { spans }: Pick<ShapedCopy, "spans">,
  start: number,
  end: number,
  hyphen: boolean,
): readonly SetSpan[] {
  const within: SetSpan[] = [];
  for (const span of spans) {
    if (span.end <= start || span.start >= end) continue;
    within.push(partOfSpan(span, Math.max(span.start, start), Math.min(span.end, end)));
  }
  const last = within.at(-1);
  if (hyphen && last) within[within.length - 1] = { ...last, shown: `${last.shown}-` };
  return within;
}

/** A stretch that was shaped by itself. */
export interface AloneExtent extends Extent {
  /** The em of its last letter. */
  readonly lastEmPt: number;
}

/** How much a stretch of the paragraph is, shaped by itself as it is at the edge of a line. */
export function extentAlone(
  copy: ShapedCopy,
  start: number,
  end: number,
  hyphen: boolean,
  shaper: Shaper,
): AloneExtent {
  let glyphPt = 0;
  let spacePt = 0;
  let emPt = 0;
  let lastEmPt = 0;
  for (const span of spansBetween(copy, start, end, hyphen)) {
    for (const { span: part, glyphs } of shaper.shape(span)) {
      const perUnit = part.sizePt / part.face.metrics.unitsPerEm;
      const { clusters, advances } = glyphs;
      for (let nr = 0; nr < clusters.length; nr += 1) {
        const unit = part.shown.charAt(clusters[nr] ?? 0);
        const typed = copy.text.charAt(part.start + (clusters[nr] ?? 0));
        if (typed === "\n") continue;
        const widthPt = typed === "\t" ? part.sizePt : (advances[nr] ?? 0) * perUnit;
        if (isWordSpace(unit) && typed !== "\t") spacePt += widthPt;
        else glyphPt += widthPt;
        if (widthPt <= 0 || (nr > 0 && clusters[nr] === clusters[nr - 1])) continue;
        lastEmPt = isJoined(part) ? 0 : part.sizePt;
        emPt += lastEmPt;
      }
    }
  }
  return { glyphPt, spacePt, emPt, lastEmPt };
}
