import {
  $createRangeSelection,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from "lexical";
import { $fieldOf, type FieldNode } from "./field.ts";

/** A place in the text of one field, in UTF-16 units. */
export interface FieldPoint {
  readonly field: FieldNode;
  readonly offset: number;
}

/** What stands in an element in reading order, the content of its links among it. */
export function $leaves(element: ElementNode): LexicalNode[] {
  return element.getChildren().flatMap((child) => ($isElementNode(child) ? $leaves(child) : [child]));
}

function $length(leaf: LexicalNode): number {
  if ($isLineBreakNode(leaf)) return 1;
  return $isTextNode(leaf) ? leaf.getTextContentSize() : 0;
}

/** How long the text of a field is, in UTF-16 units. */
export function $fieldLength(field: FieldNode): number {
  return $leaves(field).reduce((sum, leaf) => sum + $length(leaf), 0);
}

function $lengthBefore(node: LexicalNode, field: FieldNode): number {
  let length = 0;
  for (let at: LexicalNode | null = node; at !== null && !at.is(field); at = at.getParent()) {
    for (const before of at.getPreviousSiblings()) {
      length += $isElementNode(before)
        ? $leaves(before).reduce((sum, leaf) => sum + $length(leaf), 0)
        : $length(before);
    }
  }
  return length;
}

/** Where a point of the editor lies in its field; null for a point outside every field. */
export function $fieldPoint(point: PointType): FieldPoint | null {
  const node = point.getNode();
  const field = $fieldOf(node);
  if (!field) return null;
  if (point.type === "text") return { field, offset: $lengthBefore(node, field) + point.offset };
  const children = $isElementNode(node) ? node.getChildren().slice(0, point.offset) : [];
  const inside = children.reduce(
    (sum, child) =>
      sum +
      ($isElementNode(child)
        ? $leaves(child).reduce((length, leaf) => length + $length(leaf), 0)
        : $length(child)),
    0,
  );
  return { field, offset: $lengthBefore(node, field) + inside };
}

function $setPoint(point: PointType, { field, offset }: FieldPoint): void {
  let left = Math.min(offset, $fieldLength(field));
  const leaves = $leaves(field);
  for (const leaf of leaves) {
    const length = $length(leaf);
    if ($isTextNode(leaf) && left <= length) {
      point.set(leaf.getKey(), left, "text");
      return;
    }
    if (left < length || (left === 0 && !$isTextNode(leaf.getNextSibling()))) {
      const parent = leaf.getParentOrThrow();
      point.set(parent.getKey(), leaf.getIndexWithinParent() + (left > 0 ? 1 : 0), "element");
      return;
    }
    left -= length;
  }
  point.set(field.getKey(), field.getChildrenSize(), "element");
}

/** Selects from one place to another; offsets beyond the text of a field mean its end. */
export function $select(anchor: FieldPoint, focus: FieldPoint = anchor): RangeSelection {
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, anchor);
  $setPoint(selection.focus, focus);
  $setSelection(selection);
  return selection;
}

/** Puts the caret at the start or the end of a field. */
export function $caretAt(field: FieldNode, edge: "start" | "end"): void {
  $select({ field, offset: edge === "start" ? 0 : Number.POSITIVE_INFINITY });
}
