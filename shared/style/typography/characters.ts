/** Any space that text may hold, no-break ones among them, and line ends. */
export const SPACE = /\s/u;
const LETTER = /\p{L}|\p{M}/u;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const OPENING_PUNCTUATION = /[\p{Ps}¡¿/=]/u;
const DASH_OR_DOTS = /[\p{Pd}\u2026]/u;

export function isSpace(character: string): boolean {
  return SPACE.test(character);
}

export function isLetter(character: string): boolean {
  return LETTER.test(character);
}

/** A letter, a mark upon one, or a digit. */
export function isWord(character: string): boolean {
  return WORD.test(character);
}

/** A digit of any script. */
export function isDigit(character: string): boolean {
  return /\p{Nd}/u.test(character);
}

/** A digit or a fraction. */
export function isFigure(character: string): boolean {
  return /\p{N}/u.test(character);
}

/** What stands before a word and belongs to it: brackets, slashes, `¿`. The German low quotes are `Ps` too. */
export function isOpeningPunctuation(character: string): boolean {
  return OPENING_PUNCTUATION.test(character);
}

/** A hyphen, a dash or an ellipsis: what follows may belong to what comes before or to what comes after. */
export function isDashOrDots(character: string): boolean {
  return DASH_OR_DOTS.test(character);
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.)|@[\p{L}\d]|\.(?:com|org|net|edu|gov)\//iu;
const LONGEST_ADDRESS = 400;

/** True where the text ends inside a web or mail address: nothing may change there. */
export function endsInAddress(text: string): boolean {
  const tail = text.slice(-LONGEST_ADDRESS);
  const word = /\S*$/u.exec(tail)?.[0] ?? "";
  return ADDRESS.test(word.replace(/^[^\p{L}\d]+/u, ""));
}
