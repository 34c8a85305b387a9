import type { HyphenationLanguage } from "#shared/fit/kit/kit.ts";
import type { ComposedParagraph, DrawnParagraph } from "./composed-paragraph.ts";
import type { ParagraphOrder } from "./paragraph-order.ts";
import type { Typesetting } from "./typesetting.ts";

/** How much work was done: what tests and benchmarks look at to see that only changed paragraphs are set again. */
export interface CompositorWork {
  /** Paragraphs that were asked for. */
  readonly asked: number;
  /** Paragraphs that were really composed. */
  readonly composed: number;
  /** Stretches of text that were handed to the shaper. */
  readonly shaped: number;
}

/**
 * Sets paragraphs in lines. One compositor serves one kit: it holds the fonts, the hyphenation
 * patterns and what it has set lately. Everything is synchronous and without side effects but for
 * that memory.
 */
export interface Compositor {
  /** The paragraph in lines. The same order gives the same (identical) answer as long as it is remembered. */
  compose(order: ParagraphOrder): ComposedParagraph;
  /** Its glyphs, for a proof or a galley: drawn from the very lines that {@link compose} gives. */
  draw(order: ParagraphOrder): DrawnParagraph;
  /** How wide the copy is on one line without justification, in points. */
  widthOf(order: Pick<ParagraphOrder, "runs" | "style">): number;
  /** What a paragraph is set from, for trying other ways of breaking it: see `shared/fit/cuts`. */
  settingOf(order: ParagraphOrder): Typesetting;
  readonly work: CompositorWork;
}

/** Says where a word may be divided: offsets before which a hyphen may stand. The word holds letters and apostrophes only. */
export type Hyphenator = (word: string) => readonly number[];

/** The languages that the compositor can divide. A language that is asked for and not here is not divided. */
export type Hyphenators = ReadonlyMap<HyphenationLanguage, Hyphenator>;
