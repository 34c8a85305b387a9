import { foldText } from "#shared/newsroom/index.ts";

const WORD_START_SCORE = 8;
const RUN_SCORE = 5;
const LETTER_SCORE = 1;

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s\-/(]/.test(text[at - 1] ?? "");
}

/**
 * How well a title answers what was typed: the letters of `typed` must stand in `title` in their
 * order, accents and case aside; letters that start a word or follow one another count more. Null
 * where they do not.
 */
export function fuzzyScore(typed: string, title: string): number | null {
  const wanted = foldText(typed).replace(/\s+/g, "");
  if (wanted === "") return 0;
  const text = foldText(title);
  const plain = text.indexOf(foldText(typed).trim());
  if (plain >= 0)
    return wanted.length * (WORD_START_SCORE + (isWordStart(text, plain) ? RUN_SCORE : 0)) - plain / 100;
  let score = 0;
  let from = 0;
  let last = -2;
  for (const letter of wanted) {
    const at = nextPlace(text, letter, from);
    if (at < 0) return null;
    score += isWordStart(text, at) ? WORD_START_SCORE : at === last + 1 ? RUN_SCORE : LETTER_SCORE;
    last = at;
    from = at + 1;
  }
  return score - text.length / 100;
}

/** Where a letter is found: right here, else at the start of a later word, else anywhere later. */
function nextPlace(text: string, letter: string, from: number): number {
  if (text[from] === letter) return from;
  for (let at = text.indexOf(letter, from); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return text.indexOf(letter, from);
}

function bestScore(typed: string, texts: readonly string[]): number | null {
  const scores = texts.map((text) => fuzzyScore(typed, text)).filter((score) => score !== null);
  return scores.length === 0 ? null : Math.max(...scores);
}

/** Those of the items of which a text answers what was typed, best first; all of them in their order where nothing was. */
export function fuzzyFind<Item>(
  typed: string,
  items: readonly Item[],
  textsOf: (item: Item) => readonly string[],
): readonly Item[] {
  if (typed.trim() === "") return items;
  return items
    .map((item) => ({ item, score: bestScore(typed, textsOf(item)) }))
    .filter((found) => found.score !== null)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map((found) => found.item);
}
