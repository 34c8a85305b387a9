import type { BylineFacts } from "#shared/document/index.ts";

/** Reads authors and agency from a byline as it was typed. */
export function parseByline(line: string): BylineFacts {
  const rest = line.replace(/^\s*by\s+/i, "").trim();
  return { authors: rest === "" ? [] : [rest], agency: null };
}
