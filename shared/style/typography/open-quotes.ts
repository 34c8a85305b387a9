import { isOpeningPunctuation, isSpace, isWord } from "./characters.ts";
import type { LocaleMarks } from "./locales.ts";

type Level = "double" | "inner" | "single";

/** Which quotations stand open at a place in a paragraph. */
export interface OpenQuotes {
  readonly has: (level: Level) => boolean;
  /** True where the mark read last opened a quotation. */
  readonly lastOpened: () => boolean;
  /** Takes note of one curly mark and of what stands beside it; any other character changes nothing. */
  readonly read: (mark: string, before: string, after: string) => void;
}

/** Follows the quotations of a paragraph from its start. */
export function openQuotes({ double, inner, single }: LocaleMarks): OpenQuotes {
  const open: Level[] = [];
  let opened = false;

  const opens = (level: Level): void => {
    open.push(level);
    opened = true;
  };
  /** Closes the innermost quotation of a level, and whatever was left open in it. */
  const closes = (level: Level): void => {
    const at = open.lastIndexOf(level);
    if (at >= 0) open.length = at;
  };
  const readSame = (level: Level): void => {
    if (open.includes(level)) closes(level);
    else opens(level);
  };

  /** Where one mark opens and closes, what stands beside it says which: in Swedish ’ is the apostrophe too. */
  const readOnlySingle = (before: string, after: string): void => {
    const isAtStart = before === "" || isSpace(before) || isOpeningPunctuation(before);
    if (isAtStart && !isSpace(after)) opens("single");
    else if (!isWord(after)) closes("single");
  };

  const readSingle = (mark: string, before: string, after: string): void => {
    if (single.open === single.close) {
      if (mark === single.open) readOnlySingle(before, after);
    } else if (mark === single.open) opens("single");
    else if (mark === single.close && !isWord(after)) closes("single");
  };

  return {
    has: (level) => open.includes(level),
    lastOpened: () => opened,
    read: (mark, before, after) => {
      opened = false;
      if (mark === double.open && mark === double.close) readSame("double");
      else if (mark === double.open) opens("double");
      else if (mark === double.close) closes("double");
      else if (mark === inner?.open) opens("inner");
      else if (mark === inner?.close) closes("inner");
      else readSingle(mark, before, after);
    },
  };
}

const CURLY = /[«»\u2018-\u201E]/gu;

/** The quotations that stand open behind a text. */
export function openAfter(text: string, marks: LocaleMarks): OpenQuotes & { readonly lastMarkAt: number } {
  const quotes = openQuotes(marks);
  let lastMarkAt = -1;
  for (const { 0: mark, index } of text.matchAll(CURLY)) {
    quotes.read(mark, text.charAt(index - 1), text.charAt(index + 1));
    lastMarkAt = index;
  }
  return { ...quotes, lastMarkAt };
}

/** True for a mark that `openQuotes` takes note of. */
export function isCurlyMark(character: string): boolean {
  return /^[«»\u2018-\u201E]$/u.test(character);
}
