import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { noteAnchors } from "#shared/changes/keep-notes.ts";
import type { Note } from "#shared/document/index.ts";
import { notesSchema } from "#shared/document/note-schema.ts";
import { ownNewsroom, theCommittedStory } from "./stored-stories.ts";

/** The notes of the one story as they lie in the database. */
export function committedNotes({ home }: { readonly home: string }): readonly Note[] {
  const sql = new SqliteDatabase(path.join(ownNewsroom(home), "newsroom.db"), { readonly: true });
  try {
    const json: unknown = sql.prepare("SELECT notes FROM story_frame").pluck().get();
    return typeof json === "string" ? notesSchema.parse(JSON.parse(json)) : [];
  } finally {
    sql.close();
  }
}

/** The words that each committed note is on. */
export function anchored({ home }: { readonly home: string }): readonly string[] {
  return [...noteAnchors(theCommittedStory(home).blocks).values()].map(({ quote }) => quote);
}
