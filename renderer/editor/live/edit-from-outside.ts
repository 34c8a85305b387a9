import type { HistoryState } from "@lexical/history";
import {
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  UNDO_COMMAND,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
} from "lexical";
import type { RevisionId } from "#shared/contract/index.ts";
import { diffDocuments, type DocumentPatch, type StoryDocument } from "#shared/document/index.ts";
import { $select } from "../fields/field-point.ts";
import type { Saver } from "../saving/saver.ts";
import type { StoryEdit, StorySession } from "../story-session.ts";
import { $placeOf, $pointAt } from "../suggesting/story-places.ts";
import { UNTRACKED_TAG } from "../suggesting/track-updates.ts";
import { decidedPlace, type TextPlace } from "../suggesting/tracked-place.ts";
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

function changesNothing({ order, put, notes }: DocumentPatch, { blocks }: StoryDocument): boolean {
  return (
    notes === undefined &&
    put.length === 0 &&
    order.length === blocks.length &&
    order.every((id, at) => id === blocks[at]?.id)
  );
}

/** Changes an open story from outside the text; see `edit` and `decide` of a session. */
export interface OutsideEdits {
  readonly edit: StorySession["edit"];
  readonly decide: StorySession["decide"];
}

/** Makes what changes the story of a session from outside the text. */
export function editsFromOutside(parts: OutsideEditParts): OutsideEdits {
  const { editor, history, live, saver, flush, hasFocus } = parts;
  const change = async (
    patchOf: (now: StoryDocument) => DocumentPatch,
    tags: readonly string[],
    restores?: RevisionId,
    $then?: (before: StoryDocument, caret: TextPlace | null) => void,
  ): Promise<StoryEdit | null> => {
    if (!(await flush())) return null;
    const now = live.document();
    const patch = patchOf(now);
    if (changesNothing(patch, now)) return { undo: () => true };
    if (restores !== undefined) saver.restores(restores);
    const stepsBefore = history.undoStack.length;
    editor.update(
      () => {
        const selection = $getSelection();
        const caret = $isRangeSelection(selection) ? $placeOf(selection.focus) : null;
        $applyPatch(patch);
        $then?.(now, caret);
      },
      { discrete: true, tag: [...(hasFocus() ? ONE_STEP : ONE_STEP_BEHIND), ...tags] },
    );
    const steps = history.undoStack.length;
    await saver.flush();
    return {
      undo: () => {
        const isLast = history.undoStack.length === steps && history.redoStack.length === 0;
        return isLast && steps > stepsBefore && editor.dispatchCommand(UNDO_COMMAND, undefined);
      },
    };
  };
  return {
    // A version that is put back comes with its own changes.
    edit: (patchOf, restores) => change(patchOf, restores === undefined ? [] : [UNTRACKED_TAG], restores),
    decide: (decided) => {
      let after: StoryDocument | null = null;
      const patchOf = (now: StoryDocument): DocumentPatch => diffDocuments(now, (after = decided(now)));
      return change(patchOf, [UNTRACKED_TAG], undefined, (before, caret) => {
        const place = caret && after && decidedPlace(caret, before.blocks, after.blocks);
        const point = place && $pointAt(place);
        if (point) $select(point);
      });
    },
  };
}
