const WORD_BEFORE = /[\p{L}\p{N}\p{M}_]$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}_]/u;
/** The longest character, in UTF-16 units. */
const CHARACTER = 2;

/** True where a place in a text lies within a word. Apostrophes and hyphens part words: Ana’s holds the word Ana. */
export function isInWord(text: string, at: number): boolean {
  return (
    WORD_BEFORE.test(text.slice(Math.max(0, at - CHARACTER), at)) &&
    WORD_AFTER.test(text.slice(at, at + CHARACTER))
  );
}
