import { blockText, type Block, type HeadlineBlock } from "#shared/document/index.ts";
import { FIELD_KINDS } from "../blocks/kinds.ts";
import { $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $appendRuns, $runsOf } from "../codec/runs.ts";
import type { FieldNode } from "../fields/field.ts";
import { $firstOfKind } from "../structure/only-one.ts";
import { headingRuns, oneLine } from "./one-line.ts";

/** Pasted blocks as they can be put in, and the headline that one of them has filled. */
export interface PlacedOnlyOnes {
  readonly blocks: readonly Block[];
  readonly filled: StoryBlockNode | null;
}

function $fill(standing: StoryBlockNode, title: HeadlineBlock, isOwn: boolean): void {
  const line = oneLine([title]);
  $appendRuns(standing, isOwn ? line : headingRuns(line));
  standing.setAlternates([...standing.getAlternates(), ...(title.alternates ?? [])]);
}

/** A headline that is none here: a deck among the headings, a subhead in the body, and so is each of its other wordings. */
function asLine({ id, runs, alternates = [] }: HeadlineBlock, kind: "deck" | "subhead"): readonly Block[] {
  return [
    { id, kind, runs },
    ...alternates.map((wording, nth): Block => ({ id: `${id} ${nth}`, kind, runs: wording })),
  ];
}

function $textOf(block: StoryBlockNode): string {
  return blockText({ id: "", kind: "paragraph", runs: $runsOf(block) });
}

/**
 * A story has one headline and one end mark, whatever is pasted into it. A pasted headline fills the
 * story's where that is empty; under one that says something it is a deck where it lands among the
 * headings, else a subhead. A pasted end mark that says what the story's says is left out; another is
 * a paragraph. What is pasted into a heading itself first goes into its line, and is left alone here.
 */
export function $placeOnlyOnes(
  blocks: readonly Block[],
  field: FieldNode | null,
  isOwn: boolean,
): PlacedOnlyOnes {
  const standing = $firstOfKind("headline");
  const end = $firstOfKind("endMark");
  const isHeading = $isStoryBlock(field) && FIELD_KINDS[field.getKind()].isHeading;
  const isAtTop = $isStoryBlock(field) && field.getPreviousSibling() === null;
  let filled: StoryBlockNode | null = null;
  let hasHeadline = standing !== null;
  let hasEnd = end !== null;
  const placed = blocks.flatMap((block, at): readonly Block[] => {
    if (block.kind === "endMark") {
      if (!hasEnd || (blocks.length === 1 && end?.is(field) === true)) {
        hasEnd = true;
        return [block];
      }
      const isSame = end === null || blockText(block).trim() === $textOf(end).trim();
      return isSame ? [] : [{ ...block, kind: "paragraph" }];
    }
    if (block.kind !== "headline" || (at === 0 && isHeading)) return [block];
    if (standing?.isEmpty() === true && filled === null && !standing.is(field)) {
      $fill(standing, block, isOwn);
      filled = standing;
      return [];
    }
    if (!hasHeadline && (isOwn || isAtTop)) {
      hasHeadline = true;
      return [block];
    }
    return asLine(block, isHeading ? "deck" : "subhead");
  });
  return { blocks: placed, filled };
}
