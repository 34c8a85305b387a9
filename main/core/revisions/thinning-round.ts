import { diskFailure } from "../disk-failure.ts";

/** Thins stories some time after they got a revision, each once an hour at most: hours are what thinning counts in. */
export interface ThinningRound {
  readonly soon: (story: number) => void;
  readonly stop: () => void;
}

const PAUSE_MS = 5000;
const EVERY_MS = 60 * 60 * 1000;

/** `thin` thins one story at a time (milliseconds since 1970). A disk that refuses is tried again later. */
export function thinningRound(
  thin: (story: number, nowMs: number) => number,
  folder: string,
  now: () => number,
): ThinningRound {
  const waiting = new Set<number>();
  let stopped = false;
  const doneAtMs = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;

  const thinNext = (): void => {
    timer = undefined;
    const [story] = waiting;
    if (story === undefined) return;
    waiting.delete(story);
    const nowMs = now();
    try {
      thin(story, nowMs);
      doneAtMs.set(story, nowMs);
    } catch (error) {
      diskFailure(error, folder);
    }
    timer = setTimeout(thinNext, 0).unref();
  };

  return {
    soon: (story) => {
      const lastMs = doneAtMs.get(story);
      if (stopped || waiting.has(story)) return;
      if (lastMs !== undefined && Math.abs(now() - lastMs) < EVERY_MS) return;
      waiting.add(story);
      timer ??= setTimeout(thinNext, PAUSE_MS).unref();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
