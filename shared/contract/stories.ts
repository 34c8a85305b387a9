import { z } from "zod";
import {
  documentPatchSchema,
  storyDocumentSchema,
  type DocumentPatch,
  type StoryDocument,
} from "#shared/document/index.ts";
import {
  storyFactsChangeSchema,
  storyFactsSchema,
  storyStatusSchema,
  type StoryFacts,
  type StoryFactsChange,
  type StoryStatus,
} from "#shared/newsroom/index.ts";

/** `s_` and a ULID. */
export type StoryId = string;

/** What the desk list shows of a story. Times are milliseconds since 1970 (UTC). */
export interface StorySummary {
  readonly id: StoryId;
  readonly facts: StoryFacts;
  /** The headline's final text, or the first words where there is none. */
  readonly headline: string;
  readonly words: number;
  readonly characters: number;
  readonly photos: number;
  /** Placeholders that are left in its text, captions, credits and alt texts. */
  readonly tks: number;
  /** Tracked changes that nobody has decided on, and queries that nobody has resolved. */
  readonly openChanges: number;
  readonly openQueries: number;
  /** Counts up with every committed change of the text. */
  readonly version: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Where the story lies in the bin: since when, why and by whom, where somebody said. */
  readonly binned?: Binned;
}

/** A story in the bin can be looked at, but not written to. `by` is the name in the settings; "" for none. */
export interface Binned {
  readonly atMs: number;
  readonly why: string;
  readonly by: string;
}

/** A story found by words: where they were found, as text with the match between U+0002 and U+0003. */
export interface FoundStory extends StorySummary {
  readonly snippet: string | null;
}

/**
 * What the desk list asks for. Stories come newest change first, by deadline or by slug. Where no
 * order is given, those whose slug or headline holds the words come before those that hold them in
 * their text. An empty list of statuses, like none, stands for all of them, and "" for every desk.
 */
export interface StoryQuery {
  /** Words of the slug, headline or text; accents and case do not matter, the last word may be unfinished. */
  readonly words?: string;
  readonly statuses?: readonly StoryStatus[];
  readonly desk?: string;
  readonly order?: "updated" | "deadline" | "slug";
  /** True for what lies in the bin, and nothing else; otherwise nothing of it. */
  readonly binned?: boolean;
  readonly offset?: number;
  /** At most 500; 100 where not given. */
  readonly limit?: number;
}

/** Where the person was in a story: a place in one field of one block, in UTF-16 units, and the scroll. */
export interface EditorPlace {
  readonly block: string;
  readonly field: "text" | "caption" | "credit" | "alt";
  readonly offset: number;
  readonly scrollTopPx: number;
}

/** Something that a story was made from, kept as it came. */
export interface SourceSummary {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly receivedAtMs: number;
  readonly bytes: number;
}

export interface OpenStory {
  readonly summary: StorySummary;
  readonly document: StoryDocument;
  readonly place: EditorPlace | null;
  readonly sources: readonly SourceSummary[];
}

/**
 * One autosave. `base` is the version that the patch was made on; `saveId` names this save, so
 * that sending it again after a lost answer does not apply it twice.
 */
export interface SaveRequest {
  readonly story: StoryId;
  readonly base: number;
  readonly saveId: string;
  readonly patch: DocumentPatch;
}

/** Given only after the commit. */
export interface SaveReceipt {
  readonly version: number;
  readonly savedAtMs: number;
}

export interface SourceText {
  readonly summary: SourceSummary;
  readonly text: string;
}

const storyId = z.string().min(1);
const count = z.number().int().nonnegative();

const summaryShape = {
  id: storyId,
  facts: storyFactsSchema,
  headline: z.string(),
  words: count,
  characters: count,
  photos: count,
  tks: count,
  openChanges: count,
  openQueries: count,
  version: count,
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
  binned: z.strictObject({ atMs: z.number(), why: z.string(), by: z.string() }).exactOptional(),
};

export const storySummarySchema: z.ZodType<StorySummary> = z.strictObject(summaryShape);

const foundStorySchema: z.ZodType<FoundStory> = z.strictObject({
  ...summaryShape,
  snippet: z.string().nullable(),
});

