import type { HistoryState } from "@lexical/history";
import {
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
} from "lexical";
import type { DocumentPatch, StoryDocument } from "#shared/document/index.ts";
import type { Saver } from "../saving/saver.ts";
import type { StorySession } from "../story-session.ts";
import { $applyPatch } from "./apply-patch.ts";
import type { LiveStory } from "./live-story.ts";

interface OutsideEditParts {
  readonly editor: LexicalEditor;
  readonly history: HistoryState;
  readonly live: Pick<LiveStory, "document">;
  readonly saver: Pick<Saver, "restores" | "flush">;
  readonly flush: () => Promise<boolean>;
  /** Whether the page has the focus. Without it, it must not get the browser's caret: the focus would go with that. */
  readonly hasFocus: () => boolean;
}

const ONE_STEP = [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
const ONE_STEP_BEHIND = [...ONE_STEP, SKIP_DOM_SELECTION_TAG];

function changesNothing({ order, put }: DocumentPatch, { blocks }: StoryDocument): boolean {
  return put.length === 0 && order.length === blocks.length && order.every((id, at) => id === blocks[at]?.id);
}

/** Makes the `edit` of a session: see there. */
export function editFromOutside(parts: OutsideEditParts): StorySession["edit"] {
  const { editor, history, live, saver, flush, hasFocus } = parts;
  return async (patchOf, restores) => {
    if (!(await flush())) return null;
    const now = live.document();
    const patch = patchOf(now);
    if (changesNothing(patch, now)) return { undo: () => true };
    if (restores !== undefined) saver.restores(restores);
    const stepsBefore = history.undoStack.length;
    editor.update(() => $applyPatch(patch), { discrete: true, tag: hasFocus() ? ONE_STEP : ONE_STEP_BEHIND });
    const steps = history.undoStack.length;
    await saver.flush();
    return {
      undo: () => {
        const isLast = history.undoStack.length === steps && history.redoStack.length === 0;
        return isLast && steps > stepsBefore && editor.dispatchCommand(UNDO_COMMAND, undefined);
      },
    };
  };
}
