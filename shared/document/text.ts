/**
 * What the text of a story may hold: every Unicode character that XML 1.0 can carry
 * (section 2.2, production 2), less the C1 controls. `\n` is a forced line break inside a block
 * and `\t` a tab; a paragraph never holds any other kind of line end.
 */
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/;
const FORBIDDEN_ALL = new RegExp(FORBIDDEN.source, "g");
const OTHER_LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;

/** True where every character of the text can be stored, shown and exported as it is. */
export function isStoryText(text: string): boolean {
  return !FORBIDDEN.test(text) && text.isWellFormed();
}

export interface CleanText {
  readonly text: string;
  /** How many characters could not be kept: control characters dropped, half characters replaced by U+FFFD. */
  readonly lost: number;
  /** How many of them were half characters: U+FFFD stands for each. */
  readonly halves: number;
}

/**
 * Makes any string into story text. Every kind of line end becomes `\n`; control characters are
 * dropped; half of a surrogate pair becomes U+FFFD. Says how many characters were lost.
 */
export function cleanText(raw: string): CleanText {
  if (isStoryText(raw)) return { text: raw, lost: 0, halves: 0 };
  let dropped = 0;
  const unified = raw.replace(OTHER_LINE_ENDS, "\n").replace(FORBIDDEN_ALL, () => {
    dropped += 1;
    return "";
  });
  const text = unified.toWellFormed();
  let halves = 0;
  if (text !== unified) {
    for (let at = 0; at < text.length; at += 1) {
      if (text.charCodeAt(at) !== unified.charCodeAt(at)) halves += 1;
    }
  }
  return { text, lost: dropped + halves, halves };
}
