import { NO_NAME } from "#shared/changes/index.ts";
import { words } from "#shared/language/index.ts";

const LONGEST = 160;

/** The beginning of the words that a note is on, on one line. */
export function excerptOf(quote: string): string {
  const line = quote.replaceAll(/\s+/gu, " ").trim();
  if (line === "") return words().notes.panel.wholeBlock;
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).toWellFormed().trimEnd()}…`;
}

/** A person's name as it is shown. */
export function nameOf(by: string): string {
  return by === NO_NAME ? words().changes.noName : by;
}
