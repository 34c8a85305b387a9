import { z } from "zod";
import type { Block, JsonValue, KnownBlock, UnknownBlock } from "./block.ts";
import type { BlockTracking } from "./block-tracking.ts";
import { RUN_KINDS, TEXT_KINDS } from "./kinds.ts";
import type { AssetId } from "./picture.ts";
import { runsSchema, stampSchema } from "./run-schema.ts";
import { isStoryText } from "./text.ts";

const blockId = z.string().min(1).max(80);
const storyText = z.string().refine(isStoryText, "holds a character that a story cannot keep");
const fraction = z.number().min(0).max(1);
const points = z.number().positive().finite();

export const assetIdSchema: z.ZodType<AssetId> = z.templateLiteral([
  "sha256:",
  z.string().regex(/^[0-9a-f]{64}$/),
]);

const cropSchema = z
  .strictObject({ left: fraction, top: fraction, width: fraction, height: fraction })
  .nullable();
const sizeSchema = z.strictObject({ widthPt: points, heightPt: points }).nullable();
const alternatesSchema = z.array(runsSchema).readonly();
const authorsSchema = z.array(storyText.min(1)).readonly();
const agencySchema = storyText.min(1).nullable();

const factsSchema = z.strictObject({
  kind: z.enum(RUN_KINDS).exactOptional(),
  alternates: alternatesSchema.exactOptional(),
  authors: authorsSchema.exactOptional(),
  agency: agencySchema.exactOptional(),
  asset: assetIdSchema.exactOptional(),
  alt: storyText.exactOptional(),
  crop: cropSchema.exactOptional(),
  size: sizeSchema.exactOptional(),
});

const stamp = { id: z.string().min(1), by: z.string().min(1), at: z.iso.datetime() };

/** What is tracked of a block beside its text. */
export const blockTrackingSchema: z.ZodType<BlockTracking> = z.strictObject({
  inserted: stampSchema.exactOptional(),
  deleted: stampSchema.exactOptional(),
  facts: z
    .array(z.strictObject({ ...stamp, was: factsSchema }))
    .readonly()
    .exactOptional(),
  moves: z
    .array(z.strictObject({ ...stamp, after: blockId.nullable() }))
    .readonly()
    .exactOptional(),
});

const tracked = blockTrackingSchema.exactOptional();

const textBlockSchema = z.strictObject({
  id: blockId,
  kind: z.enum(TEXT_KINDS),
  runs: runsSchema,
  tracked,
});

const headlineBlockSchema = z.strictObject({
  id: blockId,
  kind: z.literal("headline"),
  runs: runsSchema,
  alternates: alternatesSchema.exactOptional(),
  tracked,
});

const bylineBlockSchema = z.strictObject({
  id: blockId,
  kind: z.literal("byline"),
  authors: authorsSchema,
  agency: agencySchema,
  runs: runsSchema,
  tracked,
});

const photoBlockSchema = z.strictObject({
  id: blockId,
  kind: z.literal("photo"),
  asset: assetIdSchema,
  caption: runsSchema,
  credit: runsSchema,
  alt: storyText,
  crop: cropSchema,
  size: sizeSchema,
  tracked,
});

export const knownBlockSchema: z.ZodType<KnownBlock> = z.discriminatedUnion("kind", [
  textBlockSchema,
  headlineBlockSchema,
  bylineBlockSchema,
  photoBlockSchema,
]);

const jsonValueSchema: z.ZodType<JsonValue> = z.json();

export const unknownBlockSchema: z.ZodType<UnknownBlock> = z.strictObject({
  id: blockId,
  kind: z.literal("unknown"),
  raw: z.object({ id: blockId }).catchall(jsonValueSchema),
  tracked,
});

/** A block as it travels between parts of Stet. Stored JSON is read by `parseStory` instead. */
export const blockSchema: z.ZodType<Block> = z.union([knownBlockSchema, unknownBlockSchema]);
