import { ulid } from "ulid";
import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { StoryId } from "#shared/contract/stories.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { NEW_STORY_FACTS, type StoryFactsChange } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { StoryLine } from "../revisions/story-line.ts";
import { blockRow, idTrouble } from "./block-row.ts";
import { storyListLine } from "./list-line.ts";
import type { NewSource, SourceTable } from "./sources.ts";
import { factColumns } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";

/** A story that is about to be: its facts, its text, and what it was made from. */
export interface NewStory {
  readonly facts: StoryFactsChange;
  readonly document: StoryDocument;
  readonly source?: NewSource;
}

interface InsertRow {
  readonly id: StoryId;
  readonly facts: string;
  readonly factsSeal: number;
  readonly slugKey: string;
  readonly status: string;
  readonly desk: string;
  readonly deadlineAtMs: number | null;
  readonly words: number;
  readonly characters: number;
  readonly photos: number;
  readonly tks: number;
  readonly nowMs: number;
}

const FIRST_VERSION = 1;

/**
 * Writes a new story with its text, its source and its first revision in one transaction, and gives its id. Gives
 * `invalid` where a block cannot be stored under its own id.
 */
export function storyMaker(
  sql: Database,
  table: StoryTable,
  sources: SourceTable,
  line: StoryLine,
  now: () => number,
): (story: NewStory) => Result<StoryId, Failure> {
  const insert = sql.prepare<[InsertRow]>(
    `INSERT INTO story (id, facts, facts_seal, slug_key, status, desk, deadline_at_ms, headline, words, characters, photos, tks,
       version, created_at_ms, updated_at_ms)
     VALUES (:id, :facts, :factsSeal, :slugKey, :status, :desk, :deadlineAtMs, '', :words, :characters, :photos, :tks,
       ${String(FIRST_VERSION)}, :nowMs, :nowMs)`,
  );
  const setHeadline = sql.prepare<[string, number]>("UPDATE story SET headline = ? WHERE seq = ?");

  const make = sql.transaction(({ facts, document, source }: NewStory): Result<StoryId, Failure> => {
    const trouble = idTrouble(document.blocks);
    if (trouble !== null) return failed(failure("invalid", `The new story cannot be kept: ${trouble}.`));
    const id = `s_${ulid()}`;
    const nowMs = now();
    const blocks = document.blocks.map(blockRow);
    const columns = factColumns({ ...NEW_STORY_FACTS, ...facts });
    const words = blocks.reduce((sum, block) => sum + block.words, 0);
    const characters = blocks.reduce((sum, block) => sum + block.characters, 0);
    const photos = blocks.filter((block) => block.kind === "photo").length;
    const tks = blocks.reduce((sum, block) => sum + block.tks, 0);
    const seq = Number(insert.run({ id, ...columns, words, characters, photos, tks, nowMs }).lastInsertRowid);
    const order = blocks.map((block) => block.id);
    table.putFrame(seq, order, document.notes ?? [], document.schema);
    for (const block of blocks) table.putBlock(seq, block);
    table.countChanges(seq);
    setHeadline.run(storyListLine(table, seq, order), seq);
    if (source) sources.add(seq, source, nowMs);
    line.keep(seq, source ? "import" : "first");
    return ok(id);
  });
  return (story) => make.immediate(story);
}
