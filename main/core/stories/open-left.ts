import { failure, type Failure } from "#shared/contract/failures.ts";
import { matterCount, matterWords, openMatters } from "#shared/changes/index.ts";
import type { StoryStatus } from "#shared/newsroom/index.ts";
import { FINISHED, STATION_WORDS } from "./finished.ts";
import { storedDocument } from "./stored-document.ts";
import { factsOf, type StoryRow } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";

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
  const are = matters.changes.length + matters.queries.length === 1 ? "is" : "are";
  const station = STATION_WORDS[status] ?? status;
  const message = `${count} ${are} open in ${factsOf(row).slug}, so it is not ${station}: ${matterWords(document.value, matters)}.`;
  const first = matters.queries[0]?.block ?? matters.changes[0]?.places[0]?.block;
  return { failure: failure("matters-open", message, first ?? undefined), count: `${count} open` };
}
