import { z } from "zod";
import { SLUG_MAX } from "./slug.ts";
import { storyStatusSchema, type StoryStatus } from "./status.ts";

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

const line = z.string().max(200);

const plannedLengthSchema: z.ZodType<PlannedLength> = z.strictObject({
  amount: z.number().positive().max(1_000_000),
  unit: z.enum(LENGTH_UNITS),
});

const factShapes = {
  slug: z.string().trim().min(1, "a story needs a slug").max(SLUG_MAX),
  desk: line,
  section: line,
  edition: line,
  publicationDate: z.iso.date().nullable(),
  page: line,
  priority: z.number().int().min(1).max(6).nullable(),
  planned: plannedLengthSchema.nullable(),
  deadline: z.iso.datetime().nullable(),
  embargo: z.iso.datetime().nullable(),
  assignee: line,
  status: storyStatusSchema,
  printStatus: z.enum(PRINT_STATUSES),
  needs: z.array(z.enum(NEEDS)).readonly(),
  noteToDesk: z.string().max(10_000),
};

export const storyFactsSchema: z.ZodType<StoryFacts> = z.strictObject(factShapes);

/** Some facts to set; those left out stay as they are. */
export type StoryFactsChange = { readonly [Fact in keyof StoryFacts]?: StoryFacts[Fact] };

export const storyFactsChangeSchema: z.ZodType<StoryFactsChange> = z.strictObject({
  slug: factShapes.slug.exactOptional(),
  desk: factShapes.desk.exactOptional(),
  section: factShapes.section.exactOptional(),
  edition: factShapes.edition.exactOptional(),
  publicationDate: factShapes.publicationDate.exactOptional(),
  page: factShapes.page.exactOptional(),
  priority: factShapes.priority.exactOptional(),
  planned: factShapes.planned.exactOptional(),
  deadline: factShapes.deadline.exactOptional(),
  embargo: factShapes.embargo.exactOptional(),
  assignee: factShapes.assignee.exactOptional(),
  status: factShapes.status.exactOptional(),
  printStatus: factShapes.printStatus.exactOptional(),
  needs: factShapes.needs.exactOptional(),
  noteToDesk: factShapes.noteToDesk.exactOptional(),
});

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
