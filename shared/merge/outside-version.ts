import {
  bylineText,
  finalView,
  canonicalBlock,
  hasRuns,
  newBlockId,
  runsText,
  saysNothing,
  standingView,
  withFacts,
  type Block,
  type BlockFacts,
  type BlockId,
  type PhotoBlock,
  type RunBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import { newEffort, type Effort } from "./effort.ts";
import { foldedText } from "./folded-text.ts";
import { inTheLookOf } from "./in-the-look-of.ts";
import { movedItems } from "./increasing.ts";
import { sameContent, withId } from "./same-content.ts";
import { sameParagraphs, SINGLE_KINDS } from "./same-paragraph.ts";

/** A version that came in from outside, as the story that it makes of the one on the desk. */
export interface OutsideVersion {
  readonly document: StoryDocument;
  /** Blocks of the story that the copy says nothing of: they stay as and where they are. Empty lines stay untold. */
  readonly stays: readonly Block[];
}

/** Lines that stand at the foot of a story: text that is added goes above them. */
const FOOT: ReadonlySet<Block["kind"]> = new Set(["tagline", "endMark"]);

/** The blocks of a story that copy's blocks are. */
type KnownAgain = ReadonlyMap<Block, Block>;

/** What stands on a line, spelled as a plain text file spells it; a byline may be composed from its facts. */
function plainText(block: RunBlock): string {
  const isComposed = block.kind === "byline" && block.runs.length === 0;
  return foldedText(isComposed ? bylineText(block) : runsText(block.runs)).text;
}

/** A block by its words alone: a photo by its caption. */
function plainLine(block: Block): Block | null {
  if (block.kind === "unknown") return null;
  const [kind, text] = hasRuns(block)
    ? [block.kind, plainText(block)]
    : ["paragraph" as const, foldedText(runsText(block.caption)).text];
  return withFacts({ id: newBlockId(), kind: "paragraph", runs: [{ text }] }, { kind });
}

/** Knows blocks again by their words, as any two versions of a story are; neither ids nor pictures tell anything here. */
function byWords(before: readonly Block[], after: readonly Block[], effort: Effort): KnownAgain {
  const lineOf = new Map<Block, Block>();
  const lines = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block) => {
      const line = plainLine(block);
      if (line === null) return [];
      lineOf.set(line, block);
      return [line];
    });
  const known = new Map<Block, Block>();
  for (const [is, was] of sameParagraphs(lines(before), lines(after), effort)) {
    const [wasBlock, isBlock] = [lineOf.get(was), lineOf.get(is)];
    if (wasBlock && isBlock) known.set(isBlock, wasBlock);
  }
  return known;
}

function isPhoto(block: Block): block is PhotoBlock {
  return block.kind === "photo";
}

/** A caption belongs to the photo that has nearly the same one, or to the only photo that is left. */
function photosByCaption(before: readonly Block[], after: readonly Block[], effort: Effort): KnownAgain {
  const [was, is] = [before.filter(isPhoto), after.filter(isPhoto)];
  const known = new Map(byWords(was, is, effort));
  const taken = new Set(known.values());
  const [photo, ...morePhotos] = was.filter((block) => !taken.has(block));
  const [caption, ...moreCaptions] = is.filter((block) => !known.has(block));
  if (photo && caption && morePhotos.length + moreCaptions.length === 0) known.set(caption, photo);
  return known;
}

/**
 * What a line of the story is in the copy's words. A paragraph in plain text may be anything, so it is
 * what the story has it as, but never a second headline or byline beside one that the copy has.
 */
function lineAs(was: RunBlock, is: RunBlock, kinds: ReadonlySet<Block["kind"]>, effort: Effort): Block {
  const isSecond = SINGLE_KINDS.has(was.kind) && kinds.has(was.kind);
  const kind = is.kind === "paragraph" && !isSecond ? was.kind : is.kind;
  if (kind === was.kind && plainText(was) === plainText(is)) return was;
  const facts: Partial<BlockFacts> = {
    kind,
    ...(is.kind === "byline" ? { authors: is.authors, agency: is.agency } : {}),
    ...(is.kind === "headline" && is.alternates ? { alternates: is.alternates } : {}),
  };
  return withFacts({ ...was, runs: inTheLookOf(was.runs, is.runs, effort) }, facts);
}

