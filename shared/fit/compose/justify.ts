import type { Justification, TextStyle } from "#shared/fit/kit/kit.ts";
import type { Extent } from "#shared/fit/shaping/shaped-copy.ts";
import type { Spacing, Tightness } from "./composed-paragraph.ts";

/** One setting of the three spaces, as factors: of the word space, of the em, of the glyph. */
interface Factors {
  readonly word: number;
  readonly letter: number;
  readonly glyph: number;
}

/** What a style's justification allows, ready for reckoning. Tracking is part of `letter`. */
export interface Limits {
  readonly least: Factors;
  readonly wished: Factors;
  readonly most: Factors;
  readonly tracking: number;
}

function factors(justification: Justification, end: "min" | "desired" | "max", tracking: number): Factors {
  return {
    word: justification.wordSpace[end] / 100,
    letter: justification.letterSpace[end] / 100 + tracking,
    glyph: justification.glyphScale[end] / 100,
  };
}

/** A style's limits. Copy that is not justified is set as desired, and no other way. */
export function limitsOf({ justification, trackingPerMille, alignment }: TextStyle): Limits {
  const tracking = trackingPerMille / 1000;
  const wished = factors(justification, "desired", tracking);
  if (alignment !== "justify") return { least: wished, wished, most: wished, tracking };
  return {
    least: factors(justification, "min", tracking),
    wished,
    most: factors(justification, "max", tracking),
    tracking,
  };
}

/** How wide so much copy is at such spaces. */
function widthAt(glyphPt: number, spacePt: number, emPt: number, at: Factors): number {
  return glyphPt * at.glyph + spacePt * at.word + emPt * at.letter;
}

/** The widths that a line can have, in points. The word widths keep letters and glyphs as desired. */
export interface LineWidths {
  readonly least: number;
  readonly wished: number;
  readonly most: number;
  readonly leastByWords: number;
  readonly mostByWords: number;
  /** How much of it is word spaces, as designed. */
  readonly spaces: number;
}

/** How wide the line from one place to another can be. */
export function lineWidths(from: Extent, to: Extent, { least, wished, most }: Limits): LineWidths {
  const glyphPt = to.glyphPt - from.glyphPt;
  const spacePt = to.spacePt - from.spacePt;
  const emPt = Math.max(0, to.emPt - from.emPt);
  const natural = widthAt(glyphPt, spacePt, emPt, wished);
  return {
    least: widthAt(glyphPt, spacePt, emPt, least),
    wished: natural,
    most: widthAt(glyphPt, spacePt, emPt, most),
    leastByWords: natural - spacePt * (wished.word - least.word),
    mostByWords: natural + spacePt * (most.word - wished.word),
    spaces: spacePt,
  };
}

/** Rounding in sums of widths, in points. */
export const ROUNDING_PT = 1e-4;
/** What stands for "as loose as can be". */
export const LOOSEST = 40;

/**
 * How far a line is drawn together or apart to fill its room: 0 as desired, 1 at the most that the
 * limits allow, −1 at the least (Knuth and Plass call it the adjustment ratio).
 */
export function ratioIn(roomPt: number, least: number, wished: number, most: number): number {
  const over = roomPt - wished;
  if (Math.abs(over) <= ROUNDING_PT) return 0;
  const give = over > 0 ? most - wished : wished - least;
  // A line that cannot give at all is judged by the hole it leaves.
  if (give <= ROUNDING_PT) return over > 0 ? Math.min(LOOSEST, (20 * over) / roomPt) : -LOOSEST;
  return Math.max(-LOOSEST, Math.min(LOOSEST, over / give));
}

/** How many of the font's word spaces each space is wider, beyond the style's limit, for one more of the strain. */
const SPACES_BEYOND = 2;

/**
 * How bad a line looks: its ratio within the limits. Beyond them only the eye counts, not how
 * narrowly the style was made: there it grows by one for every two spaces' width in each space.
 */
export function strainIn(roomPt: number, widths: LineWidths): number {
  const { least, wished, most, spaces } = widths;
  const beyond = roomPt - most;
  if (beyond <= ROUNDING_PT) return ratioIn(roomPt, least, wished, most);
  const holes = spaces > 0 ? beyond / (SPACES_BEYOND * spaces) : (20 * beyond) / roomPt;
  return Math.min(LOOSEST, 1 + holes);
}

/** A line's spaces, and how wide it comes out. */
export interface Justified {
  readonly spacing: Spacing;
  readonly setPt: number;
  readonly ratio: number;
}

function spacingOf({ word, letter, glyph }: Factors, tracking: number): Spacing {
  return { wordSpace: word * 100, letterSpace: (letter - tracking) * 100, glyphScale: glyph * 100 };
}

/**
 * Sets a line to its room: word spaces give first, then letter spaces, then the glyphs. What is
 * still missing beyond the style's limits is given to the word spaces.
 */
export function justifyLine(from: Extent, to: Extent, roomPt: number, limits: Limits): Justified {
  const { wished, tracking } = limits;
  const glyphPt = to.glyphPt - from.glyphPt;
  const spacePt = to.spacePt - from.spacePt;
  const emPt = Math.max(0, to.emPt - from.emPt);
  const widths = lineWidths(from, to, limits);
  const ratio = ratioIn(roomPt, widths.least, widths.wished, widths.most);
  const ends = ratio < 0 ? limits.least : limits.most;
  let left = roomPt - widths.wished;
  const give = (room: number): number => {
    const taken = left < 0 ? Math.max(left, Math.min(0, room)) : Math.min(left, Math.max(0, room));
    left -= taken;
    return taken;
  };
  const byWords = give(spacePt * (ends.word - wished.word));
  const byLetters = give(emPt * (ends.letter - wished.letter));
  const byGlyphs = give(glyphPt * (ends.glyph - wished.glyph));
  const beyond = left > 0 && spacePt > 0 ? left : 0;
  const at: Factors = {
    word: spacePt > 0 ? wished.word + (byWords + beyond) / spacePt : wished.word,
    letter: emPt > 0 ? wished.letter + byLetters / emPt : wished.letter,
    glyph: glyphPt > 0 ? wished.glyph + byGlyphs / glyphPt : wished.glyph,
  };
  return { spacing: spacingOf(at, tracking), setPt: widthAt(glyphPt, spacePt, emPt, at), ratio };
}

/** A line that is set as desired: ragged copy, and the last line of a paragraph. */
export function plainLine(from: Extent, to: Extent, { wished, tracking }: Limits): Justified {
  const emPt = Math.max(0, to.emPt - from.emPt);
  const setPt = widthAt(to.glyphPt - from.glyphPt, to.spacePt - from.spacePt, emPt, wished);
  return { spacing: spacingOf(wished, tracking), setPt, ratio: 0 };
}

/**
 * The ratio from which a line is called loose, and that from which it is called tight: at the
 * style's limit and beyond for loose, at four fifths of what it may shrink for tight.
 */
const LOOSE_FROM = 1;
const TIGHT_FROM = -0.8;

/** Whether a line is seen to be tight or loose. */
export function tightnessOf(ratio: number): Tightness {
  return ratio > LOOSE_FROM ? "loose" : ratio < TIGHT_FROM ? "tight" : "even";
}
