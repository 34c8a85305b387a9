import type { Database } from "better-sqlite3";
import { storedDocument } from "../stories/stored-document.ts";
import { factsOf } from "../stories/story-row.ts";
import { storyTable } from "../stories/story-table.ts";

/**
 * Reads stories until one cannot be read, and says why, as the end of a sentence; null where all can.
 * SQLite's own checks do not look into what the rows say.
 */
export function unreadableStory(sql: Database): string | null {
  const table = storyTable(sql);
  const seqs = sql.prepare<[], number>("SELECT seq FROM story").pluck().all();
  for (const seq of seqs) {
    try {
      const row = table.row(seq);
      if (row) factsOf(row);
      const document = row ? storedDocument(table, row, table.frame(seq)) : null;
      if (document && !document.ok && document.error.code === "damaged") return document.error.message;
    } catch (error) {
      return `a story cannot be read (${error instanceof Error ? error.message : "no reason given"})`;
    }
  }
  return null;
}
