import type { Effort } from "./effort.ts";
import { isWord, splitWords } from "./words.ts";

/** Two paragraphs are the same one, reworded, where at least this share of their words is common (Dice). */
const ALIKE = 0.6;

/** Shorter texts agree by chance. */
const FEWEST_WORDS = 4;

/** A word in more paragraphs than this tells no two of them apart. */
const COMMON = 24;

type WordCounts = ReadonlyMap<string, number>;

interface Wording {
  readonly place: number;
  readonly words: WordCounts;
  readonly total: number;
}

/** A text and where it stands. */
export interface PlacedText {
  readonly place: number;
  readonly text: string;
}

interface Likeness {
  readonly was: Wording;
  readonly is: Wording;
  readonly share: number;
}

function wordingOf({ place, text }: PlacedText): Wording {
  const words = new Map<string, number>();
  let total = 0;
  for (const piece of splitWords(text)) {
    if (!isWord(piece)) continue;
    words.set(piece, (words.get(piece) ?? 0) + 1);
    total += 1;
  }
  return { place, words, total };
}

function share(a: Wording, b: Wording): number {
  let common = 0;
  for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0);
  return (2 * common) / (a.total + b.total);
}

/** Which texts hold each word that is rare enough to find a text by. */
function indexByWord(wordings: readonly Wording[]): ReadonlyMap<string, readonly Wording[]> {
  const index = new Map<string, Wording[]>();
  for (const wording of wordings) {
    for (const word of wording.words.keys()) {
      const holders = index.get(word) ?? [];
      holders.push(wording);
      index.set(word, holders);
    }
  }
  return new Map([...index].filter(([, holders]) => holders.length <= COMMON));
}

/**
 * Finds the texts of `after` that are very nearly texts of `before`, the likest first, each one
 * once: pairs of their places. Only texts that share a rare word are weighed against each other.
 */
export function alikeTexts(
  before: readonly PlacedText[],
  after: readonly PlacedText[],
  effort: Effort,
): readonly (readonly [was: number, is: number])[] {
  const index = indexByWord(before.map(wordingOf).filter(({ total }) => total >= FEWEST_WORDS));
  const found: Likeness[] = [];
  for (const text of after) {
    const is = wordingOf(text);
    if (is.total < FEWEST_WORDS) continue;
    const candidates = new Set([...is.words.keys()].flatMap((word) => index.get(word) ?? []));
    for (const was of candidates) {
      if (effort.spent > effort.limit) break;
      effort.spent += was.words.size;
      const alike = share(was, is);
      if (alike >= ALIKE) found.push({ was, is, share: alike });
    }
  }
  found.sort((a, b) => b.share - a.share || a.is.place - b.is.place || a.was.place - b.was.place);
  const paired = new Set<Wording>();
  return found.flatMap(({ was, is }) => {
    if (paired.has(was) || paired.has(is)) return [];
    paired.add(was).add(is);
    return [[was.place, is.place] as const];
  });
}
