const WITHOUT_SPACES = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const WORD_START = String.raw`[[\p{L}\p{N}]--[${WITHOUT_SPACES}]]`;
/** Combining marks, soft hyphens and the joiners never end a word. */
const WORD_REST = String.raw`[[\p{L}\p{N}\p{M}\u00AD\u200C\u200D\u2060]--[${WITHOUT_SPACES}]]`;
const INSIDE_WORD = String.raw`(?:['’](?=${WORD_START})|(?<=\p{N})[.,:](?=\p{N}))`;

const TOKENS = new RegExp(
  [
    String.raw`’?${WORD_START}${WORD_REST}*(?:${INSIDE_WORD}${WORD_START}${WORD_REST}*)*`,
    String.raw`\n`,
    String.raw`[^\S\n]+`,
    String.raw`\p{RGI_Emoji}`,
    String.raw`\p{Any}\p{M}*`,
  ].join("|"),
  "gv",
);
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Parts text into the pieces that a comparison keeps whole: words, stretches of space, line ends
 * and single signs. Together they are the text again. A word keeps the apostrophe inside it
 * (“don’t”, “O’Dea”) and before it (“’90s”), a number its point and comma (“1,000.5”); the parts of
 * a hyphenated compound are words of their own, and so is each Han or kana character. The rules
 * are fixed, so that every machine compares two texts alike: what `Intl.Segmenter` does changes
 * with the version of ICU.
 */
export function splitWords(text: string): readonly string[] {
  return text.match(TOKENS) ?? [];
}

/** True for a piece that a person would call a word or a number. */
export function isWord(piece: string): boolean {
  return WORD_CHARACTER.test(piece);
}

/** Where each piece begins in the text, in UTF-16 code units, and last where the text ends. */
export function pieceOffsets(pieces: readonly string[]): readonly number[] {
  let end = 0;
  return [0, ...pieces.map((piece) => (end += piece.length))];
}

/** How long the pieces of a range are together. */
export function rangeLength(offsets: readonly number[], from: number, to: number): number {
  return (offsets[to] ?? 0) - (offsets[from] ?? 0);
}
