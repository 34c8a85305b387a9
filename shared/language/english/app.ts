/** The window itself: groups of commands, palette, state line, notices, the screens before and between stories. */
export const app = {
  groups: { Story: "Story", Edit: "Edit", Block: "Block", View: "View", Desk: "Desk", Help: "Help" },
};
