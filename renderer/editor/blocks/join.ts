import type { BlockNode } from "../codec/blocks.ts";
import { $blockOf, $fieldsOf, $neighbour, $nextField, type FieldNode } from "../fields/field.ts";
import { $caretAt } from "../fields/field-point.ts";
import { $deleteBlock, $selectBlock } from "../fields/delete-selected.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { $isBare } from "../structure/only-one.ts";
import { $joinBlocks } from "../structure/part-and-join.ts";
import { FIELD_KINDS } from "./kinds.ts";
import { $isStoryBlock, type StoryBlockNode } from "./story-block-node.ts";

/** Running copy: a dateline stands by itself before the paragraph that it leads, and so does the end mark. */
function isCopy(block: StoryBlockNode): boolean {
  return !FIELD_KINDS[block.getKind()].isHeading && block.getKind() !== "endMark";
}

function $canJoin(upper: StoryBlockNode, lower: StoryBlockNode): boolean {
  if (upper.getKind() === lower.getKind()) return true;
  return lower.getKind() === "paragraph" && isCopy(upper);
}

/** Backspace makes copy of these before it joins them to anything. */
function turnsIntoParagraph(block: StoryBlockNode): boolean {
  const kind = block.getKind();
  return kind !== "paragraph" && (!FIELD_KINDS[kind].isHeading || kind === "dateline");
}

function $backOverBlock(block: StoryBlockNode, before: BlockNode): void {
  const isBare = $isBare(block);
  if (!$isStoryBlock(before)) {
    if (isBare) block.remove();
    $selectBlock(before);
  } else if (isBare) {
    $deleteBlock(block);
  } else if ($canJoin(before, block)) {
    $joinBlocks(before, block, false);
  } else if ($isBare(before)) {
    before.remove();
  } else if (turnsIntoParagraph(block)) {
    block.setKind("paragraph");
  } else {
    $caretAt(before, "end");
  }
}

/** Backspace with the caret at the very start of a field. */
export function $backFromStart(field: FieldNode): void {
  const block = $blockOf(field);
  if (!block) return;
  if ($isPhotoFieldNode(field)) {
    const previous = $nextField(field, "previous");
    if (field.getField() === "caption" || !previous) $selectBlock(block);
    else $caretAt(previous, "end");
    return;
  }
  const before = $neighbour(block, "previous");
  if (before) $backOverBlock(field, before);
  else if ($isBare(field) && $neighbour(block, "next")) $deleteBlock(block);
  else if (turnsIntoParagraph(field)) field.setKind("paragraph");
}

/** Delete with the caret at the very end of a field. */
export function $forwardFromEnd(field: FieldNode): void {
  const block = $blockOf(field);
  if (!block) return;
  if ($isPhotoFieldNode(field) && !$fieldsOf(block).at(-1)?.is(field)) {
    const following = $nextField(field);
    if (following) $caretAt(following, "start");
    return;
  }
  const next = $neighbour(block, "next");
  if (!next) return;
  if ($isStoryBlock(field) && $isBare(field)) {
    const below = $fieldsOf(next)[0];
    block.remove();
    if (below) $caretAt(below, "start");
    else $selectBlock(next);
  } else if (!$isStoryBlock(next)) {
    $selectBlock(next);
  } else if ($isBare(next)) {
    next.remove();
  } else if ($isStoryBlock(field) && ($canJoin(field, next) || (isCopy(field) && isCopy(next)))) {
    $joinBlocks(field, next, false);
  } else {
    $caretAt(next, "start");
  }
}
