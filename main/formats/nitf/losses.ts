import { lossesEverywhere, marksLost } from "../losses.ts";
import type { PrintBlock, PrintParagraph } from "../print-blocks.ts";
import type { PrintStory } from "../story-format.ts";
import { HEAD_KINDS } from "./body-head.ts";
import { isMoreThanText, MARKS_FEW_PROGRAMS_KNOW } from "./inline.ts";
import type { PlainLine } from "#shared/language/english/told/exporting.ts";
import { told, type Told } from "#shared/language/told.ts";

const PLAIN_ELEMENTS: Readonly<Partial<Record<PrintParagraph["kind"], PlainLine>>> = {
  byline: "byline",
  source: "source",
  dateline: "dateline",
};

function plainTextLost(blocks: readonly PrintBlock[]): readonly Told[] {
  return blocks.flatMap((block) => {
    if (block.kind === "photo") return [];
    const lost: PlainLine[] = [];
    const name = PLAIN_ELEMENTS[block.kind];
    if (name !== undefined && isMoreThanText(block.runs)) lost.push(name);
    if (isMoreThanText(block.dateline)) lost.push("dateline");
    return lost.map((line) => told("nitfPlainLine", { line }));
  });
}

function movedToHead(blocks: readonly PrintBlock[]): readonly Told[] {
  const start = blocks.findIndex((block) => !HEAD_KINDS.has(block.kind));
  const moved = start < 0 ? 0 : blocks.slice(start).filter((block) => HEAD_KINDS.has(block.kind)).length;
  return moved === 0 ? [] : [told("nitfHead", { count: moved })];
}

function movedToEnd(blocks: readonly PrintBlock[]): readonly Told[] {
  const firstTagline = blocks.findIndex((block) => block.kind === "tagline");
  const after = firstTagline < 0 ? [] : blocks.slice(firstTagline);
  if (after.every((block) => block.kind === "tagline" || block.kind === "endMark")) return [];
  return [told("nitfEnd")];
}

/** Everything in a story that NITF 3.6 cannot hold, as sentences. */
export function nitfLosses(story: PrintStory, blocks: readonly PrintBlock[]): readonly Told[] {
  return [
    ...lossesEverywhere(story),
    ...plainTextLost(blocks),
    ...movedToHead(blocks),
    ...movedToEnd(blocks),
    ...marksLost(story, MARKS_FEW_PROGRAMS_KNOW, "markAsClass"),
  ];
}
