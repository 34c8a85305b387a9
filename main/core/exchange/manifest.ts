import { z } from "zod";
import {
  EXPORT_FORMATS,
  EXPORT_VARIANTS,
  type ExportFormat,
  type ExportVariant,
} from "#shared/contract/export-choices.ts";
import type { ExportedOpen, ExportLoss } from "#shared/contract/exporting.ts";
import { storyFactsSchema, type StoryFacts } from "#shared/newsroom/index.ts";

/** What a file of an export is for. */
export const FILE_ROLES = ["story", "picture", "captions"] as const;
export type FileRole = (typeof FILE_ROLES)[number];

/** What the desk knows of a story, less its note to itself: notes never reach print. */
export type PrintedFacts = Omit<StoryFacts, "noteToDesk">;

export interface ManifestFile {
  /** Relative to the export's folder, with `/`. */
  readonly path: string;
  readonly role: FileRole;
  /** The id of the story that the file belongs to. */
  readonly story: string;
  /** Only for the role `story`. */
  readonly format?: ExportFormat;
  /** Only for the role `story`: whether it shows open changes and notes, or is the final text. */
  readonly variant?: ExportVariant;
  readonly bytes: number;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
}

/**
 * `manifest.json`: what is in an export, how to check that it arrived whole, and what each format
 * could not carry. It lists every file of the folder but itself.
 */
export interface ExportManifest {
  /** The version of this description. */
  readonly manifest: 1;
  readonly madeBy: "Stet";
  /** When the export began, ISO 8601 UTC. */
  readonly exportedAt: string;
  readonly stories: readonly {
    readonly id: string;
    readonly slug: string;
    /** The start of this story's file names: its slug, made distinct within the export. */
    readonly files: string;
    readonly facts: PrintedFacts;
  }[];
  readonly files: readonly ManifestFile[];
  readonly losses: readonly ExportLoss[];
  /** What was open in stories that went out in their final text. */
  readonly open: readonly ExportedOpen[];
}

const printedFactsSchema = z.custom<PrintedFacts>(
  (facts) =>
    typeof facts === "object" &&
    facts !== null &&
    !("noteToDesk" in facts) &&
    storyFactsSchema.safeParse({ ...facts, noteToDesk: "" }).success,
  "are not the facts of a story",
);

/** The facts of a story as a manifest lists them. */
export function printedFacts({ noteToDesk: _noteToDesk, ...facts }: StoryFacts): PrintedFacts {
  return facts;
}

export const exportManifestSchema: z.ZodType<ExportManifest> = z.strictObject({
  manifest: z.literal(1),
  madeBy: z.literal("Stet"),
  exportedAt: z.iso.datetime(),
  stories: z
    .array(z.strictObject({ id: z.string(), slug: z.string(), files: z.string(), facts: printedFactsSchema }))
    .readonly(),
  files: z
    .array(
      z.strictObject({
        path: z.string(),
        role: z.enum(FILE_ROLES),
        story: z.string(),
        format: z.enum(EXPORT_FORMATS).exactOptional(),
        variant: z.enum(EXPORT_VARIANTS).exactOptional(),
        bytes: z.number().int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .readonly(),
  losses: z
    .array(
      z.strictObject({
        story: z.string(),
        format: z.enum([...EXPORT_FORMATS, "pictures"]),
        message: z.string(),
      }),
    )
    .readonly(),
  open: z.array(z.strictObject({ story: z.string(), message: z.string() })).readonly(),
});

/** The manifest as it is written: UTF-8, two spaces, a line end at the end; its sentences are English. */
export function manifestBytes({ losses, open, ...manifest }: ExportManifest): Uint8Array {
  const written: ExportManifest = {
    ...manifest,
    losses: losses.map(({ story, format, message }) => ({ story, format, message })),
    open: open.map(({ story, message }) => ({ story, message })),
  };
  return new TextEncoder().encode(`${JSON.stringify(written, null, 2)}\n`);
}
