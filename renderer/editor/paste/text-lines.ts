import { cleanText } from "#shared/document/index.ts";
import type { SourceLine } from "./hard-lines.ts";

/** Plain text as lines, without the spaces at their ends, and how many characters could not be kept, half ones among them. */
export function textLines(raw: string): {
  readonly lines: readonly SourceLine[];
  readonly lost: number;
  readonly halves: number;
} {
  const { text, lost, halves } = cleanText(raw);
  const lines = text.split("\n").map((line) => {
    const trimmed = line.trimEnd();
    return trimmed.trim() === "" ? [] : [{ text: trimmed }];
  });
  return { lines, lost, halves };
}
