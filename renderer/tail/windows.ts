import { ulid } from "ulid";

const PREFIX = "stet-window-";

/** The windows of this browser that show Stet, told apart by a lock that each holds for as long as it lives. */
export interface Windows {
  readonly here: string;
  /** Those that are open now, this one among them. */
  readonly open: () => Promise<ReadonlySet<string>>;
}

/** Enters this window; a lock goes with its window, however that ends (Web Locks, "held"). */
export function enterWindows(locks: LockManager = navigator.locks): Windows {
  const here = ulid();
  const untilTheEnd = new Promise<never>(() => undefined);
  const entered = new Promise<void>((resolve) => {
    void locks.request(`${PREFIX}${here}`, () => {
      resolve();
      return untilTheEnd;
    });
  });
  return {
    here,
    open: async () => {
      await entered;
      const { held = [] } = await locks.query();
      const names = held.flatMap(({ name }) =>
        name?.startsWith(PREFIX) === true ? [name.slice(PREFIX.length)] : [],
      );
      return new Set(names);
    },
  };
}
