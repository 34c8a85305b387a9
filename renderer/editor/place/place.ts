import { $getNodeByKey, $getRoot, $getSelection, $isNodeSelection, $isRangeSelection } from "lexical";
import type { EditorPlace } from "#shared/contract/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $blockOf, $fieldsOf, type FieldNode } from "../fields/field.ts";
import { $caretAt, $fieldPoint, $select, type FieldPoint } from "../fields/field-point.ts";

/** Where the caret is, without the scroll; null where it is nowhere. */
export type CaretPlace = Omit<EditorPlace, "scrollTopPx">;

function $focusPoint(): FieldPoint | null {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) return $fieldPoint(selection.focus);
  if (!$isNodeSelection(selection)) return null;
  const [node] = selection.getNodes();
  const block = node && $getNodeByKey(node.getKey());
  const field = $isBlockNode(block) ? $fieldsOf(block)[0] : undefined;
  return field ? { field, offset: 0 } : null;
}

/** Reads where the caret is in the terms of the document. */
export function $caretPlace(): CaretPlace | null {
  const point = $focusPoint();
  const block = point && $blockOf(point.field);
  if (!block) return null;
  const field = $isStoryBlock(point.field) ? "text" : point.field.getField();
  return { block: $blockId(block), field, offset: point.offset };
}

function $fieldAt({ block: id, field }: CaretPlace): FieldNode | null {
  for (const block of $getRoot().getChildren()) {
    if (!$isBlockNode(block) || $blockId(block) !== id) continue;
    const fields = $fieldsOf(block);
    return fields.find((own) => !$isStoryBlock(own) && own.getField() === field) ?? fields[0] ?? null;
  }
  return null;
}

function $firstField(): FieldNode | null {
  for (const block of $getRoot().getChildren()) {
    const field = $isBlockNode(block) ? $fieldsOf(block)[0] : undefined;
    if (field) return field;
  }
  return null;
}

/** Puts the caret where it was; at the head of the story where that place is gone or never was. */
export function $restoreCaret(place: CaretPlace | null): void {
  const field = place && $fieldAt(place);
  if (field) {
    $select({ field, offset: place.offset });
    return;
  }
  const first = $firstField();
  if (first) $caretAt(first, "start");
}
