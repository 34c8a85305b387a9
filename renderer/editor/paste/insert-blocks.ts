import { $getSelection, $isNodeSelection, $isRangeSelection } from "lexical";
import { blockText, hasRuns, type Block, type Run } from "#shared/document/index.ts";
import { duplicate } from "../blocks/block-commands.ts";
import { $splitField } from "../blocks/split.ts";
import { $createStoryBlock, $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $blockToNode, type BlockNode } from "../codec/blocks.ts";
import { $appendRuns, $nodesOfRuns } from "../codec/runs.ts";
import { $deleteSelected } from "../fields/delete-selected.ts";
import { $blockOf, $fieldsOf } from "../fields/field.ts";
import { $caretAt, $fieldLength, $fieldPoint, $select, type FieldPoint } from "../fields/field-point.ts";
import { $spansFields } from "../fields/selected-blocks.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";

function inlineRuns(blocks: readonly Block[]): readonly Run[] {
  return blocks.flatMap((block, at) => {
    const runs = hasRuns(block) ? block.runs : [{ text: blockText(block).replaceAll("\n", " ") }];
    return at === 0 ? runs : [{ text: " " }, ...runs];
  });
}

function $insertInline(runs: readonly Run[]): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertNodes($nodesOfRuns(runs));
}

function $insertAfter(block: BlockNode, blocks: readonly Block[]): BlockNode {
  let last = block;
  for (const pasted of blocks) {
    const node = $blockToNode(duplicate(pasted));
    last.insertAfter(node);
    last = node;
  }
  return last;
}

function $caretBehind(block: BlockNode): void {
  const field = $fieldsOf(block).at(-1);
  if (field) $caretAt(field, "end");
}

/** An empty paragraph becomes what is pasted into it; a heading field keeps its kind and takes the text. */
function $takeInto(block: StoryBlockNode, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (!first || !hasRuns(first)) return blocks;
  if (block.getKind() === "paragraph") block.setKind(first.kind);
  $appendRuns(block, first.runs);
  return rest;
}

function $insertBlocksAt({ field, offset }: FieldPoint, blocks: readonly Block[]): void {
  const block = $blockOf(field);
  if (!block || !$isStoryBlock(field)) return;
  if (field.isEmpty()) {
    const rest = $takeInto(field, blocks);
    const last = $insertAfter(block, rest);
    if (rest.length === blocks.length && field.getKind() === "paragraph") field.remove();
    $caretBehind(last);
    return;
  }
  const [first, ...rest] = blocks;
  const isInline = first && hasRuns(first) && first.kind === "paragraph" && offset > 0;
  const tail = offset < $fieldLength(field) ? $createStoryBlock(field.getKind()) : null;
  if (tail) $splitField(field, offset, tail);
  if (isInline) $appendRuns(field, first.runs);
  const last = $insertAfter(block, isInline ? rest : blocks);
  if (offset === 0) field.remove();
  const end = $fieldsOf(last).at(-1);
  if (tail && $isStoryBlock(end) && end.getKind() === tail.getKind()) {
    const seam = $fieldLength(end);
    end.append(...tail.getChildren());
    tail.remove();
    $select({ field: end, offset: seam });
  } else {
    $caretBehind(last);
  }
}

/**
 * Puts blocks in place of the selection, under new ids: one plain paragraph goes into the text
 * where the caret is, more become blocks of their own, and a field of a photo takes their text as
 * one line.
 */
export function $insertBlocks(blocks: readonly Block[]): void {
  const [only] = blocks;
  if (!only) return;
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    const block = node && $blockOf(node);
    if (block) $caretBehind($insertAfter(block, blocks));
    return;
  }
  if (!$isRangeSelection(selection)) return;
  if ($spansFields(selection)) $deleteSelected(selection);
  else if (!selection.isCollapsed()) selection.removeText();
  const caret = $getSelection();
  const point = $isRangeSelection(caret) ? $fieldPoint(caret.anchor) : null;
  if (!point) return;
  const isOneLine =
    blocks.length === 1 && hasRuns(only) && (only.kind === "paragraph" || !point.field.isEmpty());
  if ($isPhotoFieldNode(point.field)) $insertInline(inlineRuns(blocks));
  else if (isOneLine && hasRuns(only)) $insertInline(only.runs);
  else $insertBlocksAt(point, blocks);
}
