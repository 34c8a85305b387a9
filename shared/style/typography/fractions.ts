const GLYPHS: Readonly<Record<string, string>> = {
  "1/2": "½",
  "1/3": "⅓",
  "2/3": "⅔",
  "1/4": "¼",
  "3/4": "¾",
  "1/5": "⅕",
  "2/5": "⅖",
  "3/5": "⅗",
  "4/5": "⅘",
  "1/6": "⅙",
  "5/6": "⅚",
  "1/8": "⅛",
  "3/8": "⅜",
  "5/8": "⅝",
  "7/8": "⅞",
};

/** What may stand before a fraction: not a figure, a slash, a sign or a letter, as in dates, codes and file names. */
const NOT_BEFORE = /[\p{L}\p{N}/\\.,:\-\u2013_#@]/u;

/** A fraction in text: what was written, a whole number and its space before it included, and its one character. */
export interface Fraction {
  readonly was: string;
  readonly now: string;
}

const WHOLE = /(?:^|[^\p{L}\p{N}/\\.,:\-\u2013_#$€£])(\p{Nd}{1,3} )$/u;

/**
 * The fraction at the start of `rest`, of those that fonts have a character for: not where it may be
 * part of a date (1/2/2026), of a ratio or of a larger number.
 */
export function fractionAt(before: string, rest: string): Fraction | null {
  const found = /^[0-9]\/[0-9](?![\p{L}\p{N}/\\_]|[.,]\p{N})/u.exec(rest)?.[0];
  const now = found === undefined ? undefined : GLYPHS[found];
  if (found === undefined || now === undefined || NOT_BEFORE.test(before.slice(-1))) return null;
  return { was: found, now };
}

/** A whole number, a space and a fraction, as 5 1/2 for 5½; null where they are no one number. */
export function mixedNumberAt(before: string, rest: string): Fraction | null {
  const whole = /^\p{Nd}{1,3} (?=[0-9]\/)/u.exec(rest)?.[0];
  if (whole === undefined || WHOLE.exec(before + whole) === null) return null;
  const fraction = fractionAt(before + whole, rest.slice(whole.length));
  return fraction && { was: whole + fraction.was, now: whole.trimEnd() + fraction.now };
}
