import { bylineText, finalText, isStruckOut, type Block } from "#shared/document/index.ts";

/** What a reader sees of a block, as plain text: deletions and notes out, a photo's caption and credit each on a line. */
export function readersText(block: Block): string {
  if (isStruckOut(block)) return "";
  switch (block.kind) {
    case "unknown":
      return "";
    case "photo":
      return [finalText(block.caption), finalText(block.credit)].filter((line) => line !== "").join("\n");
    case "byline":
      return block.runs.length > 0 ? finalText(block.runs) : bylineText(block);
    default:
      return finalText(block.runs);
  }
}

const LIST_WORDS = 12;
const SOFT_HYPHEN = /\u00AD/g;

/** One line for the desk list: the whole of a headline, or the first words of anything else. */
export function listLine(block: Block): string {
  const line = readersText(block).replace(SOFT_HYPHEN, "").trim();
  if (block.kind === "headline") return line.replace(/\s+/gu, " ");
  const words = line.split(/\s+/u);
  return words.length > LIST_WORDS ? `${words.slice(0, LIST_WORDS).join(" ")}…` : words.join(" ");
}
