import { z } from "zod";
import type { PlannedFit } from "#shared/fit/depth/planned-fit.ts";
import type { JsonValue } from "#shared/document/index.ts";
import type { DeskKit, KitFont, KitId, KitTrouble } from "#shared/fit/kit/index.ts";
import { deskKitSchema, kitFontSchema, kitIdSchema } from "#shared/fit/kit/kit-schema.ts";
import { parseHeadlineCode } from "#shared/fit/kit/headline-code.ts";
import { LENGTH_UNITS } from "#shared/newsroom/index.ts";
import { AUTHOR_MAX, DEPTHS_AT_ONCE, KIT_FILE_MAX_BYTES } from "./limits.ts";
import type { StoryId } from "./stories.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { sayableSchema } from "#shared/rpc/message.ts";

/** Since when the newsroom has a kit, and who saved it or brought it in; no name where that person had given none. */
export interface KitArrival {
  readonly atMs: number;
  readonly by: string;
}

/** A desk kit as a list shows it. */
export interface KitSummary {
  readonly id: KitId;
  readonly name: string;
  readonly note: string;
  /** Whether it comes with Stet: such a kit cannot be removed. */
  readonly isOurs: boolean;
  readonly specs: readonly string[];
  /** Null for a kit that comes with Stet, and for one that an older Stet took in. */
  readonly arrival: KitArrival | null;
  /** What in it looks like a slip. */
  readonly warnings: readonly KitTrouble[];
}

/** A kit to read: the page, fonts and styles, ready for the composer. */
export interface KitReading extends KitSummary {
  readonly kit: DeskKit;
}

/** Which kit, and which of its column specs. */
export interface KitChoice {
  readonly kit: KitId;
  readonly spec: string;
}

/** What one story is set in, in place of its desk's choice; null leaves that as it is. */
export interface StoryKitChoice {
  readonly choice: KitChoice | null;
  /** The hole on the page: so many columns of the body's measure, each so deep. */
  readonly legs: { readonly count: number; readonly depthPt: number } | null;
  /** The headline's order, as `3-36-2`. */
  readonly headline: string | null;
}

/** What a story is set in, and who said so. */
export interface KitInUse extends StoryKitChoice {
  readonly choice: KitChoice;
  readonly chosenFor: "story" | "desk" | "newsroom" | "stet";
  /** Real depth over composed depth, 1 where nobody measured. */
  readonly factor: number;
  /** From how many placed stories the factor comes. */
  readonly measured: number;
  /** Why another kit stands in for the one that was chosen; null where it is there. */
  readonly trouble: Sayable | null;
}

/** A placed story: how deep it was composed, and how deep it ran on the real page. */
export interface Measurement {
  readonly story: StoryId;
  readonly slug: string;
  readonly composedPt: number;
  readonly realPt: number;
  readonly atMs: number;
}

/** What a column spec has learned from placed stories. */
export interface Calibration {
  /** The sum of the real depths over that of the composed ones; 1 without measurements. */
  readonly factor: number;
  /** Newest first. */
  readonly measurements: readonly Measurement[];
}

/** What the desks have chosen. */
export interface KitChoices {
  /** For desks that have no choice of their own; null for the first kit that comes with Stet. */
  readonly newsroom: KitChoice | null;
  readonly desks: readonly { readonly desk: string; readonly choice: KitChoice }[];
}

/** How deep a story runs as it is saved, and how that stands against its plan. */
export interface StoryDepth {
  readonly story: StoryId;
  /** As calibrated, in lines of the body's leading and in inches. */
  readonly lines: number;
  readonly inches: number;
  readonly planned: PlannedFit;
}

const troubleSchema: z.ZodType<KitTrouble> = z.strictObject({
  place: z.string(),
  message: z.string(),
  steps: z
    .array(z.strictObject({ part: z.string(), member: z.union([z.string(), z.number()]).exactOptional() }))
    .readonly()
    .exactOptional(),
  fault: z.strictObject({ name: z.string(), of: z.string().exactOptional() }).exactOptional(),
});

