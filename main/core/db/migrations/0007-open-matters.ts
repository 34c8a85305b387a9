import type { Database } from "better-sqlite3";
import { parseStory } from "#shared/document/index.ts";
import { changeIdsOf, countOpenQueries } from "#shared/changes/index.ts";
import type { Migration } from "../migration.ts";

function read(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return null;
  }
}

/** The ids of the changes that are open in a stored block, as JSON; null for none. */
function changesOfStored(json: unknown, documentSchema: unknown): string | null {
  const story = parseStory({ schema: Number(documentSchema), blocks: [read(json)] });
  const ids = story.ok ? story.value.blocks.flatMap(changeIdsOf) : [];
  return ids.length > 0 ? JSON.stringify(ids) : null;
}

function queriesOfStored(json: unknown, documentSchema: unknown): number {
  const story = parseStory({ schema: Number(documentSchema), blocks: [], notes: read(json) });
  return story.ok ? countOpenQueries(story.value.notes ?? []) : 0;
}

function teach(sql: Database): void {
  sql.function("stet_changes", { deterministic: true }, changesOfStored);
  sql.function("stet_queries", { deterministic: true }, queriesOfStored);
}

/** How many changes and queries are open in every story, for the desk list. */
export const openMatters: Migration = {
  version: 7,
  name: "open matters",
  up: (sql) => {
    teach(sql);
    sql.exec(`
      ALTER TABLE block ADD COLUMN changes TEXT;
      ALTER TABLE story ADD COLUMN open_changes INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE story ADD COLUMN open_queries INTEGER NOT NULL DEFAULT 0;
      UPDATE block SET changes = stet_changes(json, ifnull((SELECT document_schema FROM story_frame AS frame WHERE frame.story = block.story), 1))
        WHERE json LIKE '%hange"%' OR json LIKE '%"inserted"%' OR json LIKE '%"deleted"%' OR json LIKE '%"formats"%' OR json LIKE '%"tracked"%';
      UPDATE story SET
        open_changes = (SELECT count(DISTINCT id.value) FROM block, json_each(block.changes) AS id WHERE block.story = story.seq AND block.changes IS NOT NULL),
        open_queries = ifnull((SELECT stet_queries(notes, document_schema) FROM story_frame AS frame WHERE frame.story = story.seq AND notes IS NOT NULL), 0);
    `);
  },
};
