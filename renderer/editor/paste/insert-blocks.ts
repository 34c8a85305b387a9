import { $getSelection, $isNodeSelection, $isRangeSelection } from "lexical";
import { hasRuns, type Block, type Run } from "#shared/document/index.ts";
import { duplicate } from "../blocks/block-commands.ts";
import { FIELD_KINDS } from "../blocks/kinds.ts";
import { $splitField } from "../blocks/split.ts";
import { $createStoryBlock, $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $blockToNode, type BlockNode } from "../codec/blocks.ts";
import { $appendRuns, $nodesOfRuns } from "../codec/runs.ts";
import { $deleteSelected } from "../fields/delete-selected.ts";
import { $blockOf, $fieldsOf, $neighbour } from "../fields/field.ts";
import { $caretAt, $fieldLength, $fieldPoint, $select, type FieldPoint } from "../fields/field-point.ts";
import { $spansFields } from "../fields/selected-blocks.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { isOnlyOne } from "../structure/only-one.ts";
import { headingRuns, isOneHeading, oneLine } from "./one-line.ts";
import { $placeOnlyOnes } from "./only-ones.ts";
import { $runOn } from "../fields/run-on.ts";

function $insertInline(runs: readonly Run[]): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertNodes($nodesOfRuns(runs));
}

/** Puts blocks behind one that stands, as they are; gives the last of them. */
export function $putAfter(block: BlockNode, blocks: readonly Block[]): BlockNode {
  let last = block;
  for (const pasted of blocks) {
    const node = $blockToNode(pasted);
    last.insertAfter(node, false);
    last = node;
  }
  return last;
}

/** Puts blocks behind one that stands, under new ids; gives the last of them. */
export function $insertAfter(block: BlockNode, blocks: readonly Block[]): BlockNode {
  return $putAfter(block, blocks.map(duplicate));
}

function $caretBehind(block: BlockNode): void {
  const field = $fieldsOf(block).at(-1);
  if (field) $caretAt(field, "end");
}

/** An empty paragraph becomes what is pasted into it. */
function $takeInto(block: StoryBlockNode, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (!first || !hasRuns(first)) return blocks;
  if (block.getKind() === "paragraph") block.setKind(first.kind);
  $appendRuns(block, first.runs);
  return rest;
}

function $fillEmpty(field: StoryBlockNode, blocks: readonly Block[]): void {
  const rest = $takeInto(field, blocks);
  const last = $insertAfter(field, rest);
  if (rest.length === blocks.length && field.getKind() === "paragraph") field.remove();
  $caretBehind(last);
}

function $insertBlocksAt({ field, offset }: FieldPoint, blocks: readonly Block[]): void {
  const block = $blockOf(field);
  if (!block || !$isStoryBlock(field)) return;
  if (field.isEmpty()) {
    $fillEmpty(field, blocks);
    return;
  }
  const [first, ...rest] = blocks;
  const isInline = first && hasRuns(first) && first.kind === "paragraph" && offset > 0;
  // What is parted from the one end mark is none.
  const tailKind = offset > 0 && isOnlyOne(field.getKind()) ? "paragraph" : field.getKind();
  const tail = offset < $fieldLength(field) ? $createStoryBlock(tailKind) : null;
  if (tail) $splitField(field, offset, tail);
  if (isInline) $appendRuns(field, first.runs);
  const last = $insertAfter(block, isInline ? rest : blocks);
  if (offset === 0) field.remove();
  const end = $fieldsOf(last).at(-1);
  if (tail && $isStoryBlock(end) && end.getKind() === tail.getKind()) {
    const seam = $fieldLength(end);
    $runOn(end, tail);
    tail.remove();
    $select({ field: end, offset: seam });
  } else {
    $caretBehind(last);
  }
}

function $isHeadingField(block: BlockNode | null): block is StoryBlockNode {
  return $isStoryBlock(block) && FIELD_KINDS[block.getKind()].isHeading;
}

/** Puts blocks where the body begins: empty fields before it take what is of their kind. */
function $insertUnderHeadings(heading: StoryBlockNode, blocks: readonly Block[]): void {
  let above: BlockNode = heading;
  let left = blocks;
  for (let at = $neighbour(heading, "next"); $isHeadingField(at); at = $neighbour(above, "next")) {
    const [next, ...rest] = left;
    above = at;
    if (next?.kind !== at.getKind() || !at.isEmpty()) continue;
    above = $blockToNode(duplicate(next));
    at.replace(above);
    left = rest;
  }
  const below = $neighbour(above, "next");
  if (left.length === 0) $caretBehind(above);
  else if ($isStoryBlock(below) && below.getKind() === "paragraph" && below.isEmpty())
    $fillEmpty(below, left);
  else $caretBehind($insertAfter(above, left));
}

/** A heading takes one line; the story that was pasted with it goes under the headings. */
function $insertInHeading(field: StoryBlockNode, blocks: readonly Block[], isOwn: boolean): void {
  const [first, ...rest] = blocks;
  if (!first) return;
  if (isOwn && first.kind === field.getKind() && field.isEmpty()) {
    const node = $blockToNode(duplicate(first));
    field.replace(node);
    if ($isStoryBlock(node) && rest.length > 0) $insertUnderHeadings(node, rest);
    else $caretBehind(node);
    return;
  }
  const runs = (line: readonly Block[]): readonly Run[] =>
    isOwn ? oneLine(line) : headingRuns(oneLine(line));
  if (isOneHeading(blocks)) {
    $insertInline(runs(blocks));
  } else if (hasRuns(first)) {
    $insertInline(runs([first]));
    $insertUnderHeadings(field, rest);
  } else {
    $insertUnderHeadings(field, blocks);
  }
}

/**
 * Puts blocks in place of the selection, under new ids: one plain paragraph goes into the text
 * where the caret is, more become blocks of their own, and a heading or a field of a photo takes
 * one line. A story keeps one headline and one end mark. `isOwn` says that they are Stet's own and keep all that they hold.
 */
export function $insertBlocks(blocks: readonly Block[], isOwn = true): void {
  if (blocks.length === 0) return;
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    const block = node && $blockOf(node);
    if (!block) return;
    const { blocks: placed, filled } = $placeOnlyOnes(blocks, null, isOwn);
    $caretBehind(placed.length === 0 && filled ? filled : $insertAfter(block, placed));
    return;
  }
  if (!$isRangeSelection(selection)) return;
  if ($spansFields(selection)) $deleteSelected(selection);
  else if (!selection.isCollapsed()) selection.removeText();
  const caret = $getSelection();
  const point = $isRangeSelection(caret) ? $fieldPoint(caret.anchor) : null;
  if (!point) return;
  const { field } = point;
  if ($isPhotoFieldNode(field)) {
    $insertInline(oneLine(blocks));
    return;
  }
  const { blocks: placed, filled } = $placeOnlyOnes(blocks, field, isOwn);
  if (placed.length === 0) {
    if (filled) $caretBehind(filled);
    return;
  }
  const [only] = placed;
  const isInline =
    only && placed.length === 1 && hasRuns(only) && (only.kind === "paragraph" || !field.isEmpty());
  if ($isHeadingField(field)) $insertInHeading(field, placed, isOwn);
  else if (isInline) $insertInline(only.runs);
  else $insertBlocksAt(point, placed);
}
