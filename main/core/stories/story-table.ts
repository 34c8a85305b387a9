import type { Database } from "better-sqlite3";
import { z } from "zod";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { countOpenQueries } from "#shared/changes/index.ts";
import type { SaveReceipt } from "#shared/contract/stories.ts";
import type { BlockId, Note } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { isAsSealed, sealOf } from "../db/seal.ts";
import type { BlockRow } from "./block-row.ts";
import { factsOf, STORY_COLUMNS, type StoryRow } from "./story-row.ts";
import { told } from "#shared/language/told.ts";

const orderSchema: z.ZodType<readonly BlockId[]> = z.array(z.string()).readonly();

/** A story's text without its blocks: the version of the document, the order of its blocks, its notes. */
export interface StoryFrame {
  readonly documentSchema: number;
  readonly order: readonly BlockId[];
  /** As JSON; null for none. */
  readonly notes: string | null;
}

/** What was counted of one stored block. */
export type CountedBlock = Pick<BlockRow, "kind" | "words" | "characters" | "tks" | "changes">;

/** The rows of stories and their blocks, one statement for each thing that is asked of them. */
export interface StoryTable {
  readonly find: (id: string) => Result<StoryRow, Failure>;
  readonly row: (seq: number) => StoryRow | undefined;
  /** The rows of some stories, in the order asked for; those that are not there are left out. */
  readonly rows: (seqs: readonly number[]) => readonly StoryRow[];
  readonly frame: (seq: number) => StoryFrame;
  readonly putFrame: (seq: number, order: readonly BlockId[], notes: readonly Note[], schema: number) => void;
  /** Other notes, and the version of the document that the story's rows are of from now on. */
  readonly putNotes: (seq: number, notes: readonly Note[], schema: number) => void;
  /** Counts the open changes of a story anew, each once in however many of its blocks it is. */
  readonly countChanges: (seq: number) => void;
  readonly putOrder: (seq: number, order: readonly BlockId[]) => void;
  readonly counted: (seq: number, block: BlockId) => CountedBlock | undefined;
  readonly putBlock: (seq: number, block: BlockRow) => void;
  readonly dropBlock: (seq: number, block: BlockId) => void;
  /** The ids of a story's headline blocks, in no order. */
  readonly headlines: (seq: number) => readonly BlockId[];
  readonly blockJson: (seq: number, block: BlockId) => string | undefined;
  /** All blocks of a story by id, as JSON; null for one that is not what was written. */
  readonly blockJsons: (seq: number) => ReadonlyMap<BlockId, string | null>;
  readonly receipt: (seq: number, saveId: string) => SaveReceipt | undefined;
  /** Remembers a receipt, and forgets those of long ago. */
  readonly putReceipt: (seq: number, saveId: string, receipt: SaveReceipt) => void;
}

/** A save that is sent again after more than this many others is no longer known as a repetition. */
const RECEIPTS_KEPT = 100;

interface FrameRow {
  readonly document_schema: number;
  readonly block_order: string;
  readonly notes: string | null;
}

interface ReceiptRow {
  readonly version: number;
  readonly saved_at_ms: number;
}

function notesJson(notes: readonly Note[]): string | null {
  return notes.length > 0 ? JSON.stringify(notes) : null;
}

function frameOf(row: FrameRow): StoryFrame {
  const { document_schema: documentSchema, block_order: order, notes } = row;
  return { documentSchema, order: orderSchema.parse(JSON.parse(order)), notes };
}

