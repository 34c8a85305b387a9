import { z } from "zod";
import { MARKS } from "#shared/document/index.ts";
import type { TextPlace } from "#shared/style/typography/clean-story.ts";
import type { Hit } from "./find-hits.ts";
import { FIND_PLACES, LONGEST_QUERY, type FindQuery } from "./query.ts";
import type { Replacement } from "./replacement.ts";

const offset = z.number().int().nonnegative();
const alternate = z.templateLiteral(["alternate ", z.number().int().nonnegative()]);
const textPlaceSchema: z.ZodType<TextPlace> = z.union([
  z.enum(["runs", "caption", "credit", "alt"]),
  alternate,
]);

export const findQuerySchema: z.ZodType<FindQuery> = z.strictObject({
  words: z.string().max(LONGEST_QUERY),
  isPattern: z.boolean(),
  matchesCase: z.boolean(),
  isWholeWord: z.boolean(),
  ignoresAccents: z.boolean(),
  marks: z.array(z.enum(MARKS)).readonly(),
  places: z.array(z.enum(FIND_PLACES)).readonly(),
});

export const replacementSchema: z.ZodType<Replacement> = z.strictObject({
  words: z.string(),
  keepsCase: z.boolean(),
  sets: z.array(z.enum(MARKS)).readonly(),
  clears: z.array(z.enum(MARKS)).readonly(),
});

export const hitSchema: z.ZodType<Hit> = z.strictObject({
  block: z.string().min(1),
  place: textPlaceSchema,
  kind: z.enum(FIND_PLACES),
  from: offset,
  to: offset,
  text: z.string(),
  before: z.string(),
  after: z.string(),
  groups: z
    .strictObject({
      numbered: z.array(z.string().optional()).readonly(),
      named: z.record(z.string(), z.string().optional()),
    })
    .nullable(),
});
