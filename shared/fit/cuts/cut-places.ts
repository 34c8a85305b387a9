import type { Material } from "#shared/fit/breaks/material.ts";

/** Words that could be cut together: the pieces of a material from `first` to `last`. */
export interface CutPlace {
  readonly first: number;
  readonly last: number;
  /** Offsets in the paragraph's text. What stands before `start` and from `end` on closes up rightly. */
  readonly start: number;
  readonly end: number;
  /** A whole sentence, or words inside one. */
  readonly sentence: boolean;
}

/** The most words of a sentence that are offered to be cut out of it. */
const MOST_WORDS = 8;
const ENDS_SENTENCE = /[.!?…:;]["'”’)\]]*\s*$/;
const SET_OFF = /[,;:—–("“”‘)\]]/;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly spaced: boolean;
}

function piecesOf(text: string, material: Material): readonly Piece[] {
  let start = material.start;
  return material.words.map(({ next }) => {
    const own = text.slice(start, next);
    const piece = { start, end: next, text: own, spaced: /\s$/.test(own) };
    start = next;
    return piece;
  });
}

/** Whether the words can be taken out without leaving half a bracket, quotation or clause behind. */
function closesUp(words: readonly Piece[]): boolean {
  return !words.some(({ text }) => SET_OFF.test(text) || ENDS_SENTENCE.test(text));
}

function wordsWithin(sentence: readonly Piece[], offset: number): readonly CutPlace[] {
  const places: CutPlace[] = [];
  // The first and the last word hold the capital and the full stop.
  for (let first = 1; first < sentence.length - 1; first += 1) {
    for (let last = first; last < Math.min(first + MOST_WORDS, sentence.length - 1); last += 1) {
      const words = sentence.slice(first, last + 1);
      if (!closesUp(words)) break;
      const from = words[0];
      const to = words.at(-1);
      const before = sentence[first - 1];
      if (!from || !to || !before?.spaced || !to.spaced) continue;
      places.push({
        first: offset + first,
        last: offset + last,
        start: from.start,
        end: to.end,
        sentence: false,
      });
    }
  }
  return places;
}

/**
 * What could be cut from a paragraph with the rest standing: up to eight words inside a sentence,
 * or a whole sentence with another one after it. Says nothing about whether the words are needed:
 * that is for the copy editor to see.
 */
export function cutPlaces(text: string, material: Material): readonly CutPlace[] {
  const pieces = piecesOf(text, material);
  const places: CutPlace[] = [];
  let from = 0;
  for (const [nr, piece] of pieces.entries()) {
    const isLast = nr === pieces.length - 1;
    if (!isLast && !ENDS_SENTENCE.test(piece.text)) continue;
    const sentence = pieces.slice(from, nr + 1);
    places.push(...wordsWithin(sentence, from));
    const head = sentence[0];
    if (head && !isLast && piece.spaced && sentence.length > 1) {
      places.push({ first: from, last: nr, start: head.start, end: piece.end, sentence: true });
    }
    from = nr + 1;
  }
  return places;
}
