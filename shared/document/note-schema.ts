import { z } from "zod";
import { NOTE_STATES, type Note } from "./note.ts";

const id = z.string().min(1);
const written = { id, by: z.string().min(1), at: z.iso.datetime(), text: z.string() };
const editedAt = z.iso.datetime().exactOptional();

export const noteSchema: z.ZodType<Note> = z.strictObject({
  ...written,
  kind: z.enum(["note", "query"]),
  state: z.enum(NOTE_STATES),
  replies: z.array(z.strictObject({ ...written, editedAt })).readonly(),
  asked: id.exactOptional(),
  editedAt,
  block: id.exactOptional(),
  orphan: z.strictObject({ quote: z.string(), block: id.exactOptional() }).exactOptional(),
});

export const notesSchema: z.ZodType<readonly Note[]> = z.array(noteSchema).readonly();
