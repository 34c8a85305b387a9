import type { Hyphenation } from "#shared/fit/kit/kit.ts";
import type { Hyphenator } from "#shared/fit/compose/compositor-types.ts";

/** A place at which a word may be divided. */
export interface Division {
  /** Offset in the text before which the hyphen stands. */
  readonly at: number;
  /** Whether somebody put it there by a soft hyphen; otherwise the patterns did. */
  readonly soft: boolean;
}

const SOFT_HYPHEN = "\u00AD";
const WORD = /[\p{L}\p{M}'’\u00AD]+/gu;
const EDGES = /^['’]+|['’]+$/gu;
const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^\P{Ll}{2,}$/u;
/** Addresses are read letter by letter: a hyphen put into one is a wrong address. */
const ADDRESS = /[@\\_]|:\/\/|^www\.|\p{L}\.\p{L}{2,}|\.\p{L}{2,}\/|\/\p{L}+[./]/iu;

const SPACE = /\s/;

/** Whether what stands there from one space to the next is an address of the web or of mail, a file name or the like. */
function isInAddress(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && !SPACE.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && !SPACE.test(text.charAt(to))) to += 1;
  return ADDRESS.test(text.slice(from, to));
}

function softDivisions(word: string, start: number): readonly Division[] {
  const places: Division[] = [];
  for (let at = word.indexOf(SOFT_HYPHEN); at >= 0; at = word.indexOf(SOFT_HYPHEN, at + 1)) {
    if (at > 0 && at < word.length - 1) places.push({ at: start + at + 1, soft: true });
  }
  return places;
}

function wordDivisions(
  found: string,
  foundAt: number,
  rules: Hyphenation,
  hyphenator: Hyphenator,
): readonly Division[] {
  const word = found.replace(EDGES, "");
  if (word.length < Math.max(rules.shortestWord, rules.before + rules.after)) return [];
  if (ACRONYM.test(word) || (!rules.capitals && CAPITAL.test(word))) return [];
  const start = foundAt + found.indexOf(word);
  return hyphenator(word)
    .filter((at) => at >= rules.before && word.length - at >= rules.after)
    .map((at) => ({ at: start + at, soft: false }));
}

/**
 * Where the words of a piece of text may be divided, in order. The piece stands from `start` to
 * `end` of the paragraph and has no other place to break at in it. A word with soft hyphens is
 * divided at those only, as Unicode has it (UAX #14, 5.4), and at them even where the style
 * divides no words.
 */
export function divisionsOf(
  text: string,
  start: number,
  end: number,
  rules: Hyphenation | null,
  hyphenator: Hyphenator | null,
): readonly Division[] {
  const piece = text.slice(start, end);
  const soft = piece.includes(SOFT_HYPHEN);
  if (!soft && (!rules || !hyphenator || piece.length < rules.shortestWord)) return [];
  if (isInAddress(text, start, end)) return soft ? softDivisions(piece, start) : [];
  const places: Division[] = [];
  for (const { 0: found, index } of piece.matchAll(WORD)) {
    if (found.includes(SOFT_HYPHEN)) places.push(...softDivisions(found, start + index));
    else if (rules && hyphenator) places.push(...wordDivisions(found, start + index, rules, hyphenator));
  }
  return places;
}
