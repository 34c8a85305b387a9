import type { StoryStatus } from "./status.ts";

export const LENGTH_UNITS = ["words", "lines", "inches"] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** How long the story should be. */
export interface PlannedLength {
  readonly amount: number;
  readonly unit: LengthUnit;
}

export const NEEDS = ["legal", "picture"] as const;
export type Need = (typeof NEEDS)[number];

export const PRINT_STATUSES = ["none", "placed", "fitted", "released"] as const;
export type PrintStatus = (typeof PRINT_STATUSES)[number];

/**
 * What the desk knows of a story beside its text. Times are ISO 8601 UTC, dates `YYYY-MM-DD`;
 * an empty string means that nobody has said.
 */
export interface StoryFacts {
  readonly slug: string;
  readonly desk: string;
  readonly section: string;
  readonly edition: string;
  readonly publicationDate: string | null;
  readonly page: string;
  /** 1 (flash) to 6 (whenever there is room), as in the wire formats; null where nobody has said. */
  readonly priority: number | null;
  readonly planned: PlannedLength | null;
  readonly deadline: string | null;
  readonly embargo: string | null;
  readonly assignee: string;
  readonly status: StoryStatus;
  readonly printStatus: PrintStatus;
  readonly needs: readonly Need[];
  readonly noteToDesk: string;
}

/** Some facts to set; those left out stay as they are. */
export type StoryFactsChange = { readonly [Fact in keyof StoryFacts]?: StoryFacts[Fact] };

/** The facts of a story about which nobody has said anything yet. */
export const NEW_STORY_FACTS: StoryFacts = {
  slug: "untitled",
  desk: "",
  section: "",
  edition: "",
  publicationDate: null,
  page: "",
  priority: null,
  planned: null,
  deadline: null,
  embargo: null,
  assignee: "",
  status: "draft",
  printStatus: "none",
  needs: [],
  noteToDesk: "",
};
