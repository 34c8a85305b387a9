import type { Database } from "better-sqlite3";
import { diskFailure } from "../disk-failure.ts";
import { storedDocument } from "../stories/stored-document.ts";
import { factsOf } from "../stories/story-row.ts";
import type { StoryTable } from "../stories/story-table.ts";
import { indexedText, matchQuery } from "./search-words.ts";
import { storyWords } from "./story-words.ts";

/** The stories that hold all of some words, asked for by their sequence numbers. */
export interface FoundStories {
  readonly has: (seq: number) => boolean;
  /** True where the slug and headline alone hold the words. */
  readonly hasInTitle: (seq: number) => boolean;
}

/**
 * Full-text search. A save only marks its story as due, so that typing in a long story never waits
 * for the index; due stories are indexed after a pause, before any search and on closing. The marks
 * are in the database: after a crash, search still catches up.
 */
export interface SearchIndex {
  /** Finds the stories that hold every one of these folded words. Everything committed is searched. */
  readonly find: (sought: readonly string[]) => FoundStories;
  /** The indexed text of a story without its headlines, part by part, read as far as it is asked for. */
  readonly textOf: (seq: number) => Iterable<string>;
  /** Says that some story is due. */
  readonly soon: () => void;
  /** Indexes what is due, as far as the disk allows, and stops waiting for pauses. */
  readonly close: () => void;
}

/** So long after the last change the index catches up by itself, in milliseconds. */
const PAUSE_MS = 1000;
/** So many stories are indexed in one go between other work. */
const BATCH = 20;

/** Tests membership by one byte for each number: a letter that every story holds makes a large set, and quickly. */
function among(seqs: readonly number[]): (seq: number) => boolean {
  const present = new Uint8Array(seqs.reduce((most, seq) => Math.max(most, seq), 0) + 1);
  for (const seq of seqs) present[seq] = 1;
  return (seq) => present[seq] === 1;
}

/** Opens the search index of a newsroom. */
export function openSearchIndex(sql: Database, table: StoryTable, folder: string): SearchIndex {
  const due = sql.prepare<[number], number>("SELECT seq FROM story WHERE search_due = 1 LIMIT ?").pluck();
  const done = sql.prepare<[number]>("UPDATE story SET search_due = 0 WHERE seq = ?");
  const putWords = sql.prepare<[number, string, string]>(
    "INSERT OR REPLACE INTO search (rowid, title, text) VALUES (?, ?, ?)",
  );
  const dropText = sql.prepare<[number]>("DELETE FROM search_text WHERE story = ?");
  const putText = sql.prepare<[number, number, string]>(
    "INSERT INTO search_text (story, part, text) VALUES (?, ?, ?)",
  );
  const textOf = sql
    .prepare<[number, number], string>("SELECT text FROM search_text WHERE story = ? AND part = ?")
    .pluck();
  const match = sql.prepare<[string], number>("SELECT rowid FROM search WHERE search MATCH ?").pluck();

  const index = (seq: number): void => {
    const row = table.row(seq);
    if (!row) return;
    const document = storedDocument(table, row, table.frame(seq));
    const words = storyWords(factsOf(row).slug, document.ok ? document.value : null);
    putWords.run(seq, indexedText(words.title), indexedText(words.parts.join("\n")));
    dropText.run(seq);
    for (const [part, text] of words.parts.entries()) putText.run(seq, part, text);
    done.run(seq);
  };
  const indexBatch = sql.transaction((): boolean => {
    const batch = due.all(BATCH);
    for (const seq of batch) index(seq);
    return batch.length === BATCH;
  });
  /** True where more is due. A disk that refuses leaves the marks for the next time. */
  const tryBatch = (): boolean => {
    try {
      return indexBatch.immediate();
    } catch (error) {
      diskFailure(error, folder);
      return false;
    }
  };
  const catchUp = (): void => {
    while (tryBatch());
  };

  let timer: NodeJS.Timeout | undefined;
  const schedule = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (tryBatch()) schedule(0);
    }, delayMs).unref();
  };
  schedule(PAUSE_MS);

  return {
    find: (sought) => {
      catchUp();
      const query = matchQuery(sought);
      return { has: among(match.all(query)), hasInTitle: among(match.all(`title : (${query})`)) };
    },
    *textOf(seq) {
      for (let part = 0; ; part += 1) {
        const text = textOf.get(seq, part);
        if (text === undefined) return;
        yield text;
      }
    },
    soon: () => schedule(PAUSE_MS),
    close: () => {
      clearTimeout(timer);
      catchUp();
    },
  };
}
