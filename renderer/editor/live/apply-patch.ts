import { $getRoot } from "lexical";
import type { BlockId, DocumentPatch } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $blockToNode, $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { $setStoryNotes } from "../codec/document.ts";
import { $caretPlace, $restoreCaret } from "../place/place.ts";
import { $rewriteBlock } from "../suggesting/rewrite-block.ts";

/** The nodes that make up the story once the patch is applied; those it leaves alone are the ones that stand. */
function $patchedNodes({ order, put }: DocumentPatch): readonly BlockNode[] {
  const standing = new Map<BlockId, BlockNode>();
  for (const node of $getRoot().getChildren()) if ($isBlockNode(node)) standing.set($blockId(node), node);
  const others = new Map(put.map((block) => [block.id, block]));
  return order.flatMap((id) => {
    const block = others.get(id);
    const node = standing.get(id);
    if (!block) return node ?? [];
    return node && $rewriteBlock(node, block) ? node : $blockToNode(block);
  });
}

function $putAfter(before: BlockNode | null, node: BlockNode): void {
  const next = before === null ? $getRoot().getFirstChild() : before.getNextSibling();
  if (next?.is(node) === true) return;
  if (before !== null) before.insertAfter(node, false);
  else if (next === null) $getRoot().append(node);
  else next.insertBefore(node, false);
}

/**
 * Makes the editor's story what the patch makes of it, and touches no block that stays as it is.
 * The caret keeps its place in the text where that is still there.
 */
export function $applyPatch(patch: DocumentPatch): void {
  const caret = $caretPlace();
  const nodes = $patchedNodes(patch);
  const staying = new Set(nodes.map((node) => node.getKey()));
  for (const node of $getRoot().getChildren()) if (!staying.has(node.getKey())) node.remove();
  let before: BlockNode | null = null;
  for (const node of nodes) {
    $putAfter(before, node);
    before = node;
  }
  if (patch.notes) $setStoryNotes(patch.notes);
  if (caret !== null) $restoreCaret(caret);
}
