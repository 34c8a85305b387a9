import type { DeskHandlers } from "#shared/contract/index.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";

/** The safety service over the newsroom that is open. */
export function safetyHandlers(newsroom: CurrentNewsroom): DeskHandlers["safety"] {
  return {
    status: () => newsroom.use(({ safety }) => ok(safety.status())),
    check: (_none, { signal, progress }) => newsroom.use(({ safety }) => safety.check({ signal, progress })),
    backUpNow: ({ to }, { signal, progress }) =>
      newsroom.use(({ safety }) => safety.backUpNow(to, { signal, progress })),
    testRestore: (_none, { signal, progress }) =>
      newsroom.use(({ safety }) => safety.testRestore({ signal, progress })),
    setSecondFolder: ({ folder }) => newsroom.use(({ safety }) => safety.setSecondFolder(folder)),
    recovery: () => newsroom.use(({ recovery }) => ok(recovery.news())),
    recoverySeen: () =>
      newsroom.use(({ recovery }) => {
        recovery.seen();
        return ok(null);
      }),
  };
}
