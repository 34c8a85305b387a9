import { z } from "zod";
import type { RevisionCause, RevisionId, RevisionSummary } from "#shared/contract/revisions.ts";

const idsSchema: z.ZodType<readonly RevisionId[]> = z.array(z.string()).readonly();

/** A revision's row, with what a list shows beside it. */
export interface RevisionRow {
  readonly seq: number;
  readonly id: RevisionId;
  readonly story: number;
  readonly story_id: string;
  readonly text: number;
  readonly facts: number;
  readonly branch: string | null;
  readonly version: number;
  readonly author: string;
  readonly at_ms: number;
  readonly cause: RevisionCause;
  readonly name: string | null;
  readonly words: number;
  readonly words_added: number;
  readonly words_removed: number;
  readonly blocks_changed: number;
  /** The ids of its parents, as a JSON array in their order. */
  readonly parents: string;
}

/** Selects {@link RevisionRow}s; a WHERE over `r` follows. */
export const SELECT_REVISION = `
  SELECT r.seq, r.id, r.story, s.id AS story_id, r.text, r.facts, r.branch, r.version, r.author, r.at_ms,
    r.cause, r.name, t.words, r.words_added, r.words_removed, r.blocks_changed,
    (SELECT json_group_array(p.id ORDER BY e.place)
     FROM revision_parent e JOIN revision p ON p.seq = e.parent WHERE e.revision = r.seq) AS parents
  FROM revision r JOIN revision_text t ON t.seq = r.text JOIN story s ON s.seq = r.story`;

/** The ids of a revision's parents. */
export function parentsOf({ parents }: RevisionRow): readonly RevisionId[] {
  return idsSchema.parse(JSON.parse(parents));
}

/** What a list shows of a revision. */
export function revisionSummary(row: RevisionRow): RevisionSummary {
  const { id, author, cause, name, branch, version, words } = row;
  return {
    id,
    story: row.story_id,
    parents: parentsOf(row),
    author,
    atMs: row.at_ms,
    cause,
    name,
    branch,
    version,
    words,
    wordsAdded: row.words_added,
    wordsRemoved: row.words_removed,
    blocksChanged: row.blocks_changed,
  };
}
