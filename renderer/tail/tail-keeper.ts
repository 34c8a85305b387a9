import { observable, type Observable } from "#renderer/app/observable.ts";
import type { Tail, TailKey } from "./tail.ts";
import type { TailStore } from "./tail-store.ts";

/** Text that is not committed after this long is written to the tail: with the write it stays under 1 s. */
export const KEEP_AFTER_MS = 750;

/** What the keeper needs of the window. */
export interface TailKeeperPorts {
  readonly store: Pick<TailStore, "put" | "drop">;
  /** The text as it stands, with what is known of its way. */
  readonly tail: () => Tail;
  /** Since when there is text that is not known to be committed; null where there is none. */
  readonly unsafeSinceMs: () => number | null;
  readonly nowMs: () => number;
}

/** Keeps what is not committed in the browser until it is. */
export interface TailKeeper {
  /** The story may have changed. Costs nothing: call it with every keystroke. */
  readonly touch: () => void;
  /** A save was refused: what there is is kept at once. */
  readonly refused: () => void;
  /** A save was acknowledged: where nothing else is left, the tail goes. */
  readonly committed: () => void;
  /** Writes what there is now: the page goes away. */
  readonly flush: () => void;
  /** Whether everything that is not committed lies in the browser, as far as it was older than a second. */
  readonly isKept: Observable<boolean>;
  readonly stop: () => void;
}

/** Makes the keeper of one open story. */
export function tailKeeper({ store, tail, unsafeSinceMs, nowMs }: TailKeeperPorts): TailKeeper {
  const isKept = observable(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: TailKey | null = null;
  let edits = 0;
  let writtenEdits = -1;
  let writtenAtMs = Number.NEGATIVE_INFINITY;
  /** One write after the other, so that none overtakes the drop that follows it. */
  let queue: Promise<void> = Promise.resolve();

  const write = (): void => {
    if (unsafeSinceMs() === null || writtenEdits === edits) return;
    const kept = tail();
    writtenEdits = edits;
    writtenAtMs = nowMs();
    written = kept;
    const last = queue;
    queue = (async () => {
      await last;
      isKept.set(await store.put(kept));
    })();
  };

  const wait = (inMs: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, inMs);
  };

  const look = (): void => {
    const sinceMs = unsafeSinceMs();
    if (sinceMs === null) return;
    const dueAtMs = Math.max(sinceMs, writtenAtMs) + KEEP_AFTER_MS;
    if (nowMs() >= dueAtMs) write();
    if (edits !== writtenEdits) wait(Math.max(1, dueAtMs - nowMs()));
  };

  return {
    isKept,
    touch: () => {
      edits += 1;
      wait(KEEP_AFTER_MS);
    },
    refused: () => {
      if (nowMs() - writtenAtMs >= KEEP_AFTER_MS) write();
      else wait(KEEP_AFTER_MS);
    },
    committed: () => {
      if (written === null || unsafeSinceMs() !== null) return;
      const done = written;
      written = null;
      const last = queue;
      queue = (async () => {
        await last;
        await store.drop(done);
        isKept.set(false);
      })();
    },
    flush: write,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
