import {
  bylineText,
  hasRuns,
  isStruckOut,
  wordStarts,
  type Block,
  type StoryDocument,
} from "#shared/document/index.ts";
import { copyText, madeText, placeInStory, type CopyText, type StoryPlace } from "./copy-text.ts";

/** What is more than the planned words. */
export interface WordsOver {
  /** Where in the story the first word too many begins. */
  readonly from: StoryPlace | null;
  readonly words: number;
}

/** The texts of a block whose words are counted, in the order of print. */
function countedTexts(block: Block): readonly CopyText[] {
  if (isStruckOut(block)) return [];
  if (block.kind === "photo")
    return [copyText(block, "caption", block.caption), copyText(block, "credit", block.credit)];
  if (!hasRuns(block)) return [];
  return block.kind === "byline" && block.runs.length === 0
    ? [madeText(block, bylineText(block))]
    : [copyText(block, "runs", block.runs)];
}

/** Where the planned words of a story end, counted as `countStory` counts all of them; null where there are no more. */
export function wordsOver({ blocks }: Pick<StoryDocument, "blocks">, planned: number): WordsOver | null {
  let words = 0;
  let from: StoryPlace | null = null;
  for (const copy of blocks.flatMap(countedTexts)) {
    const starts = wordStarts(copy.text);
    const first = starts[Math.max(0, Math.ceil(planned) - words)];
    if (first !== undefined && words + starts.length > planned) from ??= placeInStory(copy, first);
    words += starts.length;
  }
  return words > planned ? { from, words: words - planned } : null;
}
