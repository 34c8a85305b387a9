import { $getNodeByKey, $getRoot, $getSelection, $isNodeSelection, $isRangeSelection } from "lexical";
import type { NodeKey } from "lexical";
import type { PhotoAsset, PhotoDescription } from "#shared/contract/index.ts";
import { cleanText, newBlockId, type BlockId, type PhotoBlock, type Run } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $createStoryBlock, $isStoryBlock } from "../blocks/story-block-node.ts";
import { $blockToNode, $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { $appendRuns } from "../codec/runs.ts";
import { $blockOf } from "../fields/field.ts";
import { $caretAt } from "../fields/field-point.ts";
import { $isPhoto, type PhotoNode } from "./photo-node.ts";

/** Where photos go: beside a block; at the end of the story where that block is gone by then. */
export interface PhotoPlace {
  readonly block: BlockId;
  readonly side: "before" | "after";
}

function runsOf(text: string): readonly Run[] {
  const clean = cleanText(text).text.trim();
  return clean === "" ? [] : [{ text: clean }];
}

/** One use of a picture, its texts begun with what the picture says about itself. */
export function photoBlock({ asset, description }: PhotoAsset): PhotoBlock {
  return {
    id: newBlockId(),
    kind: "photo",
    asset,
    caption: runsOf(description.caption),
    credit: runsOf(description.credit),
    alt: cleanText(description.alt).text.trim(),
    crop: null,
    size: null,
  };
}

/** The place behind the block with the caret; before it where it is an empty line; null in an empty story. */
export function $placeAtCaret(): PhotoPlace | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection)
    ? selection.focus.getNode()
    : $isNodeSelection(selection)
      ? selection.getNodes()[0]
      : undefined;
  const block = (node && $blockOf(node)) ?? $getRoot().getLastChild();
  if (!$isBlockNode(block)) return null;
  const isBlank = $isStoryBlock(block) && block.getKind() === "paragraph" && block.isEmpty();
  return { block: $blockId(block), side: isBlank ? "before" : "after" };
}

function $blockById(id: BlockId): BlockNode | null {
  for (const node of $getRoot().getChildren()) if ($isBlockNode(node) && $blockId(node) === id) return node;
  return null;
}

/** Puts photos into the story, in order, with the caret in the first caption. There is always copy to go on with after them. */
export function $insertPhotos(photos: readonly PhotoBlock[], place: PhotoPlace | null): void {
  const nodes = photos.map($blockToNode);
  const beside = place && $blockById(place.block);
  if (!beside) $getRoot().append(...nodes);
  else if (place.side === "before") for (const node of nodes) beside.insertBefore(node);
  else for (const node of nodes.toReversed()) beside.insertAfter(node);
  if ($isPhoto($getRoot().getLastChild())) $getRoot().append($createStoryBlock("paragraph"));
  const caption = nodes.find($isPhoto)?.getField("caption");
  if (caption) $caretAt(caption, "end");
}

function $fillIfEmpty(photo: PhotoNode, field: "caption" | "credit" | "alt", text: string): void {
  const node = photo.getField(field);
  if (node?.isEmpty()) $appendRuns(node, runsOf(text));
}

/**
 * Puts a picture into the frame of a photo. What was written there stays; what was not is begun
 * from the picture. True where something stayed that was written for another picture.
 */
export function $fillFrame(key: NodeKey, { asset, description }: PhotoAsset): boolean {
  const photo = $getNodeByKey(key);
  if (!$isPhoto(photo)) return false;
  const fields = ["caption", "credit", "alt"] as const satisfies readonly (keyof PhotoDescription)[];
  const isKept = fields.some((field) => photo.getField(field)?.isEmpty() === false);
  photo.setAsset(asset).setPrint(null, null);
  for (const field of fields) $fillIfEmpty(photo, field, description[field]);
  return isKept;
}
