import { spellings } from "./folded-letters.ts";

const MATCH_START = "\u0002";
const MATCH_END = "\u0003";

/** How much of the text stands before the first match, and how long a snippet is, in UTF-16 units. */
const LEAD_IN = 40;
const SNIPPET_LENGTH = 160;

const IDEOGRAPHS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{N}\p{M}]/u;

/** How one sought word is found in a text as it is written. */
export interface WordPattern {
  /** Finds its letters, also in the middle of a word: the word's ends are checked apart. */
  readonly letters: RegExp;
  readonly isUnfinished: boolean;
  /** True for scripts that put no space between words. */
  readonly isAnywhere: boolean;
}

/** From where to where a word stands in a text, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The patterns for sought words, the last of which may be unfinished. */
export function wordPatterns(sought: readonly string[]): readonly WordPattern[] {
  return [...new Set(sought)].map((word) => {
    const isUnfinished = word === sought.at(-1);
    // No class of all letters in here, and no flag `i`: they would cost more to compile than to run.
    return {
      letters: new RegExp(spellings(word, isUnfinished), "gu"),
      isUnfinished,
      isAnywhere: IDEOGRAPHS.test(word),
    };
  });
}

function stands(text: string, { start, end }: Span, { isUnfinished, isAnywhere }: WordPattern): boolean {
  if (isAnywhere) return true;
  if (ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start))) return false;
  return isUnfinished || !BEGINS_IN_WORD.test(text.slice(end, end + 2));
}

/** Where a word stands first in a text, at `from` or after it. */
function find(text: string, pattern: WordPattern, from: number): Span | null {
  pattern.letters.lastIndex = from;
  for (let found = pattern.letters.exec(text); found; found = pattern.letters.exec(text)) {
    const span = { start: found.index, end: found.index + found[0].length };
    if (stands(text, span, pattern)) return span;
  }
  return null;
}

/** Where any of the words stands first; of two at one place, the longer. */
function findFirst(text: string, patterns: readonly WordPattern[], from: number): Span | null {
  let first: Span | null = null;
  for (const pattern of patterns) {
    const span = find(text, pattern, from);
    if (!span) continue;
    if (!first || span.start < first.start || (span.start === first.start && span.end > first.end)) {
      first = span;
    }
  }
  return first;
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

function mark(text: string, patterns: readonly WordPattern[]): string {
  let marked = "";
  let at = 0;
  for (let span = findFirst(text, patterns, 0); span; span = findFirst(text, patterns, at)) {
    marked += text.slice(at, span.start) + MATCH_START + text.slice(span.start, span.end) + MATCH_END;
    at = span.end;
  }
  return marked + text.slice(at);
}

/**
 * The words around the first match in the first of some texts that has one: on one line, each
 * match between U+0002 and U+0003, `…` where words are left out. Null where nothing matches.
 */
export function snippet(texts: Iterable<string>, patterns: readonly WordPattern[]): string | null {
  for (const text of texts) {
    const first = findFirst(text, patterns, 0);
    if (!first) continue;
    const start = wordStart(text, first.start - LEAD_IN, first.start);
    const end = wordEnd(text, Math.max(start + SNIPPET_LENGTH, first.end), first.end);
    const line = mark(text.slice(start, end), patterns).replace(/\s+/gu, " ").trim();
    return `${start > 0 ? "…" : ""}${line}${end < text.length ? "…" : ""}`;
  }
  return null;
}
