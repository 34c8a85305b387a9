import { z } from "zod";
import { blockSchema } from "./block-schema.ts";
import type { Block } from "./block.ts";
import { notesSchema } from "./note-schema.ts";
import { DOCUMENT_SCHEMA, type StoryDocument } from "./story-document.ts";

/** True where no two blocks have the same id. */
export function idsAreUnique(blocks: readonly Block[]): boolean {
  return new Set(blocks.map((block) => block.id)).size === blocks.length;
}

/** The document as it travels between parts of Stet. Stored JSON is read by `parseStory` instead. */
export const storyDocumentSchema: z.ZodType<StoryDocument> = z.strictObject({
  schema: z.literal(DOCUMENT_SCHEMA),
  blocks: z.array(blockSchema).readonly().refine(idsAreUnique, "two blocks have the same id"),
  notes: notesSchema.exactOptional(),
});
