import type { LexicalNode } from "lexical";
import { $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { PHOTO_FIELDS } from "../blocks/kinds.ts";
import { $isPhotoFieldNode, type PhotoFieldNode } from "../photos/photo-field-node.ts";
import { $isPhoto } from "../photos/photo-node.ts";

/** Where text is typed: a block of text, or one field of a photo. */
export type FieldNode = StoryBlockNode | PhotoFieldNode;

export function $isField(node: LexicalNode | null | undefined): node is FieldNode {
  return $isStoryBlock(node) || $isPhotoFieldNode(node);
}

/** The field that a node stands in, itself included; null outside every field. */
export function $fieldOf(node: LexicalNode): FieldNode | null {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) if ($isField(at)) return at;
  return null;
}

/** The block that a node stands in, itself included; null for the root. */
export function $blockOf(node: LexicalNode): BlockNode | null {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) if ($isBlockNode(at)) return at;
  return null;
}

/** The fields of a block in reading order; none for a block that this Stet does not know. */
export function $fieldsOf(block: BlockNode): readonly FieldNode[] {
  if ($isStoryBlock(block)) return [block];
  if (!$isPhoto(block)) return [];
  return PHOTO_FIELDS.map((name) => block.getField(name)).filter((field) => field !== null);
}

/** The block before or after, whatever it is. */
export function $neighbour(block: BlockNode, direction: "previous" | "next"): BlockNode | null {
  const sibling = direction === "next" ? block.getNextSibling() : block.getPreviousSibling();
  return $isBlockNode(sibling) ? sibling : null;
}

/** The field before or after in reading order, over photos into their fields and past unknown blocks. */
export function $nextField(field: FieldNode, direction: "previous" | "next" = "next"): FieldNode | null {
  const block = $blockOf(field);
  if (!block) return null;
  const own = $fieldsOf(block);
  const step = direction === "next" ? 1 : -1;
  const inside = own[own.findIndex((candidate) => candidate.is(field)) + step];
  if (inside) return inside;
  for (let at = $neighbour(block, direction); at !== null; at = $neighbour(at, direction)) {
    const found = $fieldsOf(at).at(direction === "next" ? 0 : -1);
    if (found) return found;
  }
  return null;
}
