/** What the margin says of a block that was changed as a whole. */
export const BLOCK_CHANGE_WORDS = {
  inserted: "New",
  deleted: "Deleted",
  joined: "Joined",
  moved: "Moved",
  changed: "Changed",
  was: (kind: string) => `Was ${kind.toLowerCase()}`,
} as const;

/** The three ways in which a story with changes can be read, as the state line names them. */
export const CHANGES_VIEW_WORDS = {
  marked: "Marked-up",
  final: "Final",
  original: "Original",
} as const;

export const SUGGESTING_WORDS = {
  on: "Suggesting",
  toggle: "Suggesting on or off",
  isOn: "What you edit is suggested now; nothing of it is final until it is accepted.",
  isOff: "You edit the text itself again.",
  unsigned: "Your suggestions have no name on them yet. Write yours in the settings.",
  views: {
    marked: "Text with its changes marked",
    final: "Final text, as it prints",
    original: "Original text, before the open changes",
  },
  next: "Next change",
  previous: "Previous change",
  accept: "Accept the change here, or those selected",
  reject: "Reject the change here, or those selected",
  acceptAll: "Accept all changes",
  rejectAll: "Reject all changes",
  none: "There is no change in this story.",
  noneHere: "There is no change here.",
} as const;

export const ORIGINAL_PAGE_WORDS = {
  name: "The text before its open changes. It can be read only.",
} as const;
