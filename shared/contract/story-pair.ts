import type { StoryId } from "./stories.ts";

/** Two stories beside each other in the window, as they stood. */
export interface StoryPair {
  readonly left: StoryId;
  readonly right: StoryId;
  /** The one that was worked on last. */
  readonly focused: "left" | "right";
  /** The width of the left one. */
  readonly leftPercent: number;
}
