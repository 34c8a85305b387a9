import type { Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import type { StoryId, StorySummary } from "#shared/contract/stories.ts";
import type { StoryFacts, StoryFactsChange } from "#shared/newsroom/index.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import { refuseBinned } from "../bin/refuse-binned.ts";
import type { StoryLine } from "../revisions/story-line.ts";
import { factColumns, factsOf, summaryOf, type FactColumns } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";

/**
 * Changes some facts of a story; its version, which counts its text, stays. Facts that are so
 * already change nothing, not even the time of the last change. Another status makes a revision.
 * Gives `not-found`, `binned`.
 */
export function factsSetter(
  sql: Database,
  table: StoryTable,
  line: StoryLine,
  now: () => number,
): (story: StoryId, change: StoryFactsChange) => Result<StorySummary, Failure> {
  const update = sql.prepare<[FactColumns & { readonly nowMs: number; readonly seq: number }]>(
    `UPDATE story SET facts = :facts, facts_seal = :factsSeal, slug_key = :slugKey, status = :status, desk = :desk,
       deadline_at_ms = :deadlineAtMs, updated_at_ms = :nowMs,
       search_due = max(search_due, slug_key <> :slugKey)
     WHERE seq = :seq`,
  );
  const set = sql.transaction((story: StoryId, change: StoryFactsChange): Result<StorySummary, Failure> => {
    const found = table.find(story);
    if (!found.ok) return found;
    const row = found.value;
    const allowed = refuseBinned(row);
    if (!allowed.ok) return allowed;
    const before = factsOf(row);
    const facts: StoryFacts = { ...before, ...change };
    const columns = factColumns(facts);
    if (columns.facts === JSON.stringify(before)) return ok(summaryOf(row));
    // A clock that was put back must not make this change look older than the last.
    const nowMs = Math.max(now(), row.updated_at_ms);
    update.run({ ...columns, nowMs, seq: row.seq });
    if (facts.status !== before.status) line.keep(row.seq, "status");
    return ok({ ...summaryOf(row), facts, updatedAtMs: nowMs });
  });
  return (story, change) => set.immediate(story, change);
}
