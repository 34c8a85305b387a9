import { connectDesk, whenUp, type Bridge } from "#renderer/bridge/bridge.ts";
import type { StoryId } from "#shared/contract/index.ts";
import { namedStory } from "#shared/contract/story-address.ts";
import { begin, type Beginning } from "./arrival.ts";

const ASK_AGAIN_MS = 500;

/** A window's way to its newsroom, and what it is told first. */
export interface WayIn {
  readonly bridge: Bridge;
  /** Waits until the host has answered, however long that takes. What it gives still holds when it is given. */
  readonly beginning: () => Promise<Beginning>;
}

let absence = (): string => "";

/** Takes the words for a host that does not answer: they come with the rest of the window. */
export function sayAbsence(say: () => string): void {
  absence = say;
}

/** Asks the host who it is until it answers: what the window is to show depends on that. */
async function reach(bridge: Bridge, asked: StoryId | null): Promise<Beginning> {
  for (;;) {
    await whenUp(bridge.link);
    const answer = await begin(bridge.desk, asked);
    if (!answer.ok) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      continue;
    }
    // Loaded again, the window begins with the story that was open last, as any other does.
    window.history.replaceState(null, "", window.location.pathname);
    return answer.value;
  }
}

/** Tells when what was answered before may no longer hold: nobody follows the newsroom yet. Gives what ends it. */
function whenOutdated({ desk, link }: Bridge, tell: () => void): () => void {
  const stops = [
    desk.host.on("newsroomChanged", tell),
    desk.stories.on("changed", tell),
    desk.revisions.on("branches", tell),
    desk.settings.on("changed", tell),
    link.subscribe(() => {
      if (link.get() === "down") tell();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function setOut(): WayIn {
  const bridge = connectDesk(() => absence());
  const asked = namedStory(window.location.hash);
  let told = reach(bridge, asked);
  let isOutdated = false;
  const stop = whenOutdated(bridge, () => {
    isOutdated = true;
  });
  return {
    bridge,
    beginning: async () => {
      for (;;) {
        const beginning = await told;
        if (!isOutdated) {
          stop();
          return beginning;
        }
        isOutdated = false;
        told = reach(bridge, asked);
      }
    },
  };
}

/** Sets out as soon as this module is read, so that the host answers while the browser still reads the rest. */
export const wayIn: WayIn = setOut();
