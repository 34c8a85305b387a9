import type { StoryId } from "./stories.ts";

const PREFIX = "#story=";
const STORY = /^[0-9A-Za-z_-]{1,64}$/;

/** What follows the address of the app where a window is to begin with a story. */
export function storyFragment(story: StoryId): string {
  return `${PREFIX}${story}`;
}

/** The story that the end of an address names; null where it names none. */
export function namedStory(fragment: string): StoryId | null {
  const story = fragment.startsWith(PREFIX) ? fragment.slice(PREFIX.length) : "";
  return STORY.test(story) ? story : null;
}
