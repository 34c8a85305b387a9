import { blockText, type Block } from "./block.ts";
import type { BlockId } from "./ids.ts";
import type { Note } from "./note.ts";
import { DOCUMENT_SCHEMA, type StoryDocument } from "./story-document.ts";

/**
 * What changed between two states of a story: the ids of all its blocks in their new order, the
 * blocks that are new or different, and the notes where they are. A block that `order` leaves out is gone.
 */
export interface DocumentPatch {
  readonly order: readonly BlockId[];
  readonly put: readonly Block[];
  /** All notes of the story as they are now; absent where they stay as they were. */
  readonly notes?: readonly Note[];
}

export type PatchResult =
  { readonly ok: true; readonly value: StoryDocument } | { readonly ok: false; readonly missing: BlockId };

/** Applies a patch. Gives the id of the first block that `order` names and nobody has. */
export function applyPatch(document: StoryDocument, patch: DocumentPatch): PatchResult {
  const blocks = new Map<BlockId, Block>(document.blocks.map((block) => [block.id, block]));
  for (const block of patch.put) blocks.set(block.id, block);
  const ordered: Block[] = [];
  for (const id of patch.order) {
    const block = blocks.get(id);
    if (!block) return { ok: false, missing: id };
    ordered.push(block);
  }
  const { notes: before, ...rest } = document;
  const notes = patch.notes ?? before ?? [];
  const value: StoryDocument = {
    ...rest,
    schema: DOCUMENT_SCHEMA,
    blocks: ordered,
    ...(notes.length > 0 ? { notes } : {}),
  };
  return { ok: true, value };
}

/** The patch that turns one state of a story into another. */
export function diffDocuments(from: StoryDocument, to: StoryDocument): DocumentPatch {
  const before = new Map<BlockId, Block>(from.blocks.map((block) => [block.id, block]));
  const put = to.blocks.filter((block) => {
    const old = before.get(block.id);
    if (old === block) return false;
    return !old || blockText(old) !== blockText(block) || JSON.stringify(old) !== JSON.stringify(block);
  });
  const [was, is] = [from.notes ?? [], to.notes ?? []];
  const areNotesSame = was === is || JSON.stringify(was) === JSON.stringify(is);
  return { order: to.blocks.map((block) => block.id), put, ...(areNotesSame ? {} : { notes: is }) };
}
