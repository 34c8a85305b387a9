import { foldText } from "#shared/newsroom/index.ts";

/** Where letters lie that fold to others: capitals, Latin, Greek, Cyrillic and Armenian with their extensions, and ligatures. */
const LETTER_RANGES: readonly (readonly [number, number])[] = [
  [0x0041, 0x005a],
  [0x00c0, 0x024f],
  [0x0370, 0x0587],
  [0x1e00, 0x1fff],
  [0xfb00, 0xfb06],
];
const LONGEST_FOLD = 3;
const LETTER = /\p{L}/u;
const COMBINING = "[\\u0300-\\u036F]*";

let foldedTo: ReadonlyMap<string, string> | undefined;

/** By what they fold to: the letters that do, as one string (`e` → `éèêë…`, `ss` → `ß`). */
function lettersByFold(): ReadonlyMap<string, string> {
  if (foldedTo) return foldedTo;
  const found = new Map<string, string>();
  for (const [first, last] of LETTER_RANGES) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code);
      const folded = foldText(letter);
      if (folded !== letter && LETTER.test(letter)) found.set(folded, (found.get(folded) ?? "") + letter);
    }
  }
  foldedTo = found;
  return found;
}

/** The letters that fold to more than one, of which the first is this one: `s` → `ß`. */
function lettersBeginning(letter: string): string {
  return [...lettersByFold()]
    .filter(([folded]) => folded.length > 1 && folded.startsWith(letter))
    .map(([, letters]) => letters)
    .join("");
}

/**
 * A pattern (flag `u`) for every spelling that folds to this word: `lodz` also finds `Łódź`. The
 * last letter of an unfinished word may be the first half of a letter: `stras` finds `Straß`.
 */
export function spellings(word: string, isUnfinished: boolean): string {
  const byFold = lettersByFold();
  const letters = Array.from(word);
  const oneLetter = (letter: string): string => `${letter}${byFold.get(letter) ?? ""}`;
  let pattern = "";
  for (let at = 0; at < letters.length;) {
    const one = letters[at] ?? "";
    const halves = isUnfinished && at === letters.length - 1 ? lettersBeginning(one) : "";
    let choice = `[${oneLetter(one)}${halves}]`;
    let taken = 1;
    for (let length = LONGEST_FOLD; length > 1; length -= 1) {
      const several = letters.slice(at, at + length);
      const ligatures = several.length === length ? byFold.get(several.join("")) : undefined;
      if (ligatures === undefined) continue;
      choice = `(?:[${ligatures}]|${several.map((letter) => `[${oneLetter(letter)}]${COMBINING}`).join("")})`;
      taken = length;
      break;
    }
    pattern += choice + COMBINING;
    at += taken;
  }
  return pattern;
}
