import type { Failure } from "#shared/contract/failures.ts";
import type { ReadKind, ReadPart } from "#shared/contract/intake.ts";
import type { ReadReason } from "#shared/contract/read-reasons.ts";
import { changesOf, noteIdsOf } from "#shared/changes/index.ts";
import {
  blockText,
  bylineText,
  canonicalBlock,
  canonicalRuns,
  finalBlock,
  newBlockId,
  NO_PICTURE,
  runsText,
  hasRuns,
  withFacts,
  type Block,
  type BlockId,
  type HeadlineBlock,
  type PhotoBlock,
  type Run,
  type RunBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import { told, type Told } from "#shared/language/told.ts";
import { parseByline, splitCredit } from "#shared/newsroom/index.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import type { ArchivedPictures, CarriedPictures } from "../carried-pictures.ts";
import type { IncomingCopy } from "../incoming-copy.ts";
import { personName } from "../marked-up/person-name.ts";
import { bylineFound, creditFound, type Found } from "../plain-text/judgement.ts";
import { withoutListMarker } from "../plain-text/list-item.ts";
import { proposeSlug } from "../plain-text/proposed-slug.ts";
import { judgePassages, type NewPart } from "../plain-text/read.ts";
import { withCaptions } from "./picture-captions.ts";
import { readWord, type WordStory } from "./read.ts";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const ENCODING = "Word";
/** Of the name of a picture in the archive, so much is that of the file. */
const STEM_MAX = 180;
const NONE: ReadonlySet<BlockId> = new Set();

/** A part of the file as it is shown, and the block that it is. */
interface WordPart {
  readonly block: Block;
  readonly part: NewPart;
}

function spoken(block: Block): string {
  const printed = blockText(finalBlock(block));
  if (printed.trim() !== "") return printed;
  return block.kind === "byline" && !block.tracked?.deleted ? bylineText(block) : blockText(block);
}

function isStruck(block: Block): boolean {
  return blockText(finalBlock(block)).trim() === "" && blockText(block).trim() !== "";
}

function readKindOf({ kind }: Block): ReadKind {
  if (kind === "photo") return "caption";
  return kind === "unknown" ? "skip" : kind;
}

function foundIn(block: Block, { pictures }: WordStory): readonly Found[] {
  if (block.kind === "byline") return bylineFound(block);
  if (block.kind !== "photo") return [];
  const finished = finalBlock(block);
  const credit = finished.kind === "photo" ? runsText(finished.credit) : "";
  const placed = pictures.placed.get(block.id);
  const picture: readonly Found[] = placed ? [{ label: "picture", value: fileNameOf(placed.path) }] : [];
  return [...picture, ...creditFound(credit === "" ? null : credit)];
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function reasonOf(block: Block): ReadReason {
  if (isStruck(block)) return "struck out in the file";
  return block.kind === "paragraph" ? "a paragraph of the story" : "its style in the file says so";
}

function partOf(read: Block, word: WordStory): WordPart {
  // Stet writes a credit as a paragraph of its own; others write it into the caption.
  const block = word.isOurs || read.kind !== "photo" ? read : withCredit(read);
  const part = {
    kind: readKindOf(block),
    text: spoken(read),
    found: foundIn(block, word),
    reason: reasonOf(block),
  };
  return { block, part };
}

/** The runs before and behind a place that is counted in letters of the final text. */
function cutAt(runs: readonly Run[], place: number): readonly [readonly Run[], readonly Run[]] {
  const [before, behind]: [Run[], Run[]] = [[], []];
  let left = place;
  for (const run of runs) {
    if (run.deleted) {
      (left > 0 ? before : behind).push(run);
      continue;
    }
    const cut = Math.min(left, run.text.length);
    before.push({ ...run, text: run.text.slice(0, cut) });
    behind.push({ ...run, text: run.text.slice(cut) });
    left -= cut;
  }
  return [canonicalRuns(before), canonicalRuns(behind)];
}

/** A caption and the credit that ends it, if one does; a caption that is more than its letters stays whole. */
function captionLines(runs: readonly Run[]): Pick<PhotoBlock, "caption" | "credit"> {
  const isPlain = runs.every(
    ({ inserted, deleted, marks, notes, formats }) => !inserted && !deleted && !marks && !notes && !formats,
  );
  const split = isPlain ? splitCredit(runsText(runs)) : null;
  return split
    ? { caption: [{ text: split.caption }], credit: [{ text: split.credit }] }
    : { caption: runs, credit: [] };
}

function withCredit(photo: PhotoBlock): PhotoBlock {
  return photo.credit.length > 0 ? photo : { ...photo, ...captionLines(photo.caption) };
}

function photoOf(block: RunBlock): PhotoBlock {
  const { tracked = {} } = block;
  const { facts: _facts, ...whole } = tracked;
  return {
    id: block.id,
    kind: "photo",
    asset: NO_PICTURE,
    ...captionLines(block.runs),
    alt: "",
    crop: null,
    size: null,
    ...(Object.keys(whole).length > 0 ? { tracked: whole } : {}),
  };
}

/** A block as the kind that it is taken for. */
function turned(block: Block, kind: Exclude<ReadKind, "skip">): Block {
  if (readKindOf(block) === kind || block.kind === "unknown") return block;
  if (kind === "caption") return hasRuns(block) ? canonicalBlock(photoOf(block)) : block;
  const line: RunBlock = hasRuns(block)
    ? block
    : {
        id: block.id,
        kind: "paragraph",
        runs: [...block.caption, ...(block.credit.length > 0 ? [{ text: " " }, ...block.credit] : [])],
        ...(block.tracked ? { tracked: block.tracked } : {}),
      };
  if (kind !== "listItem" && kind !== "byline") return canonicalBlock(withFacts(line, { kind }));
  const text = spoken(line);
  if (kind === "byline") return canonicalBlock(withFacts(line, { kind, ...parseByline(text) }));
  const bare = withoutListMarker(text);
  const [, runs] = text.endsWith(bare) ? cutAt(line.runs, text.length - bare.length) : [[], line.runs];
  return canonicalBlock(withFacts({ ...line, runs }, { kind }));
}

/** A paragraph that a dateline leads, as the two blocks that a story has for it. */
function ledParts(block: RunBlock, dateline: NewPart, led: NewPart): readonly WordPart[] {
  const text = spoken(block);
  const start = text.indexOf(dateline.text);
  const rest = text.slice(start + dateline.text.length);
  const to = text.length - rest.trimStart().length;
  const [before] = cutAt(block.runs, start + dateline.text.length);
  const [, behind] = cutAt(block.runs, to);
  const { facts: _facts, ...whole } = block.tracked ?? {};
  const lead: Block = {
    id: newBlockId(),
    kind: "dateline",
    runs: before,
    ...(Object.keys(whole).length > 0 ? { tracked: whole } : {}),
  };
  return [
    { block: canonicalBlock(lead), part: dateline },
    { block: canonicalBlock({ ...block, runs: behind }), part: led },
  ];
}

/** A file whose styles do not say what its lines are is read by their words, as any copy is; what its styles do say stands. */
function readByWords(parts: readonly WordPart[]): readonly WordPart[] {
  const spokenParts = parts.filter(({ block }) => !isStruck(block));
  const judged = judgePassages(
    spokenParts.map(({ part }, stretch) => ({
      text: part.text.replaceAll(/\s+/gu, " ").trim(),
      stretch,
      partedWords: [],
    })),
  );
  const hasHeadline = parts.some(({ block }) => block.kind === "headline");
  const judgementOf = new Map(spokenParts.map((one, at) => [one, judged[at] ?? []]));
  return parts.flatMap((one): readonly WordPart[] => {
    const { block } = one;
    const [first, second] = judgementOf.get(one) ?? [];
    if (!first || block.kind !== "paragraph") return [one];
    if (second) {
      return spoken(block).includes(first.text) ? ledParts(block, first, second) : [one];
    }
    if (first.kind === "headline" && hasHeadline) return [one];
    if (first.kind === "skip") return [{ block, part: { ...first, text: one.part.text } }];
    return [{ block: turned(block, first.kind), part: { ...first, text: one.part.text } }];
  });
}

/** A second headline is another wording of the first, as in all copy. */
function withOneHeadline(blocks: readonly Block[]): readonly Block[] {
  const [first, ...others] = blocks.filter(
    (block): block is HeadlineBlock => block.kind === "headline" && !isStruck(block),
  );
  if (!first || others.length === 0) return blocks;
  const alternates = [
    ...(first.alternates ?? []),
    ...others.map((other) => canonicalRuns([{ text: spoken(other) }])),
  ];
  const headline = canonicalBlock({ ...first, alternates });
  return blocks.flatMap((block) => {
    if (block === first) return [headline];
    return others.some((other) => other === block) ? [] : [block];
  });
}

function openMatters({ document }: WordStory): readonly Told[] {
  const changes = changesOf(document);
  const people = [...new Set(changes.map(({ by }) => personName(by)))];
  const notes = document.notes?.length ?? 0;
  return [
    ...(changes.length > 0 ? [told("wordChanges", { count: changes.length, people })] : []),
    ...(notes > 0 ? [told("wordNotes", { count: notes })] : []),
  ];
}

/** A photo with its picture from the archive, if it is there. */
function withPicture(block: Block, { pictures }: WordStory, archived: ArchivedPictures | undefined): Block {
  const placed = pictures.placed.get(block.id);
  const asset = placed && archived?.get(placed.path);
  return asset && block.kind === "photo" ? { ...block, asset, crop: placed.crop } : block;
}

/** A block as the kind that it is taken for: a picture stays a photo, whatever its caption is. */
function parted(block: Block, kind: Exclude<ReadKind, "skip">, { pictures }: WordStory): readonly Block[] {
  if (block.kind !== "photo" || kind === "caption" || !pictures.shown.has(block.id)) {
    return [turned(block, kind)];
  }
  const picture = canonicalBlock({ ...block, caption: [], credit: [] });
  const isBare = block.caption.length + block.credit.length === 0;
  return isBare ? [picture] : [picture, { ...turned(block, kind), id: newBlockId() }];
}

/** Copy that is compared shows no picture: one that stood in a text is then no line of it. */
function withoutBare(blocks: readonly Block[], { pictures }: WordStory): readonly Block[] {
  return blocks.filter((block) => blockText(block) !== "" || !pictures.inText.has(block.id));
}

/** Notes on blocks that were left out are on nothing any more. */
function notesOf(
  { document }: WordStory,
  blocks: readonly Block[],
  joined: ReadonlyMap<BlockId, BlockId>,
): Pick<StoryDocument, "notes"> {
  const { notes } = document;
  if (!notes) return {};
  const stands = new Set(blocks.map(({ id }) => id));
  const anchored = new Set(blocks.flatMap(noteIdsOf));
  return {
    notes: notes.map((note) => {
      if (note.orphan || anchored.has(note.id)) return note;
      if (note.block !== undefined && stands.has(note.block)) return note;
      const photo = note.block === undefined ? undefined : joined.get(note.block);
      if (photo !== undefined && stands.has(photo)) return { ...note, block: photo };
      const { block: _block, ...rest } = note;
      return { ...rest, orphan: { quote: "" } };
    }),
  };
}

/** The pictures of a file, each once however often it stands there. */
function carriedIn({ pictures }: WordStory, fileName: string): CarriedPictures {
  const uses = new Map<string, number>();
  for (const { path } of pictures.placed.values()) uses.set(path, (uses.get(path) ?? 0) + 1);
  const stem = fileName.replace(/\.[^.]*$/u, "").slice(0, STEM_MAX);
  return {
    pictures: [...uses].map(([path, count]) => ({
      key: path,
      name: `${stem} ${fileNameOf(path).slice(-STEM_MAX)}`,
      uses: count,
      read: () => pictures.read(path),
    })),
    left: pictures.left,
  };
}

/**
 * Reads a Word document as copy that comes in: every paragraph with what it was taken for, by its
 * style or, where the file's styles say nothing, by its words. Null where the bytes are another kind
 * of zip. Gives what {@link readWord} gives.
 */
export async function wordCopy(
  name: string,
  bytes: Uint8Array,
  readAt: string,
): Promise<Result<IncomingCopy | null, Failure>> {
  const read = await readWord(name, bytes, readAt);
  if (!read.ok) return read;
  if (read.value === null) return ok(null);
  const word = read.value;
  const own = word.document.blocks.map((block) => partOf(block, word));
  const parts = word.isOurs ? own : readByWords(own);
  const shown: readonly ReadPart[] = parts.map(({ part }, index) => ({ index, ...part }));
  return ok({
    reading: {
      name,
      slug: proposeSlug(shown, name),
      encoding: ENCODING,
      parts: shown,
      warnings: [...openMatters(word), ...word.warnings],
    },
    mediaType: MEDIA_TYPE,
    carried: carriedIn(word, name),
    asStory: (kinds, archived) => {
      const all = parts.flatMap(({ block, part }, index) => {
        const kind = kinds[String(index)] ?? part.kind;
        return kind === "skip" ? [] : parted(withPicture(block, word, archived), kind, word);
      });
      const { blocks, joined } = withCaptions(all, word.isOurs ? NONE : word.pictures.shown);
      const told = withOneHeadline(archived ? blocks : withoutBare(blocks, word));
      return { schema: word.document.schema, blocks: told, ...notesOf(word, told, joined) };
    },
  });
}
