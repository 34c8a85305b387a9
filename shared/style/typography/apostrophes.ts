import { APOSTROPHE, type LocaleMarks } from "./locales.ts";

/** A year without its century: 90s, 68, 05, 05’s. Not 20,000 and not the 10 of a quoted ‘10’. */
const SHORT_YEAR =
  /^\d\d(?:['\u2019]?s(?![\p{L}\p{M}\p{N}])|er?n?(?![\p{L}\p{M}\p{N}])|(?![\p{L}\p{M}\p{N}'\u2018\u2019\u2032]|[.,:]\p{N}))/u;
const LETTERS = /^[\p{L}\p{M}]+(?:['\u2018\u2019][\p{L}\p{M}]+)*/u;
const QUOTE = /['\u2018\u2019]/u;

/** Words that lose no letters where they begin a quotation: ‘Cause and effect’. */
const ALSO_WORDS = new Set([
  "cause",
  "round",
  "bout",
  "bouts",
  "member",
  "hood",
  "till",
  "em",
  "ran",
  "raus",
  "rein",
]);
const CLOSING_LATER = /[^\s]['\u2018\u2019](?![\p{L}\p{N}])/u;

/**
 * True where what follows a single quote at the start of a word shows that it stands for letters or
 * figures left out: ’90s, ’tis, ’n’. `after` must hold the whole word and a character behind it.
 */
export function isElided(before: string, after: string, { elisions }: LocaleMarks): boolean {
  // A headline may begin with a quoted number: ‘20 dead’. Only a decade is certain there.
  if (SHORT_YEAR.test(after)) return before !== "" || /^\d\d(?:['\u2019]?s|er)/u.test(after);
  const whole =
    LETTERS.exec(after)?.[0]
      .replaceAll(/[\u2018\u2019]/gu, "'")
      .toLowerCase() ?? "";
  // ’ere’s and ’twas’nt: what hangs on a shortened word does not make it another.
  const word = elisions.includes(whole) ? whole : (/^\p{L}{2,}(?=')/u.exec(whole)?.[0] ?? whole);
  if (!elisions.includes(word)) return false;
  if (word !== whole) return true;
  const rest = after.slice(word.length);
  if (ALSO_WORDS.has(word) && CLOSING_LATER.test(rest)) return false;
  // In quotes of its own a word is a word: ‘em’. Only ’n’ loses letters on both sides.
  return word === "n" || !QUOTE.test(rest.charAt(0));
}

const LONGEST_ELISION = 10;

const DECADE = /^\d\d(?:['\u2019]?s|er)$/u;
const YEAR = /^\d\d(?:[^\p{L}\p{N}'\u2018\u2019.,:]|[.,:]\s)$/u;
const BEFORE_WORD = /[\s\p{Ps}\p{Pi}\p{Pd}¡¿/\u2026\u201C]/u;

/**
 * Looks back from a character that was just typed, the last of the text, for an opening single quote
 * that should be an apostrophe: from the s of ‘90s, from the space behind ‘tis, from the second quote
 * of ‘n'. Gives where it stands; null where there is none.
 */
export function lateApostropheAt(text: string, marks: LocaleMarks): number | null {
  const { open } = marks.single;
  const at = text.lastIndexOf(open, text.length - 2);
  if (open === APOSTROPHE || at < 0 || text.length - at > LONGEST_ELISION + 2) return null;
  if (at > 0 && !BEFORE_WORD.test(text.charAt(at - 1))) return null;
  const after = text.slice(at + 1);
  if (DECADE.test(after)) return at;
  if (YEAR.test(after)) return at === 0 ? null : at;
  const isWhole = LETTERS.exec(after)?.[0].length === after.length - 1;
  return isWhole && isElided(text.slice(0, at), after, marks) ? at : null;
}
