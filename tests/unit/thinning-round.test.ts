import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { thinningRound } from "#main/core/revisions/thinning-round.ts";
import { HOUR_MS } from "#tests/support/desk-clock.ts";

const PAUSE_MS = 10_000;

/** A round over a disk that takes everything, or throws what `thin` throws; tells what was thinned. */
function round(thin: (story: number) => void = () => undefined) {
  const thinned: number[] = [];
  const thinning = thinningRound(
    (story) => {
      thin(story);
      thinned.push(story);
      return 0;
    },
    "/newsroom",
    Date.now,
  );
  return { thinning, thinned };
}

describe("the round of thinning", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("waits for a pause, then thins each story once, one at a time", () => {
    const { thinning, thinned } = round();
    for (const story of [1, 2, 1]) thinning.soon(story);
    expect(thinned).toEqual([]);
    vi.advanceTimersByTime(PAUSE_MS);
    expect(thinned).toEqual([1, 2]);
  });

  it("comes back to a story after an hour, and not before", () => {
    const { thinning, thinned } = round();
    thinning.soon(1);
    vi.advanceTimersByTime(PAUSE_MS);
    thinning.soon(1);
    vi.advanceTimersByTime(HOUR_MS);
    expect(thinned).toEqual([1]);
    thinning.soon(1);
    vi.advanceTimersByTime(PAUSE_MS);
    expect(thinned).toEqual([1, 1]);
  });

  it("tries again with the next revision where the disk refused, and leaves the others their turn", () => {
    let isFull = true;
    const { thinning, thinned } = round((story) => {
      if (isFull && story === 1) throw Object.assign(new Error("full"), { code: "SQLITE_FULL" });
    });
    thinning.soon(1);
    thinning.soon(2);
    vi.advanceTimersByTime(PAUSE_MS);
    expect(thinned).toEqual([2]);
    isFull = false;
    thinning.soon(1);
    vi.advanceTimersByTime(PAUSE_MS);
    expect(thinned).toEqual([2, 1]);
  });

  it("does nothing more once the newsroom is closed", () => {
    const { thinning, thinned } = round();
    thinning.soon(1);
    thinning.stop();
    thinning.soon(2);
    vi.advanceTimersByTime(HOUR_MS);
    expect(thinned).toEqual([]);
  });
});
