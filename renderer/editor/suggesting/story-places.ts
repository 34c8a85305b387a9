import type { TextPlace as StoryPlace } from "#shared/changes/index.ts";
import type { PointType } from "lexical";
import { $blockId } from "../blocks/block-id.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $blockNodes } from "../codec/block-nodes.ts";
import { $blockOf, $fieldsOf } from "../fields/field.ts";
import { $fieldPoint, type FieldPoint } from "../fields/field-point.ts";
import type { TextPlace } from "./tracked-place.ts";

/** Where a point of the editor is in the terms of the document; null outside every field. */
export function $placeOf(point: PointType): TextPlace | null {
  const at = $fieldPoint(point);
  const block = at && $blockOf(at.field);
  if (!at || !block) return null;
  const field = $isStoryBlock(at.field) ? "text" : at.field.getField();
  return { block: $blockId(block), field, offset: at.offset };
}

/** The place in the editor; null where its block or field is gone. */
export function $pointAt({ block: id, field, offset }: TextPlace): FieldPoint | null {
  const block = $blockNodes().find((node) => $blockId(node) === id);
  const found =
    block && $fieldsOf(block).find((own) => ($isStoryBlock(own) ? "text" : own.getField()) === field);
  return found ? { field: found, offset } : null;
}

/** True where both are the same place. */
export function samePlace(a: TextPlace | null | undefined, b: TextPlace | null | undefined): boolean {
  if (!a || !b) return false;
  return a.block === b.block && a.field === b.field && a.offset === b.offset;
}

/** The place as changes are told of; null in an alt text, of which no change is told by its letters. */
export function toStoryPlace({ block, field, offset }: TextPlace): StoryPlace | null {
  if (field === "alt") return null;
  return { block, field: field === "text" ? "runs" : field, offset };
}

/** The place of a change in the editor's terms. */
export function fromStoryPlace({ block, field, offset }: StoryPlace): TextPlace {
  return { block, field: field === "runs" ? "text" : field, offset };
}
