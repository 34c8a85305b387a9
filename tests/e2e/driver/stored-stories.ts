import path from "node:path";
import SqliteDatabase from "better-sqlite3";
import { z } from "zod";
import { blockText, parseBlock, type Block } from "#shared/document/index.ts";
import { storyFactsSchema, type StoryFacts } from "#shared/newsroom/index.ts";

/** A story as it lies in the database. */
export interface CommittedStory {
  readonly id: string;
  readonly facts: StoryFacts;
  readonly blocks: readonly Block[];
  /** Every block as its kind and its text: `headline: Tide gates shut early`. */
  readonly lines: readonly string[];
}

const storyRow = z.object({ id: z.string(), seq: z.number(), facts: z.string(), block_order: z.string() });
const blockRow = z.object({ id: z.string(), json: z.string() });
const storedBlock = z.object({ id: z.string() }).catchall(z.json());

/** The folder of the newsroom that the person began. */
export function ownNewsroom(home: string): string {
  return path.join(home, "newsroom");
}

/**
 * Reads what is committed, by a connection of its own that knows nothing of what Stet has in
 * memory; stories in the order in which they were made.
 */
export function committedStories(home: string): readonly CommittedStory[] {
  const sql = new SqliteDatabase(path.join(ownNewsroom(home), "newsroom.db"), { readonly: true });
  try {
    const rows = sql
      .prepare("SELECT id, seq, facts, block_order FROM story JOIN story_frame ON story = seq ORDER BY seq")
      .all();
    return rows.map((row) => {
      const { id, seq, facts, block_order: order } = storyRow.parse(row);
      const found = sql.prepare("SELECT id, json FROM block WHERE story = ?").all(seq);
      const blocks = new Map(
        found
          .map((block) => blockRow.parse(block))
          .map((block) => [block.id, parseBlock(storedBlock.parse(JSON.parse(block.json)))]),
      );
      const inOrder = z
        .array(z.string())
        .parse(JSON.parse(order))
        .flatMap((block) => blocks.get(block) ?? []);
      return {
        id,
        facts: storyFactsSchema.parse(JSON.parse(facts)),
        blocks: inOrder,
        lines: inOrder.map((block) => `${block.kind}: ${blockText(block)}`),
      };
    });
  } finally {
    sql.close();
  }
}

/** The one story of a newsroom that has no other. */
export function theCommittedStory(home: string): CommittedStory {
  const [story, ...others] = committedStories(home);
  if (!story || others.length > 0)
    throw new Error(`the newsroom has ${story ? "several stories" : "no story"}`);
  return story;
}

/** Puts a block behind all others of the newsroom's one story, as a newer Stet would have. */
export function storeNewerBlock(home: string, block: { readonly id: string; readonly kind: string }): void {
  const sql = new SqliteDatabase(path.join(ownNewsroom(home), "newsroom.db"));
  try {
    const { seq, block_order: order } = storyRow
      .pick({ seq: true, block_order: true })
      .parse(sql.prepare("SELECT seq, block_order FROM story JOIN story_frame ON story = seq").get());
    const ids = z.array(z.string()).parse(JSON.parse(order));
    sql
      .prepare("INSERT INTO block (story, id, kind, json, words, characters) VALUES (?, ?, ?, ?, 0, 0)")
      .run(seq, block.id, "unknown", JSON.stringify(block));
    sql
      .prepare("UPDATE story_frame SET block_order = ? WHERE story = ?")
      .run(JSON.stringify([...ids, block.id]), seq);
  } finally {
    sql.close();
  }
}
