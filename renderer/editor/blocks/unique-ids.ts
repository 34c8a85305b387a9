import { $getNodeByKey, $getRoot, mergeRegister, type LexicalEditor, type NodeKey } from "lexical";
import { newBlockId, type BlockId } from "#shared/document/index.ts";
import { $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { replacesAll } from "../live/replaces-all.ts";
import { PhotoNode } from "../photos/photo-node.ts";
import { $blockId, $setBlockId } from "./block-id.ts";
import { StoryBlockNode } from "./story-block-node.ts";
import { UnknownBlockNode } from "./unknown-block-node.ts";

/**
 * Gives every new, split, pasted or duplicated block an id of its own. Of two blocks with one id
 * the one that had it first keeps it. An unknown block's id is part of what it came with, so a
 * second one of the same is taken out again.
 */
export function registerUniqueIds(editor: LexicalEditor): () => void {
  const owners = new Map<BlockId, NodeKey>();

  const $isTaken = (id: BlockId, node: BlockNode): boolean => {
    const key = owners.get(id);
    if (key === undefined || key === node.getKey()) return false;
    const owner = $getNodeByKey(key);
    return $isBlockNode(owner) && owner.isAttached() && $blockId(owner) === id;
  };

  const $claim = (node: BlockNode): void => {
    const id = $blockId(node);
    if (id !== "" && !$isTaken(id, node)) {
      owners.set(id, node.getKey());
      return;
    }
    const own = newBlockId();
    $setBlockId(node, own);
    owners.set(own, node.getKey());
  };

  const $learn = (): void => {
    owners.clear();
    for (const node of $getRoot().getChildren()) {
      if ($isBlockNode(node)) owners.set($blockId(node), node.getKey());
    }
  };

  return mergeRegister(
    editor.registerNodeTransform(StoryBlockNode, $claim),
    editor.registerNodeTransform(PhotoNode, $claim),
    editor.registerNodeTransform(UnknownBlockNode, (node) => {
      if ($isTaken($blockId(node), node)) node.remove();
      else owners.set($blockId(node), node.getKey());
    }),
    editor.registerUpdateListener((update) => {
      if (update.dirtyElements.get("root") === true || replacesAll(update)) update.editorState.read($learn);
    }),
  );
}
