import { counted, lossesEverywhere, marksLost } from "../losses.ts";
import type { PrintBlock, PrintParagraph } from "../print-blocks.ts";
import type { PrintStory } from "../story-format.ts";
import { HEAD_KINDS } from "./body-head.ts";
import { isMoreThanText, MARKS_FEW_PROGRAMS_KNOW } from "./inline.ts";

const PLAIN_ELEMENTS: Readonly<Partial<Record<PrintParagraph["kind"], string>>> = {
  byline: "byline",
  source: "source line",
  dateline: "dateline",
};

function plainTextLost(blocks: readonly PrintBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "photo") return [];
    const lost: string[] = [];
    const name = PLAIN_ELEMENTS[block.kind];
    if (name !== undefined && isMoreThanText(block.runs)) lost.push(name);
    if (isMoreThanText(block.dateline)) lost.push("dateline");
    return lost.map(
      (what) => `The ${what} has lost its bold, italic, links or line breaks: NITF holds plain text there.`,
    );
  });
}

function movedToHead(blocks: readonly PrintBlock[]): readonly string[] {
  const start = blocks.findIndex((block) => !HEAD_KINDS.has(block.kind));
  const moved = start < 0 ? 0 : blocks.slice(start).filter((block) => HEAD_KINDS.has(block.kind)).length;
  if (moved === 0) return [];
  return [
    `${counted(moved, "headline, deck, byline or source line")} moved to the head of the story, where NITF keeps them.`,
  ];
}

function movedToEnd(blocks: readonly PrintBlock[]): readonly string[] {
  const firstTagline = blocks.findIndex((block) => block.kind === "tagline");
  const after = firstTagline < 0 ? [] : blocks.slice(firstTagline);
  if (after.every((block) => block.kind === "tagline" || block.kind === "endMark")) return [];
  return ["The tagline moved to the very end of the story, where NITF keeps it."];
}

/** Everything in a story that NITF 3.6 cannot hold, as sentences. */
export function nitfLosses(story: PrintStory, blocks: readonly PrintBlock[]): readonly string[] {
  return [
    ...lossesEverywhere(story),
    ...plainTextLost(blocks),
    ...movedToHead(blocks),
    ...movedToEnd(blocks),
    ...marksLost(story, MARKS_FEW_PROGRAMS_KNOW, "Kept as a class that few programs show"),
  ];
}
