import type { Database, Statement } from "better-sqlite3";
import { ulid } from "ulid";
import { z } from "zod";
import { countChanges, countOpenQueries } from "#shared/changes/index.ts";
import type { RecoveredStory } from "#shared/contract/safety.ts";
import { parseStory } from "#shared/document/index.ts";
import { told, type Told } from "#shared/language/told.ts";
import { foldText, NEW_STORY_FACTS, storyFactsSchema } from "#shared/newsroom/index.ts";
import { sealOf } from "../db/seal.ts";
import { blockRow } from "../stories/block-row.ts";
import { dropFalseRevisions } from "./false-revisions.ts";
import { STRAY } from "./lift-rows.ts";
import { mendStory, type MendedStory } from "./mend-story.ts";
import {
  blockFrom,
  piecesOf,
  storySeqs,
  type NamedRow,
  type SalvageSource,
  type StoryPieces,
} from "./salvage-source.ts";
import { shapesOf, type TableShape } from "./table-shapes.ts";

/** How the stories came out, and what could not be placed. */
export interface Filled {
  readonly stories: readonly RecoveredStory[];
  readonly losses: readonly Told[];
  /** The numbers of stories that were put together from pieces: what the desk list says of them must be read anew. */
  readonly putTogether: readonly number[];
}

/** The tables that a story is made of; they are mended together. */
const OF_STORIES = new Set(["story", "story_frame", "block"]);
/** Says that a save was acknowledged: only true of the very text that it was made on. */
const RECEIPTS = "save";

const storyReference = z.object({ table: z.string(), from: z.string() });

/** The column by which a table's rows belong to stories; undefined where they do not. */
function storyColumn(sql: Database, table: string): string | undefined {
  const references = z
    .array(storyReference)
    .parse(sql.prepare('SELECT "table", "from" FROM pragma_foreign_key_list(?)').all(table));
  return references.find((reference) => reference.table === "story")?.from;
}

/** Puts a row into a table, as far as the table has its columns. False where a row with its key, or a rule of the table, is in the way. */
function rowPutter(sql: Database, { name, columns }: TableShape): (row: NamedRow) => boolean {
  const statements = new Map<string, Statement>();
  return (row) => {
    const names = columns.map((column) => column.name).filter((column) => row[column] !== undefined);
    const key = names.join();
    let statement = statements.get(key);
    if (!statement) {
      const list = names.map((column) => `"${column}"`).join(", ");
      statement = sql.prepare(
        `INSERT OR IGNORE INTO "${name}" (${list}) VALUES (${names.map(() => "?").join(", ")})`,
      );
      statements.set(key, statement);
    }
    return statement.run(...names.map((column) => row[column])).changes > 0;
  };
}

/** The row of a story whose own was lost: nothing is known of it but its text. */
function rowForLostStory(seq: number): NamedRow & { readonly id: string } {
  const facts = { ...NEW_STORY_FACTS, slug: `recovered-${String(seq)}` };
  return {
    id: `s_${ulid()}`,
    facts: JSON.stringify(facts),
    slug_key: foldText(facts.slug),
    status: facts.status,
    desk: facts.desk,
    deadline_at_ms: null,
    headline: "",
    created_at_ms: 0,
    updated_at_ms: 0,
  };
}

function slugOf(row: NamedRow): string {
  const facts: unknown = JSON.parse(String(row["facts"]));
  return storyFactsSchema.parse(facts).slug;
}

/** How many queries are open among notes that were stored; none where they cannot be read. */
function openQueriesIn({ documentSchema, notes }: Pick<MendedStory, "documentSchema" | "notes">): number {
  const story = parseStory({ schema: documentSchema, blocks: [], ...(notes === undefined ? {} : { notes }) });
  return story.ok ? countOpenQueries(story.value.notes ?? []) : 0;
}

