/** A clock that stands still until a test moves it. */
export interface DeskClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pass: (ms: number) => void;
}

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Starts on 22 November 2026, 9:00 UTC. */
export function deskClock(): DeskClock {
  let nowMs = Date.UTC(2026, 10, 22, 9);
  return {
    now: () => nowMs,
    pass: (ms) => {
      nowMs += ms;
    },
  };
}
