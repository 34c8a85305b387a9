import type { Database } from "better-sqlite3";
import type { EditorPlace } from "#shared/contract/stories.ts";

/** Where the person left off, story by story. */
export interface PlaceTable {
  readonly keep: (seq: number, place: EditorPlace) => void;
  readonly of: (seq: number) => EditorPlace | null;
}

interface PlaceRow {
  readonly block: string;
  readonly field: EditorPlace["field"];
  readonly caret_offset: number;
  readonly scroll_top_px: number;
}

/** Prepares the statements on the table of places. */
export function placeTable(sql: Database): PlaceTable {
  const keep = sql.prepare<[number, string, string, number, number]>(
    `INSERT INTO place (story, block, field, caret_offset, scroll_top_px) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (story) DO UPDATE SET block = excluded.block, field = excluded.field,
       caret_offset = excluded.caret_offset, scroll_top_px = excluded.scroll_top_px`,
  );
  const ofStory = sql.prepare<[number], PlaceRow>(
    "SELECT block, field, caret_offset, scroll_top_px FROM place WHERE story = ?",
  );
  return {
    keep: (seq, { block, field, offset, scrollTopPx }) => {
      keep.run(seq, block, field, offset, scrollTopPx);
    },
    of: (seq) => {
      const row = ofStory.get(seq);
      if (!row) return null;
      return { block: row.block, field: row.field, offset: row.caret_offset, scrollTopPx: row.scroll_top_px };
    },
  };
}