/** Puts stories into a new database, one after another. */
function storyPutter(sql: Database, shapes: readonly TableShape[]) {
  const putters = new Map(shapes.map((shape) => [shape.name, rowPutter(sql, shape)]));
  const put = (table: string, row: NamedRow): boolean => putters.get(table)?.(row) ?? false;
  const isTaken = sql.prepare<[number], number>("SELECT count(*) FROM story WHERE seq = ?").pluck();
  const nextSeq = sql.prepare<[], number>("SELECT ifnull(max(seq), 0) + 1 FROM story").pluck();

  return (mended: MendedStory): { readonly seq: number; readonly story: RecoveredStory } => {
    const seq = isTaken.get(mended.seq) === 0 ? mended.seq : Number(nextSeq.get());
    const row = mended.row ?? rowForLostStory(mended.seq);
    const rows = mended.order.flatMap((id) => {
      const json = mended.blocks.get(id);
      const block = json === undefined ? undefined : blockFrom(json, mended.documentSchema, id);
      return json !== undefined && block ? [{ ...blockRow(block), json, block }] : [];
    });
    put("story", {
      ...row,
      facts_seal: sealOf(String(row["facts"])),
      seq,
      words: rows.reduce((sum, block) => sum + block.words, 0),
      characters: rows.reduce((sum, block) => sum + block.characters, 0),
      photos: rows.filter(({ kind }) => kind === "photo").length,
      tks: rows.reduce((sum, block) => sum + block.tks, 0),
      open_changes: countChanges({ blocks: rows.map(({ block }) => block) }),
      open_queries: openQueriesIn(mended),
      version: mended.version,
      search_due: 1,
    });
    put("story_frame", {
      story: seq,
      document_schema: mended.documentSchema,
      block_order: JSON.stringify(mended.order),
      notes: mended.notes === undefined ? null : JSON.stringify(mended.notes),
    });
    for (const { id, kind, json, words, characters, tks, changes } of rows)
      put("block", { story: seq, id, kind, json, words, characters, seal: sealOf(json), tks, changes });
    const slug = slugOf(row);
    return {
      seq,
      story: {
        id: row.id,
        slug,
        outcome: mended.outcome,
        sentence: told("storyBack", { slug, ...mended.tells }),
      },
    };
  };
}

/** Everything that the sources have, story by story: by id where it is known, by number where only pieces are left. */
function gather(sources: readonly SalvageSource[]): readonly (readonly StoryPieces[])[] {
  const ids = new Map<number, string>();
  const stories = new Map<string, StoryPieces[]>();
  for (const source of sources) {
    for (const seq of storySeqs(source)) {
      const pieces = piecesOf(source, seq);
      if (pieces.row) ids.set(seq, ids.get(seq) ?? pieces.row.id);
      const key = pieces.row?.id ?? ids.get(seq) ?? String(seq);
      stories.set(key, [...(stories.get(key) ?? []), pieces]);
    }
  }
  // Pieces that came before anybody said whose they were.
  for (const [key, pieces] of stories) {
    const seq = pieces[0]?.seq ?? 0;
    const id = ids.get(seq);
    if (key !== String(seq) || id === undefined) continue;
    stories.set(id, [...pieces, ...(stories.get(id) ?? [])]);
    stories.delete(key);
  }
  return [...stories.values()];
}

function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

/** Columns of these tables that hold JSON, which a flipped bit can spoil without anybody noticing. */
const JSON_COLUMNS: Readonly<Record<string, string>> = { photo: "description", setting: "value" };

/** Rows of one source, as far as one pass takes them. */
interface Pass {
  readonly source: SalvageSource;
  readonly where: string;
}

/** In this order sources are believed: what a tree leads to, then the backup, then pages that nothing leads to, which may be of long ago. */
function passes(sources: readonly SalvageSource[]): readonly Pass[] {
  const lifted = sources.filter(({ isLifted }) => isLifted);
  return [
    ...lifted.map((source) => ({ source, where: `WHERE ${STRAY} = 0` })),
    ...sources.filter(({ isLifted }) => !isLifted).map((source) => ({ source, where: "" })),
    ...lifted.map((source) => ({ source, where: `WHERE ${STRAY} = 1` })),
  ];
}

