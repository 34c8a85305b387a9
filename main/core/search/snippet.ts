import { spellings } from "./folded-letters.ts";

const MATCH_START = "\u0002";
const MATCH_END = "\u0003";

/** How much of the text stands before the first match, and how long a snippet is, in UTF-16 units. */
const LEAD_IN = 40;
const SNIPPET_LENGTH = 160;

const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/** A pattern that finds any of the sought words, the last also as the start of a word. */
export function wordPattern(sought: readonly string[]): RegExp {
  const choices = sought.map((word, at) => {
    if (IDEOGRAPH.test(word)) return spellings(word, false);
    const isLast = at === sought.length - 1;
    return `(?<![\\p{L}\\p{N}])${spellings(word, isLast)}${isLast ? "" : "(?![\\p{L}\\p{N}])"}`;
  });
  return new RegExp(choices.join("|"), "giu");
}

/** The place where a snippet may begin at or after `from`, so that it cuts no word. */
function wordStart(text: string, from: number, match: number): number {
  if (from <= 0) return 0;
  const space = text.slice(from, match).search(/\s/u);
  return space < 0 ? match : from + space + 1;
}

function wordEnd(text: string, to: number, match: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(" ", to);
  return space > match ? space : to;
}

/**
 * The words around the first match, on one line, each match between U+0002 and U+0003, `…` where
 * text is left out. Null where nothing matches.
 */
export function snippet(text: string, pattern: RegExp): string | null {
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (!first) return null;
  const matchEnd = first.index + first[0].length;
  const start = wordStart(text, first.index - LEAD_IN, first.index);
  const end = wordEnd(text, Math.max(start + SNIPPET_LENGTH, matchEnd), matchEnd);
  const marked = text
    .slice(start, end)
    .replace(pattern, `${MATCH_START}$&${MATCH_END}`)
    .replace(/\s+/gu, " ")
    .trim();
  return `${start > 0 ? "…" : ""}${marked}${end < text.length ? "…" : ""}`;
}
