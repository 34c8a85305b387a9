import { z } from "zod";
import { assetIdSchema, storyDocumentSchema } from "#shared/document/index.ts";

/**
 * What is under way when the kill comes, beside the saves: `typing` nothing, `checkpoint` the log is
 * moved into the database after every save, `closing` the newsroom is closed and opened again and again,
 * `restore` revisions are kept and put back, `migration` and `recovery` the start on an older or a
 * damaged database.
 */
export const TASKS = [
  "typing",
  "checkpoint",
  "closing",
  "backup",
  "restore-test",
  "photo",
  "restore",
  "migration",
  "recovery",
] as const;
export type Task = (typeof TASKS)[number];
export const taskSchema: z.ZodType<Task> = z.enum(TASKS);

const saveShape = { story: z.string(), version: z.number(), document: storyDocumentSchema };

/** A line of the driver's ledger. */
export const driverLineSchema = z.discriminatedUnion("says", [
  /** Before the save is sent. */
  z.strictObject({ says: z.literal("saving"), ...saveShape }),
  /** After it was acknowledged. */
  z.strictObject({ says: z.literal("saved"), ...saveShape }),
  /** A revision that was kept under a name, and what it says. */
  z.strictObject({ says: z.literal("kept"), revision: z.string(), document: storyDocumentSchema }),
  z.strictObject({ says: z.literal("photo"), asset: assetIdSchema }),
]);
export type DriverLine = z.infer<typeof driverLineSchema>;
