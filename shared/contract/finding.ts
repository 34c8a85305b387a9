import { z } from "zod";
import { findQuerySchema, hitSchema, replacementSchema } from "#shared/find/query-schema.ts";
import type { FindQuery, Hit, Replacement } from "#shared/find/index.ts";
import { storyStatusSchema, type StoryStatus } from "#shared/newsroom/index.ts";
import type { RevisionId } from "./revisions.ts";
import { storySummarySchema, type StoryId, type StorySummary } from "./stories.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { sayableSchema } from "#shared/rpc/message.ts";

/** What is looked for in the stories of the newsroom, those in the bin aside. */
export interface FindRequest {
  readonly query: FindQuery;
  /** Only stories of these; of every status and desk where there is none, or "". */
  readonly statuses: readonly StoryStatus[];
  readonly desk: string;
}

/** A story with hits, in the order of its text. */
export interface StoryHits {
  /** As it was searched: its version is the base of a replacement. */
  readonly summary: StorySummary;
  readonly hits: readonly Hit[];
}

export interface FindResult {
  /** Newest change first. */
  readonly stories: readonly StoryHits[];
  /** How many stories were searched. */
  readonly searched: number;
  /** Why not every story was searched, or not all of it can be shown; null where it was. */
  readonly stopped: Sayable | null;
}

export interface FindProgress {
  readonly done: number;
  readonly total: number;
}

/** Hits of one story, as they were found in version `base` of it. */
export interface ReplacedStory {
  readonly story: StoryId;
  readonly base: number;
  readonly hits: readonly Hit[];
}

export interface ReplaceRequest {
  readonly stories: readonly ReplacedStory[];
  readonly replacement: Replacement;
  /** The name under which each story is kept as it was before. */
  readonly name: string;
}

/** What became of one story: replaced, or left as it is and why. */
export type ReplaceOutcome =
  | {
      readonly story: StoryId;
      readonly slug: string;
      readonly count: number;
      /** The story as it was before, and the version that it has now: what taking it back needs. */
      readonly before: RevisionId;
      readonly version: number;
    }
  | { readonly story: StoryId; readonly slug: string; readonly skipped: Sayable };

const storyId = z.string().min(1);
const count = z.number().int().nonnegative();

const findRequestSchema: z.ZodType<FindRequest> = z.strictObject({
  query: findQuerySchema,
  statuses: z.array(storyStatusSchema).readonly(),
  desk: z.string(),
});

const findResultSchema: z.ZodType<FindResult> = z.strictObject({
  stories: z
    .array(z.strictObject({ summary: storySummarySchema, hits: z.array(hitSchema).readonly() }))
    .readonly(),
  searched: count,
  stopped: sayableSchema.nullable(),
});

const progressSchema: z.ZodType<FindProgress> = z.strictObject({ done: count, total: count });

const replaceRequestSchema: z.ZodType<ReplaceRequest> = z.strictObject({
  stories: z
    .array(z.strictObject({ story: storyId, base: count, hits: z.array(hitSchema).readonly() }))
    .readonly(),
  replacement: replacementSchema,
  name: z.string().trim().min(1).max(200),
});

const outcomeSchema: z.ZodType<ReplaceOutcome> = z.union([
  z.strictObject({ story: storyId, slug: z.string(), count, before: z.string(), version: count }),
  z.strictObject({ story: storyId, slug: z.string(), skipped: sayableSchema }),
]);

/** Finding and replacing words in all stories at once. */
export const findingService = {
  methods: {
    /** Gives `invalid` where the pattern cannot be read, and `cancelled`. */
    search: { params: findRequestSchema, result: findResultSchema, progress: progressSchema },
    /**
     * Replaces story by story, each by an ordinary save; what stood before is kept as a named
     * revision first. A story that has changed since it was searched is left as it is. Cancelled,
     * it stops between two stories: what is replaced by then stays, and is told.
     */
    replace: {
      params: replaceRequestSchema,
      result: z.strictObject({ outcomes: z.array(outcomeSchema).readonly() }),
      progress: progressSchema,
    },
  },
  events: {},
};
