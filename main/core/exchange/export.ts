import { isAbsolute } from "node:path";
import type {
  ExportedFile,
  ExportedOpen,
  ExportProgress,
  ExportReport,
  ExportRequest,
} from "#shared/contract/exporting.ts";
import { MARKED_UP_FORMATS, type ExportFormat } from "#shared/contract/export-choices.ts";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { finalView, type AssetId, type StoryDocument } from "#shared/document/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { ProofSetting } from "#main/formats/proof-pdf/proof-story.ts";
import type { StoryWriter } from "#main/formats/story-format.ts";
import { storyWriters } from "#main/formats/writers.ts";
import { diskFailure } from "../disk-failure.ts";
import type { PhotoFile } from "../photos/archive.ts";
import { openPictureTags, type PictureTags } from "../photos/picture-tags.ts";
import { exportFolderName, markedName, storyFileNames } from "./file-names.ts";
import { manifestBytes, printedFacts, type ExportManifest } from "./manifest.ts";
import { openIn } from "./open-in.ts";
import { openStagingFolder, type Published, type StagingFolder } from "./staging-folder.ts";
import { stepsFor, writeStoryFiles, type StoryToWrite } from "./story-files.ts";
import type { OpenCounts } from "#shared/language/english/told/exporting.ts";
import { told, type Told } from "#shared/language/told.ts";

/** A story as it is stored. */
export interface StoredForExport {
  readonly id: string;
  readonly facts: StoryFacts;
  readonly document: StoryDocument;
}

/** Where an export takes its stories and pictures from. */
export interface ExportSources {
  readonly story: (id: string) => Result<StoredForExport, Failure>;
  readonly photoFile: (asset: AssetId) => PhotoFile | null;
  /** What a story is proofed in; without it no proof can be written. */
  readonly proofSetting?: (story: string) => Promise<Result<ProofSetting, Failure>>;
}

export interface ExportContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: ExportProgress) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What an export writes with. */
export interface ExportTools {
  readonly writers: Readonly<Record<ExportFormat, StoryWriter>>;
  /** Called once an export; it ends what it started by `close`. */
  readonly openTags: () => PictureTags;
}

const TOOLS: ExportTools = { writers: storyWriters, openTags: () => openPictureTags() };

interface StoryRead extends Omit<StoryToWrite, "stem" | "proof"> {
  /** What was open in a story that goes out in its final text alone. */
  readonly open: OpenCounts | null;
}

/** The stories in the order asked for, each once, in their final text: deletions and notes never reach print. */
function readStories(
  { stories: ids, variant }: ExportRequest,
  from: ExportSources,
): Result<readonly StoryRead[], Failure> {
  const stories: StoryRead[] = [];
  const isMarkedUp = variant === "markedUp";
  for (const id of new Set(ids)) {
    const stored = from.story(id);
    if (!stored.ok) return stored;
    const { facts, document } = stored.value;
    stories.push({
      id: stored.value.id,
      facts,
      document: finalView(document),
      markup: isMarkedUp ? document : null,
      open: isMarkedUp ? null : openIn(document),
    });
  }
  return ok(stories);
}

/** What each story is proofed in, looked up before anything is written. */
async function proofSettings(
  ids: readonly string[],
  { formats }: ExportRequest,
  { proofSetting }: ExportSources,
): Promise<Result<ReadonlyMap<string, ProofSetting>, Failure>> {
  const settings = new Map<string, ProofSetting>();
  if (!formats.includes("proof") || !proofSetting) return ok(settings);
  for (const id of ids) {
    const setting = await proofSetting(id);
    if (!setting.ok) return setting;
    settings.set(id, setting.value);
  }
  return ok(settings);
}

/** Counts the steps of an export and tells each as it begins; throws where the caller has given up. */
function stepper(total: number, { signal, progress }: ExportContext): (doing: Told) => void {
  let done = 0;
  return (doing) => {
    signal.throwIfAborted();
    progress({ done, total, doing });
    done += 1;
  };
}