export const kitArrivalSchema: z.ZodType<KitArrival> = z.strictObject({
  atMs: z.number(),
  by: z.string().max(AUTHOR_MAX),
});

/** No draft is larger than a few kits. */
const DRAFT_MAX_LETTERS = 2_000_000;
const draftSchema: z.ZodType<JsonValue> = z
  .json()
  .refine((draft) => JSON.stringify(draft).length <= DRAFT_MAX_LETTERS, "is too large");

const summaryShape = {
  id: kitIdSchema,
  name: z.string(),
  note: z.string(),
  isOurs: z.boolean(),
  specs: z.array(z.string()).readonly(),
  arrival: kitArrivalSchema.nullable(),
  warnings: z.array(troubleSchema).readonly(),
};
const kitSummarySchema: z.ZodType<KitSummary> = z.strictObject(summaryShape);
const kitReadingSchema: z.ZodType<KitReading> = z.strictObject({ ...summaryShape, kit: deskKitSchema });

const storyIdSchema: z.ZodType<StoryId> = z.string().min(1);
const bytesSchema: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);
const specName = z.string().min(1).max(80);
const depthPt = z.number().positive().max(100_000);

export const kitChoiceSchema: z.ZodType<KitChoice> = z.strictObject({ kit: kitIdSchema, spec: specName });

const storyChoiceShape = {
  choice: kitChoiceSchema.nullable(),
  legs: z.strictObject({ count: z.number().int().min(1).max(24), depthPt }).nullable(),
  headline: z
    .string()
    .refine((code) => parseHeadlineCode(code) !== null, "is not columns-points-lines")
    .nullable(),
};
export const storyKitChoiceSchema: z.ZodType<StoryKitChoice> = z.strictObject(storyChoiceShape);

const kitInUseSchema: z.ZodType<KitInUse> = z.strictObject({
  ...storyChoiceShape,
  choice: kitChoiceSchema,
  chosenFor: z.enum(["story", "desk", "newsroom", "stet"]),
  factor: z.number().positive(),
  measured: z.number().int().nonnegative(),
  trouble: sayableSchema.nullable(),
});

export const measurementSchema: z.ZodType<Measurement> = z.strictObject({
  story: storyIdSchema,
  slug: z.string(),
  composedPt: depthPt,
  realPt: depthPt,
  atMs: z.number(),
});

const calibrationSchema: z.ZodType<Calibration> = z.strictObject({
  factor: z.number().positive(),
  measurements: z.array(measurementSchema).readonly(),
});

const kitChoicesSchema: z.ZodType<KitChoices> = z.strictObject({
  newsroom: kitChoiceSchema.nullable(),
  desks: z.array(z.strictObject({ desk: z.string(), choice: kitChoiceSchema })).readonly(),
});

const plannedFitSchema: z.ZodType<PlannedFit> = z.strictObject({
  unit: z.enum(LENGTH_UNITS),
  planned: z.number(),
  actual: z.number(),
  over: z.number(),
  state: z.enum(["short", "fits", "over"]),
});

const storyDepthSchema: z.ZodType<StoryDepth> = z.strictObject({
  story: storyIdSchema,
  lines: z.number().int().nonnegative(),
  inches: z.number().nonnegative(),
  planned: plannedFitSchema,
});

const namedFile = {
  name: z.string().min(1).max(400),
  bytes: bytesSchema.refine((bytes) => bytes.byteLength <= KIT_FILE_MAX_BYTES, "is too large"),
};
const fontSchema: z.ZodType<KitFont> = kitFontSchema;

