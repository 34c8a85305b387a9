import { $getSelection, $isRangeSelection } from "lexical";
import { canonicalRuns, runsText, type Run } from "#shared/document/index.ts";
import { $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $loosenBreaks, $nodesOfRuns, $runsOf } from "../codec/runs.ts";
import { $blockOf } from "../fields/field.ts";
import { $fieldLength, $fieldPoint, $select } from "../fields/field-point.ts";
import { $firstOfKind } from "./only-one.ts";

/** The headline with the caret, else the story's. */
export function $headline(): StoryBlockNode | null {
  const selection = $getSelection();
  const point = $isRangeSelection(selection) ? $fieldPoint(selection.anchor) : null;
  const block = point && $blockOf(point.field);
  return $isStoryBlock(block) && block.getKind() === "headline" ? block : $firstOfKind("headline");
}

function $setLine(headline: StoryBlockNode, runs: readonly Run[]): void {
  headline.clear().append(...$nodesOfRuns(runs));
  $loosenBreaks(headline);
}

function $selectLine(headline: StoryBlockNode): void {
  $select({ field: headline, offset: 0 }, { field: headline, offset: $fieldLength(headline) });
}

/**
 * Keeps the headline as it stands among its other wordings, and selects it: what is typed next is
 * the new one that prints. A wording that is kept already is not kept twice.
 */
export function $keepWording(headline: StoryBlockNode): void {
  const runs = $runsOf(headline);
  const kept = headline.getAlternates().map(canonicalRuns);
  const isKept = kept.some((wording) => JSON.stringify(wording) === JSON.stringify(runs));
  if (runsText(runs).trim() !== "" && !isKept) headline.setAlternates([runs, ...headline.getAlternates()]);
  $selectLine(headline);
}

/** Lets another wording print; the one that stood takes its place in the list, where it is not empty. */
export function $printWording(headline: StoryBlockNode, at: number): void {
  const wording = headline.getAlternates()[at];
  if (!wording) return;
  const standing = $runsOf(headline);
  const rest = headline.getAlternates().toSpliced(at, 1, ...(standing.length > 0 ? [standing] : []));
  headline.setAlternates(rest);
  $setLine(headline, wording);
  $select({ field: headline, offset: Number.POSITIVE_INFINITY });
}

/** Lets the next wording print; pressed again and again, each comes round once and the order stays. */
export function $printNextWording(headline: StoryBlockNode): void {
  const [next, ...rest] = headline.getAlternates();
  if (!next) return;
  const standing = $runsOf(headline);
  headline.setAlternates(standing.length > 0 ? [...rest, standing] : rest);
  $setLine(headline, next);
  $select({ field: headline, offset: Number.POSITIVE_INFINITY });
}

/** Takes a wording out of the list. */
export function $dropWording(headline: StoryBlockNode, at: number): void {
  headline.setAlternates(headline.getAlternates().toSpliced(at, 1));
}
