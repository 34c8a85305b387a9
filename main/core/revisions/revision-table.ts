import type { Database } from "better-sqlite3";
import type { RevisionId } from "#shared/contract/revisions.ts";
import { SELECT_REVISION, type RevisionRow } from "./revision-row.ts";

/** A parent and its child in the graph, by their numbers. */
export interface Edge {
  readonly revision: number;
  readonly parent: number;
}

/** A revision about to be written. */
export interface RevisionInsert extends Omit<RevisionRow, "seq" | "story_id" | "words" | "parents"> {
  /** The ids of its parents at its birth, as JSON: what its own id vouches for, whatever is thinned later. */
  readonly born_of: string;
}

/** The last revision of a story's own text, as far as a save needs to know it. */
export type LineTip = Pick<RevisionRow, "seq" | "id" | "version" | "at_ms" | "text">;

/** The rows of revisions. Revisions of one story are numbered in the order in which they were made. */
export interface RevisionTable {
  readonly insert: (row: RevisionInsert, parents: readonly number[]) => number;
  /** Takes out a revision that nothing follows, with its text where no other has that. */
  readonly drop: (row: Pick<RevisionRow, "seq" | "text">) => void;
  readonly byId: (id: RevisionId) => RevisionRow | undefined;
  readonly bySeq: (seq: number) => RevisionRow | undefined;
  /** Newest first, those made before `before`. */
  readonly page: (story: number, before: number, limit: number) => readonly RevisionRow[];
  /** Oldest first. */
  readonly all: (story: number) => readonly RevisionRow[];
  readonly tip: (story: number) => LineTip | undefined;
  /** The last revision of the story's own text that was made at this version of it or earlier. */
  readonly atVersion: (story: number, version: number) => LineTip | undefined;
  readonly lastOfBranch: (story: number, branch: string) => RevisionRow | undefined;
  /** Revisions on branches that nothing follows, oldest first. */
  readonly heads: (story: number) => readonly RevisionRow[];
  readonly edges: (story: number) => readonly Edge[];
}

/** Prepares the statements on the table of revisions. */
export function revisionTable(sql: Database): RevisionTable {
  const insert = sql.prepare<[RevisionInsert]>(
    `INSERT INTO revision (id, story, text, facts, branch, version, born_of, author, at_ms, cause, name,
       words_added, words_removed, blocks_changed)
     VALUES (:id, :story, :text, :facts, :branch, :version, :born_of, :author, :at_ms, :cause, :name,
       :words_added, :words_removed, :blocks_changed)`,
  );
  const insertParent = sql.prepare<[number, number, number]>(
    "INSERT INTO revision_parent (revision, place, parent) VALUES (?, ?, ?)",
  );
  const drop = sql.prepare<[number]>("DELETE FROM revision WHERE seq = ?");
  const dropText = sql.prepare<[number, number]>(
    "DELETE FROM revision_text WHERE seq = ? AND NOT EXISTS (SELECT 1 FROM revision WHERE text = ?)",
  );
  const byId = sql.prepare<[string], RevisionRow>(`${SELECT_REVISION} WHERE r.id = ?`);
  const bySeq = sql.prepare<[number], RevisionRow>(`${SELECT_REVISION} WHERE r.seq = ?`);
  const page = sql.prepare<[number, number, number], RevisionRow>(
    `${SELECT_REVISION} WHERE r.story = ? AND r.seq < ? ORDER BY r.seq DESC LIMIT ?`,
  );
  const all = sql.prepare<[number], RevisionRow>(`${SELECT_REVISION} WHERE r.story = ? ORDER BY r.seq`);
  const tip = sql.prepare<[number], LineTip>(
    `SELECT seq, id, version, at_ms, text FROM revision
     WHERE story = ? AND branch IS NULL ORDER BY seq DESC LIMIT 1`,
  );
  const atVersion = sql.prepare<[number, number], LineTip>(
    `SELECT seq, id, version, at_ms, text FROM revision
     WHERE story = ? AND branch IS NULL AND version <= ? ORDER BY seq DESC LIMIT 1`,
  );
  const lastOfBranch = sql.prepare<[number, string], RevisionRow>(
    `${SELECT_REVISION} WHERE r.story = ? AND r.branch = ? ORDER BY r.seq DESC LIMIT 1`,
  );
  const heads = sql.prepare<[number], RevisionRow>(
    `${SELECT_REVISION} WHERE r.story = ? AND r.branch IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM revision_parent e WHERE e.parent = r.seq) ORDER BY r.seq`,
  );
  const edges = sql.prepare<[number], Edge>(
    `SELECT e.revision, e.parent FROM revision_parent e JOIN revision r ON r.seq = e.revision
     WHERE r.story = ? ORDER BY e.revision, e.place`,
  );
  return {
    insert: (row, parents) => {
      const seq = Number(insert.run(row).lastInsertRowid);
      for (const [place, parent] of parents.entries()) insertParent.run(seq, place, parent);
      return seq;
    },
    drop: ({ seq, text }) => {
      drop.run(seq);
      dropText.run(text, text);
    },
    byId: (id) => byId.get(id),
    bySeq: (seq) => bySeq.get(seq),
    page: (story, before, limit) => page.all(story, before, limit),
    all: (story) => all.all(story),
    tip: (story) => tip.get(story),
    atVersion: (story, version) => atVersion.get(story, version),
    lastOfBranch: (story, branch) => lastOfBranch.get(story, branch),
    heads: (story) => heads.all(story),
    edges: (story) => edges.all(story),
  };
}