/** True where some file of an export shows what is open. */
function showsMarkup({ variant, formats }: ExportRequest): boolean {
  return variant === "markedUp" && formats.some((format) => MARKED_UP_FORMATS.includes(format));
}

async function writeEverything(
  stories: readonly (StoryToWrite & StoryRead)[],
  request: ExportRequest,
  from: ExportSources,
  context: ExportContext,
  { writers, openTags }: ExportTools,
  staging: StagingFolder,
): Promise<Published & Pick<ExportReport, "files" | "losses" | "open">> {
  const { signal } = context;
  const startedAtMs = context.now();
  const exportedAt = new Date(startedAtMs).toISOString();
  const total = stories.reduce((steps, story) => steps + stepsFor(story, request), request.zip ? 2 : 1);
  const step = stepper(total, context);
  const tags = openTags();
  try {
    const files: ExportManifest["files"][number][] = [];
    const losses: ExportManifest["losses"][number][] = [];
    const desk = { request, writers, photoFile: from.photoFile, tags, staging, signal, exportedAt, step };
    for (const story of stories) {
      const written = await writeStoryFiles(story, desk);
      files.push(...written.files);
      losses.push(...written.losses);
    }

    step(told("writingFile", { file: "manifest.json" }));
    const open: readonly ExportedOpen[] = stories.flatMap((story) =>
      story.open === null ? [] : [{ story: story.id, ...told("open", story.open) }],
    );
    const listed = stories.map(({ id, facts, stem }) => ({
      id,
      slug: facts.slug,
      files: stem,
      facts: printedFacts(facts),
    }));
    const manifest = manifestBytes({
      manifest: 1,
      madeBy: "Stet",
      exportedAt,
      stories: listed,
      files,
      losses,
      open,
    });
    const inFolder: readonly ExportedFile[] = [
      ...files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
      await staging.write("manifest.json", manifest, signal),
    ];
    if (request.zip) {
      step(told("packing"));
      await staging.zip(inFolder, startedAtMs, signal);
    }
    signal.throwIfAborted();
    const stems = stories.map((story) => story.stem);
    const name = exportFolderName(stems, startedAtMs);
    const published = await staging.publish(showsMarkup(request) ? markedName(name) : name);
    context.progress({ done: total, total, doing: told("exported") });
    return { ...published, files: inFolder, losses, open };
  } finally {
    await tags.close();
  }
}

/**
 * Exports stories as files into a folder of their own in `request.into`: each story in each format,
 * its pictures and captions, a manifest, and the same as a .zip where asked for. See docs/export.md.
 *
 * All or nothing: the folder appears under its name only when it is whole, and what was there
 * before is never touched. Gives `not-found`, `not-writable`, `disk-full`, `cancelled`.
 */
export async function exportStories(
  request: ExportRequest,
  from: ExportSources,
  context: ExportContext,
  tools: ExportTools = TOOLS,
): Promise<Result<ExportReport, Failure>> {
  const { into } = request;
  if (!isAbsolute(into)) {
    return failed(failure("not-found", told("noWholePath", { path: into }), into));
  }
  const read = readStories(request, from);
  if (!read.ok) return read;
  const stems = storyFileNames(read.value.map((story) => story.facts.slug));
  const ids = read.value.map(({ id }) => id);
  const proofs = await proofSettings(ids, request, from);
  if (!proofs.ok) return proofs;
  const stories = read.value.map((story, index) => ({
    ...story,
    stem: stems[index] ?? "story",
    proof: proofs.value.get(story.id) ?? null,
  }));

  let staging: StagingFolder | undefined;
  try {
    staging = await openStagingFolder(into);
    return ok(await writeEverything(stories, request, from, context, tools, staging));
  } catch (error) {
    await staging?.discard();
    if (context.signal.aborted) {
      return failed(failure("cancelled", told("exportCancelled")));
    }
    return failed(diskFailure(error, into));
  }
}
