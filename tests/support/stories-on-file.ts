import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { migrate } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { openRevisions, type RevisionStore } from "#main/core/revisions/revision-store.ts";
import { openStoryStore, type StoryStore } from "#main/core/stories/story-store.ts";
import { storyTable } from "#main/core/stories/story-table.ts";

/** Stories and their revisions on a database file, without the rest of a newsroom. */
export interface StoriesOnFile {
  readonly path: string;
  readonly stories: StoryStore;
  readonly revisions: RevisionStore;
  readonly close: () => void;
}

/** Opens them in a folder, in every step of which the clock is asked. */
export function storiesOnFile(folder: string, now: () => number, author = "Ana Ruiz"): StoriesOnFile {
  const path = join(folder, "newsroom.db");
  const sql = new SqliteDatabase(path);
  sql.pragma("journal_mode = WAL");
  sql.pragma("foreign_keys = ON");
  migrate(sql, MIGRATIONS);
  const table = storyTable(sql);
  const kept = openRevisions(sql, table, { folder, now, author: () => author });
  const stories = openStoryStore(sql, table, kept.line, { folder, now, author: () => author });
  const revisions = kept.store(stories.save, stories.setFacts);
  return {
    path,
    stories,
    revisions,
    close: () => {
      revisions.close();
      stories.close();
      sql.close();
    },
  };
}