/** Takes over what is not the text of stories; the first that has a row with a key is believed. */
function fillOthers(
  sql: Database,
  shapes: readonly TableShape[],
  sources: readonly SalvageSource[],
  placed: ReadonlyMap<StoryPieces, number>,
  mended: ReadonlySet<StoryPieces>,
): readonly Told[] {
  const losses: Told[] = [];
  for (const shape of shapes) {
    if (OF_STORIES.has(shape.name)) continue;
    const put = rowPutter(sql, shape);
    const owner = storyColumn(sql, shape.name);
    const json = JSON_COLUMNS[shape.name];
    let spoilt = 0;
    for (const { source, where } of passes(sources)) {
      if (!source.shapes.some(({ name }) => name === shape.name)) continue;
      const seqs = new Map<unknown, number>();
      for (const [pieces, seq] of placed) {
        if (pieces.source !== source || (shape.name === RECEIPTS && !mended.has(pieces))) continue;
        seqs.set(pieces.seq, seq);
      }
      const rows = source.sql.prepare(`SELECT * FROM "${shape.name}" ${where}`);
      for (const found of rows.iterate()) {
        const row = z.record(z.string(), z.unknown()).parse(found);
        if (json !== undefined && !isJson(row[json])) {
          spoilt += 1;
          continue;
        }
        if (owner === undefined) put(row);
        else if (seqs.has(row[owner])) put({ ...row, [owner]: seqs.get(row[owner]) });
      }
    }
    if (spoilt > 0) losses.push(told("rowsSpoilt", { count: spoilt, table: shape.name }));
  }
  return losses;
}

const reference = z.object({ table: z.string(), from: z.string(), to: z.string().nullable() });

/** Removes rows that name rows which did not come back; they could not be used. */
function dropStrays(sql: Database, shapes: readonly TableShape[]): readonly Told[] {
  const losses: Told[] = [];
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const { name } of shapes) {
      const references = z
        .array(reference)
        .parse(sql.prepare("SELECT * FROM pragma_foreign_key_list(?)").all(name));
      for (const { table, from, to } of references) {
        const { changes } = sql
          .prepare(
            `DELETE FROM "${name}" WHERE "${from}" IS NOT NULL AND NOT EXISTS
               (SELECT 1 FROM "${table}" AS parent WHERE parent."${to ?? "seq"}" = "${name}"."${from}")`,
          )
          .run();
        if (changes === 0) continue;
        dropped = true;
        losses.push(told("rowsAstray", { count: changes, table: name }));
      }
    }
  }
  return losses;
}

/**
 * Fills a new, empty newsroom from what was read of a damaged one and from its backup. The sources
 * come in the order in which they are believed. `sql` has the same version as the sources, and no
 * foreign keys switched on; the caller holds the transaction. `mayBeBehind` says that saves may be
 * lost of which nothing is left.
 */
export function fillNewsroom(sql: Database, sources: readonly SalvageSource[], mayBeBehind: boolean): Filled {
  const shapes = shapesOf(sql);
  const putStory = storyPutter(sql, shapes);
  const stories: RecoveredStory[] = [];
  const placed = new Map<StoryPieces, number>();
  const asTheyAre = new Set<StoryPieces>();
  const putTogether: number[] = [];
  for (const found of gather(sources)) {
    const mended = mendStory(found, mayBeBehind);
    const { seq, story } = putStory(mended);
    stories.push(story);
    for (const pieces of found) placed.set(pieces, seq);
    if (mended.from) asTheyAre.add(mended.from);
    else putTogether.push(seq);
  }
  const losses = [
    ...fillOthers(sql, shapes, sources, placed, asTheyAre),
    ...(shapes.some(({ name }) => name === "revision") ? dropFalseRevisions(sql) : []),
  ];
  return { stories, losses: [...losses, ...dropStrays(sql, shapes)], putTogether };
}
