import { charactersOf, hasCase, headLetter, isUpper } from "#shared/style/case/letters.ts";

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

function withHead(word: string): string {
  const letters = charactersOf(word);
  const first = letters.findIndex(hasCase);
  return letters.map((letter, at) => (at === first ? headLetter(letter) : letter)).join("");
}

function startsUpper(word: string): boolean {
  const first = charactersOf(word).find(hasCase);
  return first !== undefined && isUpper(first);
}

/**
 * A replacement in the case of what it replaces: Fog becomes Mist, FOG becomes MIST, Harbor Fog becomes
 * Bay Mist. A replacement that has a capital itself stays as it is written: whoever looks for US and
 * writes United States means that.
 */
export function carriedCase(was: string, now: string): string {
  if (charactersOf(now).some(isUpper)) return now;
  const cased = charactersOf(was).filter(hasCase);
  if (cased.length > 1 && cased.every(isUpper)) return now.toUpperCase();
  const words = was.match(WORD) ?? [];
  if (words.length > 1 && words.every(startsUpper)) return now.replace(WORD, withHead);
  return startsUpper(was) ? withHead(now) : now;
}
