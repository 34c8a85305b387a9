import type { Migration } from "../migration.ts";

/**
 * Stories as rows of blocks, their sources, the places where people left off, photos, settings and
 * the search index. What each table is for stands in docs/core.md.
 */
export const firstEdition: Migration = {
  version: 1,
  name: "first edition",
  up: (sql) => {
    sql.exec(`
      CREATE TABLE story (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        facts TEXT NOT NULL,
        slug_key TEXT NOT NULL,
        status TEXT NOT NULL,
        desk TEXT NOT NULL,
        deadline_at_ms INTEGER,
        headline TEXT NOT NULL,
        words INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        photos INTEGER NOT NULL,
        version INTEGER NOT NULL,
        created_at_ms INTEGER NOT NULL,
        updated_at_ms INTEGER NOT NULL,
        search_due INTEGER NOT NULL DEFAULT 1
      ) STRICT;
      CREATE INDEX story_by_update ON story (updated_at_ms, seq, status, desk);
      CREATE INDEX story_by_deadline ON story (deadline_at_ms, seq, status, desk);
      CREATE INDEX story_by_slug ON story (slug_key, seq, status, desk);
      CREATE INDEX story_to_index ON story (seq) WHERE search_due = 1;

      CREATE TABLE story_frame (
        story INTEGER PRIMARY KEY REFERENCES story (seq) ON DELETE CASCADE,
        document_schema INTEGER NOT NULL,
        block_order TEXT NOT NULL,
        notes TEXT
      ) STRICT;

      CREATE TABLE block (
        story INTEGER NOT NULL REFERENCES story (seq) ON DELETE CASCADE,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        json TEXT NOT NULL,
        words INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        PRIMARY KEY (story, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX block_headline ON block (story) WHERE kind = 'headline';

      CREATE TABLE save (
        story INTEGER NOT NULL REFERENCES story (seq) ON DELETE CASCADE,
        save_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        saved_at_ms INTEGER NOT NULL,
        PRIMARY KEY (story, save_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE place (
        story INTEGER PRIMARY KEY REFERENCES story (seq) ON DELETE CASCADE,
        block TEXT NOT NULL,
        field TEXT NOT NULL,
        caret_offset INTEGER NOT NULL,
        scroll_top_px REAL NOT NULL
      ) STRICT;

      CREATE TABLE source (
        id TEXT PRIMARY KEY,
        story INTEGER NOT NULL REFERENCES story (seq) ON DELETE CASCADE,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes BLOB NOT NULL,
        received_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX source_of_story ON source (story);

      CREATE TABLE photo (
        asset TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        width_px INTEGER NOT NULL,
        height_px INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        description TEXT NOT NULL,
        added_at_ms INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      CREATE TABLE search_text (
        story INTEGER NOT NULL REFERENCES story (seq) ON DELETE CASCADE,
        part INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (story, part)
      ) STRICT, WITHOUT ROWID;
      CREATE VIRTUAL TABLE search USING fts5 (
        title, text,
        content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
        tokenize = 'unicode61 remove_diacritics 2'
      );
    `);
  },
};
