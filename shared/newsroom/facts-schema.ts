import { z } from "zod";
import { SLUG_MAX } from "./slug.ts";
import { STORY_STATUSES, type StoryStatus } from "./status.ts";
import {
  LENGTH_UNITS,
  NEEDS,
  PRINT_STATUSES,
  type PlannedLength,
  type StoryFacts,
  type StoryFactsChange,
} from "./story-facts.ts";

export const storyStatusSchema: z.ZodType<StoryStatus> = z.enum(STORY_STATUSES);

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
