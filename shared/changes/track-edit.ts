import {
  canonicalBlock,
  finalView,
  hasRuns,
  unmovedOrder,
  withFacts,
  withTracking,
  factsOf,
  type Block,
  type BlockId,
  type BlockTracking,
  type Move,
  type PhotoBlock,
  type RunBlock,
  type Stamp,
  type StoryDocument,
} from "#shared/document/index.ts";
import { withMoves } from "./with-moves.ts";
import { sameValue } from "#shared/merge/same-content.ts";
import { keepNotes } from "./keep-notes.ts";
import { movedBlocks } from "./order.ts";
import { pieceLength, type Piece } from "./pieces.ts";
import { trackFacts } from "./track-facts.ts";
import { textPieces, trackLine, trackRuns, type LineTracking } from "./track-line.ts";
import { formatStamps, type FormatStamp } from "./track-look.ts";
import { newStamp, type RunField, type Tracking } from "./tracking.ts";

/** What one edit is tracked with, whatever blocks it is in. */
interface EditTracking {
  readonly tracking: Tracking;
  readonly stampFor: FormatStamp;
}

function caretIn(tracking: Tracking, block: Block, field: RunField): number | null {
  const { hint } = tracking;
  return hint && hint.block === block.id && hint.field === field ? hint.offset : null;
}

/** What the tracking of a block becomes when its facts have these open changes. */
function withFactChanges(
  tracked: BlockTracking | undefined,
  facts: BlockTracking["facts"],
): BlockTracking | undefined {
  if (facts === tracked?.facts) return tracked;
  const { facts: _facts, ...rest } = tracked ?? {};
  return facts && facts.length > 0 ? { ...rest, facts } : rest;
}

/** The block with what the edit did to its facts tracked; its texts are the earlier one's. */
function trackBlockFacts(before: Block, after: Block, tracking: Tracking, stamp?: Stamp): Block {
  const facts = trackFacts(before, after, tracking.by, () => stamp ?? newStamp(tracking));
  const now = factsOf(after);
  const isSame = facts === before.tracked?.facts && sameValue(factsOf(before), now);
  return isSame ? before : withTracking(withFacts(before, now), withFactChanges(before.tracked, facts));
}

function lineTracking(edit: EditTracking, isFree: boolean, caret: number | null): LineTracking {
  return { ...edit, isFree, caret };
}

function trackPhoto(before: PhotoBlock, after: PhotoBlock, edit: EditTracking): Block {
  const isFree = before.tracked?.inserted?.by === edit.tracking.by;
  const field = (name: "caption" | "credit"): PhotoBlock["caption"] =>
    trackRuns(before[name], after[name], lineTracking(edit, isFree, caretIn(edit.tracking, after, name)));
  const caption = field("caption");
  const credit = field("credit");
  const texts =
    caption === before.caption && credit === before.credit ? before : { ...before, caption, credit };
  return trackBlockFacts(texts, after, edit.tracking);
}

/** The stamp that an edit of a text has just made, for what goes with it. */
function stampMade(
  before: readonly { readonly inserted?: Stamp; readonly deleted?: Stamp }[],
  by: string,
  at: string,
) {
  return before
    .flatMap(({ inserted, deleted }) => [inserted, deleted])
    .find((stamp): stamp is Stamp => stamp?.by === by && stamp.at === at);
}

function trackLineBlock(before: RunBlock, after: RunBlock, edit: EditTracking): Block {
  const caret = caretIn(edit.tracking, after, "runs");
  const runs = trackRuns(before.runs, after.runs, lineTracking(edit, false, caret));
  const texts: RunBlock = runs === before.runs ? before : { ...before, runs };
  // The facts of a byline are read from its line: both are one change.
  const { by, at } = edit.tracking;
  const stamp = texts.kind === "byline" && runs !== before.runs ? stampMade(runs, by, at) : undefined;
  return trackBlockFacts(texts, after, edit.tracking, stamp);
}

function trackKept(before: Block, after: Block, edit: EditTracking): Block {
  if (before === after) return before;
  if (before.kind === "photo" && after.kind === "photo") return trackPhoto(before, after, edit);
  if (hasRuns(before) && hasRuns(after)) return trackLineBlock(before, after, edit);
  return sameValue(before, after) ? before : withTracking(after, before.tracked);
}

function editTracking(tracking: Tracking): EditTracking {
  return { tracking, stampFor: formatStamps(tracking) };
}

