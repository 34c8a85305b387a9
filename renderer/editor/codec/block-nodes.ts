import { $getRoot } from "lexical";
import type { BlockId } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $isBlockNode, type BlockNode } from "./blocks.ts";

/** The nodes of the blocks, in the order of the story. */
export function $blockNodes(): readonly BlockNode[] {
  return $getRoot().getChildren().filter($isBlockNode);
}

/** The nodes of the blocks by the id of each. */
export function $blockNodesById(): ReadonlyMap<BlockId, BlockNode> {
  return new Map($blockNodes().map((node) => [$blockId(node), node]));
}
