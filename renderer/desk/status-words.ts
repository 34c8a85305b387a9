import type { StoryStatus } from "#shared/newsroom/index.ts";

/** What a status is called on the desk, what sends a story there, and what that means. */
export interface StatusWords {
  readonly name: string;
  readonly command: string;
  readonly meaning: string;
}

export const STATUS_WORDS: Readonly<Record<StoryStatus, StatusWords>> = {
  draft: { name: "Draft", command: "Back to draft", meaning: "with its writer" },
  desk: { name: "Desk", command: "Send to desk", meaning: "with the desk editor" },
  copy: { name: "Copy", command: "Send to copy", meaning: "with the copy desk" },
  slot: { name: "Slot", command: "Send to slot", meaning: "with the slot editor" },
  ready: { name: "Ready", command: "Mark ready", meaning: "ready for the page" },
  sent: { name: "Sent", command: "Mark sent", meaning: "out of the house" },
  hold: { name: "Hold", command: "Hold", meaning: "kept for later" },
  kill: { name: "Kill", command: "Kill", meaning: "will not run" },
};
