import { canonicalKnownBlock, type Block, type JsonValue, type KnownBlock } from "./block.ts";

/** The version of the stored form that this Stet writes. Raise it together with a migration in `migrations.ts`. */
export const DOCUMENT_SCHEMA = 1;

/** A note anchored to runs by its id. It never prints. `at` is an ISO 8601 UTC time. */
export interface Note {
  readonly id: string;
  readonly kind: "note" | "query";
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

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

/** What is written for one block: an unknown block goes back exactly as it came. */
export function blockToStore(block: Block): KnownBlock | StoredBlock {
  return block.kind === "unknown" ? block.raw : canonicalKnownBlock(block);
}

/** A whole story as it lies in storage. */
export interface StoredStory {
  readonly schema: number;
  readonly blocks: readonly (KnownBlock | StoredBlock)[];
  readonly notes?: readonly Note[];
}

/** The stored form of a document, ready for `JSON.stringify`. `parseStory` gives the same document back. */
export function storyToStore(document: StoryDocument): StoredStory {
  const { schema, blocks, notes } = document;
  return { schema, blocks: blocks.map(blockToStore), ...(notes && notes.length > 0 ? { notes } : {}) };
}

/** A document with no blocks. */
export const EMPTY_STORY: StoryDocument = { schema: DOCUMENT_SCHEMA, blocks: [] };
