import type { BlockNode } from "../codec/blocks.ts";
import { $blockOf, $fieldsOf, $neighbour, $nextField, type FieldNode } from "../fields/field.ts";
import { $caretAt, $fieldLength, $select } from "../fields/field-point.ts";
import { $deleteBlock, $selectBlock } from "../fields/delete-selected.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { FIELD_KINDS } from "./kinds.ts";
import { $isStoryBlock, type StoryBlockNode } from "./story-block-node.ts";

function isBody(block: StoryBlockNode): boolean {
  return !FIELD_KINDS[block.getKind()].isHeading || block.getKind() === "dateline";
}

function $canJoin(upper: StoryBlockNode, lower: StoryBlockNode): boolean {
  if (upper.getKind() === lower.getKind()) return true;
  return lower.getKind() === "paragraph" && isBody(upper);
}

/** Puts the text of the lower block behind that of the upper one, with the caret at the seam. */
function $join(upper: StoryBlockNode, lower: StoryBlockNode): void {
  const seam = $fieldLength(upper);
  upper.append(...lower.getChildren());
  lower.remove();
  $select({ field: upper, offset: seam });
}

function $backOverBlock(block: StoryBlockNode, before: BlockNode): void {
  const isEmpty = block.isEmpty();
  if (!$isStoryBlock(before)) {
    if (isEmpty) block.remove();
    $selectBlock(before);
  } else if (isEmpty) {
    $deleteBlock(block);
  } else if ($canJoin(before, block)) {
    $join(before, block);
  } else if (before.isEmpty()) {
    before.remove();
  } else if (isBody(block) && block.getKind() !== "paragraph") {
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
  else if (field.isEmpty() && $neighbour(block, "next")) $deleteBlock(block);
  else if (isBody(field)) field.setKind("paragraph");
}

/** Delete with the caret at the very end of a field. */
export function $forwardFromEnd(field: FieldNode): void {
  const block = $blockOf(field);
  if (!block) return;
  const next = $neighbour(block, "next");
  if ($isPhotoFieldNode(field)) {
    const following = $nextField(field);
    if (following && field.getField() !== "alt") $caretAt(following, "start");
    return;
  }
  if (!next) return;
  if (field.isEmpty()) {
    const below = $fieldsOf(next)[0];
    block.remove();
    if (below) $caretAt(below, "start");
    else $selectBlock(next);
  } else if (!$isStoryBlock(next)) {
    $selectBlock(next);
  } else if (next.isEmpty()) {
    next.remove();
  } else if ($canJoin(field, next)) {
    $join(field, next);
  }
}
