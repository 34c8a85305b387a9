import type { HistoryState } from "@lexical/history";
import {
  $getRoot,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from "lexical";
import { canonicalBlock, type BlockId, type StoryDocument } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { sameJson } from "../blocks/same-json.ts";
import { $blockToNode, $isBlockNode, $nodeToBlock, type BlockNode } from "../codec/blocks.ts";
import { $caretPlace, $restoreCaret } from "../place/place.ts";

/** Whose doing the change is: one that the person asked for can be undone, one from elsewhere begins the history anew. */
export type TakenBy = "person" | "elsewhere";

function $blockNodes(): readonly BlockNode[] {
  return $getRoot().getChildren().filter($isBlockNode);
}

/** Makes the editor hold this text. Blocks that stay as they are keep their nodes, and the caret its place. */
function $showChanged({ blocks }: StoryDocument): void {
  const root = $getRoot();
  const place = $caretPlace();
  const standing = new Map<BlockId, BlockNode>($blockNodes().map((node) => [$blockId(node), node]));
  const next = blocks.map((block) => {
    const node = standing.get(block.id);
    return node && sameJson($nodeToBlock(node), canonicalBlock(block)) ? node : $blockToNode(block);
  });
  const kept = new Set(next);
  for (const node of standing.values()) if (!kept.has(node)) node.remove();
  let before: BlockNode | null = null;
  for (const node of next) {
    const stands = before === null ? root.getFirstChild() : before.getNextSibling();
    if (stands?.is(node) !== true) {
      if (before !== null) before.insertAfter(node, false);
      else if (stands) stands.insertBefore(node, false);
      else root.append(node);
    }
    before = node;
  }
  if (place) $restoreCaret(place);
}

/** The first block that can be seen, and how far below the upper edge it begins. */
function firstSeen(editor: LexicalEditor, scroller: HTMLElement): { id: BlockId; topPx: number } | null {
  const edgePx = scroller.getBoundingClientRect().top;
  return editor.getEditorState().read(() => {
    for (const node of $blockNodes()) {
      const box = editor.getElementByKey(node.getKey())?.getBoundingClientRect();
      if (box && box.bottom > edgePx) return { id: $blockId(node), topPx: box.top };
    }
    return null;
  });
}

function topOf(editor: LexicalEditor, id: BlockId): number | null {
  return editor.getEditorState().read(() => {
    const node = $blockNodes().find((block) => $blockId(block) === id);
    return node ? (editor.getElementByKey(node.getKey())?.getBoundingClientRect().top ?? null) : null;
  });
}

/**
 * Shows a text that came from elsewhere in place of the one on the page, block by block: caret and
 * scroll stay where they are as far as their block is still there.
 */
export function takeIn(
  editor: LexicalEditor,
  history: HistoryState,
  { document: shown, by }: { readonly document: StoryDocument; readonly by: TakenBy },
): void {
  const page = editor.getRootElement();
  const scroller = page?.parentElement ?? null;
  const seen = scroller && firstSeen(editor, scroller);
  const hasFocus = page?.contains(document.activeElement) === true;
  editor.update(() => $showChanged(shown), {
    discrete: true,
    tag: [
      by === "person" ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG,
      SKIP_SCROLL_INTO_VIEW_TAG,
      ...(hasFocus ? [] : [SKIP_DOM_SELECTION_TAG]),
    ],
  });
  if (by === "elsewhere") {
    history.undoStack = [];
    history.redoStack = [];
  }
  const topPx = seen && topOf(editor, seen.id);
  if (scroller && seen && topPx !== null) scroller.scrollTop += topPx - seen.topPx;
}
