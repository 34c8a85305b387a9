import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportStories, type ExportTools, type StoredForExport } from "#main/core/exchange/export.ts";
import { exportManifestSchema, type ExportManifest } from "#main/core/exchange/manifest.ts";
import { openPictureTags } from "#main/core/photos/picture-tags.ts";
import type { StoryWriter } from "#main/formats/story-format.ts";
import {
  failure,
  MARKED_UP_FORMATS,
  type ExportFormat,
  type ExportProgress,
  type ExportReport,
  type ExportRequest,
  type Failure,
} from "#shared/contract/index.ts";
import { story } from "#shared/document/builders.ts";
import { blockText, type AssetId, type Block, type StoryDocument } from "#shared/document/index.ts";
import { NEW_STORY_FACTS } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { told } from "#shared/language/told.ts";

function textOnly(format: ExportFormat, extension: string): StoryWriter {
  return {
    format,
    extension,
    title: format,
    carriesChanges: MARKED_UP_FORMATS.includes(format),
    write: ({ document, markup = document }) => ({
      bytes: new TextEncoder().encode(markup.blocks.map(blockText).join("\n")),
      losses: format === "nitf" ? [told("markPlain", { mark: "italic", count: 1 })] : [],
    }),
  };
}

/** Writers that hold nothing but text, so that a test of the export stands or falls with the export alone. */
export const PLAIN_TOOLS: ExportTools = {
  writers: {
    icml: textOnly("icml", ".icml"),
    docx: textOnly("docx", ".docx"),
    nitf: textOnly("nitf", ".nitf.xml"),
    text: textOnly("text", ".txt"),
    proof: textOnly("proof", ".pdf"),
  },
  openTags: () => openPictureTags(),
};

export interface Running {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: ExportProgress) => void;
  readonly tools?: ExportTools;
}

/** Stories and pictures to export, in a folder that goes away with `close`. */
export interface ExportBench {
  readonly folder: string;
  /** The folder to export into; it is not there yet. */
  readonly into: string;
  readonly give: (id: string, slug: string, ...blocks: readonly Block[]) => void;
  readonly giveStory: (id: string, slug: string, document: StoryDocument) => void;
  readonly keep: (bytes: Uint8Array, mediaType?: string) => Promise<AssetId>;
  /** Where a kept picture lies, to spoil it. */
  readonly placeOf: (asset: AssetId) => string;
  /** Says that a kept picture lies elsewhere now. */
  readonly moved: (asset: AssetId, path: string) => void;
  /** Exports every story as text, unless asked for something else; 22 November 2026, 9:05, local time. */
  readonly run: (
    request: Partial<ExportRequest>,
    running?: Running,
  ) => Promise<Result<ExportReport, Failure>>;
  /** The same; throws where there is no report. */
  readonly exported: (request: Partial<ExportRequest>, running?: Running) => Promise<ExportReport>;
  readonly close: () => Promise<void>;
}

export async function openExportBench(): Promise<ExportBench> {
  const folder = await mkdtemp(join(tmpdir(), "stet-export-"));
  const into = join(folder, "out");
  const stories = new Map<string, StoredForExport>();
  const photoFiles = new Map<AssetId, { path: string; mediaType: string }>();

  async function run(
    request: Partial<ExportRequest>,
    { signal, progress, tools }: Running = {},
  ): Promise<Result<ExportReport, Failure>> {
    return exportStories(
      {
        stories: [...stories.keys()],
        formats: ["text"],
        variant: "final",
        pictures: "jpeg",
        into,
        zip: false,
        ...request,
      },
      {
        story: (id) => {
          const found = stories.get(id);
          return found ? ok(found) : failed(failure("not-found", `There is no story ${id}.`, id));
        },
        photoFile: (asset) => photoFiles.get(asset) ?? null,
      },
      {
        signal: signal ?? new AbortController().signal,
        progress: progress ?? (() => undefined),
        now: () => new Date(2026, 10, 22, 9, 5).getTime(),
      },
      tools ?? PLAIN_TOOLS,
    );
  }

  function giveStory(id: string, slug: string, document: StoryDocument): void {
    stories.set(id, { id, facts: { ...NEW_STORY_FACTS, slug }, document });
  }

  return {
    folder,
    into,
    give: (id, slug, ...blocks) => {
      giveStory(id, slug, story(...blocks));
    },
    giveStory,
    keep: async (bytes, mediaType = "image/jpeg") => {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const path = join(folder, hash);
      await writeFile(path, bytes);
      photoFiles.set(`sha256:${hash}`, { path, mediaType });
      return `sha256:${hash}`;
    },
    moved: (asset, path) => {
      photoFiles.set(asset, { path, mediaType: "image/jpeg" });
    },
    placeOf: (asset) => photoFiles.get(asset)?.path ?? "",
    run,
    exported: async (request, running) => {
      const result = await run(request, running);
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Every file under a folder, relative to it, with `/`, in order. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted();
}

export function manifestIn(folder: string): ExportManifest {
  return exportManifestSchema.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
}

export function sha256Of(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
