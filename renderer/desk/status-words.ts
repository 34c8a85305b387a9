import type { StoryStatus } from "#shared/newsroom/index.ts";

/** What a status is called on the desk, what sends a story there, what that means, and what is said when it is done. */
export interface StatusWords {
  readonly name: string;
  readonly command: string;
  readonly meaning: string;
  /** Follows the slug: "transit-tax is with the copy desk." */
  readonly done: string;
}

export const STATUS_WORDS: Readonly<Record<StoryStatus, StatusWords>> = {
  draft: { name: "Draft", command: "Back to draft", meaning: "with its writer", done: "is with its writer" },
  desk: {
    name: "Desk",
    command: "Send to desk",
    meaning: "with the desk editor",
    done: "is with the desk editor",
  },
  copy: {
    name: "Copy",
    command: "Send to copy",
    meaning: "with the copy desk",
    done: "is with the copy desk",
  },
  slot: {
    name: "Slot",
    command: "Send to slot",
    meaning: "with the slot editor",
    done: "is with the slot editor",
  },
  ready: {
    name: "Ready",
    command: "Mark ready",
    meaning: "ready for the page",
    done: "is ready for the page",
  },
  sent: { name: "Sent", command: "Mark sent", meaning: "out of the house", done: "is out of the house" },
  hold: { name: "Hold", command: "Hold", meaning: "kept for later", done: "is kept for later" },
  kill: { name: "Kill", command: "Kill", meaning: "will not run", done: "will not run" },
};
