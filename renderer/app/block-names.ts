import type { BlockKind } from "#shared/document/index.ts";

/** What the interface calls the kinds of block. */
export const BLOCK_NAMES: Readonly<Record<BlockKind, string>> = {
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
