import { randomUUID } from "node:crypto";
import {
  PHOTO_MAX_BYTES,
  type Desk,
  type Failure,
  type PhotoAsset,
  type SaveReceipt,
} from "#shared/contract/index.ts";
import {
  cleanText,
  diffDocuments,
  NO_PICTURE,
  type Block,
  type PhotoBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import { photo, runs } from "#shared/document/builders.ts";
import type { Result } from "#shared/rpc/index.ts";
import { printJson, refused, type RunCommand, typedPath } from "../command-session.ts";
import { findStory } from "../find-story.ts";
import { readNamedFile } from "../read-file.ts";
import { EXIT } from "../terminal.ts";

/** Words for this use of the picture; what is not given is taken from the picture itself. */
export interface PhotoWords {
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
}

function line(text: string): string {
  return cleanText(text).text;
}

function isWaiting(block: Block): block is PhotoBlock {
  return block.kind === "photo" && block.asset === NO_PICTURE;
}

/** Ends of a story, behind which no picture belongs. */
function isEnd({ kind }: Block): boolean {
  return kind === "tagline" || kind === "endMark";
}

/**
 * The story with the picture: in the first frame whose caption came without one, which keeps its
 * words where none are given, else before the tagline.
 */
function withPhoto(
  document: StoryDocument,
  { asset, description }: PhotoAsset,
  words: PhotoWords,
): StoryDocument {
  const waiting = document.blocks.find(isWaiting);
  if (waiting) {
    const filled: PhotoBlock = {
      ...waiting,
      asset,
      ...(words.caption === undefined ? {} : { caption: runs(line(words.caption)) }),
      ...(words.credit === undefined ? {} : { credit: runs(line(words.credit)) }),
      alt: line(words.alt ?? (waiting.alt === "" ? description.alt : waiting.alt)),
    };
    return { ...document, blocks: document.blocks.map((block) => (block === waiting ? filled : block)) };
  }
  const added = photo(
    asset,
    line(words.caption ?? description.caption),
    line(words.credit ?? description.credit),
    line(words.alt ?? description.alt),
  );
  const body = document.blocks.findLastIndex((block) => !isEnd(block)) + 1;
  return { ...document, blocks: document.blocks.toSpliced(body, 0, added) };
}

async function savePhoto(
  desk: Desk,
  story: string,
  asset: PhotoAsset,
  words: PhotoWords,
): Promise<Result<SaveReceipt, Failure>> {
  const open = await desk.stories.open({ story });
  if (!open.ok) return open;
  const { document, summary } = open.value;
  const patch = diffDocuments(document, withPhoto(document, asset, words));
  return desk.stories.save({ story, base: summary.version, saveId: randomUUID(), patch });
}

/** Puts a picture into a story and into the newsroom's archive. */
export function addPhoto(named: string, file: string, words: PhotoWords): RunCommand {
  return async ({ desk, terminal, json }) => {
    const story = await findStory(desk, named);
    if (!story.ok) return refused(terminal, story.error);
    const read = await readNamedFile(typedPath(terminal, file), PHOTO_MAX_BYTES);
    if (!read.ok) return refused(terminal, read.error);
    const asset = await desk.photos.add(read.value);
    if (!asset.ok) return refused(terminal, asset.error);
    const saved = await savePhoto(desk, story.value, asset.value, words);
    if (!saved.ok) return refused(terminal, saved.error);
    if (json) printJson(terminal, { story: story.value, version: saved.value.version, photo: asset.value });
    else {
      const { name, widthPx, heightPx, description } = asset.value;
      terminal.print(`${story.value}  ${name}  ${String(widthPx)} × ${String(heightPx)} px`);
      for (const { message } of description.disagreements) terminal.print(`  ${message}`);
    }
    return EXIT.done;
  };
}
