import { LinkNode } from "@lexical/link";
import {
  $addUpdateTag,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  LineBreakNode,
  mergeRegister,
  RootNode,
  TabNode,
  TextNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from "lexical";
import { acceptChanges, trackBlock, trackEdit, type Tracking } from "#shared/changes/index.ts";
import { DOCUMENT_SCHEMA, type Block, type BlockId, type StoryDocument } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { sameJson } from "../blocks/same-json.ts";
import { StoryBlockNode } from "../blocks/story-block-node.ts";
import { UnknownBlockNode } from "../blocks/unknown-block-node.ts";
import { $isBlockNode, $nodeToBlock, type BlockNode } from "../codec/blocks.ts";
import { $blockNodes } from "../codec/block-nodes.ts";
import { $setStoryNotes, $storyNotes } from "../codec/document.ts";
import { $blockOf } from "../fields/field.ts";
import { replacesAll } from "../live/replaces-all.ts";
import { PhotoFieldNode } from "../photos/photo-field-node.ts";
import { PhotoNode } from "../photos/photo-node.ts";
import { isOwnTyping } from "./own-typing.ts";
import { $rewriteBlock } from "./rewrite-block.ts";
import { $reselect, $selectedPlaces } from "./selected-places.ts";
import { samePlace, toStoryPlace } from "./story-places.ts";
import { $isStruckText, $passStruck, $typeBesideStruck } from "./struck-text.ts";
import type { Side, TextPlace } from "./tracked-place.ts";
import { $writeBlocks } from "./write-blocks.ts";

/** For edits whose outcome is decided elsewhere: accepting, rejecting, another window's text. */
export const UNTRACKED_TAG = "untracked";

/** Stands for nobody where text is only to be parted from what it was typed into. */
const NOBODY = "\u0000";

/** Deletions by key that go on within this time are one step of undo, as typing is. */
const DELETING_STEP_MS = 1_000;

export interface SuggestingOptions {
  /** Whose edits are tracked; null while none are. */
  readonly by: () => string | null;
  /** ISO 8601 UTC time. */
  readonly now: () => string;
  readonly newChangeId: () => string;
}

/** The blocks of the story in order, before or after an edit. */
interface Stand {
  readonly order: readonly BlockId[];
  readonly blocks: ReadonlyMap<BlockId, Block>;
}

function listed({ order, blocks }: Stand): readonly Block[] {
  return order.flatMap((id) => blocks.get(id) ?? []);
}

/** What the passes of one update have made so far; no order where they left that as it was. */
interface Passed {
  readonly order: readonly BlockId[] | null;
  readonly blocks: ReadonlyMap<BlockId, Block>;
}

/** A deletion by key: where the caret was before it, where after, and which way it went. */
interface Deleting {
  readonly isBackward: boolean;
  readonly from: TextPlace | null;
  readonly to?: TextPlace | null;
  readonly atMs: number;
}

function $blockOfKey(key: NodeKey, id: BlockId): Block | null {
  const node = $getNodeByKey(key);
  return $isBlockNode(node) && $blockId(node) === id ? $nodeToBlock(node) : null;
}

/** How much text of the story is struck out, in UTF-16 units. */
function $struckLength(): number {
  const struck = $getRoot().getAllTextNodes().filter($isStruckText);
  return struck.reduce((sum, node) => sum + node.getTextContentSize(), 0);
}

function hintAt(place: TextPlace | null): Pick<Tracking, "hint"> {
  const hint = place && toStoryPlace(place);
  return hint ? { hint } : {};
}

/** The blocks as the edit left them: those that it touched read anew, all others as they were. */
function $edited(before: Stand, touched: ReadonlyMap<BlockId, BlockNode>): Stand {
  const standing = $blockNodes().map((node) => {
    const id = $blockId(node);
    return touched.has(id) ? $nodeToBlock(node) : (before.blocks.get(id) ?? $nodeToBlock(node));
  });
  return {
    order: standing.map(({ id }) => id),
    blocks: new Map(standing.map((block) => [block.id, block])),
  };
}

function $onType(): boolean {
  $typeBesideStruck();
  return false;
}

/**
 * Tracks every edit as a change by whoever makes it, however it is made: at the end of an update the
 * blocks that it touched are compared with what they were, and what is gone is put back, struck out,
 * in the very same update. So one step of undo takes back both, and no way of editing need know.
 */
export function registerSuggesting(
  editor: LexicalEditor,
  { by, now, newChangeId }: SuggestingOptions,
): () => void {
  const touched = new Set<NodeKey>();
  const known = new Map<NodeKey, Block>();
  /** What a composition began with: it is tracked as one edit when it ends. */
  let held: EditorState | null = null;
  /** What the passes before this one within the same update have made. */
  let passed: Passed | null = null;
  let deleting: Deleting | null = null;
  let lastDeleting: Deleting | null = null;

  const forget = (): void => {
    touched.clear();
    held = null;
    passed = null;
    deleting = null;
  };

  const touch = (node: LexicalNode): void => {
    if (by() !== null || $isStruckText(node)) touched.add(node.getKey());
  };

  const $touchedBlocks = (): ReadonlyMap<BlockId, BlockNode> => {
    const blocks = new Map<BlockId, BlockNode>();
    for (const key of touched) {
      const node = $getNodeByKey(key);
      const block = node?.isAttached() === true ? $blockOf(node) : null;
      if (block) blocks.set($blockId(block), block);
    }
    return blocks;
  };

  const isOrderSame = (base: EditorState): boolean => {
    const root = $getRoot();
    return (passed?.order ?? null) === null && base.read(() => $getRoot()) === root;
  };

  const $block = (node: BlockNode): Block => {
    const kept = known.get(node.getKey());
    if (kept) return kept;
    const block = $nodeToBlock(node);
    known.set(node.getKey(), block);
    return block;
  };

  const standOf = (base: EditorState): Stand => {
    if (passed?.order) return { order: passed.order, blocks: passed.blocks };
    const blocks = base.read(() => $blockNodes().map($block));
    const standing = blocks.map((block): readonly [BlockId, Block] => [block.id, block]);
    return { order: blocks.map(({ id }) => id), blocks: new Map([...standing, ...(passed?.blocks ?? [])]) };
  };

  /**
   * What was written back is a step of undo of its own, which Lexical cannot tell from one leaf. But
   * deleting on by key, at the caret where the last deletion left it, is one step with that.
   */
  const $step = (): void => {
    const last = lastDeleting;
    const isOn =
      deleting !== null &&
      last?.isBackward === deleting.isBackward &&
      deleting.atMs - last.atMs < DELETING_STEP_MS &&
      samePlace(last.to, deleting.from);
    if (isOn && !$hasUpdateTag(HISTORY_PUSH_TAG)) $addUpdateTag(HISTORY_MERGE_TAG);
    else if (!$hasUpdateTag(HISTORY_MERGE_TAG)) $addUpdateTag(HISTORY_PUSH_TAG);
  };

  const $track = (who: string, base: EditorState): void => {
    const blocks = $touchedBlocks();
    const places = $selectedPlaces();
    const tracking: Tracking = { by: who, at: now(), newChangeId, ...hintAt(places[1] ?? null) };
    const side: Side = deleting?.isBackward === false ? "behind" : "before";

    if (isOrderSame(base)) {
      const changed: { readonly edited: Block; readonly tracked: Block }[] = [];
      const stand = new Map<BlockId, Block>();
      for (const [id, node] of blocks) {
        const before = passed?.blocks.get(id) ?? base.read(() => $blockOfKey(node.getKey(), id));
        const edited = $nodeToBlock(node);
        if (!before || isOwnTyping(before, edited, who)) continue;
        const tracked = trackBlock(before, edited, tracking);
        if (!sameJson(tracked, edited)) changed.push({ edited, tracked });
        stand.set(id, tracked);
      }
      if (changed.length > 0) {
        const made = new Map(changed.map(({ tracked }) => [tracked.id, tracked]));
        $step();
        for (const [id, block] of made) {
          const node = blocks.get(id);
          if (node) $rewriteBlock(node, block);
        }
        $reselect(
          places,
          changed.map(({ edited }) => edited),
          changed.map(({ tracked }) => tracked),
          side,
        );
      }
      passed = { order: null, blocks: new Map([...(passed?.blocks ?? []), ...stand]) };
      return;
    }

    const before = standOf(base);
    const edited = $edited(before, blocks);
    const notes = $storyNotes();
    const storyOf = (stand: Stand): StoryDocument => ({
      schema: DOCUMENT_SCHEMA,
      blocks: listed(stand),
      notes,
    });
    const tracked = trackEdit(storyOf(before), storyOf(edited), tracking);
    const put = new Map(
      tracked.blocks
        .filter((block) => !sameJson(block, edited.blocks.get(block.id)))
        .map((block) => [block.id, block]),
    );
    const order = tracked.blocks.map(({ id }) => id);
    passed = { order, blocks: new Map(tracked.blocks.map((block) => [block.id, block])) };
    if (!sameJson(tracked.notes ?? [], notes)) $setStoryNotes(tracked.notes ?? []);
    if (put.size === 0 && sameJson(order, edited.order)) return;
    $step();
    $writeBlocks(order, put);
    $reselect(places, listed(edited), tracked.blocks, side);
  };

  /** Without suggesting, what is typed into struck text would be struck with it: it is made plain. */
  const $freeFromStruck = (base: EditorState): void => {
    const wasLong = (key: NodeKey): number => base.read(() => $getNodeByKey(key)?.getTextContentSize() ?? 0);
    const grown = [...touched].filter((key) => {
      const node = $getNodeByKey(key);
      return $isTextNode(node) && node.isAttached() && node.getTextContentSize() > wasLong(key);
    });
    touched.clear();
    // Struck text also grows where blocks are joined and it runs on into more of it: nobody typed then.
    if (grown.length === 0 || $struckLength() <= base.read($struckLength)) return;
    for (const key of grown) touched.add(key);
    const places = $selectedPlaces();
    for (const [id, node] of $touchedBlocks()) {
      const before = base.read(() => $blockOfKey(node.getKey(), id));
      const edited = $nodeToBlock(node);
      if (!before) continue;
      const tracking: Tracking = { by: NOBODY, at: now(), newChangeId, ...hintAt(places[1] ?? null) };
      const blocks = [trackBlock(before, edited, tracking)];
      const [free] = acceptChanges({ schema: DOCUMENT_SCHEMA, blocks }, { by: NOBODY }).blocks;
      if (!free || sameJson(free, edited) || !$rewriteBlock(node, free)) continue;
      $reselect(places, [edited], [free], "before");
    }
  };

  const $pass = (): void => {
    const who = by();
    const isDecided = $hasUpdateTag(UNTRACKED_TAG) || $hasUpdateTag(HISTORIC_TAG);
    if (isDecided) {
      forget();
      return;
    }
    if (editor.isComposing()) return;
    if (who === null) {
      if (touched.size > 0) $freeFromStruck(held ?? editor.getEditorState());
      forget();
      return;
    }
    $track(who, held ?? editor.getEditorState());
    lastDeleting = deleting && { ...deleting, to: $selectedPlaces()[0] ?? null };
    touched.clear();
    if (held !== null) known.clear();
    held = null;
  };

  const $onDelete = (isBackward: boolean): boolean => {
    const selection = $getSelection();
    const isCaret = $isRangeSelection(selection) && selection.isCollapsed();
    deleting = { isBackward, from: isCaret ? ($selectedPlaces()[0] ?? null) : null, atMs: performance.now() };
    $passStruck(isBackward);
    return false;
  };

  return mergeRegister(
    ...[TextNode, TabNode, LineBreakNode].map((kind) => editor.registerNodeTransform(kind, touch)),
    ...[LinkNode, StoryBlockNode, PhotoNode, PhotoFieldNode, UnknownBlockNode].map((kind) =>
      editor.registerNodeTransform(kind, touch),
    ),
    editor.registerNodeTransform(RootNode, $pass),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $onDelete, COMMAND_PRIORITY_CRITICAL),
    ),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $onType, COMMAND_PRIORITY_CRITICAL),
    editor.registerUpdateListener((update) => {
      const { dirtyElements, dirtyLeaves, prevEditorState } = update;
      passed = null;
      deleting = null;
      if (replacesAll(update)) {
        forget();
        known.clear();
        lastDeleting = null;
        return;
      }
      for (const key of dirtyElements.keys()) known.delete(key);
      if (!editor.isComposing()) {
        held = null;
        touched.clear();
        return;
      }
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      held ??= prevEditorState;
      for (const key of by() === null ? dirtyLeaves : dirtyElements.keys()) touched.add(key);
    }),
  );
}
