import { failure, type Failure } from "#shared/contract/failures.ts";
import type { StoryStatus } from "#shared/newsroom/index.ts";
import { storyTks, tkCount, tkWords, wordsAroundTk } from "#shared/style/placeholders/index.ts";
import { FINISHED } from "./finished.ts";
import { storedDocument } from "./stored-document.ts";
import { factsOf, type StoryRow } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";
import { told } from "#shared/language/told.ts";

/** TKs that stand in the way of a status. */
export interface TksLeft {
  readonly failure: Failure;
  /** How many, for the name of the revision of a story that got there all the same. */
  readonly count: string;
}

/** The TKs of a story that is to have this status; null where none stand in its way, or where its text cannot be read. */
export function tksLeft(table: StoryTable, row: StoryRow, status: StoryStatus): TksLeft | null {
  if (!FINISHED.includes(status)) return null;
  const document = storedDocument(table, row, table.frame(row.seq));
  if (!document.ok) return null;
  const tks = storyTks(document.value);
  const [first] = tks;
  if (!first) return null;
  const count = tkCount(tks.length);
  const sentence = told("tksLeft", {
    slug: factsOf(row).slug,
    count: tks.length,
    station: status,
    wherePhrase: tkWords(document.value, first),
    around: wordsAroundTk(document.value, first),
  });
  return {
    failure: failure("placeholders-left", sentence, first.block),
    count: `${count} left`,
  };
}
