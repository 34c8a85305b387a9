import { z } from "zod";
import {
  TEXT_KINDS,
  type AssetId,
  type Block,
  type JsonValue,
  type KnownBlock,
  type UnknownBlock,
} from "./block.ts";
import { runsSchema } from "./run-schema.ts";
import { isStoryText } from "./text.ts";

const blockId = z.string().min(1).max(80);
const storyText = z.string().refine(isStoryText, "holds a character that a story cannot keep");
const fraction = z.number().min(0).max(1);
const points = z.number().positive().finite();

export const assetIdSchema: z.ZodType<AssetId> = z.templateLiteral([
  "sha256:",
  z.string().regex(/^[0-9a-f]{64}$/),
]);

const textBlockSchema = z.strictObject({
  id: blockId,
  kind: z.enum(TEXT_KINDS),
  runs: runsSchema,
});

const headlineBlockSchema = z.strictObject({
  id: blockId,
  kind: z.literal("headline"),
  runs: runsSchema,
  alternates: z.array(runsSchema).readonly().exactOptional(),
});

const bylineBlockSchema = z.strictObject({
  id: blockId,
  kind: z.literal("byline"),
  authors: z.array(storyText.min(1)).readonly(),
  agency: storyText.min(1).nullable(),
  runs: runsSchema,
});

const photoBlockSchema = z.strictObject({
  id: blockId,
  kind: z.literal("photo"),
  asset: assetIdSchema,
  caption: runsSchema,
  credit: runsSchema,
  alt: storyText,
  crop: z.strictObject({ left: fraction, top: fraction, width: fraction, height: fraction }).nullable(),
  size: z.strictObject({ widthPt: points, heightPt: points }).nullable(),
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
});

/** A block as it travels between parts of Stet. Stored JSON is read by `parseStory` instead. */
export const blockSchema: z.ZodType<Block> = z.union([knownBlockSchema, unknownBlockSchema]);
