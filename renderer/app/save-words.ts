import { TRYING_AGAIN, type Link } from "#renderer/bridge/standing-road.ts";
import type { SaveState } from "#renderer/editor/story-session.ts";
import { clockTime } from "./deadline.ts";

/** What stands at the left of the state line. */
export interface SaveWords {
  readonly text: string;
  /** True where the person should know that something is wrong. */
  readonly wrong: boolean;
  /** True where everything is committed. */
  readonly saved: boolean;
}

/** The save state in words. While the newsroom does not answer, that is what matters. */
export function saveWords(save: SaveState, link: Link): SaveWords {
  const saved = save.state === "saved";
  if (save.state === "failed") {
    return {
      text: link === "up" ? `Not saved: ${save.message}` : `Not saved. ${TRYING_AGAIN}`,
      wrong: true,
      saved,
    };
  }
  if (link !== "up") return { text: TRYING_AGAIN, wrong: true, saved };
  if (save.state === "saved") return { text: `Saved ${clockTime(save.atMs)}`, wrong: false, saved };
  return { text: save.state === "editing" ? "Editing…" : "Saving…", wrong: false, saved };
}
