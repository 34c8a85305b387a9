import type { Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import type { StoryId, StorySummary } from "#shared/contract/stories.ts";
import type { StoryFacts, StoryFactsChange, StoryStatus } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { refuseBinned } from "../bin/refuse-binned.ts";
import type { StoryLine } from "../revisions/story-line.ts";
import { factColumns, factsOf, summaryOf, type FactColumns } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";
import { STATION_WORDS } from "./finished.ts";
import { openLeft } from "./open-left.ts";
import { tksLeft } from "./tks-left.ts";

/** What a story may be finished despite. */
export interface Despite {
  readonly despiteTks?: boolean;
  /** Despite open changes and queries. */
  readonly despiteOpen?: boolean;
}

/** `ready, with 1 TK left and 2 changes open`: what history says of a story that was finished all the same. */
function onRecord(status: StoryStatus, left: readonly string[]): string {
  return `${STATION_WORDS[status] ?? status}, with ${left.join(" and ")}`;
}

/**
 * Changes some facts of a story; its version, which counts its text, stays. Facts that are so
 * already change nothing, not even the time of the last change. Another status makes a revision.
 * A story with TKs, open changes or open queries is neither ready nor sent, unless it shall be
 * despite them; the revision says so then. Gives `not-found`, `binned`, `placeholders-left`,
 * `matters-open`.
 */
export function factsSetter(
  sql: Database,
  table: StoryTable,
  line: StoryLine,
  now: () => number,
): (story: StoryId, change: StoryFactsChange, how?: Despite) => Result<StorySummary, Failure> {
  const update = sql.prepare<[FactColumns & { readonly nowMs: number; readonly seq: number }]>(
    `UPDATE story SET facts = :facts, facts_seal = :factsSeal, slug_key = :slugKey, status = :status, desk = :desk,
       deadline_at_ms = :deadlineAtMs, updated_at_ms = :nowMs,
       search_due = max(search_due, slug_key <> :slugKey)
     WHERE seq = :seq`,
  );
  const set = sql.transaction(
    (story: StoryId, change: StoryFactsChange, despite: Despite): Result<StorySummary, Failure> => {
      const found = table.find(story);
      if (!found.ok) return found;
      const row = found.value;
      const allowed = refuseBinned(row);
      if (!allowed.ok) return allowed;
      const before = factsOf(row);
      const facts: StoryFacts = { ...before, ...change };
      const columns = factColumns(facts);
      if (columns.facts === JSON.stringify(before)) return ok(summaryOf(row));
      const isMoved = facts.status !== before.status;
      const tks = isMoved ? tksLeft(table, row, facts.status) : null;
      if (tks !== null && despite.despiteTks !== true) return failed(tks.failure);
      const open = isMoved ? openLeft(table, row, facts.status) : null;
      if (open !== null && despite.despiteOpen !== true) return failed(open.failure);
      const left = [tks, open].flatMap((one) => one?.count ?? []);
      // A clock that was put back must not make this change look older than the last.
      const nowMs = Math.max(now(), row.updated_at_ms);
      update.run({ ...columns, nowMs, seq: row.seq });
      if (isMoved)
        line.keep(row.seq, "status", left.length === 0 ? {} : { name: onRecord(facts.status, left) });
      return ok({ ...summaryOf(row), facts, updatedAtMs: nowMs });
    },
  );
  return (story, change, how = {}) => set.immediate(story, change, how);
}
