import { z } from "zod";
import {
  blockSchema,
  canonicalKnownBlock,
  knownBlockSchema,
  type Block,
  type JsonValue,
  type KnownBlock,
} from "./block.ts";
import { migrateToCurrent } from "./migrations.ts";

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

const noteSchema: z.ZodType<Note> = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(["note", "query"]),
  by: z.string().min(1),
  at: z.iso.datetime(),
  text: z.string(),
});

function idsAreUnique(blocks: readonly Block[]): boolean {
  return new Set(blocks.map((block) => block.id)).size === blocks.length;
}

/** The document as it travels between parts of Stet. Stored JSON is read by {@link parseStory} instead. */
export const storyDocumentSchema: z.ZodType<StoryDocument> = z.strictObject({
  schema: z.literal(DOCUMENT_SCHEMA),
  blocks: z.array(blockSchema).readonly().refine(idsAreUnique, "two blocks have the same id"),
  notes: z.array(noteSchema).readonly().exactOptional(),
});

/** Why a stored document could not be read: it is not a story, or a newer Stet wrote it. */
export interface UnreadableDocument {
  readonly code: "newer-version" | "invalid";
  /** A sentence for the person, without the name of the story. */
  readonly message: string;
}

export type ParsedStory =
  | { readonly ok: true; readonly value: StoryDocument }
  | { readonly ok: false; readonly error: UnreadableDocument };

const envelopeSchema = z.looseObject({
  schema: z.number().int().positive(),
  blocks: z.array(z.looseObject({ id: z.string().min(1), kind: z.string() })),
});

const storedBlockSchema: z.ZodType<StoredBlock> = z.object({ id: z.string().min(1) }).catchall(z.json());

const storedEnvelopeSchema = z.strictObject({
  schema: z.literal(DOCUMENT_SCHEMA),
  blocks: z.array(storedBlockSchema),
  notes: z.array(noteSchema).readonly().exactOptional(),
});

/** A block as it lies in storage: known or not, it has an id. */
export interface StoredBlock {
  readonly id: string;
  readonly [key: string]: JsonValue;
}

/** Reads one stored block. What this version does not understand comes back as an unknown block, whole. */
export function parseBlock(stored: StoredBlock): Block {
  const known = knownBlockSchema.safeParse(stored);
  if (known.success) return canonicalKnownBlock(known.data);
  return { id: stored.id, kind: "unknown", raw: stored };
}

/** What is written for one block: an unknown block goes back exactly as it came. */
export function blockToStore(block: Block): KnownBlock | StoredBlock {
  return block.kind === "unknown" ? block.raw : canonicalKnownBlock(block);
}

/**
 * Reads a stored story of any version up to {@link DOCUMENT_SCHEMA}, bringing older ones forward.
 * Blocks that this version does not know survive as unknown blocks. Gives `newer-version` for a
 * document whose schema number is from the future and `invalid` for anything that is no story.
 */
export function parseStory(stored: unknown): ParsedStory {
  const envelope = envelopeSchema.safeParse(stored);
  if (!envelope.success) {
    return {
      ok: false,
      error: { code: "invalid", message: `is not a story: ${z.prettifyError(envelope.error)}` },
    };
  }
  if (envelope.data.schema > DOCUMENT_SCHEMA) {
    const message = `was written by a newer Stet (document version ${String(envelope.data.schema)}; this Stet reads up to ${String(DOCUMENT_SCHEMA)})`;
    return { ok: false, error: { code: "newer-version", message } };
  }
  const current = storedEnvelopeSchema.safeParse(migrateToCurrent(envelope.data));
  if (!current.success) {
    return {
      ok: false,
      error: { code: "invalid", message: `is not a story: ${z.prettifyError(current.error)}` },
    };
  }
  const { blocks, ...rest } = current.data;
  const parsed = blocks.map(parseBlock);
  if (!idsAreUnique(parsed)) {
    return { ok: false, error: { code: "invalid", message: "has two blocks with the same id" } };
  }
  return { ok: true, value: { ...rest, blocks: parsed } };
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
