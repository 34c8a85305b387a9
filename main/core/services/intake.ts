import { failure, type DeskHandlers } from "#shared/contract/index.ts";
import { failed } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";

/** The intake service over the newsroom that is open. */
export function intakeHandlers(newsroom: CurrentNewsroom): DeskHandlers["intake"] {
  return {
    read: () => newsroom.use(() => failed(failure("not-here", "Bringing in is not there yet."))),
    accept: () => newsroom.use(() => failed(failure("not-here", "Bringing in is not there yet."))),
  };
}
