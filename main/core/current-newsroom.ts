import { failure, type Failure } from "#shared/contract/failures.ts";
import { failed, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "./disk-failure.ts";
import type { Newsroom } from "./newsroom.ts";
import { told } from "#shared/language/told.ts";

type Work<Value> = (newsroom: Newsroom) => Result<Value, Failure> | Promise<Result<Value, Failure>>;

/** The newsroom that is open now, if one is, and whoever is at work in it. */
export interface CurrentNewsroom {
  readonly get: () => Newsroom | null;
  /**
   * Works in the open newsroom, which stays open until the work is done. Gives `no-newsroom` where
   * none is open, and turns what the disk refuses into a failure.
   */
  readonly use: <Value>(work: Work<Value>) => Promise<Result<Value, Failure>>;
  /** Says how a newsroom is got back whose folder is gone; asked before every piece of work in one. */
  readonly whenGone: (bringBack: (newsroom: Newsroom) => Promise<Result<null, Failure>>) => void;
  /** Puts another newsroom (or none) in its place, then closes the old one once nobody works in it. */
  readonly replace: (next: Newsroom | null) => Promise<void>;
}

const NO_NEWSROOM = failure("no-newsroom", told("noNewsroom"));

async function perform<Value>(newsroom: Newsroom, task: Work<Value>): Promise<Result<Value, Failure>> {
  try {
    const result = await task(newsroom);
    if (!result.ok && result.error.code === "damaged") newsroom.safety.noteTrouble(result.error);
    else newsroom.safety.noteDone();
    return result;
  } catch (error) {
    const refused = diskFailure(error, newsroom.folder);
    newsroom.safety.noteTrouble(refused);
    return failed(refused);
  }
}

/** Starts with no newsroom open. */
export function currentNewsroom(): CurrentNewsroom {
  const work = new Map<Newsroom, Set<Promise<unknown>>>();
  let current: Newsroom | null = null;
  let bringBack: ((newsroom: Newsroom) => Promise<Result<null, Failure>>) | undefined;

  return {
    get: () => current,
    use: async (task) => {
      if (current && bringBack && !current.isInPlace()) {
        const gone = current;
        const back = await bringBack(gone);
        if (!back.ok) {
          gone.safety.noteTrouble(back.error);
          return back;
        }
      }
      if (!current) return failed(NO_NEWSROOM);
      const running = work.get(current);
      const done = perform(current, task);
      running?.add(done);
      try {
        return await done;
      } finally {
        running?.delete(done);
      }
    },
    whenGone: (handler) => {
      bringBack = handler;
    },
    replace: async (next) => {
      const old = current;
      current = next;
      if (next) work.set(next, new Set());
      if (!old) return;
      const running = work.get(old);
      if (running) await Promise.allSettled(running);
      work.delete(old);
      await old.close();
    },
  };
}
