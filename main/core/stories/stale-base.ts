import { failure, type Failure } from "#shared/contract/failures.ts";
import { factsOf, type StoryRow } from "./story-row.ts";
import { told } from "#shared/language/told.ts";

/** Why a change that was made on version `base` is not written: the story has another one by now. */
export function staleBase(row: StoryRow, base: number): Failure {
  const { slug } = factsOf(row);
  return failure("conflict", told("changedElsewhere", { slug, base, found: row.version }), row.id);
}
