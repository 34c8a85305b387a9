import type { AssetId, StoryDocument } from "#shared/document/index.ts";
import type { StoryFactsChange } from "#shared/newsroom/index.ts";
import type { Photograph } from "./photographs.ts";

/** Times and days for the sample's deadlines, so that they are always about tonight. */
export interface SampleClock {
  /** ISO 8601 UTC, to the quarter hour. */
  readonly inHours: (hours: number) => string;
  /** `YYYY-MM-DD`, local, so many days from today. */
  readonly day: (days: number) => string;
}

/** One story of the sample newsroom. */
export interface SampleStory {
  readonly facts: (clock: SampleClock) => StoryFactsChange;
  readonly document: (picture: (name: Photograph) => AssetId) => StoryDocument;
}

const QUARTER_HOUR_MS = 15 * 60_000;
const HOUR_MS = 60 * 60_000;

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** A clock that counts from this moment, in milliseconds since 1970. */
export function sampleClock(nowMs: number): SampleClock {
  return {
    inHours: (hours) => {
      const exact = nowMs + hours * HOUR_MS;
      return new Date(Math.ceil(exact / QUARTER_HOUR_MS) * QUARTER_HOUR_MS).toISOString();
    },
    day: (days) => {
      const now = new Date(nowMs);
      const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
      return `${String(then.getFullYear())}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
    },
  };
}