/** Prepares every statement on the tables of stories. */
export function storyTable(sql: Database): StoryTable {
  const byId = sql.prepare<[string], StoryRow>(`SELECT ${STORY_COLUMNS} FROM story WHERE id = ?`);
  const byIdInTable = sql.prepare<[string], StoryRow>(
    `SELECT ${STORY_COLUMNS} FROM story NOT INDEXED WHERE id = ?`,
  );
  const bySeq = sql.prepare<[number], StoryRow>(`SELECT ${STORY_COLUMNS} FROM story WHERE seq = ?`);
  const bySeqs = sql.prepare<[string], StoryRow>(
    `SELECT ${STORY_COLUMNS} FROM story WHERE seq IN (SELECT value FROM json_each(?))`,
  );
  const frame = sql.prepare<[number], FrameRow>(
    "SELECT document_schema, block_order, notes FROM story_frame WHERE story = ?",
  );
  const putFrame = sql.prepare<[number, number, string, string | null]>(
    "INSERT INTO story_frame (story, document_schema, block_order, notes) VALUES (?, ?, ?, ?)",
  );
  const putNotes = sql.prepare<[string | null, number, number]>(
    "UPDATE story_frame SET notes = ?, document_schema = ? WHERE story = ?",
  );
  const countOpenChanges = sql.prepare<[number]>(
    `UPDATE story SET open_changes = (SELECT count(DISTINCT id.value) FROM block, json_each(block.changes) AS id
       WHERE block.story = story.seq AND block.changes IS NOT NULL) WHERE seq = ?`,
  );
  const putOpenQueries = sql.prepare<[number, number]>("UPDATE story SET open_queries = ? WHERE seq = ?");
  const putOrder = sql.prepare<[string, number]>("UPDATE story_frame SET block_order = ? WHERE story = ?");
  const counted = sql.prepare<[number, string], CountedBlock>(
    "SELECT kind, words, characters, tks, changes FROM block WHERE story = ? AND id = ?",
  );
  const putBlock = sql.prepare<
    [number, string, string, string, number, number, number, number, string | null]
  >(
    `INSERT INTO block (story, id, kind, json, words, characters, seal, tks, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (story, id) DO UPDATE SET kind = excluded.kind, json = excluded.json,
       words = excluded.words, characters = excluded.characters, seal = excluded.seal,
       tks = excluded.tks, changes = excluded.changes`,
  );
  const dropBlock = sql.prepare<[number, string]>("DELETE FROM block WHERE story = ? AND id = ?");
  const headlines = sql
    .prepare<[number], string>("SELECT id FROM block WHERE story = ? AND kind = 'headline'")
    .pluck();
  const blocks = sql.prepare<[number], Pick<BlockRow, "id" | "json"> & { readonly seal: number }>(
    "SELECT id, json, seal FROM block WHERE story = ?",
  );
  const block = sql
    .prepare<[number, string], string>("SELECT json FROM block WHERE story = ? AND id = ?")
    .pluck();
  const receipt = sql.prepare<[number, string], ReceiptRow>(
    "SELECT version, saved_at_ms FROM save WHERE story = ? AND save_id = ?",
  );
  const putReceipt = sql.prepare<[number, string, number, number]>(
    "INSERT INTO save (story, save_id, version, saved_at_ms) VALUES (?, ?, ?, ?)",
  );
  const dropReceipts = sql.prepare<[number, number]>("DELETE FROM save WHERE story = ? AND version <= ?");

  return {
    find: (id) => {
      const row = byId.get(id);
      if (row) return ok(row);
      const lost = byIdInTable.get(id);
      if (!lost) return failed(failure("not-found", told("noStory"), id));
      return failed(failure("damaged", told("storyAstray", { slug: factsOf(lost).slug }), id));
    },
    row: (seq) => bySeq.get(seq),
    rows: (seqs) => {
      const found = new Map(bySeqs.all(JSON.stringify(seqs)).map((row) => [row.seq, row]));
      return seqs.flatMap((seq) => found.get(seq) ?? []);
    },
    frame: (seq) => {
      const found = frame.get(seq);
      if (!found) throw new Error(`story ${String(seq)} has no frame`);
      return frameOf(found);
    },
    putFrame: (seq, order, notes, schema) => {
      putFrame.run(seq, schema, JSON.stringify(order), notesJson(notes));
      putOpenQueries.run(countOpenQueries(notes), seq);
    },
    putNotes: (seq, notes, schema) => {
      putNotes.run(notesJson(notes), schema, seq);
      putOpenQueries.run(countOpenQueries(notes), seq);
    },
    countChanges: (seq) => {
      countOpenChanges.run(seq);
    },
    putOrder: (seq, order) => {
      putOrder.run(JSON.stringify(order), seq);
    },
    counted: (seq, id) => counted.get(seq, id),
    putBlock: (seq, { id, kind, json, words, characters, tks, changes }) => {
      putBlock.run(seq, id, kind, json, words, characters, sealOf(json), tks, changes);
    },
    dropBlock: (seq, id) => {
      dropBlock.run(seq, id);
    },
    headlines: (seq) => headlines.all(seq),
    blockJson: (seq, id) => block.get(seq, id),
    blockJsons: (seq) =>
      new Map(blocks.all(seq).map(({ id, json, seal }) => [id, isAsSealed(json, seal) ? json : null])),
    receipt: (seq, saveId) => {
      const found = receipt.get(seq, saveId);
      return found && { version: found.version, savedAtMs: found.saved_at_ms };
    },
    putReceipt: (seq, saveId, { version, savedAtMs }) => {
      putReceipt.run(seq, saveId, version, savedAtMs);
      dropReceipts.run(seq, version - RECEIPTS_KEPT);
    },
  };
}
