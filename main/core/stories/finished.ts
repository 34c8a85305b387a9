import type { StoryStatus } from "#shared/newsroom/index.ts";

/** The stations that a story with anything left to do does not reach by itself. */
export const FINISHED: readonly StoryStatus[] = ["ready", "sent"];

export const STATION_WORDS: Readonly<Partial<Record<StoryStatus, string>>> = { ready: "ready", sent: "sent" };
