import { z } from "zod";
import { blockSchema } from "./block-schema.ts";
import { notesSchema } from "./note-schema.ts";
import type { DocumentPatch } from "./patch.ts";

export const documentPatchSchema: z.ZodType<DocumentPatch> = z.strictObject({
  order: z
    .array(z.string().min(1))
    .readonly()
    .refine((order) => new Set(order).size === order.length, "names a block twice"),
  put: z.array(blockSchema).readonly(),
  notes: notesSchema.exactOptional(),
});