/**
 * Tracks what an edit did to one block that stays where it is, which is what a keystroke does. The
 * very same block where nothing is different. Both have one id and are of one family (see
 * `sameParagraphs`).
 */
export function trackBlock(before: Block, after: Block, tracking: Tracking): Block {
  return trackKept(before, after, editTracking(tracking));
}

/** A block of both stories, what was between it and the next one, and what is there now. */
interface Section {
  readonly before: Block | null;
  readonly after: Block | null;
  readonly gone: Block[];
  readonly came: Block[];
}

function isSameFamily(a: Block, b: Block): boolean {
  return hasRuns(a) ? hasRuns(b) : a.kind === b.kind;
}

interface Sections {
  readonly sections: readonly Section[];
  readonly moved: ReadonlySet<BlockId>;
}

function sectionsOf(before: StoryDocument, after: StoryDocument): Sections {
  const beforeOf = new Map(before.blocks.map((block) => [block.id, block]));
  const isShared = (block: Block): boolean => {
    const was = beforeOf.get(block.id);
    return was !== undefined && isSameFamily(was, block);
  };
  const shared = new Set(after.blocks.filter(isShared).map(({ id }) => id));
  const moved = movedBlocks(
    before.blocks.filter(({ id }) => shared.has(id)),
    after.blocks.filter(({ id }) => shared.has(id)),
  );
  const stays = ({ id }: Block): boolean => shared.has(id) && !moved.has(id);
  const sections: Section[] = [{ before: null, after: null, gone: [], came: [] }];
  for (const block of after.blocks) {
    const was = beforeOf.get(block.id);
    if (was && stays(block)) sections.push({ before: was, after: block, gone: [], came: [] });
    else sections.at(-1)?.came.push(block);
  }
  let nth = 0;
  for (const block of before.blocks) {
    if (stays(block)) nth += 1;
    else if (!moved.has(block.id)) sections[nth]?.gone.push(block);
  }
  return { sections, moved };
}

/** A new block; struck text in it is told apart from text that somebody types among struck text. */
function newPieces(block: Block): readonly Piece[] {
  return breakPieces(block).map((piece) => (piece.kind === "text" ? { ...piece, inNewBlock: true } : piece));
}

function ownText(block: Block | null): readonly Piece[] {
  return block && hasRuns(block) ? textPieces(block.runs) : [];
}

function breakPieces(block: Block): readonly Piece[] {
  return hasRuns(block) ? [{ kind: "break", block }, ...textPieces(block.runs)] : [{ kind: "atom", block }];
}

/** Where the caret is in the line that begins behind the break of a section's block. */
function caretInLine(
  tracking: Tracking,
  after: Block | null,
  came: readonly (readonly Piece[])[],
): number | null {
  const { hint } = tracking;
  if (!hint || hint.field !== "runs") return null;
  let at = 0;
  if (after && hasRuns(after)) {
    if (after.id === hint.block) return hint.offset;
    at = after.runs.reduce((sum, { text }) => sum + text.length, 0);
  }
  for (const pieces of came) {
    const [first] = pieces;
    if (first?.kind === "break" && first.block.id === hint.block) return at + 1 + hint.offset;
    at += pieces.reduce((sum, piece) => sum + pieceLength(piece), 0);
  }
  return null;
}

function runsOf(block: Block): RunBlock["runs"][number][] {
  return hasRuns(block) ? [...block.runs] : [];
}

/** A block with the runs that follow its break in a line. */
interface Standing {
  block: Block;
  readonly runs: RunBlock["runs"][number][];
}

function standingBlock({ block, runs }: Standing): Block {
  return canonicalBlock(hasRuns(block) ? { ...block, runs } : block);
}

/** The order of a story before any open move, and who stands right before whom in it. */
type Predecessors = ReadonlyMap<BlockId, BlockId | null>;

function predecessors(blocks: readonly Block[]): Predecessors {
  return new Map(blocks.map(({ id }, at) => [id, blocks[at - 1]?.id ?? null]));
}

/** New blocks behind a moved one are part of what was moved. */
function carriedMoves(above: Block): BlockTracking {
  const { moves } = above.tracked ?? {};
  return moves ? { moves: moves.map((move): Move => ({ ...move, after: above.id })) } : {};
}

/** What the blocks of a tracked line come to. */
interface Rebuilt {
  readonly blocks: readonly Block[];
  /** Blocks of the earlier story, and the last block that now stands where each one's text ends. */
  readonly ends: ReadonlyMap<BlockId, BlockId>;
  /** What its own author took out again. */
  readonly vanished: readonly BlockId[];
}

