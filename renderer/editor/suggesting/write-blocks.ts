import { $getRoot, type LexicalNode } from "lexical";
import type { Block, BlockId } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $blockToNode, type BlockNode } from "../codec/blocks.ts";
import { $rewriteBlock } from "./rewrite-block.ts";
import { $blockNodes } from "../codec/block-nodes.ts";

/** Puts every block where it belongs and makes it say what it is to say; leaves alone what does already. */
export function $writeBlocks(order: readonly BlockId[], blocks: ReadonlyMap<BlockId, Block>): void {
  const standing = new Map($blockNodes().map((node) => [$blockId(node), node]));
  const wanted = new Set(order);
  let before: BlockNode | null = null;
  for (const id of order) {
    const block = blocks.get(id);
    let node = standing.get(id);
    if (block && !(node && $rewriteBlock(node, block))) {
      const made = $blockToNode(block);
      if (node) node.replace(made);
      node = made;
    }
    if (!node) continue;
    const next: LexicalNode | null = before === null ? $getRoot().getFirstChild() : before.getNextSibling();
    if (next?.is(node) !== true) {
      if (before !== null) before.insertAfter(node, false);
      else if (next === null) $getRoot().append(node);
      else next.insertBefore(node, false);
    }
    before = node;
  }
  for (const [id, node] of standing) if (!wanted.has(id)) node.remove();
}
