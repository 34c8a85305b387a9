import type { Migration } from "../migration.ts";

/**
 * Revisions of stories. What each table is for stands in docs/revisions.md. A story gets its first
 * revision with the next save: bringing a large newsroom forward stays a matter of moments.
 */
export const revisions: Migration = {
  version: 2,
  name: "revisions",
  up: (sql) => {
    sql.exec(`
      CREATE TABLE passage (
        seq INTEGER PRIMARY KEY,
        story INTEGER NOT NULL REFERENCES story (seq) ON DELETE CASCADE,
        sha256 BLOB NOT NULL,
        deflated BLOB NOT NULL,
        UNIQUE (story, sha256)
      ) STRICT;

      CREATE TABLE revision_text (
        seq INTEGER PRIMARY KEY,
        story INTEGER NOT NULL REFERENCES story (seq) ON DELETE CASCADE,
        sha256 BLOB NOT NULL,
        document_schema INTEGER NOT NULL,
        passages BLOB NOT NULL,
        notes INTEGER,
        words INTEGER NOT NULL,
        UNIQUE (story, sha256)
      ) STRICT;

      CREATE TABLE revision (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        story INTEGER NOT NULL REFERENCES story (seq) ON DELETE CASCADE,
        text INTEGER NOT NULL REFERENCES revision_text (seq),
        facts INTEGER NOT NULL,
        branch TEXT,
        version INTEGER NOT NULL,
        born_of TEXT NOT NULL,
        author TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        cause TEXT NOT NULL,
        name TEXT,
        words_added INTEGER NOT NULL,
        words_removed INTEGER NOT NULL,
        blocks_changed INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX revision_of_story ON revision (story, seq);
      CREATE INDEX revision_on_branch ON revision (story, branch, seq);
      CREATE INDEX revision_with_text ON revision (text);

      CREATE TABLE revision_parent (
        revision INTEGER NOT NULL REFERENCES revision (seq) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        parent INTEGER NOT NULL REFERENCES revision (seq),
        PRIMARY KEY (revision, place)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX revision_child ON revision_parent (parent);
    `);
  },
};