/** Desk kits: the page, fonts and styles that copy is fitted to. A kit never changes; an edited one is a new kit. */
export const kitsService = {
  methods: {
    /** The newsroom's own, by name, then those that come with Stet. */
    list: { params: z.null(), result: z.strictObject({ kits: z.array(kitSummarySchema).readonly() }) },
    /** Gives `not-found`, `broken-file`. */
    read: { params: z.strictObject({ kit: kitIdSchema }), result: kitReadingSchema },
    /** The bytes of a font or of a licence, by their hash. Gives `not-found`, `broken-file`. */
    file: {
      params: z.strictObject({ sha256: kitIdSchema }),
      result: z.strictObject({ bytes: bytesSchema }),
    },
    /** Takes a `.stetkit` in. A bad one is refused with the place and the reason: `empty-file`, `too-large`, `unsupported-file`, `newer-version`, `broken-file`; also `disk-full`, `not-writable`. */
    import: { params: z.strictObject(namedFile), result: kitSummarySchema },
    /** A kit as one file with its fonts and licences. Gives `not-found`, `broken-file`. */
    export: {
      params: z.strictObject({ kit: kitIdSchema }),
      result: z.strictObject({ name: z.string(), bytes: bytesSchema }),
    },
    /**
     * Keeps an edited kit, whose fonts are in the newsroom. The choices of `replaces` go over to
     * it, and so do the measurements of column specs that are as they were. Gives `broken-file`
     * with the place and the reason, `disk-full`, `not-writable`.
     */
    save: {
      params: z.strictObject({ kit: z.unknown(), replaces: kitIdSchema.nullable() }),
      result: kitSummarySchema,
    },
    /** What somebody edited of a kit and did not save, as the editor left it; null where there is nothing. */
    draft: { params: z.strictObject({ kit: kitIdSchema }), result: z.strictObject({ draft: draftSchema }) },
    /** Keeps it, for every window and after a crash; null takes it away. */
    keepDraft: { params: z.strictObject({ kit: kitIdSchema, draft: draftSchema }), result: z.null() },
    /** Takes a font in, with the text of its licence, for a kit that is being made; gives what the kit must hold. Gives `broken-file`, `disk-full`, `not-writable`. */
    addFont: {
      params: z.strictObject({ ...namedFile, licence: z.string().min(1).max(200_000) }),
      result: fontSchema,
    },
    /** Gives `not-found`, `not-here` for a kit that comes with Stet. What was set in it falls back to the newsroom's choice. */
    remove: { params: z.strictObject({ kit: kitIdSchema }), result: z.null() },
    choices: { params: z.null(), result: kitChoicesSchema },
    /** Chooses for a desk, or with `desk: null` for all that have no choice of their own; `choice: null` takes a choice back. Gives `not-found`. */
    choose: {
      params: z.strictObject({
        desk: z.string().min(1).max(200).nullable(),
        choice: kitChoiceSchema.nullable(),
      }),
      result: kitChoicesSchema,
    },
    /** Chooses for one story. Gives `not-found`. */
    chooseForStory: {
      params: z.strictObject({ story: storyIdSchema, ...storyChoiceShape }),
      result: kitInUseSchema,
    },
    /** What a story is set in. Gives `not-found`. */
    inUse: { params: z.strictObject({ story: storyIdSchema }), result: kitInUseSchema },
    /**
     * How deep stories with a plan run as they are saved, each in what it is set in, and how that
     * stands against the plan. One that is gone, has no plan or cannot be set is left out. Gives
     * `cancelled`.
     */
    depths: {
      params: z.strictObject({ stories: z.array(storyIdSchema).max(DEPTHS_AT_ONCE).readonly() }),
      result: z.strictObject({ depths: z.array(storyDepthSchema).readonly() }),
    },
    calibration: { params: kitChoiceSchema, result: calibrationSchema },
    /** Notes how deep a placed story really ran; a story's second measurement takes the place of its first. Gives `not-found`, and `invalid` where the two depths cannot be of the same story. */
    measure: {
      params: z.strictObject({
        kit: kitIdSchema,
        spec: specName,
        story: storyIdSchema,
        composedPt: depthPt,
        realPt: depthPt,
      }),
      result: calibrationSchema,
    },
    forgetMeasurement: {
      params: z.strictObject({ kit: kitIdSchema, spec: specName, story: storyIdSchema }),
      result: calibrationSchema,
    },
  },
  /** A kit came or went, or a choice or a factor changed. */
  events: { changed: z.null() },
};
