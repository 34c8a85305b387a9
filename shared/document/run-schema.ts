import { z } from "zod";
import { MARKS, type FormatChange, type Mark, type Run } from "./run.ts";
import type { Stamp } from "./stamp.ts";
import { isStoryText } from "./text.ts";

export const markSchema: z.ZodType<Mark> = z.enum(MARKS);

const stamp = { id: z.string().min(1), by: z.string().min(1), at: z.iso.datetime() };

/** Who made a change, and when. */
export const stampSchema: z.ZodType<Stamp> = z.strictObject(stamp);

const storyText = z.string().refine(isStoryText, "holds a character that a story cannot keep");

const linkSchema = z.strictObject({ href: storyText.min(1) });
const marksSchema = z.array(markSchema).readonly();

const formatChangeSchema: z.ZodType<FormatChange> = z.strictObject({
  ...stamp,
  added: marksSchema.exactOptional(),
  removed: marksSchema.exactOptional(),
  linkWas: linkSchema.nullable().exactOptional(),
});

export const runSchema: z.ZodType<Run> = z.strictObject({
  text: storyText,
  marks: marksSchema.exactOptional(),
  link: linkSchema.exactOptional(),
  inserted: stampSchema.exactOptional(),
  deleted: stampSchema.exactOptional(),
  formats: z.array(formatChangeSchema).readonly().exactOptional(),
  notes: z.array(z.string().min(1)).readonly().exactOptional(),
});

export const runsSchema: z.ZodType<readonly Run[]> = z.array(runSchema).readonly();
