import SqliteDatabase, { type Database } from "better-sqlite3";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { plainTextWriter } from "#main/formats/plain-text/write.ts";
import { finalView } from "#shared/document/index.ts";
import { writeDurably } from "../durable-files.ts";
import { storedDocument } from "../stories/stored-document.ts";
import { factsOf } from "../stories/story-row.ts";
import { storyTable } from "../stories/story-table.ts";
import { TEXT_NAME } from "./damaged-folder.ts";
import type { DatabasePages } from "./database-pages.ts";

/** Shorter runs of letters in a page are more likely something else than words. */
const SHORTEST_PIECE = 24;
const PIECES = new RegExp(`[^\\u0000-\\u001F\\u007F-\\u009F\\uFFFD]{${String(SHORTEST_PIECE)},}`, "g");
const SLUG_SIGNS = 60;

function fileName(slug: string, seq: number): string {
  const name = slug.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, SLUG_SIGNS);
  return `${name}-${String(seq)}.txt`;
}

/** Writes every story of a newsroom as a text file into a folder. */
async function writeStories(sql: Database, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const table = storyTable(sql);
  const seqs = sql.prepare<[], number>("SELECT seq FROM story ORDER BY seq").pluck().all();
  for (const seq of seqs) {
    const row = table.row(seq);
    const document = row ? storedDocument(table, row, table.frame(seq)) : undefined;
    if (!row || !document?.ok) continue;
    const facts = factsOf(row);
    const { bytes } = await plainTextWriter.write({
      id: row.id,
      facts,
      document: finalView(document.value),
      pictures: new Map(),
      exportedAt: new Date(row.updated_at_ms).toISOString(),
    });
    await writeDurably(join(folder, fileName(facts.slug, seq)), bytes);
  }
}

/** What can be read in pages that nobody can make rows of, as it lies there; empty where it is nothing. */
export function readablePieces(pages: DatabasePages, numbers: readonly number[]): string {
  return numbers
    .flatMap((number) => {
      const words = pages.page(number)?.toString("utf8").match(PIECES) ?? [];
      return words.length === 0 ? [] : [`Page ${String(number)}`, ...words, ""];
    })
    .join("\n");
}

/**
 * Writes every story of a database, and the pieces that no story could be made of, as text files into
 * `<folder>/text`, and gives its path.
 */
export async function writeText(folder: string, database: string, pieces: string): Promise<string> {
  const textFolder = join(folder, TEXT_NAME);
  const sql = new SqliteDatabase(database, { readonly: true });
  try {
    await writeStories(sql, textFolder);
  } finally {
    sql.close();
  }
  if (pieces !== "") await writeDurably(join(textFolder, "pieces.txt"), new TextEncoder().encode(pieces));
  return textFolder;
}
