import { blockText, type Block } from "./block.ts";
import type { BlockId } from "./ids.ts";
import { DOCUMENT_SCHEMA, type StoryDocument } from "./story-document.ts";

/**
 * What changed between two states of a story: the ids of all its blocks in their new order, and
 * the blocks that are new or different. A block that `order` leaves out is gone.
 */
export interface DocumentPatch {
  readonly order: readonly BlockId[];
  readonly put: readonly Block[];
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
  return { ok: true, value: { ...document, schema: DOCUMENT_SCHEMA, blocks: ordered } };
}

/** The patch that turns one state of a story into another. */
export function diffDocuments(from: StoryDocument, to: StoryDocument): DocumentPatch {
  const before = new Map<BlockId, Block>(from.blocks.map((block) => [block.id, block]));
  const put = to.blocks.filter((block) => {
    const old = before.get(block.id);
    if (old === block) return false;
    return !old || blockText(old) !== blockText(block) || JSON.stringify(old) !== JSON.stringify(block);
  });
  return { order: to.blocks.map((block) => block.id), put };
}
