import { failure, type Failure } from "#shared/contract/failures.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { factsOf, type StoryRow } from "../stories/story-row.ts";

/** Refuses to write into a story that lies in the bin. */
export function refuseBinned(row: StoryRow): Result<null, Failure> {
  if (row.binned_at_ms === null) return ok(null);
  const message = `“${factsOf(row).slug}” lies in the bin. Take it out before you change it; nothing was written.`;
  return failed(failure("binned", message, row.id));
}
