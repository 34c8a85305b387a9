import { startOwnWorker } from "#renderer/app/own-worker.ts";
import type { Block } from "#shared/document/index.ts";
import type { FindQuery, Hit } from "#shared/find/index.ts";

/** Blocks to search for a pattern, on a thread of its own. */
export interface PatternQuestion {
  readonly query: FindQuery;
  readonly blocks: readonly Block[];
}

/** The hits of each block, in order. */
export interface PatternAnswer {
  readonly hits: readonly (readonly Hit[])[];
  /** True where the pattern matched between letters, where there is nothing to find. */
  readonly foundNothing: boolean;
}

/** How long a pattern may take in one story: longer, and it is one of those that never end. */
const MOST_MS = 1_500;

async function newWorker(): Promise<Worker> {
  const { default: address } = await import("./pattern-worker.ts?worker&url");
  return startOwnWorker(address);
}

/** Searches for patterns where one that takes too long can be stopped. */
export interface PatternSearch {
  /** Null where the pattern took too long, or where something else was asked meanwhile. */
  readonly ask: (question: PatternQuestion) => Promise<PatternAnswer | "too-long" | null>;
  readonly stop: () => void;
}

/** Makes a search; its thread starts with the first question. */
export function patternSearch(): PatternSearch {
  let starting: Promise<Worker> | null = null;
  let giveUp: ((answer: "too-long" | null) => void) | null = null;

  const end = (answer: "too-long" | null): void => {
    void starting?.then((worker) => worker.terminate());
    starting = null;
    giveUp?.(answer);
    giveUp = null;
  };

  return {
    ask: async (question) => {
      if (giveUp) end(null);
      let worker = await (starting ??= newWorker());
      if (giveUp) {
        end(null);
        worker = await (starting ??= newWorker());
      }
      return new Promise((resolve) => {
        const done = (answer: PatternAnswer | "too-long" | null): void => {
          window.clearTimeout(timer);
          worker.removeEventListener("message", onMessage);
          resolve(answer);
        };
        const onMessage = ({ data }: MessageEvent<PatternAnswer>): void => {
          giveUp = null;
          done(data);
        };
        const timer = window.setTimeout(() => end("too-long"), MOST_MS);
        giveUp = done;
        worker.addEventListener("message", onMessage);
        worker.postMessage(question);
      });
    },
    stop: () => end(null),
  };
}
