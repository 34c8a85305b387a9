import { $getSelection, $isRangeSelection } from "lexical";
import type { FieldKind } from "../blocks/kinds.ts";
import { $splitField } from "../blocks/split.ts";
import { $createStoryBlock, $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $appendRuns } from "../codec/runs.ts";
import { $neighbour } from "../fields/field.ts";
import { $caretAt, $fieldLength, $fieldPoint, $select } from "../fields/field-point.ts";
import { $spellOutByline } from "./only-one.ts";
import { $chosenBlocks } from "./chosen-blocks.ts";
import { $runOn } from "../fields/run-on.ts";

/** What the second half of a block is: of its own kind, but for kinds that there is one of or that lead the body. */
function secondHalf(kind: FieldKind): FieldKind {
  if (kind === "headline") return "deck";
  return kind === "dateline" || kind === "endMark" ? "paragraph" : kind;
}

/** Parts the block with the caret in two, headings and quotes too; at the edge of a block it does nothing. */
export function $partBlock(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const point = $fieldPoint(selection.focus);
  if (!point || !$isStoryBlock(point.field)) return;
  const { field, offset } = point;
  if (offset === 0 || offset >= $fieldLength(field)) return;
  const rest = $createStoryBlock(secondHalf(field.getKind()));
  $splitField(field, offset, rest);
  $caretAt(rest, "start");
}

const EDGE_SPACE = /^\s|\s$/u;

function $needsSpace(upper: StoryBlockNode, lower: StoryBlockNode): boolean {
  const [above, below] = [upper.getTextContent(), lower.getTextContent()];
  return (
    above !== "" && below !== "" && !EDGE_SPACE.test(above.slice(-1)) && !EDGE_SPACE.test(below.slice(0, 1))
  );
}

/**
 * Puts the text of a block behind that of the one above, whose kind it takes, with the caret at the
 * seam. A headline that is joined to another gives it its other wordings; one with other wordings
 * joins nothing else.
 */
export function $joinBlocks(upper: StoryBlockNode, lower: StoryBlockNode, isSpaced: boolean): boolean {
  const wordings = lower.getKind() === "headline" ? lower.getAlternates() : [];
  if (wordings.length > 0 && upper.getKind() !== "headline") return false;
  $spellOutByline(upper);
  $spellOutByline(lower);
  const seam = $fieldLength(upper);
  if (isSpaced && $needsSpace(upper, lower)) $appendRuns(upper, [{ text: " " }]);
  $runOn(upper, lower);
  if (wordings.length > 0) upper.setAlternates([...upper.getAlternates(), ...wordings]);
  lower.remove();
  $select({ field: upper, offset: seam });
  return true;
}

/** Joins the selected blocks, or the block with the caret and the one below, with a space between them. */
export function $joinChosen(): void {
  const chosen = $chosenBlocks();
  const [first] = chosen;
  if (!$isStoryBlock(first)) return;
  const wanted = Math.max(1, chosen.length - 1);
  for (let joined = 0; joined < wanted; joined += 1) {
    const below = $neighbour(first, "next");
    if (!$isStoryBlock(below) || !$joinBlocks(first, below, true)) return;
  }
}
