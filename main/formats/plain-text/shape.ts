const STOP = /(?:[.。]["”’»›'“)\]]*|[!?…！？]["”’»›'“)\]]+)$/u;
const ANY_STOP = /[.!?…。！？:;]["”’»›'“)\]]*$/u;
const INNER_STOP = /[.!?…]["”’»')\]]*\s+\S|[。！？]/u;
const LOWER_START = /^["“„«‘'(]?\p{Ll}/u;
const OPENING_QUOTE = /^["“„«‘”»'`]/u;
const WORD = /[\p{L}\p{N}]/u;
const LONG_LINE = 140;
const LONG_PARAGRAPH = 240;
const SAMPLE = 1000;

/** How many words a text has; no more than the first thousand characters are counted. */
export function wordCount(text: string): number {
  return text
    .slice(0, SAMPLE)
    .split(/\s+/)
    .filter((word) => WORD.test(word)).length;
}

/** True where the text ends as a sentence of a story does: with a full stop, or a closing quote behind one. */
export function endsSentence(text: string): boolean {
  return STOP.test(text.slice(-12));
}

/** True where any mark of a sentence's or clause's end is last: `.`, `?`, `!`, `:`. */
export function endsWithStop(text: string): boolean {
  return ANY_STOP.test(text.slice(-12));
}

/** True where a text begins in the middle of a sentence. */
export function startsLower(text: string): boolean {
  return LOWER_START.test(text.slice(0, 4));
}

/** True where a text begins with a quotation mark. */
export function startsQuoted(text: string): boolean {
  return OPENING_QUOTE.test(text.slice(0, 2));
}

/** True where no letter is a small one. */
export function isInCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** True where a text is told rather than called out: a sentence or more. */
export function isProse(text: string): boolean {
  if (text.length >= LONG_PARAGRAPH) return true;
  const stops = endsSentence(text);
  if (text.length >= LONG_LINE) return stops || INNER_STOP.test(text);
  if (stops) return wordCount(text) >= 5 || /。/u.test(text);
  return endsWithStop(text) && INNER_STOP.test(text) && wordCount(text) >= 8;
}

/** True for what could be a headline, a deck or a subhead: one line that does not end as a sentence does. */
export function isTitleLike(text: string): boolean {
  return text.length <= 220 && !isProse(text) && WORD.test(text) && !/[,;:]$/.test(text);
}