function photoAs(was: PhotoBlock, is: PhotoBlock, effort: Effort): PhotoBlock {
  const caption = inTheLookOf(was.caption, is.caption, effort);
  const credit = is.credit.length === 0 ? was.credit : inTheLookOf(was.credit, is.credit, effort);
  return { ...was, caption, credit };
}

/** What copy cannot say, or happens to say nothing of. */
function isBesideText(block: Block, kinds: ReadonlySet<Block["kind"]>): boolean {
  return !hasRuns(block) || (SINGLE_KINDS.has(block.kind) && !kinds.has(block.kind));
}

/** Puts blocks that stay back where they stand in the story. */
function withStays(
  blocks: readonly Block[],
  standing: readonly Block[],
  stays: ReadonlySet<Block>,
): readonly Block[] {
  const order = blocks.map(({ id }) => id);
  const moved = movedItems(
    standing.map(({ id }) => id),
    order,
  );
  const holds = new Set(order.filter((id) => !moved.has(id)));
  const placed = [...blocks];
  const placeOf = (id: BlockId): number => placed.findIndex((block) => block.id === id);
  const put = (block: Block, place: number): void => {
    placed.splice(place, 0, block);
    holds.add(block.id);
  };
  for (const [at, block] of standing.entries()) {
    if (!stays.has(block) || FOOT.has(block.kind)) continue;
    const [last, next] = [standing[at - 1], standing[at + 1]];
    const isNextSurer = last && next && !holds.has(last.id) && holds.has(next.id);
    const above = standing.slice(0, at).findLast(({ id }) => holds.has(id));
    put(block, isNextSurer ? placeOf(next.id) : above ? placeOf(above.id) + 1 : 0);
  }
  for (const [at, block] of [...standing.entries()].toReversed()) {
    if (!stays.has(block) || !FOOT.has(block.kind)) continue;
    const below = standing.slice(at + 1).find(({ id }) => holds.has(id));
    put(block, below ? placeOf(below.id) : placed.length);
  }
  return placed;
}

/**
 * Makes a version of a story of copy that came without ids, pictures and marks: a reporter's new file.
 * A block that the copy has too keeps its id, its kind, its picture and the look of the words that stay.
 * What plain text cannot say is not taken as gone: photos, blocks of a newer Stet, and lines around
 * the text (headline, byline, tagline …) of a kind that the copy does not have. What is struck out in
 * the story is not compared; notes stay. What is open in the copy is taken as accepted.
 */
export function outsideVersion(
  now: StoryDocument,
  came: StoryDocument,
  effort: Effort = newEffort(),
): OutsideVersion {
  const copy = finalView(came);
  const standing = standingView(now).blocks;
  const known: KnownAgain = new Map([
    ...byWords(standing.filter(hasRuns), copy.blocks.filter(hasRuns), effort),
    ...photosByCaption(standing, copy.blocks, effort),
  ]);
  const kinds = new Set(copy.blocks.map(({ kind }) => kind));
  const taken = new Set(now.blocks.map(({ id }) => id));
  const blocksCame = copy.blocks.map((is): Block => {
    const was = known.get(is);
    if (!was) return taken.has(is.id) ? withId(is, newBlockId()) : is;
    const made = ((): Block => {
      if (hasRuns(was) && hasRuns(is)) return lineAs(was, is, kinds, effort);
      return isPhoto(was) && isPhoto(is) ? photoAs(was, is, effort) : was;
    })();
    return made === was || sameContent(made, was) ? was : canonicalBlock(made);
  });
  const kept = new Set(known.values());
  const stays = standing.filter(
    (block) => !kept.has(block) && (saysNothing(block) || isBesideText(block, kinds)),
  );
  const blocks = withStays(blocksCame, standing, new Set(stays));
  const { notes } = now;
  return {
    document: { schema: copy.schema, blocks, ...(notes ? { notes } : {}) },
    stays: stays.filter((block) => !saysNothing(block)),
  };
}
