import { failure, type Failure } from "#shared/contract/failures.ts";
import type { StoryStatus } from "#shared/newsroom/index.ts";
import { storyTks, tkCount, tkWords } from "#shared/style/placeholders/index.ts";
import { FINISHED, STATION_WORDS } from "./finished.ts";
import { storedDocument } from "./stored-document.ts";
import { factsOf, type StoryRow } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";

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
  const [are, where] = tks.length === 1 ? ["is", "It is"] : ["are", "The first is"];
  const words = tkWords(document.value, first);
  const end = /[.!?…]”$/u.test(words) ? "" : ".";
  const message = `${count} ${are} left in ${factsOf(row).slug}, so it is not ${STATION_WORDS[status] ?? status}. ${where} in ${words}${end}`;
  return {
    failure: failure("placeholders-left", message, first.block),
    count: `${count} left`,
  };
}
