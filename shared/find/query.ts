import type { BlockKind, Mark } from "#shared/document/index.ts";

/** Where words are looked for: the kinds of text blocks, and the three texts of a photo. */
export type FindPlace = Exclude<BlockKind, "photo"> | "caption" | "credit" | "alt";

/** Every place, in the order in which a person chooses among them. */
export const FIND_PLACES = [
  "headline",
  "deck",
  "byline",
  "source",
  "dateline",
  "paragraph",
  "subhead",
  "pullQuote",
  "listItem",
  "factBox",
  "tagline",
  "endMark",
  "caption",
  "credit",
  "alt",
] as const satisfies readonly FindPlace[];

/** What is looked for, and how. */
export interface FindQuery {
  /** Without words, every stretch with the marks is found, or all of the text in the places. */
  readonly words: string;
  /** `words` is a regular expression (ECMAScript, flags `u` and `m`). */
  readonly isPattern: boolean;
  readonly matchesCase: boolean;
  readonly isWholeWord: boolean;
  readonly ignoresAccents: boolean;
  /** Only text that has all of these marks throughout. */
  readonly marks: readonly Mark[];
  /** Only text in these places; everywhere where there is none. */
  readonly places: readonly FindPlace[];
}

/** Looks for nothing, everywhere: what every search begins with. */
export const NO_QUERY: FindQuery = {
  words: "",
  isPattern: false,
  matchesCase: false,
  isWholeWord: false,
  ignoresAccents: false,
  marks: [],
  places: [],
};

/** True where a query has words to look for, or a look or a place of text to find without words. */
export function asksForSomething({ words, marks, places }: FindQuery): boolean {
  return words !== "" || marks.length > 0 || places.length > 0;
}

/** The longest words or pattern, in UTF-16 units. */
export const LONGEST_QUERY = 1_000;
