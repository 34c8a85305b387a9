import {
  $createNodeSelection,
  $getRoot,
  $setSelection,
  type NodeSelection,
  type RangeSelection,
} from "lexical";
import { $createStoryBlock, $isStoryBlock } from "../blocks/story-block-node.ts";
import { $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { $fieldsOf, $neighbour } from "./field.ts";
import { $caretAt, $select } from "./field-point.ts";
import { $holdsEverything, $selectedBlocks, type FieldSpan, type SelectedBlock } from "./selected-blocks.ts";
import { $runOn } from "./run-on.ts";

function $removeSpan({ field, from, to }: FieldSpan): void {
  if (from < to) $select({ field, offset: from }, { field, offset: to }).removeText();
}

/** Empties the story: one paragraph is left, with the caret in it. */
export function $startOver(): void {
  const paragraph = $createStoryBlock("paragraph");
  $getRoot().clear().append(paragraph);
  $caretAt(paragraph, "start");
}

function $joinEnds(first: SelectedBlock, last: SelectedBlock): void {
  if (first.block.is(last.block) || !$isStoryBlock(first.block) || !$isStoryBlock(last.block)) return;
  $runOn(first.block, last.block);
  last.block.remove();
}

/**
 * Deletes a selection that reaches over several fields: the selected text, every block that lies
 * wholly inside, and nothing else. A photo of which a part is left keeps its picture and its fields.
 */
export function $deleteSelected(selection: RangeSelection): void {
  const selected = $selectedBlocks(selection);
  const first = selected[0];
  const last = selected.at(-1);
  if (!first || !last) return;
  if ($holdsEverything(selected)) {
    $startOver();
    return;
  }
  for (const { block, spans, isWhole } of selected) {
    const isEnd = block.is(first.block) || block.is(last.block);
    if (isWhole && !(isEnd && $isStoryBlock(block))) continue;
    for (const span of spans) $removeSpan(span);
  }
  const start = first.spans[0];
  const end = last.spans[0];
  const survivor = $isStoryBlock(first.block) || !first.isWhole ? start : end;
  $joinEnds(first, last);
  for (const { block, isWhole } of selected) {
    const isEnd = block.is(first.block) || block.is(last.block);
    if (isWhole && !(isEnd && $isStoryBlock(block))) block.remove();
  }
  if (survivor?.field.isAttached()) $select({ field: survivor.field, offset: survivor.from });
  else $getRoot().selectStart();
}

/** Selects a whole block, so that what is done next is done to all of it. */
export function $selectBlock(block: BlockNode): void {
  const selection = $createNodeSelection();
  selection.add(block.getKey());
  $setSelection(selection);
}

/** Deletes the blocks that are selected as a whole and puts the caret where they were. */
export function $deleteBlocks(selection: NodeSelection): void {
  for (const block of selection.getNodes().filter($isBlockNode)) $deleteBlock(block);
}

/**
 * Deletes one block; the caret goes to the end of the block before, else to the start of the next.
 * Where nothing can be typed in either, one of them is selected as a whole.
 */
export function $deleteBlock(block: BlockNode): void {
  const before = $neighbour(block, "previous");
  const after = $neighbour(block, "next");
  block.remove();
  const above = before && $fieldsOf(before).at(-1);
  const below = after && $fieldsOf(after)[0];
  const beside = before ?? after;
  if (above) $caretAt(above, "end");
  else if (below) $caretAt(below, "start");
  else if (beside) $selectBlock(beside);
  else $startOver();
}
