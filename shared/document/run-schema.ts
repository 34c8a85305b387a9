import { z } from "zod";
import { MARKS, type Mark, type Run } from "./run.ts";
import { isStoryText } from "./text.ts";

export const markSchema: z.ZodType<Mark> = z.enum(MARKS);

const trackedChangeSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(["insert", "delete"]),
  by: z.string().min(1),
  at: z.iso.datetime(),
});

const formatChangeSchema = z.strictObject({
  id: z.string().min(1),
  by: z.string().min(1),
  at: z.iso.datetime(),
  was: z.array(markSchema).readonly(),
});

const storyText = z.string().refine(isStoryText, "holds a character that a story cannot keep");

export const runSchema: z.ZodType<Run> = z.strictObject({
  text: storyText,
  marks: z.array(markSchema).readonly().exactOptional(),
  link: z.strictObject({ href: storyText.min(1) }).exactOptional(),
  change: trackedChangeSchema.exactOptional(),
  formatChange: formatChangeSchema.exactOptional(),
  notes: z.array(z.string().min(1)).readonly().exactOptional(),
});

export const runsSchema: z.ZodType<readonly Run[]> = z.array(runSchema).readonly();
