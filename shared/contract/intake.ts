import { z } from "zod";
import { storyDocumentSchema, type BlockKind } from "#shared/document/index.ts";
import { openStorySchema, sourceSummarySchema, type StoryId } from "./stories.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { sayableSchema } from "#shared/rpc/message.ts";
import { FOUND_LABELS, READ_REASONS, type FoundLabel, type ReadReason } from "./read-reasons.ts";

/** What came in: text that was pasted, or a file that was dropped or named. */
export type Incoming =
  | { readonly from: "paste"; readonly text: string }
  | { readonly from: "file"; readonly name: string; readonly bytes: Uint8Array };

/**
 * What a stretch of the source can be taken for. `caption` is a photo's caption and credit without
 * its picture yet; `skip` is no part of the story.
 */
export const READ_KINDS = [
  "headline",
  "byline",
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
  "caption",
  "skip",
] as const satisfies readonly (BlockKind | "caption" | "skip")[];
export type ReadKind = (typeof READ_KINDS)[number];

/** One paragraph or line of the source and what it was taken for. */
export interface ReadPart {
  /** Counts from 0 in the order of the source. */
  readonly index: number;
  readonly kind: ReadKind;
  /** The text as it stands in the source, line ends within a paragraph unwrapped. */
  readonly text: string;
  /** The facts found in it: authors and agency of a byline, credit of a caption, dateline that leads a paragraph. */
  readonly found: readonly { readonly label: FoundLabel; readonly value: string }[];
  /** Why, in a few words: "ends with a credit in brackets". */
  readonly reason: ReadReason;
}

/** A source as Stet understood it. Nothing is stored yet. */
export interface Reading {
  readonly name: string;
  /** The slug that Stet proposes. */
  readonly slug: string;
  /** How the bytes were decoded: "UTF-8", "Windows-1252" …; "text" for a paste. */
  readonly encoding: string;
  readonly parts: readonly ReadPart[];
  /** What the person should know, in sentences: characters that were dropped, an encoding that was guessed. */
  readonly warnings: readonly Sayable[];
}

const incomingSchema: z.ZodType<Incoming> = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("paste"), text: z.string() }),
  z.strictObject({
    from: z.literal("file"),
    name: z.string().min(1).max(400),
    bytes: z.instanceof(Uint8Array),
  }),
]);

export const readKindSchema: z.ZodType<ReadKind> = z.enum(READ_KINDS);

const readingSchema: z.ZodType<Reading> = z.strictObject({
  name: z.string(),
  slug: z.string(),
  encoding: z.string(),
  parts: z
    .array(
      z.strictObject({
        index: z.number().int().nonnegative(),
        kind: readKindSchema,
        text: z.string(),
        found: z.array(z.strictObject({ label: z.enum(FOUND_LABELS), value: z.string() })).readonly(),
        reason: z.enum(READ_REASONS),
      }),
    )
    .readonly(),
  warnings: z.array(sayableSchema).readonly(),
});

const kindsSchema = z.record(z.string().regex(/^\d+$/), readKindSchema);

/** Bringing copy in: first a reading to look at, then the story, with the original kept beside it. */
export const intakeService = {
  methods: {
    /** Gives `empty-file`, `too-large`, `unsupported-file` (no text). Says how many pictures would come along. Stores nothing. */
    read: { params: z.strictObject({ incoming: incomingSchema }), result: readingSchema },
    /**
     * Makes the story. `kinds` says, by index of the part, what the person changed. The pictures of the copy
     * go into the photo archive first; where the disk refuses one there is no story either (`disk-full`, `not-writable`).
     */
    accept: {
      params: z.strictObject({
        incoming: incomingSchema,
        kinds: kindsSchema,
        slug: z.string().min(1).max(80).exactOptional(),
      }) as z.ZodType<{
        readonly incoming: Incoming;
        readonly kinds: Readonly<Record<string, ReadKind>>;
        readonly slug?: string;
      }>,
      result: openStorySchema,
    },
    /** The story that `accept` would make, without its pictures, to be compared with one on the desk. Gives what `read` gives. Stores nothing. */
    asStory: {
      params: z.strictObject({ incoming: incomingSchema, kinds: kindsSchema }) as z.ZodType<{
        readonly incoming: Incoming;
        readonly kinds: Readonly<Record<string, ReadKind>>;
      }>,
      result: z.strictObject({ reading: readingSchema, document: storyDocumentSchema }),
    },
    /**
     * Keeps copy beside a story on the desk, as `accept` does for the one that it makes; the very same
     * once. Gives everything that is kept there, oldest first; or what `read` gives, `not-found`, `binned`.
     */
    keepBeside: {
      params: z.strictObject({ story: z.string().min(1), incoming: incomingSchema }) as z.ZodType<{
        readonly story: StoryId;
        readonly incoming: Incoming;
      }>,
      result: z.strictObject({ sources: z.array(sourceSummarySchema).readonly() }),
    },
  },
  events: {},
};
