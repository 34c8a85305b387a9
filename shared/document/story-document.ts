import { canonicalKnownBlock, type Block, type JsonValue, type KnownBlock } from "./block.ts";
import { canonicalTracking, type BlockTracking } from "./block-tracking.ts";
import type { Note } from "./note.ts";

/** The version of the stored form that this Stet writes. Raise it together with a migration in `migrations.ts`. */
export const DOCUMENT_SCHEMA = 2;

/** The text of one story: see DESIGN.md, "The document is ours". Values are never changed in place. */
export interface StoryDocument {
  readonly schema: typeof DOCUMENT_SCHEMA;
  readonly blocks: readonly Block[];
  readonly notes?: readonly Note[];
}

/** A block as it lies in storage: known or not, it has an id. */
export interface StoredBlock {
  readonly id: string;
  readonly [key: string]: JsonValue;
}

/** An unknown block as it lies in storage: what it came with, and what is tracked of it. */
export type StoredUnknownBlock = StoredBlock & { readonly tracked?: BlockTracking };

/**
 * What is written for one block. An unknown block goes back exactly as it came, with what is
 * tracked of it beside that; where it came with a `tracked` that this version cannot read, that stays.
 */
export function blockToStore(block: Block): KnownBlock | StoredBlock | StoredUnknownBlock {
  if (block.kind !== "unknown") return canonicalKnownBlock(block);
  const tracked = block.tracked && canonicalTracking(block.tracked);
  if (!tracked || "tracked" in block.raw) return block.raw;
  return Object.assign({ tracked }, block.raw);
}

/** A whole story as it lies in storage. */
export interface StoredStory {
  readonly schema: number;
  readonly blocks: readonly (KnownBlock | StoredBlock | StoredUnknownBlock)[];
  readonly notes?: readonly Note[];
}

/** The stored form of a document, ready for `JSON.stringify`. `parseStory` gives the same document back. */
export function storyToStore(document: StoryDocument): StoredStory {
  const { schema, blocks, notes } = document;
  return { schema, blocks: blocks.map(blockToStore), ...(notes && notes.length > 0 ? { notes } : {}) };
}

/** A document with no blocks. */
export const EMPTY_STORY: StoryDocument = { schema: DOCUMENT_SCHEMA, blocks: [] };
