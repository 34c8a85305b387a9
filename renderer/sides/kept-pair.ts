import type { SettingsStore } from "#renderer/app/settings-store.ts";
import type { Settings, StoryId } from "#shared/contract/index.ts";
import type { StoryPair } from "#shared/contract/story-pair.ts";
import type { Sides } from "./sides.ts";

/** A divider that is dragged is kept once it rests, and so is the rest with it. */
const REST_MS = 200;

function storyOf({ shown, pageOf }: Sides, at: number): StoryId | null {
  const side = shown.get()[at];
  return side === undefined ? null : (pageOf(side).summary.get()?.id ?? null);
}

/** The pair that is on screen; null where there is one story only, undefined while that cannot be told. */
function pairNow(sides: Sides): StoryPair | null | undefined {
  const left = storyOf(sides, 0);
  const isPaired = sides.shown.get().length > 1;
  const right = isPaired ? storyOf(sides, 1) : null;
  if (left === null || (isPaired && right === null)) return undefined;
  if (right === null) return null;
  const focused = sides.focused.get() === sides.shown.get()[0] ? "left" : "right";
  return { left, right, focused, leftPercent: sides.split.get() };
}

/** The pair that was kept, where the story that the window begins with is the one of it that had the focus. */
export function pairAround({ pair }: Settings, first: StoryId | undefined): StoryPair | null {
  return pair !== null && pair[pair.focused] === first ? pair : null;
}

/**
 * Keeps which two stories stand beside each other, the divider and the side with the focus in the
 * settings. A window that never had two stories changes nothing of what another has kept.
 */
export function keepPair(sides: Sides, settings: SettingsStore): void {
  let last = JSON.stringify(settings.settings.get().pair);
  let hasPaired = sides.shown.get().length > 1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keep = (): void => {
    const pair = pairNow(sides);
    if (pair === undefined || (pair === null && !hasPaired)) return;
    hasPaired = pair !== null;
    const now = JSON.stringify(pair);
    if (now === last) return;
    last = now;
    const first = sides.page.summary.get()?.id ?? null;
    void settings.change({ pair, lastStory: first });
  };
  const soon = (): void => {
    hasPaired ||= sides.shown.get().length > 1;
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  };
  sides.shown.subscribe(soon);
  sides.focused.subscribe(soon);
  sides.split.subscribe(soon);
  sides.pageOf(0).summary.subscribe(soon);
  sides.pageOf(1).summary.subscribe(soon);
}
