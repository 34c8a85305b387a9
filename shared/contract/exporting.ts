import { z } from "zod";
import {
  EXPORT_FORMATS,
  EXPORT_VARIANTS,
  PICTURE_CHOICES,
  PROOF_PAPERS,
  type ExportFormat,
  type ExportVariant,
  type PictureChoice,
  type ProofPaper,
} from "./export-choices.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { saidSchema, sayableSchema } from "#shared/rpc/message.ts";

export interface ExportRequest {
  readonly stories: readonly string[];
  readonly formats: readonly ExportFormat[];
  /** Marked-up files have names that say so. Formats that cannot show changes are written in final text all the same. */
  readonly variant: ExportVariant;
  readonly pictures: PictureChoice;
  /** The folder in which the export's own folder is made. */
  readonly into: string;
  /** Also writes the folder as a .zip beside it. */
  readonly zip: boolean;
}

export interface ExportedFile {
  /** Relative to the export's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Something of a story that a format cannot hold. */
export interface ExportLoss extends Sayable {
  readonly story: string;
  readonly format: ExportFormat | "pictures";
}

/** What was open in a story when it went out in its final text: `3 open changes were taken as accepted, 1 query is open.` */
export interface ExportedOpen extends Sayable {
  readonly story: string;
}

export interface ExportReport {
  readonly folder: string;
  readonly zip: string | null;
  readonly files: readonly ExportedFile[];
  readonly losses: readonly ExportLoss[];
  /** One for each story that had anything open; none where changes and notes were exported as such. */
  readonly open: readonly ExportedOpen[];
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  /** What is being written now. */
  readonly doing: Sayable;
}

/** A proof to make: with the kit that the story is in, or with one from a file. Null takes what the settings say. */
export interface ProofRequest {
  readonly story: string;
  readonly kitFile: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** The column spec, where not the one in use. */
  readonly spec: string | null;
  readonly paper: ProofPaper | null;
  /** The path of an ICC file for CMYK pictures; "" for RGB. */
  readonly profile: string | null;
}

/** A proof, ready to be written or shown. */
export interface Proof {
  /** `transit-tax-proof.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As sentences, what of the story is not on it. */
  readonly losses: readonly Sayable[];
}

const proofBytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);

const proofRequestSchema: z.ZodType<ProofRequest> = z.strictObject({
  story: z.string().min(1),
  kitFile: z.strictObject({ name: z.string().min(1), bytes: proofBytes }).nullable(),
  spec: z.string().min(1).nullable(),
  paper: z.enum(PROOF_PAPERS).nullable(),
  profile: z.string().nullable(),
});

const proofSchema: z.ZodType<Proof> = z.strictObject({
  name: z.string(),
  bytes: proofBytes,
  losses: z.array(sayableSchema).readonly(),
});

const exportFormatSchema: z.ZodType<ExportFormat> = z.enum(EXPORT_FORMATS);

const exportRequestSchema: z.ZodType<ExportRequest> = z.strictObject({
  stories: z
    .array(z.string().min(1))
    .readonly()
    .refine((stories) => stories.length > 0, "names no story"),
  formats: z
    .array(exportFormatSchema)
    .readonly()
    .refine((formats) => formats.length > 0, "names no format"),
  variant: z.enum(EXPORT_VARIANTS),
  pictures: z.enum(PICTURE_CHOICES),
  into: z.string().min(1),
  zip: z.boolean(),
});

const exportReportSchema: z.ZodType<ExportReport> = z.strictObject({
  folder: z.string(),
  zip: z.string().nullable(),
  files: z
    .array(z.strictObject({ path: z.string(), bytes: z.number().int().nonnegative(), sha256: z.string() }))
    .readonly(),
  losses: z
    .array(
      z.strictObject({
        story: z.string(),
        format: z.union([exportFormatSchema, z.literal("pictures")]),
        message: z.string(),
        said: saidSchema.exactOptional(),
      }),
    )
    .readonly(),
  open: z
    .array(z.strictObject({ story: z.string(), message: z.string(), said: saidSchema.exactOptional() }))
    .readonly(),
});

const exportProgressSchema: z.ZodType<ExportProgress> = z.strictObject({
  done: z.number().int().nonnegative(),
  total: z.number().int().positive(),
  doing: sayableSchema,
});

/** Sending copy out as files. */
export const exportingService = {
  methods: {
    /** All or nothing: a cancelled or failed run leaves no folder behind. Gives `not-found`, `not-writable`, `disk-full`, `cancelled`. */
    run: { params: exportRequestSchema, result: exportReportSchema, progress: exportProgressSchema },
    /** The story as it is set, on office paper. Gives `not-found`, and `broken-file` or `unsupported-file` for the kit or the profile. */
    proof: { params: proofRequestSchema, result: proofSchema },
  },
  events: {},
};
