import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExportFormat, ExportVariant } from "#shared/contract/export-choices.ts";
import type { ExportLoss, ExportRequest } from "#shared/contract/exporting.ts";
import {
  NO_PICTURE,
  type AssetId,
  type BlockId,
  type PhotoBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import { failed, type Result } from "#shared/rpc/result.ts";
import { photoWords } from "#main/formats/losses.ts";
import type { ProofSetting } from "#main/formats/proof-pdf/proof-story.ts";
import type { PrintPicture, StoryWriter } from "#main/formats/story-format.ts";
import type { PhotoFile } from "../photos/archive.ts";
import type { PictureTags } from "../photos/picture-tags.ts";
import { captionsFile, type CaptionedPicture } from "./captions-file.ts";
import { captionsFileName, markedName } from "./file-names.ts";
import type { ManifestFile } from "./manifest.ts";
import { openIn } from "./open-in.ts";
import { readyPicture, type ReadyPicture } from "./print-picture.ts";
import type { StagingFolder } from "./staging-folder.ts";
import { told, type Told } from "#shared/language/told.ts";

/** A story in its final text, and the start of its file names. `markup` is the story with what is open in it, where that is to be shown. */
export interface StoryToWrite {
  readonly id: string;
  readonly facts: StoryFacts;
  readonly document: StoryDocument;
  readonly markup: StoryDocument | null;
  readonly stem: string;
  /** What its proof is set in; null where none was asked for. */
  readonly proof: ProofSetting | null;
}

/** What one export run has at hand for every story. */
export interface ExportDesk {
  readonly request: ExportRequest;
  readonly writers: Readonly<Record<ExportFormat, StoryWriter>>;
  readonly photoFile: (asset: AssetId) => PhotoFile | null;
  readonly tags: PictureTags;
  readonly staging: StagingFolder;
  readonly signal: AbortSignal;
  /** ISO 8601 UTC. */
  readonly exportedAt: string;
  /** Tells what is written next; throws where the caller has given up. */
  readonly step: (doing: Told) => void;
}

export interface WrittenFiles {
  readonly files: readonly ManifestFile[];
  readonly losses: readonly ExportLoss[];
}

interface WrittenPictures extends WrittenFiles {
  readonly pictures: ReadonlyMap<BlockId, PrintPicture>;
  readonly captioned: readonly CaptionedPicture[];
}

function photosOf({ document }: StoryToWrite): readonly PhotoBlock[] {
  return document.blocks.filter((block) => block.kind === "photo");
}

/** How many steps `writeStoryFiles` takes: one for each picture, the captions, and each format. */
export function stepsFor(story: StoryToWrite, request: ExportRequest): number {
  const photos = photosOf(story).length;
  return photos + (photos > 0 ? 1 : 0) + new Set(request.formats).size;
}

/** Gives up waiting at once when the caller cancels; work that cannot be stopped ends unheard. */
async function unlessCancelled<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  const waiting = new AbortController();
  const cancelled = new Promise<never>((_, reject) => {
    const giveUp = (): void => {
      reject(new DOMException("The export was cancelled.", "AbortError"));
    };
    signal.addEventListener("abort", giveUp, { signal: waiting.signal });
    if (signal.aborted) giveUp();
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    waiting.abort();
  }
}

async function pictureFor(photo: PhotoBlock, desk: ExportDesk): Promise<Result<ReadyPicture, Told>> {
  if (photo.asset === NO_PICTURE) return failed(told("pictureWaiting", { photo: photoWords(photo) }));
  const source = desk.photoFile(photo.asset);
  if (!source) return failed(told("pictureGone", { photo: photoWords(photo) }));
  return unlessCancelled(desk.signal, readyPicture(photo, source, desk.request.pictures, desk.tags));
}

async function writePictures(story: StoryToWrite, desk: ExportDesk): Promise<WrittenPictures> {
  const files: ManifestFile[] = [];
  const losses: ExportLoss[] = [];
  const pictures = new Map<BlockId, PrintPicture>();
  const captioned: CaptionedPicture[] = [];
  const lose = (what: Told): void => {
    losses.push({ story: story.id, format: "pictures", ...what });
  };
  for (const [index, photo] of photosOf(story).entries()) {
    const name = `${story.stem}-${String(index + 1)}`;
    desk.step(told("makingPicture", { file: name }));
    const made = await pictureFor(photo, desk);
    if (!made.ok) {
      lose(made.error);
      captioned.push({ photo, fileName: null });
      continue;
    }
    const { bytes, extension, losses: lost, ...picture } = made.value;
    const fileName = name + extension;
    const path = `pictures/${fileName}`;
    const file = await desk.staging.write(path, bytes, desk.signal);
    files.push({ ...file, role: "picture", story: story.id });
    const written = join(desk.staging.path, "pictures", fileName);
    pictures.set(photo.id, {
      ...picture,
      path,
      bytes: async () => new Uint8Array(await readFile(written)),
    });
    captioned.push({ photo, fileName });
    for (const what of lost) lose(what);
  }
  return { files, losses, pictures, captioned };
}

/** What is said of a format that cannot show what is open in a story, where that was asked for. */
function notMarkedUp({ markup, document }: StoryToWrite): readonly Told[] {
  if (!markup || document === markup) return [];
  return [told("notMarkedUp", openIn(markup) ?? { changes: 0, queries: 0 })];
}

async function writeFormat(
  story: StoryToWrite,
  writer: StoryWriter,
  pictures: ReadonlyMap<BlockId, PrintPicture>,
  desk: ExportDesk,
): Promise<WrittenFiles> {
  const { id, facts, document, proof } = story;
  const markup = writer.carriesChanges ? story.markup : null;
  const path = (markup ? markedName(story.stem) : story.stem) + writer.extension;
  desk.step(told("writingFile", { file: path }));
  const print = {
    id,
    facts,
    document,
    pictures,
    exportedAt: desk.exportedAt,
    ...(markup ? { markup } : {}),
    ...(proof ? { proofSetting: () => Promise.resolve(proof) } : {}),
  };
  const written = await unlessCancelled(desk.signal, Promise.resolve(writer.write(print)));
  const file = await desk.staging.write(path, written.bytes, desk.signal);
  const variant: ExportVariant = markup ? "markedUp" : "final";
  const losses = [...written.losses, ...(markup ? [] : notMarkedUp(story))];
  return {
    files: [{ ...file, role: "story", story: id, format: writer.format, variant }],
    losses: losses.map((loss) => ({ story: id, format: writer.format, ...loss })),
  };
}

/**
 * Writes one story's files into the staging folder: its pictures, their captions, and the story in
 * each format asked for. Throws what the disk says, and an `AbortError` where the caller gives up.
 */
export async function writeStoryFiles(story: StoryToWrite, desk: ExportDesk): Promise<WrittenFiles> {
  const { pictures, captioned, files, losses } = await writePictures(story, desk);
  const all: WrittenFiles[] = [{ files, losses }];
  if (captioned.length > 0) {
    const path = captionsFileName(story.stem);
    desk.step(told("writingFile", { file: path }));
    const file = await desk.staging.write(path, captionsFile(captioned), desk.signal);
    all.push({ files: [{ ...file, role: "captions", story: story.id }], losses: [] });
  }
  for (const format of new Set(desk.request.formats)) {
    all.push(await writeFormat(story, desk.writers[format], pictures, desk));
  }
  return {
    files: all.flatMap((written) => written.files),
    losses: all.flatMap((written) => written.losses),
  };
}
