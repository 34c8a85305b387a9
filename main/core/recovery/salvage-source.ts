import type { Database } from "better-sqlite3";
import { z } from "zod";
import { parseStory, type Block, type BlockId, type StoryDocument } from "#shared/document/index.ts";
import { isAsSealed, NO_SEAL } from "../db/seal.ts";
import { areFacts } from "../stories/story-row.ts";
import { STRAY } from "./lift-rows.ts";
import type { TableShape } from "./table-shapes.ts";

/** A row by the names of its columns. */
export type NamedRow = Readonly<Record<string, unknown>>;

/** Rows of a newsroom, from a damaged file or from a backup. */
export interface SalvageSource {
  /** When the backup was made, in words; null for the damaged file. */
  readonly backupOf: string | null;
  readonly sql: Database;
  readonly shapes: readonly TableShape[];
  /** True where the rows were lifted from pages, and may be there twice or not at all. */
  readonly isLifted: boolean;
}

/** A story's row, as far as its columns matter here. */
export type StoryNamedRow = NamedRow & {
  readonly id: string;
  readonly version: number;
  /** Facts as JSON, which may not be what was written: see `isAsSealed`. */
  readonly facts: string;
};

/** A block that does not fit its seal. */
export interface SpoiltBlock {
  readonly json: string;
  readonly seal: number;
}

/** Everything that one source has of one story. */
export interface StoryPieces {
  readonly source: SalvageSource;
  readonly seq: number;
  /** The story's own row; null where it is lost. */
  readonly row: StoryNamedRow | null;
  readonly documentSchema: number;
  /** Null where it is lost. */
  readonly order: readonly BlockId[] | null;
  readonly notes: unknown;
  /** The blocks that are what was written, by id, as stored. */
  readonly blocks: ReadonlyMap<BlockId, string>;
  /** Those that can be read and are not what was written: a bit has flipped in them, or in their seal. */
  readonly spoilt: ReadonlyMap<BlockId, SpoiltBlock>;
  /** The text, where all of it is there and fits what was counted when it was saved. */
  readonly document: StoryDocument | null;
}

const storyRow = z.looseObject({
  id: z.string().min(1),
  version: z.number().int(),
  words: z.number().int(),
  facts: z.string(),
  facts_seal: z.number().optional(),
});
const frameRow = z.object({
  document_schema: z.number().int().positive(),
  block_order: z.string(),
  notes: z.string().nullable(),
});
const blockRow = z.object({
  id: z.string().min(1),
  json: z.string(),
  words: z.number(),
  seal: z.number().optional(),
});
const orderSchema: z.ZodType<readonly BlockId[]> = z.array(z.string().min(1)).readonly();

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The rows of a table whose column has a value; those that were found by way of the tree come first. */
export function rowsWhere(
  source: SalvageSource,
  table: string,
  column: string,
  value: unknown,
): readonly unknown[] {
  if (!source.shapes.some(({ name }) => name === table)) return [];
  const order = source.isLifted ? `ORDER BY ${STRAY}` : "";
  return source.sql.prepare(`SELECT * FROM "${table}" WHERE "${column}" = ? ${order}`).all(value);
}

/** The numbers of all stories of which a source has anything. */
export function storySeqs(source: SalvageSource): readonly number[] {
  const seqs = new Set<number>();
  for (const [table, column] of [
    ["story", "seq"],
    ["story_frame", "story"],
    ["block", "story"],
  ] as const) {
    const found: unknown = source.sql.prepare(`SELECT DISTINCT "${column}" FROM "${table}"`).pluck().all();
    for (const seq of z.array(z.unknown()).parse(found)) if (typeof seq === "number") seqs.add(seq);
  }
  return [...seqs].sort((a, b) => a - b);
}

/** The first row that parses. */
function firstFit<Row>(
  rows: readonly unknown[],
  schema: z.ZodType<Row>,
  fits: (row: Row) => boolean,
): Row | null {
  for (const candidate of rows) {
    const row = schema.safeParse(candidate);
    if (row.success && fits(row.data)) return row.data;
  }
  return null;
}

/** Reads one stored block; undefined where it is none. */
export function blockFrom(json: string, documentSchema: number, id: BlockId): Block | undefined {
  const story = parseStory({ schema: documentSchema, blocks: [parsed(json)] });
  const [block] = story.ok ? story.value.blocks : [];
  return block?.id === id ? block : undefined;
}

/** Gathers what a source has of a story, each row read by its schema. */
export function piecesOf(source: SalvageSource, seq: number): StoryPieces {
  const row = firstFit(rowsWhere(source, "story", "seq", seq), storyRow, ({ facts }) => areFacts(facts));
  const frame = firstFit(
    rowsWhere(source, "story_frame", "story", seq),
    frameRow,
    ({ block_order: order }) => orderSchema.safeParse(parsed(order)).success,
  );
  const documentSchema = frame?.document_schema ?? 1;
  const order = frame ? orderSchema.parse(parsed(frame.block_order)) : null;
  const notes = parsed(frame?.notes ?? "");
  const blocks = new Map<BlockId, string>();
  const spoilt = new Map<BlockId, SpoiltBlock>();
  let words = 0;
  for (const candidate of rowsWhere(source, "block", "story", seq)) {
    const read = blockRow.safeParse(candidate);
    if (!read.success || blocks.has(read.data.id)) continue;
    const { id, json, seal = NO_SEAL } = read.data;
    if (!blockFrom(json, documentSchema, id)) continue;
    if (!isAsSealed(json, seal)) {
      spoilt.set(id, spoilt.get(id) ?? { json, seal });
      continue;
    }
    blocks.set(id, json);
    if (order?.includes(id)) words += read.data.words;
  }
  const isAllThere =
    row !== null && order !== null && order.every((id) => blocks.has(id)) && words === row.words;
  const document = isAllThere
    ? parseStory({
        schema: documentSchema,
        blocks: order.map((id) => parsed(blocks.get(id) ?? "")),
        ...(notes === undefined ? {} : { notes }),
      })
    : null;
  return {
    source,
    seq,
    row,
    documentSchema,
    order,
    notes,
    blocks,
    spoilt,
    document: document?.ok ? document.value : null,
  };
}
