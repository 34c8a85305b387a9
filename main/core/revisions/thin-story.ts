import type { Database } from "better-sqlite3";
import type { StoryTable } from "../stories/story-table.ts";
import { keptRevisions, type SharedPassage, type ThinnedRevision } from "./kept-revisions.ts";
import type { RevisionTables } from "./revision-maker.ts";
import { parentsOf, type RevisionRow } from "./revision-row.ts";
import { currentText } from "./revision-text.ts";
import { passageWords } from "./sentences.ts";

/** The nearest ancestor that stays; undefined where none does. Only revisions with one parent ever go. */
function nearestKept(
  seq: number,
  parents: ReadonlyMap<number, readonly number[]>,
  gone: ReadonlySet<number>,
): number | undefined {
  let at: number | undefined = seq;
  while (at !== undefined && gone.has(at)) at = parents.get(at)?.[0];
  return at;
}

/** Asks for the same only once. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = made.get(key) ?? { value: make(key) };
    made.set(key, found);
    return found.value;
  };
}

/**
 * Thins the revisions of one story by {@link keptRevisions}, in one transaction: those that follow
 * one that goes follow its nearest ancestor that stays, and text that nobody has any more goes too.
 * Gives how many revisions went.
 */
export function storyThinner(
  sql: Database,
  table: StoryTable,
  { revisions, texts, passages }: RevisionTables,
): (story: number, nowMs: number) => number {
  const rewire = sql.prepare<[number, number, number]>(
    "UPDATE revision_parent SET parent = ? WHERE revision = ? AND parent = ?",
  );
  const orphan = sql.prepare<[number, number]>(
    "DELETE FROM revision_parent WHERE revision = ? AND parent = ?",
  );
  const drop = sql.prepare<[number]>("DELETE FROM revision WHERE seq = ?");
  const dropTexts = sql.prepare<[number]>(
    `DELETE FROM revision_text WHERE story = ?
     AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.text = revision_text.seq)`,
  );

  const piecesOf = (text: number): readonly number[] => {
    const found = texts.find(text);
    return found ? [...found.blocks, ...(found.notes === null ? [] : [found.notes])] : [];
  };

  const thinned = (rows: readonly RevisionRow[]): readonly ThinnedRevision[] => {
    const wordsOf = remembered((seq: number) => passageWords(passages.json(seq) ?? "[]"));
    const passageOf = remembered((seq: number): SharedPassage => ({ words: () => wordsOf(seq) }));
    const passagesOf = remembered((text: number) => piecesOf(text).map(passageOf));
    return rows.map((row) => ({
      id: row.id,
      parents: parentsOf(row),
      branch: row.branch,
      cause: row.cause,
      atMs: row.at_ms,
      passages: () => passagesOf(row.text),
    }));
  };

  /** What stands now need not be a revision yet: its words are pieces of their own. */
  const standing = (story: number): readonly SharedPassage[] => {
    const text = currentText(table, story, 0);
    const jsons = text ? [...text.blocks, ...(text.notes === null ? [] : [text.notes])] : [];
    return jsons.map((json) => ({ words: () => passageWords(json) }));
  };

  const remove = (story: number, rows: readonly RevisionRow[], kept: ReadonlySet<string>): void => {
    const gone = new Set(rows.filter(({ id }) => !kept.has(id)).map(({ seq }) => seq));
    const edges = revisions.edges(story);
    const parents = Map.groupBy(edges, ({ revision }) => revision);
    const parentSeqs = new Map([...parents].map(([seq, of]) => [seq, of.map(({ parent }) => parent)]));
    for (const { revision, parent } of edges) {
      if (!gone.has(parent)) continue;
      const ancestor = nearestKept(parent, parentSeqs, gone);
      if (ancestor === undefined) orphan.run(revision, parent);
      else rewire.run(ancestor, revision, parent);
    }
    for (const seq of gone) drop.run(seq);
    dropTexts.run(story);
    const left = rows.filter(({ seq }) => !gone.has(seq));
    const used = new Set(left.map(({ facts }) => facts));
    for (const text of new Set(left.map((row) => row.text))) {
      for (const piece of piecesOf(text)) used.add(piece);
    }
    passages.dropAllBut(story, used);
  };

  const thin = sql.transaction((story: number, nowMs: number): number => {
    const rows = revisions.all(story);
    const kept = keptRevisions(thinned(rows), standing(story), nowMs);
    if (kept.size < rows.length) remove(story, rows, kept);
    return rows.length - kept.size;
  });
  return (story, nowMs) => thin.immediate(story, nowMs);
}
