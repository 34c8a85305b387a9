import type { Block } from "#shared/document/index.ts";

/** What a kind of block is called within an English sentence of the core. */
export const BLOCK_WORDS: Readonly<Record<Block["kind"], string>> = {
  headline: "headline",
  deck: "deck",
  byline: "byline",
  source: "source line",
  dateline: "dateline",
  paragraph: "paragraph",
  subhead: "subhead",
  pullQuote: "pull quote",
  listItem: "list item",
  factBox: "fact box",
  photo: "photo",
  tagline: "tagline",
  endMark: "end mark",
  unknown: "block from a newer Stet",
};
