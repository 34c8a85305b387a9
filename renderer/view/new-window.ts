import { storyFragment } from "#shared/contract/story-address.ts";
import type { StoryId } from "#shared/contract/index.ts";

const SIZE = { width: 1320, height: 860 } as const;

/**
 * Opens a story in another window of Stet. It shares nothing with this one but the newsroom, so that
 * neither waits for the other. The desktop app takes the address to its own factory of windows.
 */
export function openInNewWindow(story: StoryId): void {
  const { width, height } = SIZE;
  window.open(
    `${window.location.pathname}${storyFragment(story)}`,
    "_blank",
    `noopener,popup,width=${width},height=${height}`,
  );
}
