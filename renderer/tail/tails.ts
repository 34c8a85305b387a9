import { openTailStore, type TailStore } from "./tail-store.ts";
import { enterWindows, type Windows } from "./windows.ts";

/** Where this window keeps what the newsroom could not take, and who else does. */
export interface Tails {
  readonly store: TailStore;
  readonly windows: Windows;
}

/** Opens the tails of this browser for this window. */
export function openTails(): Tails {
  return { store: openTailStore(), windows: enterWindows() };
}
