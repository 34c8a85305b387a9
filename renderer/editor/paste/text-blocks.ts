import { cleanText, newBlockId, type TextBlock } from "#shared/document/index.ts";

/** Plain text as paragraphs: one for each line that is not blank. */
export function blocksFromText(raw: string): readonly TextBlock[] {
  return cleanText(raw)
    .text.split("\n")
    .map((line) => line.replace(/[ \t\u00A0]+$/, ""))
    .filter((line) => line.trim() !== "")
    .map((text) => ({ id: newBlockId(), kind: "paragraph", runs: [{ text }] }));
}
