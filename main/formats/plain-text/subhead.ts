import { endsWithStop, startsLower, startsQuoted, wordCount } from "./shape.ts";

const LONGEST = 90;
const MOST_WORDS = 12;
const MARKED = /^#{1,6}\s+(?=\S)/u;

/** A subhead without the number signs of Markdown. */
export function withoutHeadingMarks(text: string): string {
  return text.replace(MARKED, "").replace(/\s#+$/, "");
}

/** Takes a short line that does not end as a sentence for a subhead, where the story goes on in prose below it. */
export function isSubhead(text: string, proseBelow: boolean): boolean {
  if (MARKED.test(text) && text.length <= LONGEST * 2) return true;
  if (!proseBelow || text.length > LONGEST || wordCount(text) > MOST_WORDS) return false;
  const question = text.endsWith("?");
  return (
    !startsLower(text) &&
    !startsQuoted(text) &&
    /^[\p{Lu}\p{N}¿¡]/u.test(text) &&
    (question || !endsWithStop(text)) &&
    !/[,;]$/.test(text)
  );
}
