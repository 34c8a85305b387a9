/** Blocks that hold one line or paragraph of text and nothing else. */
export const TEXT_KINDS = [
  "deck",
  "source",
  "dateline",
  "paragraph",
  "subhead",
  "pullQuote",
  "listItem",
  "factBox",
  "tagline",
  "endMark",
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Every block kind that this version of Stet knows. */
export const BLOCK_KINDS = ["headline", "byline", "photo", ...TEXT_KINDS] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** The kinds whose text is one line of runs. */
export const RUN_KINDS = ["headline", "byline", ...TEXT_KINDS] as const;
export type RunKind = (typeof RUN_KINDS)[number];
