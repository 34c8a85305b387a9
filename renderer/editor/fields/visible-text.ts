import { $isLineBreakNode, $isTextNode, type PointType, type RangeSelection, type TextNode } from "lexical";
import { $attributesOf } from "../codec/run-attributes.ts";
import type { FieldNode } from "./field.ts";
import { $leaves } from "./field-point.ts";

interface Piece {
  readonly node: TextNode;
  /** Where it begins in the visible text, in UTF-16 units. */
  readonly start: number;
}

/** The text of a field as it prints, without what is struck out, and the nodes that hold it. */
export interface VisibleText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Reads a field as it prints. */
export function $visibleText(field: FieldNode): VisibleText {
  const pieces: Piece[] = [];
  let text = "";
  for (const leaf of $leaves(field)) {
    if ($isLineBreakNode(leaf)) text += "\n";
    if (!$isTextNode(leaf) || $attributesOf(leaf).deleted) continue;
    pieces.push({ node: leaf, start: text.length });
    text += leaf.getTextContent();
  }
  return { text, pieces };
}

/** Where a point stands in the visible text of its field; null where it is in no text that prints. */
export function $visibleOffset({ pieces }: VisibleText, point: PointType): number | null {
  const piece = pieces.find(({ node }) => node.getKey() === point.key);
  return piece && point.type === "text" ? piece.start + point.offset : null;
}

/** Puts a point behind so many units of the visible text. */
export function $setVisible({ pieces }: VisibleText, point: PointType, offset: number): void {
  const piece = pieces.findLast(({ start }) => start < offset) ?? pieces[0];
  if (piece) point.set(piece.node.getKey(), offset - piece.start, "text");
}

/**
 * Gives a stretch of the visible text another wording. It looks like the text that it replaces, or
 * like the text before it where there was none; the caret stays between the characters where it was,
 * with the marks that are typed next.
 */
export function $replaceVisible(
  visible: VisibleText,
  { at, length, now }: { readonly at: number; readonly length: number; readonly now: string },
  selection: RangeSelection,
): void {
  const end = at + length;
  const carets = [selection.anchor, selection.focus].map((point) => ({
    point,
    offset: $visibleOffset(visible, point),
  }));
  let written = now;
  const left: Piece[] = [];
  let moved = 0;
  for (const { node, start } of visible.pieces) {
    const text = node.getTextContent();
    const stop = start + text.length;
    const isInsertion = length === 0 && written !== "" && (start === 0 ? 0 : start + 1) <= at && at <= stop;
    if (!isInsertion && (stop <= at || start >= end)) {
      left.push({ node, start: start + moved });
      continue;
    }
    const from = Math.max(0, at - start);
    const to = Math.max(from, Math.min(text.length, end - start));
    const next = text.slice(0, from) + written + text.slice(to);
    if (next === "") node.remove();
    else {
      node.setTextContent(next);
      left.push({ node, start: start + moved });
    }
    moved += next.length - text.length;
    written = "";
  }
  for (const { point, offset } of carets) {
    if (offset === null) continue;
    const stays = offset < end ? Math.min(offset, at) : offset + now.length - length;
    $setVisible({ text: "", pieces: left }, point, stays);
  }
}
