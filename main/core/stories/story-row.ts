import type { StorySummary } from "#shared/contract/stories.ts";
import { foldText, storyFactsSchema, type StoryFacts } from "#shared/newsroom/index.ts";
import { isAsSealed, NO_SEAL, sealOf } from "../db/seal.ts";

/** A story's row: what the desk list shows, and nothing that grows with the text. */
export interface StoryRow {
  readonly seq: number;
  readonly id: string;
  /** `StoryFacts` as JSON. */
  readonly facts: string;
  /** The seal of `facts`: see `sealOf`. */
  readonly facts_seal: number;
  readonly headline: string;
  readonly words: number;
  readonly characters: number;
  readonly photos: number;
  readonly tks: number;
  readonly open_changes: number;
  readonly open_queries: number;
  readonly version: number;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
  /** Null where it is not in the bin. */
  readonly binned_at_ms: number | null;
  readonly binned_why: string;
  readonly binned_by: string;
}

/** The columns of {@link StoryRow}, for a SELECT. */
export const STORY_COLUMNS =
  "seq, id, facts, facts_seal, headline, words, characters, photos, tks, open_changes, open_queries, version, created_at_ms, updated_at_ms, binned_at_ms, binned_why, binned_by";

/** The facts of a story as columns: all of them as JSON, and those that the desk list sorts and filters by. */
export interface FactColumns {
  readonly facts: string;
  readonly factsSeal: number;
  readonly slugKey: string;
  readonly status: string;
  readonly desk: string;
  readonly deadlineAtMs: number | null;
}

/** Facts as columns. */
export function factColumns(facts: StoryFacts): FactColumns {
  const json = JSON.stringify(facts);
  return {
    facts: json,
    factsSeal: sealOf(json),
    slugKey: foldText(facts.slug),
    status: facts.status,
    desk: facts.desk,
    deadlineAtMs: facts.deadline === null ? null : Date.parse(facts.deadline),
  };
}

/** A row does not hold what Stet wrote there. `diskFailure` takes it for damage. */
class SpoiltRow extends Error {
  readonly code = "STET_SPOILT_ROW";
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** True where a column holds the facts of a story, as they were written. */
export function areFacts(json: string, seal: unknown = NO_SEAL): boolean {
  return isAsSealed(json, seal) && storyFactsSchema.safeParse(parsed(json)).success;
}

/** The facts in a row. Throws where the row holds none: only Stet writes there. */
export function factsOf(row: Pick<StoryRow, "id" | "facts" | "facts_seal">): StoryFacts {
  const facts = storyFactsSchema.safeParse(parsed(row.facts));
  if (!facts.success || !isAsSealed(row.facts, row.facts_seal))
    throw new SpoiltRow(`the facts of the story ${row.id} cannot be read`);
  return facts.data;
}

/** What the desk list shows of a row. */
export function summaryOf(row: StoryRow): StorySummary {
  const { id, headline, words, characters, photos, tks, version } = row;
  const open = { openChanges: row.open_changes, openQueries: row.open_queries };
  const facts = factsOf(row);
  const times = { createdAtMs: row.created_at_ms, updatedAtMs: row.updated_at_ms };
  const { binned_at_ms: binnedAtMs, binned_why: why, binned_by: by } = row;
  const binned = binnedAtMs === null ? {} : { binned: { atMs: binnedAtMs, why, by } };
  return { id, facts, headline, words, characters, photos, tks, ...open, version, ...times, ...binned };
}
