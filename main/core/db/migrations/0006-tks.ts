import type { Database } from "better-sqlite3";
import { parseStory } from "#shared/document/index.ts";
import { blockTks } from "#shared/style/placeholders/index.ts";
import type { Migration } from "../migration.ts";
import { makeRecord } from "../recorded-version.ts";

/** How many placeholders a stored block has; none where it cannot be read. */
function tksOfStored(json: string, documentSchema: number): number {
  try {
    const block: unknown = JSON.parse(json);
    const story = parseStory({ schema: documentSchema, blocks: [block] });
    return story.ok ? story.value.blocks.reduce((sum, one) => sum + blockTks(one).length, 0) : 0;
  } catch {
    return 0;
  }
}

function teachTks(sql: Database): void {
  sql.function("stet_tks", { deterministic: true }, (json: unknown, schema: unknown) =>
    tksOfStored(String(json), Number(schema)),
  );
}

/** How many TKs are left in every story, for the desk list; and a second record of the version itself. */
export const tks: Migration = {
  version: 6,
  name: "tks",
  up: (sql) => {
    teachTks(sql);
    makeRecord(sql);
    sql.exec(`
      ALTER TABLE block ADD COLUMN tks INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE story ADD COLUMN tks INTEGER NOT NULL DEFAULT 0;
      UPDATE block SET tks = stet_tks(json, ifnull((SELECT document_schema FROM story_frame AS frame WHERE frame.story = block.story), 1))
        WHERE json LIKE '%tk%';
      UPDATE story SET tks = (SELECT ifnull(sum(block.tks), 0) FROM block WHERE block.story = story.seq);
    `);
  },
};
