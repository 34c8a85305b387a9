import { failure, type DeskHandlers } from "#shared/contract/index.ts";
import { failed } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";

/** The exporting service over the newsroom that is open. */
export function exportingHandlers(newsroom: CurrentNewsroom): DeskHandlers["exporting"] {
  return {
    run: () => newsroom.use(() => failed(failure("not-here", "Exporting is not there yet."))),
  };
}
