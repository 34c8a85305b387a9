/** The stations of a story on the copy's way, in order, then the two that take it off the way. */
export const STORY_STATUSES = ["draft", "desk", "copy", "slot", "ready", "sent", "hold", "kill"] as const;
export type StoryStatus = (typeof STORY_STATUSES)[number];
