import { z } from "zod";
import type { RevisionCause, RevisionId, RevisionSummary } from "#shared/contract/revisions.ts";
import { storyStatusSchema, type StoryStatus } from "#shared/newsroom/index.ts";
import type { PassageTable } from "./passage-table.ts";

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

const statusSchema = z.looseObject({ status: storyStatusSchema });

function statusIn(factsJson: string | undefined): StoryStatus | null {
  const facts = factsJson === undefined ? undefined : statusSchema.safeParse(JSON.parse(factsJson));
  return facts?.success ? facts.data.status : null;
}

/** What a list shows of a revision. Its facts are read only where they say why it was made. */
export function revisionSummary(row: RevisionRow, passages: Pick<PassageTable, "json">): RevisionSummary {
  const { id, author, cause, name, branch, version, words } = row;
  return {
    id,
    story: row.story_id,
    parents: parentsOf(row),
    author,
    atMs: row.at_ms,
    cause,
    name,
    status: cause === "status" ? statusIn(passages.json(row.facts)) : null,
    branch,
    version,
    words,
    wordsAdded: row.words_added,
    wordsRemoved: row.words_removed,
    blocksChanged: row.blocks_changed,
  };
}
