import { $getNodeByKey, $getRoot, type LexicalEditor, type NodeKey } from "lexical";
import {
  addCounts,
  countBlock,
  DOCUMENT_SCHEMA,
  isBody,
  type Block,
  type BlockId,
  type Counts,
  type DocumentPatch,
  type Note,
  type StoryCounts,
  type StoryDocument,
} from "#shared/document/index.ts";
import { sameJson } from "../blocks/same-json.ts";
import { $isBlockNode, $nodeToBlock } from "../codec/blocks.ts";
import { $storyNotes } from "../codec/document.ts";
import { replacesAll } from "./replaces-all.ts";

interface Kept {
  readonly block: Block;
  readonly counts: Counts;
}

const NOTHING: Counts = { words: 0, characters: 0 };

/**
 * The story as it stands in the editor, kept block by block: a keystroke costs the encoding and
 * counting of the one block that it changed, and that only when somebody asks.
 */
export interface LiveStory {
  readonly document: () => StoryDocument;
  readonly counts: () => StoryCounts;
  /** What changed since the last patch was taken; null where nothing did. */
  readonly takePatch: () => DocumentPatch | null;
  /** From now on every block counts as changed: the next patch holds the whole story. */
  readonly forgetTaken: () => void;
  /** This document lies in the newsroom now: only what differs from it goes into the next patch. */
  readonly stored: (document: StoryDocument) => void;
  readonly stop: () => void;
}

/**
 * Follows an editor. `onEdit` is called with every update that may have changed the story. Blocks
 * that `known` holds already lie in the newsroom as they are; all others belong into the first patch.
 */
export function followStory(editor: LexicalEditor, known: StoryDocument, onEdit: () => void): LiveStory {
  const kept = new Map<NodeKey, Kept>();
  const stale = new Set<NodeKey>();
  const changed = new Set<BlockId>();
  const stored = new Map<BlockId, Block>(known.blocks.map((block) => [block.id, block]));
  let order: readonly NodeKey[] = [];
  let notes: readonly Note[] = known.notes ?? [];
  let areNotesChanged = false;
  let isOrderStale = true;
  let isOrderChanged = false;

  const idAt = (key: NodeKey): BlockId | undefined => kept.get(key)?.block.id;

  const $keep = (key: NodeKey): void => {
    const node = $getNodeByKey(key);
    if (!$isBlockNode(node)) return;
    const block = $nodeToBlock(node);
    const before = kept.get(key)?.block ?? stored.get(block.id);
    if (before && sameJson(before, block)) {
      if (!kept.has(key)) kept.set(key, { block, counts: countBlock(block) });
      return;
    }
    kept.set(key, { block, counts: countBlock(block) });
    changed.add(block.id);
  };

  const $reorder = (): void => {
    const next = $getRoot().getChildrenKeys();
    const before = order.map(idAt);
    const gone = new Set(kept.keys());
    for (const key of next) {
      gone.delete(key);
      if (!kept.has(key)) $keep(key);
    }
    for (const key of gone) kept.delete(key);
    order = next;
    const after = order.map(idAt);
    if (!sameJson(before, after)) isOrderChanged = true;
  };

  const settle = (): void => {
    if (!isOrderStale && stale.size === 0) return;
    editor.getEditorState().read(
      () => {
        for (const key of stale) if (kept.has(key)) $keep(key);
        if (isOrderStale) {
          $reorder();
          const now = $storyNotes();
          if (!sameJson(notes, now)) areNotesChanged = true;
          notes = now;
        }
      },
      { editor },
    );
    stale.clear();
    isOrderStale = false;
  };

  const blocks = (): Block[] => order.flatMap((key) => kept.get(key)?.block ?? []);

  settle();
  stored.clear();
  isOrderChanged = changed.size > 0;

  const stop = editor.registerUpdateListener((update) => {
    const { dirtyElements, dirtyLeaves } = update;
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    if (replacesAll(update)) {
      for (const key of kept.keys()) stale.add(key);
      isOrderStale = true;
    } else {
      for (const key of dirtyElements.keys()) if (kept.has(key)) stale.add(key);
      if (dirtyElements.get("root") === true) isOrderStale = true;
    }
    onEdit();
  });

  return {
    document: () => {
      settle();
      return {
        schema: DOCUMENT_SCHEMA,
        blocks: blocks(),
        ...(notes.length > 0 ? { notes } : {}),
      };
    },
    counts: () => {
      settle();
      let all = NOTHING;
      let body = NOTHING;
      for (const key of order) {
        const entry = kept.get(key);
        if (!entry) continue;
        all = addCounts(all, entry.counts);
        if (isBody(entry.block)) body = addCounts(body, entry.counts);
      }
      return { all, body };
    },
    takePatch: () => {
      settle();
      if (changed.size === 0 && !isOrderChanged && !areNotesChanged) return null;
      const now = blocks();
      const patch: DocumentPatch = {
        order: now.map(({ id }) => id),
        put: now.filter(({ id }) => changed.has(id)),
        ...(areNotesChanged ? { notes } : {}),
      };
      changed.clear();
      isOrderChanged = false;
      areNotesChanged = false;
      return patch;
    },
    forgetTaken: () => {
      settle();
      for (const { id } of blocks()) changed.add(id);
      areNotesChanged = true;
    },
    stored: (document) => {
      settle();
      const lying = new Map(document.blocks.map((block) => [block.id, block]));
      changed.clear();
      for (const block of blocks()) if (!sameJson(lying.get(block.id), block)) changed.add(block.id);
      areNotesChanged = !sameJson(document.notes ?? [], notes);
      isOrderChanged = !sameJson(
        document.blocks.map(({ id }) => id),
        blocks().map(({ id }) => id),
      );
    },
    stop,
  };
}
