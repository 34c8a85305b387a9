import { failure, type Failure } from "#shared/contract/failures.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { factsOf, type StoryRow } from "../stories/story-row.ts";
import { told } from "#shared/language/told.ts";

/** Refuses to write into a story that lies in the bin. */
export function refuseBinned(row: StoryRow): Result<null, Failure> {
  if (row.binned_at_ms === null) return ok(null);
  return failed(failure("binned", told("storyBinned", { slug: factsOf(row).slug }), row.id));
}
