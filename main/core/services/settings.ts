import type { DeskHandlers } from "#shared/contract/index.ts";
import type { Settings } from "#shared/contract/settings.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";

/** The settings service over the newsroom that is open; `tell` tells every window of a change. */
export function settingsHandlers(
  newsroom: CurrentNewsroom,
  tell: (settings: Settings) => void,
): DeskHandlers["settings"] {
  return {
    read: () => newsroom.use(({ settings }) => ok(settings.read())),
    change: (change) =>
      newsroom.use(({ settings }) => {
        const changed = settings.change(change);
        tell(changed);
        return ok(changed);
      }),
  };
}
