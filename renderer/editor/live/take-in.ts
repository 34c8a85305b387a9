import type { HistoryState } from "@lexical/history";
import {
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from "lexical";
import { diffDocuments, type BlockId, type StoryDocument } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $blockNodes } from "../codec/block-nodes.ts";
import { $applyPatch } from "./apply-patch.ts";
import { UNTRACKED_TAG } from "../suggesting/track-updates.ts";
import type { LiveStory } from "./live-story.ts";

/** Whose doing the change is: one that the person asked for can be undone, one from elsewhere begins the history anew. */
export type TakenBy = "person" | "elsewhere";

/** Puts a text on the page; `stored` is what of it lies in the newsroom, null for what lay there before. */
export type TakeIn = (text: StoryDocument, stored: StoryDocument | null, by: TakenBy) => void;

/** Where a block begins in the window, or the first block that can be seen below an edge. */
function blockTop(
  editor: LexicalEditor,
  isIt: (id: BlockId, box: DOMRect) => boolean,
): { readonly id: BlockId; readonly topPx: number } | null {
  return editor.getEditorState().read(() => {
    for (const node of $blockNodes()) {
      const id = $blockId(node);
      const box = editor.getElementByKey(node.getKey())?.getBoundingClientRect();
      if (box && isIt(id, box)) return { id, topPx: box.top };
    }
    return null;
  });
}

/**
 * Shows texts that come from elsewhere in place of the one on the page, block by block: caret and
 * scroll stay where they are as far as their block is still there.
 */
export function takeIn(editor: LexicalEditor, history: HistoryState, live: LiveStory): TakeIn {
  return (text, stored, by) => {
    const page = editor.getRootElement();
    const scroller = page?.parentElement ?? null;
    const edgePx = scroller?.getBoundingClientRect().top ?? 0;
    const seen = blockTop(editor, (_, box) => box.bottom > edgePx);
    const hasFocus = page?.contains(document.activeElement) === true;
    const patch = diffDocuments(live.document(), text);
    editor.update(() => $applyPatch(patch), {
      discrete: true,
      tag: [
        by === "person" ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG,
        SKIP_SCROLL_INTO_VIEW_TAG,
        UNTRACKED_TAG,
        ...(hasFocus ? [] : [SKIP_DOM_SELECTION_TAG]),
      ],
    });
    if (by === "elsewhere") {
      history.undoStack = [];
      history.redoStack = [];
    }
    if (stored !== null) live.stored(stored);
    const now = seen && blockTop(editor, (id) => id === seen.id);
    if (scroller && now) scroller.scrollTop += now.topPx - seen.topPx;
  };
}
