import {
  $getRoot,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from "lexical";
import type { BlockId } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $isBlockNode, type BlockNode } from "../codec/blocks.ts";

function $withId(id: BlockId): BlockNode | null {
  for (const node of $getRoot().getChildren()) if ($isBlockNode(node) && $blockId(node) === id) return node;
  return null;
}

/** Puts a block before another, or at the end of the story for null. False where that changes nothing or one is gone. */
export function $moveBlock(id: BlockId, before: BlockId | null): boolean {
  const block = $withId(id);
  const target = before === null ? null : $withId(before);
  if (!block || (before !== null && !target) || block.is(target)) return false;
  if (target ? block.getNextSibling()?.is(target) === true : block.getNextSibling() === null) return false;
  if (target) target.insertBefore(block, false);
  else $getRoot().append(block);
  return true;
}

/** Moves a block from outside the text, as one step of undo: the focus and the scroll stay where they are. */
export function moveBlock(editor: LexicalEditor, id: BlockId, before: BlockId | null): void {
  if (!editor.isEditable()) return;
  editor.update(() => void $moveBlock(id, before), {
    discrete: true,
    tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
  });
}
