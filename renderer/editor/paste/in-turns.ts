import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  HISTORY_MERGE_TAG,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import { hasRuns, type Block } from "#shared/document/index.ts";
import { $isBlockNode, $nodeToBlock } from "../codec/blocks.ts";
import { $blockOf } from "../fields/field.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { isOnlyOne } from "../structure/only-one.ts";
import { UNTRACKED_TAG } from "../suggesting/track-updates.ts";
import { asOneChange, putInBy } from "./as-one-change.ts";
import { $insertAfter, $insertBlocks, $putAfter } from "./insert-blocks.ts";

/** More blocks than these stand still for longer than a person takes for an answer. */
const AT_ONCE = 600;
const EACH_TURN = 250;
/** Time for a frame and for keys between two turns, in milliseconds. */
const BREATH_MS = 8;

/** The blocks of a long paste that are still to come, and the block behind which they go. */
export interface RestOfPaste {
  readonly blocks: readonly Block[];
  readonly behind: NodeKey;
}

/** A paste that goes on by itself. */
export interface PasteUnderWay {
  /** Puts in all that is left, at once. */
  readonly finish: () => void;
  /** Puts in nothing more. */
  readonly abandon: () => void;
}

function mayComeLater({ kind }: Block): boolean {
  return kind !== "headline" && kind !== "endMark";
}

/**
 * Puts blocks in place of the selection as `$insertBlocks` does. Of a long paste only the beginning
 * and the last block, where the caret then is; gives what goes in between, null where that is nothing.
 */
export function $insertBeginning(blocks: readonly Block[], isOwn: boolean): RestOfPaste | null {
  const between = blocks.slice(EACH_TURN, -1);
  const last = blocks.at(-1);
  const selection = $getSelection();
  const isInPhoto = $isRangeSelection(selection) && $isPhotoFieldNode(selection.anchor.getNode().getParent());
  const inTurns = blocks.length > AT_ONCE && !isInPhoto && between.every(mayComeLater);
  if (!inTurns || !last || !hasRuns(last) || isOnlyOne(last.kind)) {
    $insertBlocks(blocks, isOwn);
    return null;
  }
  $insertBlocks([...blocks.slice(0, EACH_TURN), last], isOwn);
  const caret = $getSelection();
  const end = $isRangeSelection(caret) ? $blockOf(caret.anchor.getNode()) : null;
  const behind = end?.getPreviousSibling();
  // A field that took it all as one line has nothing before its end.
  return behind ? { blocks: between, behind: behind.getKey() } : null;
}

interface Turns {
  readonly editor: LexicalEditor;
  /** False once the paste is not the last step any more: what was undone is not gone on with. */
  readonly isWanted: () => boolean;
  readonly onEnd: () => void;
}

/**
 * Puts in the rest, a few blocks at a time, all in the paste's one step of undo and, where edits are
 * tracked, in its one change; the page answers in between.
 */
export function pasteInTurns(rest: RestOfPaste, { editor, isWanted, onEnd }: Turns): PasteUnderWay {
  let { blocks: left, behind } = rest;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (count: number): void => {
    // Taken before the update: within another one it is done later.
    const next = left.slice(0, count);
    left = left.slice(count);
    editor.update(
      () => {
        const before = $getNodeByKey(behind);
        if (!$isBlockNode(before) || !before.isAttached()) {
          left = [];
          return;
        }
        const above = $nodeToBlock(before);
        const change = putInBy(above);
        if (change === null) {
          behind = $insertAfter(before, next).getKey();
          return;
        }
        // Tracked already, as a part of the change that the beginning of the paste is.
        $addUpdateTag(UNTRACKED_TAG);
        behind = $putAfter(before, asOneChange(above, next, change)).getKey();
      },
      {
        discrete: true,
        tag: [HISTORY_MERGE_TAG, PASTE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
      },
    );
  };
  const end = (): void => {
    clearTimeout(timer);
    left = [];
    onEnd();
  };
  const turn = (): void => {
    if (isWanted()) put(EACH_TURN);
    else left = [];
    if (left.length === 0) end();
    else timer = setTimeout(turn, BREATH_MS);
  };
  timer = setTimeout(turn, BREATH_MS);
  return {
    finish: () => {
      if (left.length > 0 && isWanted()) put(left.length);
      end();
    },
    abandon: end,
  };
}