interface Line {
  readonly head: Block | null;
  readonly pieces: readonly Piece[];
  /** Whether a block is one of the earlier story. */
  readonly isOld: (block: Block) => boolean;
  /** Whether the text behind the break of a block belongs to the block above it, in every order. */
  readonly runsOn: (block: Block) => boolean;
  readonly deletion: () => Stamp;
}

function rebuilt({ head, pieces, isOld, runsOn, deletion }: Line): Rebuilt {
  const standing: Standing[] = [];
  const ends = new Map<BlockId, BlockId>();
  const vanished: BlockId[] = [];
  let waiting: Block[] = [];
  let origin: BlockId | null = null;
  let above: Block | null = null;
  const open = (block: Block): void => {
    if (isOld(block)) origin = block.id;
    standing.push({ block, runs: [] });
    above = block;
    if (origin !== null) ends.set(origin, block.id);
  };
  // A break that has gone keeps nothing apart, but where its text can only stay behind it.
  const settle = (hasText: boolean): void => {
    const last = standing.at(-1)?.block;
    const stays = hasText && !(last && last === above && hasRuns(last) && waiting.every(runsOn));
    for (const [at, block] of waiting.entries()) {
      if (stays && at === waiting.length - 1) {
        open({ ...block, tracked: { ...block.tracked, deleted: deletion() } });
      } else {
        vanished.push(block.id);
      }
    }
    waiting = [];
  };
  if (head) open(head);
  for (const piece of pieces) {
    if (piece.kind === "vanished") {
      waiting.push(piece.block);
      continue;
    }
    settle(piece.kind === "text");
    if (piece.kind === "text") standing.at(-1)?.runs.push(piece.run);
    else if (piece.kind === "moved") standing.push({ block: piece.block, runs: runsOf(piece.block) });
    else if (isOld(piece.block) || above === null) open(piece.block);
    else open({ ...piece.block, tracked: { ...piece.block.tracked, ...carriedMoves(above) } });
  }
  settle(false);
  return { blocks: standing.map(standingBlock), ends, vanished };
}

function isWhollyOwn(block: Block, by: string): boolean {
  if (block.tracked?.inserted?.by !== by) return false;
  return !hasRuns(block) || block.runs.every(({ inserted }) => inserted !== undefined);
}

/** Moves whose blocks stand where they would stand without them are none. */
function withoutIdleMoves(
  blocks: readonly Block[],
  moved: ReadonlySet<BlockId>,
  by: string,
): readonly Block[] {
  let kept = blocks;
  for (const id of moved) {
    const at = kept.findIndex((block) => block.id === id);
    const block = kept[at];
    if (!block?.tracked?.moves?.every((move) => move.by === by)) continue;
    const without = kept.with(at, withMoves(block, []));
    const order = unmovedOrder(kept).map((one) => one.id);
    if (
      sameValue(
        order,
        unmovedOrder(without).map((one) => one.id),
      )
    )
      kept = without;
  }
  return kept;
}

/** True where no block came, went or moved: the way of a keystroke. */
function standInPlace(before: readonly Block[], after: readonly Block[]): boolean {
  return (
    before.length === after.length &&
    before.every((was, at) => {
      const is = after[at];
      return was === is || (is !== undefined && was.id === is.id && isSameFamily(was, is));
    })
  );
}

