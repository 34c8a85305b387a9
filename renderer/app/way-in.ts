import { connectDesk, whenUp, type Bridge } from "#renderer/bridge/bridge.ts";
import type { FailureCode, StoryId } from "#shared/contract/index.ts";
import { failed, type CallFailure, type Result } from "#shared/rpc/index.ts";
import { namedStory } from "#shared/contract/story-address.ts";
import { begin, type Beginning } from "./arrival.ts";

type Answer<Value> = Result<Value, CallFailure<FailureCode>>;

const ASK_AGAIN_MS = 500;

/** A window's way to its newsroom, and what it is told first. */
export interface WayIn {
  readonly bridge: Bridge;
  /** Waits until the host has answered, however long that takes. What it gives still holds when it is given. */
  readonly beginning: () => Promise<Beginning>;
}

let retell = (failure: CallFailure): CallFailure => failure;

/** Takes what says failures in the language of the window: that comes with the rest of it. */
export function sayFailuresWith(retelling: typeof retell): void {
  retell = retelling;
}

function retold<Value>(answer: Answer<Value>): Answer<Value> {
  return answer.ok ? answer : failed({ ...answer.error, message: retell(answer.error).message });
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
  const bridge = connectDesk((failure) => retell(failure));
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
          const { info, arrival } = beginning;
          const { choices, last } = arrival;
          return { info, arrival: { ...arrival, choices: retold(choices), last: retold(last) } };
        }
        isOutdated = false;
        told = reach(bridge, asked);
      }
    },
  };
}

/** Sets out as soon as this module is read, so that the host answers while the browser still reads the rest. */
export const wayIn: WayIn = setOut();
