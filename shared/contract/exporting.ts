import { z } from "zod";
import { EXPORT_FORMATS, PICTURE_CHOICES, type ExportFormat, type PictureChoice } from "./export-choices.ts";

export interface ExportRequest {
  readonly stories: readonly string[];
  readonly formats: readonly ExportFormat[];
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
export interface ExportLoss {
  readonly story: string;
  readonly format: ExportFormat | "pictures";
  readonly message: string;
}

export interface ExportReport {
  readonly folder: string;
  readonly zip: string | null;
  readonly files: readonly ExportedFile[];
  readonly losses: readonly ExportLoss[];
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  /** What is being written now. */
  readonly doing: string;
}

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
      }),
    )
    .readonly(),
});

const exportProgressSchema: z.ZodType<ExportProgress> = z.strictObject({
  done: z.number().int().nonnegative(),
  total: z.number().int().positive(),
  doing: z.string(),
});

/** Sending copy out as files. */
export const exportingService = {
  methods: {
    /** All or nothing: a cancelled or failed run leaves no folder behind. Gives `not-found`, `not-writable`, `disk-full`, `cancelled`. */
    run: { params: exportRequestSchema, result: exportReportSchema, progress: exportProgressSchema },
  },
  events: {},
};
