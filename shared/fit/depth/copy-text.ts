import type { Block, BlockId, Run } from "#shared/document/index.ts";
import type { CopyRun } from "#shared/fit/compose/index.ts";

/** Which text of a block: its own, or a photo's caption or credit. */
export type BlockField = "runs" | "caption" | "credit";

/** A place in a story: UTF-16 units into the text of a block as it stands, tracked deletions included. */
export interface StoryPlace {
  readonly block: BlockId;
  readonly field: BlockField;
  readonly offset: number;
}

/** A stretch of set text that stands in one piece in the story. */
interface Stretch extends StoryPlace {
  /** Where it begins in the set text. */
  readonly at: number;
  readonly length: number;
}

/** Copy to be set, and where each piece of it stands in the story. */
export interface CopyText {
  readonly runs: readonly CopyRun[];
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** The final text of runs: deletions are gone, but what is left knows where it stood. */
export function copyText(block: Block, field: BlockField, runs: readonly Run[]): CopyText {
  const copy: CopyRun[] = [];
  const stretches: Stretch[] = [];
  let text = "";
  let offset = 0;
  for (const run of runs) {
    if (!run.deleted && run.text !== "") {
      copy.push({ text: run.text, ...(run.marks ? { marks: run.marks } : {}) });
      stretches.push({ block: block.id, field, offset, at: text.length, length: run.text.length });
      text += run.text;
    }
    offset += run.text.length;
  }
  return { runs: copy, text, stretches };
}

/** Text that stands nowhere in the story as such: a byline composed from its facts. Its places are the start of the block. */
export function madeText(block: Block, text: string): CopyText {
  if (text === "") return { runs: [], text, stretches: [] };
  const stretch = { block: block.id, field: "runs", offset: 0, at: 0, length: 0 } as const;
  return { runs: [{ text }], text, stretches: [stretch] };
}

/** One text run into another, with `between` where neither has a space. */
export function joinCopy(first: CopyText, between: string, second: CopyText): CopyText {
  const lead = first.text + between;
  return {
    runs: [...first.runs, ...(between === "" ? [] : [{ text: between }]), ...second.runs],
    text: lead + second.text,
    stretches: [
      ...first.stretches,
      ...second.stretches.map((stretch) => ({ ...stretch, at: stretch.at + lead.length })),
    ],
  };
}

/** Where in the story a place in set text is; the end of one piece counts as the beginning of the next. */
export function placeInStory({ stretches }: CopyText, at: number): StoryPlace | null {
  const stretch = stretches.findLast((candidate) => candidate.at <= at) ?? stretches[0];
  if (!stretch) return null;
  const { block, field, offset, length } = stretch;
  return { block, field, offset: offset + Math.max(0, Math.min(at - stretch.at, length)) };
}

/** Where a place in the story is in set text; null where it is not in it at all. A place in deleted text is the start of what follows. */
export function placeInCopy(copy: CopyText, place: StoryPlace): number | null {
  const own = copy.stretches.filter(({ block, field }) => block === place.block && field === place.field);
  const stretch = own.findLast(({ offset }) => offset <= place.offset) ?? own[0];
  if (!stretch) return null;
  return stretch.at + Math.max(0, Math.min(place.offset - stretch.offset, stretch.length));
}