const storyQuerySchema: z.ZodType<StoryQuery> = z.strictObject({
  words: z.string().max(500).exactOptional(),
  statuses: z.array(storyStatusSchema).readonly().exactOptional(),
  desk: z.string().exactOptional(),
  order: z.enum(["updated", "deadline", "slug"]).exactOptional(),
  binned: z.boolean().exactOptional(),
  offset: count.exactOptional(),
  limit: z.number().int().min(1).max(500).exactOptional(),
});

export const editorPlaceSchema: z.ZodType<EditorPlace> = z.strictObject({
  block: z.string().min(1),
  field: z.enum(["text", "caption", "credit", "alt"]),
  offset: count,
  scrollTopPx: z.number().nonnegative(),
});

export const sourceSummarySchema: z.ZodType<SourceSummary> = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  mediaType: z.string(),
  receivedAtMs: z.number(),
  bytes: count,
});

export const openStorySchema: z.ZodType<OpenStory> = z.strictObject({
  summary: storySummarySchema,
  document: storyDocumentSchema,
  place: editorPlaceSchema.nullable(),
  sources: z.array(sourceSummarySchema).readonly(),
});

export const saveRequestSchema: z.ZodType<SaveRequest> = z.strictObject({
  story: storyId,
  base: count,
  saveId: z.string().min(1).max(80),
  patch: documentPatchSchema,
});

export const saveReceiptSchema: z.ZodType<SaveReceipt> = z.strictObject({
  version: count,
  savedAtMs: z.number(),
});

/** Stories: find, read, write. */
export const storiesService = {
  methods: {
    list: {
      params: storyQuerySchema,
      result: z.strictObject({ stories: z.array(foundStorySchema).readonly(), total: count }),
    },
    create: {
      params: z.strictObject({
        facts: storyFactsChangeSchema,
        document: storyDocumentSchema.exactOptional(),
      }) as z.ZodType<{ readonly facts: StoryFactsChange; readonly document?: StoryDocument }>,
      result: openStorySchema,
    },
    /** Gives `not-found`, or `newer-version` and `damaged` naming the story. */
    open: { params: z.strictObject({ story: storyId }), result: openStorySchema },
    /** The story of `lastStory` in the settings, as `open` gives it; null where none was open. */
    openLast: { params: z.null(), result: openStorySchema.nullable() },
    /** Gives `conflict` (nothing overwritten: see `revisions.branch`), `binned`, `disk-full`, `not-writable`, `not-found`. */
    save: { params: saveRequestSchema, result: saveReceiptSchema },
    /**
     * Gives `placeholders-left` where a story with TKs is to be ready or sent; with `despiteTks` it is
     * all the same, and its history says with how many. Gives `matters-open` where changes or
     * queries are open, with what and where; `despiteOpen` is for those.
     */
    setFacts: {
      params: z.strictObject({
        story: storyId,
        change: storyFactsChangeSchema,
        despiteTks: z.boolean().exactOptional(),
        despiteOpen: z.boolean().exactOptional(),
      }),
      result: storySummarySchema,
    },
    /** Makes another story of the same text: a draft with a slug of its own and nothing said of when and where it runs. */
    duplicate: { params: z.strictObject({ story: storyId }), result: openStorySchema },
    /** Puts a story into the bin, from which it goes for good after 30 days. `why` may be empty; a spike has a reason. */
    bin: {
      params: z.strictObject({ story: storyId, why: z.string().max(1000) }),
      result: storySummarySchema,
    },
    /** Takes a story out of the bin, as it was. */
    unbin: { params: z.strictObject({ story: storyId }), result: storySummarySchema },
    /** Remembers where the person is; the version does not change. */
    keepPlace: {
      params: z.strictObject({ story: storyId, place: editorPlaceSchema }),
      result: z.null(),
    },
    /** The original that a story was made from, decoded. */
    readSource: {
      params: z.strictObject({ source: z.string().min(1) }),
      result: z.strictObject({ summary: sourceSummarySchema, text: z.string() }) as z.ZodType<SourceText>,
    },
  },
  events: {
    /** A story is new or changed, or went into the bin or out of it. `caller` names the connection that did it, "" where Stet itself did. */
    changed: z.strictObject({ summary: storySummarySchema, caller: z.string() }),
  },
};
