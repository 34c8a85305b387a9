import type { Database } from "better-sqlite3";
import { parseStory, type ParsedStory, type StoryDocument } from "#shared/document/index.ts";
import { blockRow } from "../stories/block-row.ts";
import type { StoryTable } from "../stories/story-table.ts";
import { textHash } from "./content-hash.ts";
import { packPassages, unpackPassages } from "./passage-list.ts";
import type { PassageTable } from "./passage-table.ts";

/** The text of a story as it lies in storage: every block as JSON, in order. */
export interface StoredText {
  readonly schema: number;
  readonly blocks: readonly string[];
  /** As JSON; null for none. */
  readonly notes: string | null;
  readonly words: number;
}

/** A text that revisions share. */
export interface KeptText {
  readonly seq: number;
  readonly sha256: Buffer;
  /** The version of the document that it was kept as. */
  readonly schema: number;
  readonly words: number;
  /** Its blocks, by their passages. */
  readonly blocks: readonly number[];
  /** Its notes, by their passage. */
  readonly notes: number | null;
}

/** Whole texts, each kept once for its story, as lists of passages. */
export interface RevisionTexts {
  readonly keep: (story: number, text: StoredText) => KeptText;
  /** Undefined where it is gone or cannot be unpacked. */
  readonly find: (seq: number) => KeptText | undefined;
  /** The text as a document; undefined where a part of it is gone. */
  readonly document: (seq: number) => ParsedStory | undefined;
}

/** The text of a story as it stands now; undefined where one of its blocks is gone. */
export function currentText(table: StoryTable, story: number, words: number): StoredText | undefined {
  const { documentSchema: schema, order, notes } = table.frame(story);
  const jsons = table.blockJsons(story);
  const blocks = order.flatMap((id) => jsons.get(id) ?? []);
  return blocks.length === order.length ? { schema, blocks, notes, words } : undefined;
}

/** A document as it would lie in storage. */
export function textOf({ schema, blocks, notes = [] }: StoryDocument): StoredText {
  const rows = blocks.map(blockRow);
  return {
    schema,
    blocks: rows.map(({ json }) => json),
    notes: notes.length > 0 ? JSON.stringify(notes) : null,
    words: rows.reduce((sum, { words }) => sum + words, 0),
  };
}

/** A text as it lies in its table. */
export interface TextRow {
  readonly seq: number;
  readonly sha256: Buffer;
  readonly document_schema: number;
  readonly passages: Buffer;
  readonly notes: number | null;
  readonly words: number;
}

const COLUMNS = "seq, sha256, document_schema, passages, notes, words";

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function unpacked({
  seq,
  sha256,
  document_schema: schema,
  passages,
  notes,
  words,
}: TextRow): KeptText | undefined {
  try {
    return { seq, sha256, schema, words, blocks: unpackPassages(passages), notes };
  } catch {
    return undefined;
  }
}

/** Prepares the statements on the table of texts. */
export function revisionTexts(sql: Database, passages: PassageTable): RevisionTexts {
  const byHash = sql.prepare<[number, Buffer], TextRow>(
    `SELECT ${COLUMNS} FROM revision_text WHERE story = ? AND sha256 = ?`,
  );
  const bySeq = sql.prepare<[number], TextRow>(`SELECT ${COLUMNS} FROM revision_text WHERE seq = ?`);
  const insert = sql.prepare<[number, Buffer, number, Buffer, number | null, number]>(
    `INSERT INTO revision_text (story, sha256, document_schema, passages, notes, words)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );

  return {
    keep: (story, { schema, blocks: jsons, notes: notesJson, words }) => {
      const blocks = jsons.map((json) => passages.keep(story, json));
      const notes = notesJson === null ? null : passages.keep(story, notesJson);
      const hashes = blocks.map(({ sha256 }) => sha256);
      const sha256 = textHash(schema, hashes, notes?.sha256 ?? null);
      const seqs = blocks.map(({ seq }) => seq);
      const shared = { sha256, schema, words, blocks: seqs, notes: notes?.seq ?? null };
      const found = byHash.get(story, sha256);
      if (found) return { ...shared, seq: found.seq };
      const made = insert.run(story, sha256, schema, packPassages(seqs), shared.notes, words);
      return { ...shared, seq: Number(made.lastInsertRowid) };
    },
    find: (seq) => {
      const row = bySeq.get(seq);
      return row && unpacked(row);
    },
    document: (seq) => {
      const row = bySeq.get(seq);
      const text = row && unpacked(row);
      if (!text) return undefined;
      const jsons = text.blocks.flatMap((passage) => passages.json(passage) ?? []);
      const notes = text.notes === null ? "[]" : passages.json(text.notes);
      if (jsons.length < text.blocks.length || notes === undefined) return undefined;
      return parseStory({
        schema: row.document_schema,
        blocks: jsons.map(parsedJson),
        ...(text.notes === null ? {} : { notes: parsedJson(notes) }),
      });
    },
  };
}
