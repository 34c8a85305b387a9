import { z } from "zod";
import { saveRequestSchema } from "#shared/contract/index.ts";
import { storyDocumentSchema } from "#shared/document/index.ts";
import type { Tail } from "./tail.ts";

/** What a tail looks like where it waits. Fetched only where one is found. */
export const tailSchema: z.ZodType<Tail> = z.strictObject({
  newsroom: z.string(),
  story: z.string().min(1),
  window: z.string().min(1),
  atMs: z.number(),
  slug: z.string(),
  base: z.number().int().nonnegative(),
  branch: z.string().nullable(),
  pending: saveRequestSchema.nullable(),
  document: storyDocumentSchema,
});
