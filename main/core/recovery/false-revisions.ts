import type { Database } from "better-sqlite3";
import { told, type Told } from "#shared/language/told.ts";
import { textHash } from "../revisions/content-hash.ts";
import type { TextRow } from "../revisions/revision-text.ts";
import { unpackPassages } from "../revisions/passage-list.ts";
import { passageTable, type PassageTable } from "../revisions/passage-table.ts";

type HashedRow = Omit<TextRow, "words">;

/** A text says what it said when it was kept: its passages give the hash that it is named after. */
function isTrue(
  { sha256, document_schema: schema, passages, notes }: HashedRow,
  table: PassageTable,
): boolean {
  try {
    const blocks = unpackPassages(passages).flatMap((seq) => table.hash(seq) ?? []);
    const ofNotes = notes === null ? null : (table.hash(notes) ?? null);
    return textHash(schema, blocks, ofNotes).equals(sha256);
  } catch {
    return false;
  }
}

/**
 * Removes passages and texts of revisions that are not what their hash says: bits flipped, or
 * rows of two times came together under one number. What refers to them is a stray afterwards. Gives
 * what is lost, a sentence each.
 */
export function dropFalseRevisions(sql: Database): readonly Told[] {
  const table = passageTable(sql);
  const seqs = sql.prepare<[], number>("SELECT seq FROM passage").pluck().all();
  const dropPassage = sql.prepare<[number]>("DELETE FROM passage WHERE seq = ?");
  for (const seq of seqs) if (table.json(seq) === undefined) dropPassage.run(seq);

  const texts = sql.prepare<[], HashedRow>(
    "SELECT seq, sha256, document_schema, passages, notes FROM revision_text",
  );
  const dropText = sql.prepare<[number]>("DELETE FROM revision_text WHERE seq = ?");
  for (const text of texts.all()) if (!isTrue(text, table)) dropText.run(text.seq);

  const { changes } = sql
    .prepare(
      "DELETE FROM revision WHERE text NOT IN (SELECT seq FROM revision_text) OR facts NOT IN (SELECT seq FROM passage)",
    )
    .run();
  return changes === 0 ? [] : [told("revisionsLost", { count: changes })];
}
