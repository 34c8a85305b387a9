import type { Block } from "./block.ts";
import { bylineText } from "./byline.ts";
import type { StoryDocument } from "./story-document.ts";
import { finalText, isStruckOut } from "./views.ts";

/** Words and characters (Unicode code points, line ends not counted) of final text. */
export interface Counts {
  readonly words: number;
  readonly characters: number;
}

export interface StoryCounts {
  /** Everything that prints: headline to tagline, captions and credits. */
  readonly all: Counts;
  /** What fills the column: paragraphs with their dateline, subheads, lists and pull quotes. */
  readonly body: Counts;
}

const NOTHING: Counts = { words: 0, characters: 0 };
const SOFT_HYPHEN = /\u00AD/g;
const WORD_BREAK = /[\s\u2013\u2014]+/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const WITHOUT_SPACES = new RegExp(UNSPACED, "gu");
const ASTRAL = /[\u{10000}-\u{10FFFF}]/gu;

/**
 * Counts a piece of text as a copy desk does: words are parted by white space and by en and em
 * dashes, a hyphenated compound is one word, a mark without a letter or digit is none, and each
 * Han or kana character is a word of its own.
 */
export function countText(text: string): Counts {
  let words = 0;
  for (const piece of text.replace(SOFT_HYPHEN, "").split(WORD_BREAK)) {
    const ideographs = piece.match(WITHOUT_SPACES)?.length ?? 0;
    const rest = ideographs > 0 ? piece.replace(WITHOUT_SPACES, "") : piece;
    words += ideographs + (WORD_CHARACTER.test(rest) ? 1 : 0);
  }
  const lineEnds = text.split("\n").length - 1;
  const astral = text.match(ASTRAL)?.length ?? 0;
  return { words, characters: text.length - astral - lineEnds };
}

const PIECE = /[^\s\u2013\u2014]+/gu;
const IDEOGRAPH = new RegExp(`^${UNSPACED}$`, "u");

/** Where each word of a text begins, in UTF-16 units: as many as {@link countText} counts. */
export function wordStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    let at = index;
    let isBegun = false;
    for (const character of piece) {
      const isIdeograph = IDEOGRAPH.test(character);
      if (isIdeograph || (!isBegun && WORD_CHARACTER.test(character))) starts.push(at);
      isBegun ||= !isIdeograph && WORD_CHARACTER.test(character);
      at += character.length;
    }
  }
  return starts;
}

/** Adds two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return { words: a.words + b.words, characters: a.characters + b.characters };
}

const BODY_KINDS: ReadonlySet<Block["kind"]> = new Set([
  "dateline",
  "paragraph",
  "subhead",
  "pullQuote",
  "listItem",
  "factBox",
]);

/** The final texts of a block that count, in the order of print; none of an unknown block. */
export function countedTexts(block: Block): readonly string[] {
  if (isStruckOut(block)) return [];
  switch (block.kind) {
    case "unknown":
      return [];
    case "photo":
      return [finalText(block.caption), finalText(block.credit)];
    case "byline":
      return [block.runs.length > 0 ? finalText(block.runs) : bylineText(block)];
    default:
      return [finalText(block.runs)];
  }
}

/** Counts the final text of one block; an unknown block counts nothing. */
export function countBlock(block: Block): Counts {
  return countedTexts(block).map(countText).reduce(addCounts, NOTHING);
}

/** True for blocks whose words fill the column. */
export function isBody({ kind }: Pick<Block, "kind">): boolean {
  return BODY_KINDS.has(kind);
}

/** Counts a whole story, block by block. */
export function countStory(document: StoryDocument): StoryCounts {
  let all = NOTHING;
  let body = NOTHING;
  for (const block of document.blocks) {
    const counts = countBlock(block);
    all = addCounts(all, counts);
    if (isBody(block)) body = addCounts(body, counts);
  }
  return { all, body };
}
