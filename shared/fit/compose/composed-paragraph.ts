import type { Face } from "#shared/fit/kit/kit.ts";

/** How a line came to its end. */
export type LineEnd =
  /** At a space or another place where Unicode lets a line break. */
  | "break"
  /** In a word, with a hyphen that the text does not hold. */
  | "hyphen"
  /** At a line break that somebody typed. */
  | "forced"
  /** In the middle of something that is longer than the measure and may not be divided. */
  | "emergency"
  /** At the end of the paragraph. */
  | "last";

/** `tight` and `loose` lines lie outside what the style's justification allows, or close to its end: see `tightnessOf`. */
export type Tightness = "even" | "tight" | "loose";

/** How a line was drawn together or apart: in percent, as `Justification` of the kit names them. */
export interface Spacing {
  readonly wordSpace: number;
  readonly letterSpace: number;
  readonly glyphScale: number;
}

/** One line as it is set. Lengths in points, offsets in UTF-16 units of the paragraph's text. */
export interface SetLine {
  /** Where the line begins: 0, or the end of the line before. */
  readonly start: number;
  /** Where the next one begins. Spaces at the end of the line belong to it, and stand in the margin. */
  readonly end: number;
  /** From the left edge of the measure to the first glyph. */
  readonly leftPt: number;
  /** The room that the line had: the measure without indents and drop cap. */
  readonly roomPt: number;
  /** How wide its glyphs are with desired spaces. */
  readonly naturalPt: number;
  /** How wide they were set. */
  readonly setPt: number;
  /** 0 where set as desired, 1 at the style's widest, −1 at its narrowest; beyond where it had to be. 0 for ragged lines. */
  readonly ratio: number;
  readonly tightness: Tightness;
  readonly spacing: Spacing;
  readonly ends: LineEnd;
  /** How much more the line could hold at its narrowest. */
  readonly sparePt: number;
}

/** Something that the copy editor must know about how a paragraph was set. Nothing is put right in silence. */
export type FitTrouble =
  /** No glyph for a character in its face. `instead` says which face had one; null where a blank box stands. */
  | {
      readonly kind: "missing-glyph";
      readonly at: number;
      readonly character: string;
      readonly face: Face;
      readonly instead: Face | null;
    }
  /** The kit has no such face; `instead` was used. */
  | { readonly kind: "missing-face"; readonly at: number; readonly face: Face; readonly instead: Face }
  /** Something unbreakable is longer than the measure and was broken by force. */
  | { readonly kind: "forced-apart"; readonly line: number; readonly at: number }
  /** A line is looser or tighter than the style allows: nothing better was to be had. */
  | { readonly kind: "outside-limits"; readonly line: number; readonly ratio: number }
  /** A line is wider than its room by so much: a glyph or a drop cap does not fit at all. */
  | { readonly kind: "too-wide"; readonly line: number; readonly byPt: number };

/** How near the number of lines is to changing. */
export interface Slack {
  /** The width of the last line: about what must go to save it. */
  readonly toFewerPt: number;
  /** The room that is left in the last line: about what can be added before there is one more. */
  readonly toMorePt: number;
  /** Where it would break otherwise if its lines had {@link HAIR_PT} more room or less; null where it would not. */
  readonly near: NearBreak | null;
}

/** The first line that would end elsewhere, and whether there would be more lines or fewer. */
export interface NearBreak {
  readonly line: number;
  readonly changesCount: boolean;
}

/** Less than this, and another program or another printer may break the line elsewhere. */
export const HAIR_PT = 0.35;

/** A drop cap as it stands beside the first lines. */
export interface SetDropCap {
  /** How many UTF-16 units of the text it holds: the first line begins at 0 all the same. */
  readonly end: number;
  readonly lines: number;
  readonly sizePt: number;
  readonly widthPt: number;
}

/** A paragraph in lines: plain data that can be sent and stored. */
export interface ComposedParagraph {
  readonly text: string;
  /** At least one, even of an empty paragraph. Every character of the text is in exactly one. */
  readonly lines: readonly SetLine[];
  readonly dropCap: SetDropCap | null;
  readonly slack: Slack;
  /** True where the last line is a single short word or the end of a divided one: see `isRunt`. */
  readonly runt: boolean;
  readonly troubles: readonly FitTrouble[];
}

/** Glyphs of one face and size in a row, ready to be drawn. All positions in points. */
export interface GlyphRun {
  readonly face: Face;
  readonly sizePt: number;
  /** Above the baseline, for superscript; negative below it. */
  readonly risePt: number;
  /** Width of the glyphs in percent of their own. */
  readonly glyphScale: number;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** Whether the face's own small capitals stand for its small letters. */
  readonly smallCaps: boolean;
  /** Of the run's first glyph, and where its last one ends, from the left edge of the measure. */
  readonly leftPt: number;
  readonly rightPt: number;
  readonly glyphs: readonly PlacedGlyph[];
}

export interface PlacedGlyph {
  readonly id: number;
  /** From the left edge of the measure. */
  readonly xPt: number;
  /** Above the run's baseline (marks over letters). */
  readonly yPt: number;
  /** How far the pen moves in the font's design, in points at the run's size, unscaled. */
  readonly advancePt: number;
  /** The text that this glyph stands for begins here; glyphs of one ligature or letter share it. */
  readonly offset: number;
  /** That text, on the first glyph of it; empty on the others. A hyphen that the text does not hold is "-" . */
  readonly text: string;
  /** What it is set as, unit by unit: capitals where the text was to be in capitals. */
  readonly shown: string;
  /** Whether it stands in text that runs from right to left. */
  readonly isRightToLeft: boolean;
}

/** One line as glyphs. */
export interface DrawnLine {
  readonly runs: readonly GlyphRun[];
}

/** All glyphs of a paragraph. */
export interface DrawnParagraph {
  readonly lines: readonly DrawnLine[];
  /** Set on the baseline of line `dropCap.lines`; `leftPt` from the left edge of the measure. */
  readonly dropCap: readonly GlyphRun[];
  /** Set on the first baseline. */
  readonly lead: readonly GlyphRun[];
}
