import { z } from "zod";
import { blockTrackingSchema, knownBlockSchema } from "./block-schema.ts";
import { canonicalTracking } from "./block-tracking.ts";
import { canonicalKnownBlock, type Block } from "./block.ts";
import { idsAreUnique } from "./document-schema.ts";
import { migrateToCurrent } from "./migrations.ts";
import { notesSchema } from "./note-schema.ts";
import { DOCUMENT_SCHEMA, type StoredBlock, type StoryDocument } from "./story-document.ts";

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
  notes: notesSchema.exactOptional(),
});

/** Reads one stored block. What this version does not understand comes back as an unknown block, whole. */
export function parseBlock(stored: StoredBlock): Block {
  const known = knownBlockSchema.safeParse(stored);
  if (known.success) return canonicalKnownBlock(known.data);
  const { tracked: storedTracking, ...raw } = stored;
  const tracked = blockTrackingSchema.safeParse(storedTracking);
  const canonical = tracked.success ? canonicalTracking(tracked.data) : undefined;
  if (!canonical) return { id: stored.id, kind: "unknown", raw: stored };
  return { id: stored.id, kind: "unknown", raw: { ...raw, id: stored.id }, tracked: canonical };
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
