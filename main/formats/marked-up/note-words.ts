import { cleanText, type Note } from "#shared/document/index.ts";
import { personName } from "./person-name.ts";

/**
 * What a note is, for a program that knows comments only: "Query to Ben Oduya, answered". One whose
 * words are gone says what they were.
 */
export function noteHeading({ kind, state, asked, orphan }: Note): string {
  const what = kind === "query" ? "Query" : "Note";
  const to = asked === undefined ? "" : ` to ${personName(asked)}`;
  const on = orphan ? `, on words that are gone: “${cleanText(orphan.quote).text}”` : "";
  return `${what}${to}, ${state}${on}`;
}

/** The text of a note or a reply, a paragraph for each line. */
export function noteLines({ text }: Pick<Note, "text">): readonly string[] {
  return cleanText(text).text.split("\n");
}
