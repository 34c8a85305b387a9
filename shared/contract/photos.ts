import { z } from "zod";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { keptSayableSchema } from "#shared/rpc/message.ts";
import { assetIdSchema, type AssetId } from "#shared/document/index.ts";

/** What a picture says about itself (IPTC IIM, XMP, EXIF); empty where it says nothing. */
export interface PhotoDescription {
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  readonly headline: string;
  readonly takenAt: string;
  readonly location: string;
  /** Fields that say one thing in one place of the file and another elsewhere, a sentence each. */
  readonly disagreements: readonly Sayable[];
}

/** A picture in the newsroom's archive. Pixels are counted upright, as the picture is shown. */
export interface PhotoAsset {
  readonly asset: AssetId;
  readonly name: string;
  readonly mediaType: "image/jpeg" | "image/png" | "image/tiff" | "image/webp";
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: number;
  readonly description: PhotoDescription;
}

const photoDescriptionSchema: z.ZodType<PhotoDescription> = z.strictObject({
  caption: z.string(),
  credit: z.string(),
  alt: z.string(),
  headline: z.string(),
  takenAt: z.string(),
  location: z.string(),
  disagreements: z.array(keptSayableSchema).readonly(),
});

export const photoAssetSchema: z.ZodType<PhotoAsset> = z.strictObject({
  asset: assetIdSchema,
  name: z.string(),
  mediaType: z.enum(["image/jpeg", "image/png", "image/tiff", "image/webp"]),
  widthPx: z.number().int().positive(),
  heightPx: z.number().int().positive(),
  bytes: z.number().int().positive(),
  description: photoDescriptionSchema,
});

/** Photos: content-addressed, never changed. A page shows one at `photoAddress(asset)`. */
export const photosService = {
  methods: {
    /** Gives `empty-file`, `too-large`, `unsupported-file`, `broken-file`, `disk-full`, `not-writable`. Adding the same bytes again is no error. */
    add: {
      params: z.strictObject({ name: z.string().min(1).max(400), bytes: z.instanceof(Uint8Array) }),
      result: photoAssetSchema,
    },
    describe: { params: z.strictObject({ asset: assetIdSchema }), result: photoAssetSchema },
  },
  events: {},
};
