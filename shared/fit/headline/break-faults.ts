import {
  ADJECTIVES,
  ADJECTIVE_ENDING,
  ARTICLES,
  AUXILIARIES,
  CONJUNCTIONS,
  PARTICLES,
  PHRASAL_VERBS,
  POSSESSIVES,
  PREPOSITIONS,
  TITLES,
} from "./words.ts";

/** Why a break between two lines of a headline reads badly. */
export type BreakFaultKind =
  "preposition" | "article" | "conjunction" | "verb" | "adjective" | "possessive" | "name" | "number";

/** How bad each is, in points of a score of our own: a name torn apart is the worst. */
export const FAULT_WEIGHTS: Readonly<Record<BreakFaultKind, number>> = {
  name: 9,
  article: 8,
  verb: 7,
  preposition: 6,
  possessive: 6,
  number: 6,
  conjunction: 5,
  adjective: 4,
};

const EDGE_MARKS = /^[^\p{L}\p{N}$£€]+|[^\p{L}\p{N}%]+$/gu;
const ENDS_CLAUSE = /[.,;:!?…–—)\]”’"']$/u;
const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^[\p{Lu}.]{2,}$/u;
const NUMBER = /^[$£€]?\d[\d.,]*$/;
const COUNTED =
  /^(?:hundred|thousand|million|billion|trillion|percent|people|days?|weeks?|months?|years?|hours?|minutes?|miles?|acres?|feet|votes?|jobs?|seats?)$/;

function bare(word: string): string {
  return word.replace(EDGE_MARKS, "").replaceAll("'", "’");
}

/**
 * How the headline is written: only where most of its words begin small does a capital inside it
 * tell a name.
 */
export function tellsNames(words: readonly string[]): boolean {
  const inside = words
    .slice(1)
    .map(bare)
    .filter((word) => /^\p{L}/u.test(word));
  return inside.filter((word) => CAPITAL.test(word)).length * 2 < inside.length;
}

function splitsName(before: string, after: string, isFirst: boolean): boolean {
  if (!CAPITAL.test(after)) return false;
  if (TITLES.has(before.toLowerCase().replace(/\.$/, ""))) return true;
  return CAPITAL.test(before) && !ACRONYM.test(before) && !isFirst && !/’s?$/.test(before);
}

/** Whether a preposition is the second half of a verb here: behind the verb, or with another preposition to follow. */
function endsVerb(words: readonly string[], index: number): boolean {
  const own = bare(words[index] ?? "").toLowerCase();
  if (!PARTICLES.has(own)) return false;
  const next = bare(words[index + 1] ?? "").toLowerCase();
  const isOwnPair = next === "of" || next === "to";
  return (
    PHRASAL_VERBS.has(bare(words[index - 1] ?? "").toLowerCase()) || (PREPOSITIONS.has(next) && !isOwnPair)
  );
}

/**
 * What is wrong with ending a line after `words[index]`; null where nothing is known to be. English
 * only, from lists of words and endings: it knows no grammar, and what it does not know it lets pass.
 */
export function breakFault(words: readonly string[], index: number, names: boolean): BreakFaultKind | null {
  const typed = words[index] ?? "";
  const following = words[index + 1];
  if (following === undefined || ENDS_CLAUSE.test(typed)) return null;
  const before = bare(typed);
  const after = bare(following);
  const lower = before.toLowerCase();
  if (names && splitsName(before, after, index === 0)) return "name";
  if (ARTICLES.has(lower)) return "article";
  if (AUXILIARIES.has(lower)) return "verb";
  if (PHRASAL_VERBS.has(lower) && PARTICLES.has(after.toLowerCase())) return "verb";
  if (PREPOSITIONS.has(lower)) return endsVerb(words, index) ? null : "preposition";
  if (CONJUNCTIONS.has(lower)) return "conjunction";
  if (POSSESSIVES.has(lower)) return "possessive";
  if (NUMBER.test(before) && COUNTED.test(after.toLowerCase())) return "number";
  const isAdjective = ADJECTIVES.has(lower) || ADJECTIVE_ENDING.test(lower) || /\p{L}-\p{L}/u.test(before);
  return isAdjective && /^[\p{L}\p{N}]/u.test(after) ? "adjective" : null;
}
