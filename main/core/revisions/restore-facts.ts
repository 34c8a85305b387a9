import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { RestoredFacts, RestoreFactsRequest } from "#shared/contract/revisions.ts";
import type { StoryId, StorySummary } from "#shared/contract/stories.ts";
import { foldText, type StoryFacts, type StoryFactsChange } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { refuseBinned } from "../bin/refuse-binned.ts";
import { wholly } from "../db/wholly.ts";
import { factsOf, summaryOf } from "../stories/story-row.ts";
import type { StoryTable } from "../stories/story-table.ts";
import type { RevisionReader } from "./revision-reader.ts";
import type { RevisionTable } from "./revision-table.ts";
import type { StoryLine } from "./story-line.ts";
import { told } from "#shared/language/told.ts";

/** Sets facts as a person does. */
export type SetFacts = (story: StoryId, change: StoryFactsChange) => Result<StorySummary, Failure>;

interface FactsParts {
  readonly table: StoryTable;
  readonly revisions: RevisionTable;
  readonly line: StoryLine;
  readonly reader: RevisionReader;
  readonly setFacts: SetFacts;
}

function isSame(a: StoryFacts, b: StoryFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Puts the facts of a revision back, and keeps what they were as a revision first. The status and the
 * print status stay: they say where the story is on its way today, and what the page has of it, whatever
 * its words were. The slug stays where another story has it by now.
 */
export function factsRestorer(
  sql: Database,
  { table, revisions, line, reader, setFacts }: FactsParts,
): (request: RestoreFactsRequest) => Result<RestoredFacts, Failure> {
  const isTaken = sql
    .prepare<[string, number], number>(
      "SELECT 1 FROM story WHERE slug_key = ? AND seq <> ? AND binned_at_ms IS NULL LIMIT 1",
    )
    .pluck();
  return wholly(sql, ({ story, revision }: RestoreFactsRequest): Result<RestoredFacts, Failure> => {
    const found = table.find(story);
    if (!found.ok) return found;
    const row = found.value;
    const allowed = refuseBinned(row);
    if (!allowed.ok) return allowed;
    const now = factsOf(row);
    if (revisions.byId(revision)?.story !== row.seq) {
      return failed(failure("not-found", told("noRevisionOf", { slug: now.slug }), revision));
    }
    const read = reader.read(revision);
    if (!read.ok) return read;
    const then = read.value.facts;
    const keepsSlug = then.slug !== now.slug && isTaken.get(foldText(then.slug), row.seq) === 1;
    const { status, printStatus, ...was } = now;
    const facts: StoryFacts = { ...then, status, printStatus, ...(keepsSlug ? { slug: now.slug } : {}) };
    const stay: RestoredFacts["stay"] = [
      ...(keepsSlug ? ["slug" as const] : []),
      ...(then.status === status ? [] : ["status" as const]),
      ...(then.printStatus === printStatus ? [] : ["printStatus" as const]),
    ];
    if (isSame(facts, now)) return ok({ summary: summaryOf(row), was: {}, stay });
    const tip = revisions.tip(row.seq);
    const last = tip ? reader.read(tip.id) : null;
    if (last?.ok !== true || !isSame(last.value.facts, now)) line.keep(row.seq, "before-restore");
    const summary = setFacts(story, facts);
    return summary.ok ? ok({ summary: summary.value, was, stay }) : summary;
  });
}
