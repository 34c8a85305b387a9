import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const change = nouns.change;

/** Suggesting, tracked changes and the decisions on them. */
export const changes = {
  on: "Suggesting",
  toggle: "Suggesting on or off",
  isOn: "What you edit is a suggestion from now on, until it is accepted.",
  isOff: "You edit the text itself again.",
  unsigned: "Your suggestions bear no name yet. Write yours in the settings.",
  noName: "No name",
  views: {
    marked: "Text with its changes marked",
    final: "Final text, as it prints",
    original: "Original text, before the open changes",
  },
  viewNames: { marked: "Marked-up", final: "Final", original: "Original" },
  originalPage: "The text before its open changes. It can be read only.",
  next: "Next change",
  previous: "Previous change",
  accept: "Accept the change here, or those selected",
  reject: "Reject the change here, or those selected",
  acceptAll: "Accept all changes",
  rejectAll: "Reject all changes",
  none: "There is no change in this story.",
  noneHere: "There is no change here.",
  count: ({ count }: { readonly count: number }) => forms.counted(count, change),
  /** What the margin says can be done by key with what the caret is in. */
  does: {
    "changes.accept": ({ keys }: { readonly keys: string }) => `${keys} accepts`,
    "changes.reject": ({ keys }: { readonly keys: string }) => `${keys} rejects`,
    "notes.resolve": ({ keys }: { readonly keys: string }) => `${keys} resolves`,
  },
  /** What the margin says of a block that changed as a whole. */
  block: {
    inserted: "New",
    deleted: "Deleted",
    joined: "Joined",
    moved: "Moved",
    changed: "Changed",
    was: ({ kind }: { readonly kind: string }) => `Was ${kind.toLowerCase()}`,
  },
  panel: {
    open: "Changes in this story",
    name: "Changes",
    noStory: "Open a story to see its changes.",
    empty: "No open changes. Switch suggesting on, and what you edit stands here until it is decided on.",
    emptyOf: ({ name }: { readonly name: string }) => `No open changes by ${name}.`,
    everybody: "Everybody",
    author: "Changes by",
    accept: "Accept",
    reject: "Reject",
    acceptThese: ({ count }: { readonly count: number }) => `Accept all ${String(count)}`,
    rejectThese: ({ count }: { readonly count: number }) => `Reject all ${String(count)}`,
    keys: "A accepts, R rejects, Enter goes there.",
    onPage: ({ accept, reject }: { readonly accept: string; readonly reject: string }) =>
      `On the page, ${accept} accepts and ${reject} rejects.`,
  },
  kinds: {
    insert: "Put in",
    delete: "Struck",
    replace: "Replaced",
    format: "Marks",
    link: "Link",
    split: "Split",
    join: "Joined",
    insertBlock: "New block",
    deleteBlock: "Block struck",
    kind: "Kind",
    byline: "Byline",
    wordings: "Wordings",
    photo: "Photo",
    move: "Moved",
  },
  nothingShown: "(a break)",
};
