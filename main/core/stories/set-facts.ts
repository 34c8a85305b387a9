import type { Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import type { StoryId, StorySummary } from "#shared/contract/stories.ts";
import type { StoryFacts, StoryFactsChange } from "#shared/newsroom/index.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import { factColumns, factsOf, summaryOf, type FactColumns } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";

/**
 * Changes some facts of a story; its version, which counts its text, stays. Facts that are so
 * already change nothing, not even the time of the last change. Gives `not-found`.
 */
export function factsSetter(
  sql: Database,
  table: StoryTable,
  now: () => number,
): (story: StoryId, change: StoryFactsChange) => Result<StorySummary, Failure> {
  const update = sql.prepare<[FactColumns & { readonly nowMs: number; readonly seq: number }]>(
    `UPDATE story SET facts = :facts, slug_key = :slugKey, status = :status, desk = :desk,
       deadline_at_ms = :deadlineAtMs, updated_at_ms = :nowMs,
       search_due = max(search_due, slug_key <> :slugKey)
     WHERE seq = :seq`,
  );
  const set = sql.transaction((story: StoryId, change: StoryFactsChange): Result<StorySummary, Failure> => {
    const found = table.find(story);
    if (!found.ok) return found;
    const row = found.value;
    const before = factsOf(row);
    const facts: StoryFacts = { ...before, ...change };
    const columns = factColumns(facts);
    if (columns.facts === JSON.stringify(before)) return ok(summaryOf(row));
    const nowMs = now();
    update.run({ ...columns, nowMs, seq: row.seq });
    return ok({ ...summaryOf(row), facts, updatedAtMs: nowMs });
  });
  return (story, change) => set.immediate(story, change);
}