function trackSections(before: StoryDocument, after: StoryDocument, tracking: Tracking): readonly Block[] {
  const edit = editTracking(tracking);
  if (standInPlace(before.blocks, after.blocks)) {
    return before.blocks.map((was, at) => trackKept(was, after.blocks[at] ?? was, edit));
  }
  const { sections, moved } = sectionsOf(before, after);
  const beforeOf = new Map(before.blocks.map((block) => [block.id, block]));
  const hasMoves = moved.size > 0 || before.blocks.some(({ tracked }) => tracked?.moves);
  const unmoved = hasMoves ? predecessors(unmovedOrder(before.blocks)) : null;
  const above = hasMoves ? predecessors(before.blocks) : null;
  const runsOn = ({ id }: Block): boolean => unmoved?.get(id) === above?.get(id);
  let move: Stamp | undefined;
  const moving = (is: Block): Block => {
    const was = beforeOf.get(is.id);
    if (!was) return is;
    const block = trackKept(was, is, edit);
    const moves = was.tracked?.moves ?? [];
    if (moves.at(-1)?.by === tracking.by) return block;
    if (isWhollyOwn(was, tracking.by)) return block;
    move ??= newStamp(tracking);
    // What was moved already goes back to where the one before put it.
    const order = moves.length > 0 ? above : unmoved;
    return withMoves(block, [...moves, { ...move, after: order?.get(is.id) ?? null }]);
  };
  const blocks: Block[] = [];
  const ends = new Map<BlockId, BlockId>();
  const gone = new Set<BlockId>(
    [...moved].filter((id) => {
      const was = beforeOf.get(id);
      return was !== undefined && !was.tracked?.moves && isWhollyOwn(was, tracking.by);
    }),
  );
  for (const section of sections) {
    const { before: was, after: is } = section;
    if (section.gone.length === 0 && section.came.length === 0) {
      if (was && is) blocks.push(trackKept(was, is, edit));
      continue;
    }
    const came = section.came.map((block): readonly Piece[] =>
      moved.has(block.id) ? [{ kind: "moved", block: moving(block) }] : newPieces(block),
    );
    const pieces = trackLine(
      [...ownText(was), ...section.gone.flatMap(breakPieces)],
      [...ownText(is), ...came.flat()],
      lineTracking(edit, false, caretInLine(tracking, is, came)),
    );
    const head =
      was && is ? (hasRuns(was) ? trackBlockFacts(was, is, tracking) : trackKept(was, is, edit)) : null;
    const line = rebuilt({
      head,
      pieces,
      isOld: ({ id }) => beforeOf.has(id),
      runsOn,
      deletion: () => newStamp(tracking),
    });
    for (const block of line.blocks) {
      const before = beforeOf.get(block.id);
      blocks.push(before && sameValue(before, block) ? before : block);
    }
    for (const [id, end] of line.ends) ends.set(id, end);
    for (const id of line.vanished) gone.add(id);
  }
  if (!unmoved) return blocks;
  const anchor = (id: BlockId | null): BlockId | null => {
    let at = id;
    while (at !== null && gone.has(at)) at = unmoved.get(at) ?? null;
    return at === null ? null : (ends.get(at) ?? at);
  };
  const anchored = blocks.map((block) => {
    const moves = block.tracked?.moves;
    if (!moves || !beforeOf.has(block.id)) return block;
    // A merge can leave two that name the same place, or one whose place is gone: the order of the page
    // tells where they were, until an edit changes it. From then on the place is named.
    const places = [unmoved.get(block.id) ?? null, ...moves.slice(1).map(({ after }) => after)];
    const next = moves.map((one, nth): Move => ({ ...one, after: anchor(places[nth] ?? null) }));
    return sameValue(moves, next) ? block : withMoves(block, next);
  });
  return withoutIdleMoves(anchored, moved, tracking.by);
}

/** A struck block that was given text and has no text above it to run on from stands again. */
function withBreaksThatStand(blocks: readonly Block[], after: StoryDocument): readonly Block[] {
  if (!after.blocks.some(({ tracked }) => tracked?.deleted)) return blocks;
  const standing = new Set(finalView(after).blocks.map(({ id }) => id));
  return blocks.map((block) => {
    if (!block.tracked?.deleted || !standing.has(block.id)) return block;
    const { deleted: _deleted, ...rest } = block.tracked;
    return withTracking(block, rest);
  });
}

function isSameList(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, at) => block === b[at]);
}

/**
 * Makes tracked changes of an edit: `before` is the story as it stood, with whatever changes of
 * others and of the same person are open in it, and `after` what an editor that tracks nothing made
 * of it. The final view of the result is that of `after`, its original view that of `before`.
 *
 * What is new in `after` counts as this person's, whatever it took on from the text around it; what
 * was struck already and is missing stays struck; what the person put in and took out again is
 * gone at once. Blocks that are the same object on both sides cost nothing and stay that object;
 * without any difference the result is `before`. Both stories have the same id for the same block.
 */
export function trackEdit(before: StoryDocument, after: StoryDocument, tracking: Tracking): StoryDocument {
  const { notes } = after;
  const tracked = before.blocks === after.blocks ? before.blocks : trackSections(before, after, tracking);
  const blocks = isSameList(before.blocks, tracked) ? before.blocks : withBreaksThatStand(tracked, after);
  if (blocks === before.blocks && sameValue(notes, before.notes)) return before;
  const { notes: _notes, ...rest } = before;
  return keepNotes(before, { ...rest, blocks, ...(notes && notes.length > 0 ? { notes } : {}) });
}
