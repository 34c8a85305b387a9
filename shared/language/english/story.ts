import type { BlockKind, Mark } from "#shared/document/index.ts";
import type { LengthUnit, StoryStatus } from "#shared/newsroom/index.ts";
import type { Counted } from "../forms.ts";

export interface StatusNames {
  readonly name: string;
  /** What sends a story there. */
  readonly command: string;
  readonly meaning: string;
  /** Follows the slug: "transit-tax is with the copy desk." */
  readonly done: string;
}

const kinds: Readonly<Record<BlockKind, string>> = {
  headline: "Headline",
  byline: "Byline",
  photo: "Photo",
  deck: "Deck",
  source: "Source line",
  dateline: "Dateline",
  paragraph: "Paragraph",
  subhead: "Subhead",
  pullQuote: "Pull quote",
  listItem: "List item",
  factBox: "Fact box",
  tagline: "Tagline",
  endMark: "End mark",
};

const statuses: Readonly<Record<StoryStatus, StatusNames>> = {
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

const units: Readonly<Record<LengthUnit, Counted>> = {
  words: { one: "word", other: "words" },
  lines: { one: "line", other: "lines" },
  inches: { one: "inch", other: "inches" },
};

const marks: Readonly<Record<Mark, string>> = {
  bold: "Bold",
  italic: "Italic",
  underline: "Underline",
  strikethrough: "Strikethrough",
  superscript: "Superscript",
  subscript: "Subscript",
  smallCaps: "Small caps",
};

const photoFields = { caption: "Caption", credit: "Credit", alt: "Alt text" };

/** What every room of the interface says of a story: its blocks, its way through the house, its length. */
export const story = { kinds, statuses, units, marks, photoFields };
