import { failure, type Failure } from "#shared/contract/failures.ts";
import { factsOf, type StoryRow } from "./story-row.ts";

/** Why a change that was made on version `base` is not written: the story has another one by now. */
export function staleBase(row: StoryRow, base: number): Failure {
  const message = `“${factsOf(row).slug}” was changed elsewhere: this text was made from version ${String(base)}, and the newsroom holds version ${String(row.version)}. Nothing was overwritten.`;
  return failure("conflict", message, row.id);
}
