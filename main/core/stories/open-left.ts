import { failure, type Failure } from "#shared/contract/failures.ts";
import { matterCount, matterWords, openMatters } from "#shared/changes/index.ts";
import type { StoryStatus } from "#shared/newsroom/index.ts";
import { FINISHED } from "./finished.ts";
import { storedDocument } from "./stored-document.ts";
import { factsOf, type StoryRow } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";
import { told } from "#shared/language/told.ts";

/** Changes and queries that stand in the way of a status. */
export interface OpenLeft {
  readonly failure: Failure;
  /** How many, for the name of the revision of a story that got there all the same. */
  readonly count: string;
}

/**
 * The changes that nobody decided on and the queries that nobody answered of a story that is to have
 * this status; null where none stand in its way, or where its text cannot be read.
 */
export function openLeft(table: StoryTable, row: StoryRow, status: StoryStatus): OpenLeft | null {
  if (!FINISHED.includes(status)) return null;
  const document = storedDocument(table, row, table.frame(row.seq));
  if (!document.ok) return null;
  const matters = openMatters(document.value);
  const count = matterCount(matters);
  if (count === "") return null;
  const sentence = told("mattersLeft", {
    slug: factsOf(row).slug,
    changes: matters.changes.length,
    queries: matters.queries.length,
    station: status,
    wherePhrase: matterWords(document.value, matters),
  });
  const first = matters.queries[0]?.block ?? matters.changes[0]?.places[0]?.block;
  return { failure: failure("matters-open", sentence, first ?? undefined), count: `${count} open` };
}
