import { foldText } from "#shared/newsroom/index.ts";

/** Characters inside a word that no reader sees: soft hyphen, zero-width joiners, word joiner. */
const UNSEEN = /\u00AD|\u200C|\u200D|\u2060/g;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAS_IDEOGRAPHS = /[\u3040-\u30FF\u3400-\u9FFF\u{20000}-\u{3FFFF}]/u;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** More words than this narrow nothing down. */
const WORDS_MAX = 24;

/** Text with everything taken out that a reader does not see. */
export function seenText(text: string): string {
  return text.replace(UNSEEN, "");
}

/**
 * Text as the index holds it: accents, case and unseen characters gone, also from letters that do
 * not decompose (`ł`, `ø`, `ß`), and a space around every Han and kana character, which are words
 * of their own.
 */
export function indexedText(text: string): string {
  const folded = foldText(seenText(text));
  return HAS_IDEOGRAPHS.test(folded) ? folded.replace(WITHOUT_SPACES, " $& ") : folded;
}

/** The words that a person looks for, folded; none where there is nothing but punctuation. */
export function soughtWords(words: string): readonly string[] {
  const pieces = indexedText(words)
    .split(BETWEEN_WORDS)
    .filter((piece) => piece !== "");
  return pieces.slice(0, WORDS_MAX);
}

/** The sought words as an FTS5 query: all of them, the last one possibly unfinished. */
export function matchQuery(sought: readonly string[]): string {
  return `${sought.map((word) => `"${word}"`).join(" AND ")}*`;
}
