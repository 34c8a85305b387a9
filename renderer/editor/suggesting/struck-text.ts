import { $getSelection, $isRangeSelection } from "lexical";
import type { Run } from "#shared/document/index.ts";
import { $blockTracking } from "../blocks/block-tracking.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $runsOf } from "../codec/runs.ts";
import { $neighbour } from "../fields/field.ts";
import { $fieldPoint, $select, type FieldPoint } from "../fields/field-point.ts";

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
