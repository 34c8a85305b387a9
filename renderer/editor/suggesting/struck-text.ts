import { $isLinkNode } from "@lexical/link";
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type TextNode,
} from "lexical";
import type { Run } from "#shared/document/index.ts";
import { $blockTracking } from "../blocks/block-tracking.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $attributesOf } from "../codec/run-attributes.ts";
import { $runsOf } from "../codec/runs.ts";
import { $deleteSelected } from "../fields/delete-selected.ts";
import { $neighbour } from "../fields/field.ts";
import { $fieldPoint, $select, type FieldPoint } from "../fields/field-point.ts";
import { $spansFields } from "../fields/selected-blocks.ts";

/** True for text that is struck out. */
export function $isStruckText(node: LexicalNode): node is TextNode {
  return $isTextNode(node) && $attributesOf(node).deleted !== undefined;
}

function isStruckAt(runs: readonly Run[], unit: number): boolean {
  let from = 0;
  for (const { text, deleted } of runs) {
    if (unit >= from && unit < from + text.length) return deleted !== undefined;
    from += text.length;
  }
  return false;
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** The place behind all struck text and struck breaks that a deletion in this direction meets first. */
function $beyondStruck(point: FieldPoint, isBackward: boolean): FieldPoint {
  let { field, offset } = point;
  for (;;) {
    const runs = $runsOf(field);
    offset = Math.min(offset, lengthOf(runs));
    if (isBackward) while (offset > 0 && isStruckAt(runs, offset - 1)) offset -= 1;
    else while (isStruckAt(runs, offset)) offset += 1;
    const isAtEdge = isBackward ? offset === 0 : offset >= lengthOf(runs);
    if (!isAtEdge || !$isStoryBlock(field)) return { field, offset };
    const beside = $neighbour(field, isBackward ? "previous" : "next");
    const joined = isBackward ? field : beside;
    if (!$isStoryBlock(beside) || !joined || !$blockTracking(joined)?.deleted) return { field, offset };
    field = beside;
    offset = isBackward ? Number.POSITIVE_INFINITY : 0;
  }
}

/**
 * Backspace and Delete go over what is struck already: moves the caret to where the first character
 * is that can still be deleted. Where something is selected, nothing is moved.
 */
export function $passStruck(isBackward: boolean): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const point = $fieldPoint(selection.anchor);
  if (!point) return;
  const beyond = $beyondStruck(point, isBackward);
  if (beyond.field.is(point.field) && beyond.offset === point.offset) return;
  const { format, style } = selection;
  const moved = $select(beyond);
  moved.setFormat(format);
  moved.setStyle(style);
}

/** Puts an empty text beside a place in struck text; outside the link where nothing of that goes on there. */
function $emptyTextAt(node: TextNode, offset: number): TextNode {
  const text = $createTextNode("");
  const parent = node.getParent();
  const link = $isLinkNode(parent) ? parent : null;
  if (offset === 0) (link && !node.getPreviousSibling() ? link : node).insertBefore(text, false);
  else if (offset < node.getTextContentSize()) (node.splitText(offset)[0] ?? node).insertAfter(text, false);
  else (link && !node.getNextSibling() ? link : node).insertAfter(text, false);
  return text;
}

/**
 * What is typed over a selection with struck text in it would go on with the struck text that is left
 * at its edge, and nobody could tell the two apart: “w” typed over “words” of a struck “new words”.
 * Takes out what is selected, and gives what is typed next a place of its own.
 */
export function $typeBesideStruck(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  if (!selection.getNodes().some($isStruckText)) return;
  const { format, style } = selection;
  if ($spansFields(selection)) $deleteSelected(selection);
  else selection.removeText();
  const caret = $getSelection();
  if (!$isRangeSelection(caret)) return;
  const node = caret.anchor.getNode();
  const place = $isStruckText(node) ? $emptyTextAt(node, caret.anchor.offset).select(0, 0) : caret;
  place.setFormat(format);
  place.setStyle(style);
}
