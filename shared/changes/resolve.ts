import {
  canonicalBlock,
  canonicalRuns,
  finalText,
  hasRuns,
  originalRuns,
  unmovedOrder,
  withText,
  withTracking,
  type Block,
  type BlockId,
  type Move,
  type Run,
  type RunBlock,
  type Stamp,
  type StoryDocument,
} from "#shared/document/index.ts";
import { withMoves } from "./with-moves.ts";
import { chooser, type Chosen, type Chooser } from "./chosen.ts";
import type { JoinedBlocks } from "./joined-blocks.ts";
import { keepNotes } from "./keep-notes.ts";
import { acceptFacts, acceptFormats, rejectFacts, rejectFormats } from "./resolve-lists.ts";
import type { RunField } from "./tracking.ts";

/** What is decided: whether changes become part of the story or are taken back. */
type Decision = "accept" | "reject";

function resolveRun(run: Run, isChosen: (stamp: Stamp) => boolean, decision: Decision): readonly Run[] {
  const isInserted = run.inserted !== undefined && isChosen(run.inserted);
  const isDeleted = run.deleted !== undefined && isChosen(run.deleted);
  if (decision === "accept" ? isDeleted : isInserted) return [];
  const decided = decision === "accept" ? acceptFormats(run, isChosen) : rejectFormats(run, isChosen);
  if (!isInserted && !isDeleted) return [decided];
  const { inserted, deleted, ...rest } = decided;
  return [
    {
      ...rest,
      ...(inserted && !isInserted ? { inserted } : {}),
      ...(deleted && !isDeleted ? { deleted } : {}),
    },
  ];
}

/** Cuts runs where what is chosen begins and ends, so that each is chosen or not as a whole. */
function cutAt(runs: readonly Run[], cuts: readonly number[]): readonly (readonly [run: Run, at: number])[] {
  const pieces: [Run, number][] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    let from = start;
    for (const cut of [...cuts.filter((one) => one > start && one < end), end]) {
      pieces.push([withText(run, run.text.slice(from - start, cut - start)), from]);
      from = cut;
    }
    start = end;
  }
  return pieces;
}

function resolveRuns(
  block: Block,
  field: RunField,
  runs: readonly Run[],
  choose: Chooser,
  decision: Decision,
): readonly Run[] {
  if (!runs.some(({ inserted, deleted, formats }) => inserted ?? deleted ?? formats)) return runs;
  const resolved = cutAt(runs, choose.cuts(block.id, field)).flatMap(([run, at]) =>
    resolveRun(run, (stamp) => choose.text(stamp, block.id, field, at, run.text.length), decision),
  );
  const canonical = canonicalRuns(resolved);
  return canonical.length === runs.length && canonical.every((run, at) => run === runs[at])
    ? runs
    : canonical;
}

/** A block with what is chosen of its texts and facts decided. */
function resolveInside(block: Block, choose: Chooser, decision: Decision): Block {
  const isChosen = (stamp: Stamp): boolean => choose.block(stamp, block.id);
  const texts = ((): Block => {
    if (block.kind === "unknown") return block;
    if (hasRuns(block)) {
      const runs = resolveRuns(block, "runs", block.runs, choose, decision);
      return runs === block.runs ? block : { ...block, runs };
    }
    const caption = resolveRuns(block, "caption", block.caption, choose, decision);
    const credit = resolveRuns(block, "credit", block.credit, choose, decision);
    return caption === block.caption && credit === block.credit ? block : { ...block, caption, credit };
  })();
  return decision === "accept" ? acceptFacts(texts, isChosen) : rejectFacts(texts, isChosen);
}

function withStamps(block: Block, change: Partial<Record<"inserted" | "deleted", Stamp | null>>): Block {
  const { inserted, deleted, ...rest } = { ...block.tracked, ...change };
  return withTracking(block, { ...rest, ...(inserted ? { inserted } : {}), ...(deleted ? { deleted } : {}) });
}

/** The blocks of a story while it is decided on them: in their order, and each by its id. */
class Desk {
  order: BlockId[];
  readonly blocks: Map<BlockId, Block>;
  readonly #joined = new Map<BlockId, BlockId>();

  constructor(blocks: readonly Block[]) {
    this.order = blocks.map(({ id }) => id);
    this.blocks = new Map(blocks.map((block) => [block.id, block]));
  }

  list(): readonly Block[] {
    return this.order.flatMap((id) => this.blocks.get(id) ?? []);
  }

  put(block: Block): void {
    this.blocks.set(block.id, block);
  }

  /** Takes a block out whose text is part of another one by now. */
  join(id: BlockId, above: BlockId): void {
    for (const [gone, into] of this.#joined) if (into === id) this.#joined.set(gone, above);
    this.#joined.set(id, above);
    this.remove(id);
  }

  /** What was joined, and to what. */
  joined(): JoinedBlocks {
    return this.#joined;
  }

  /** Takes a block out; whoever was moved away from behind it was moved away from behind the one before. */
  remove(id: BlockId): void {
    if (this.list().some(({ tracked }) => tracked?.moves?.some(({ after }) => after === id))) {
      const unmoved = unmovedOrder(this.list());
      const above = unmoved[unmoved.findIndex((block) => block.id === id) - 1]?.id ?? null;
      for (const block of this.list()) {
        const moves = block.tracked?.moves;
        if (!moves?.some(({ after }) => after === id)) continue;
        this.put(
          withMoves(
            block,
            moves.map((move) => (move.after === id ? { ...move, after: above } : move)),
          ),
        );
      }
    }
    this.blocks.delete(id);
    this.order = this.order.filter((other) => other !== id);
  }
}

interface Border {
  /** Which of a block's two stamps is decided on. */
  readonly stamp: "inserted" | "deleted";
  /** The order in which the text of a block whose break goes runs on. */
  readonly order: (blocks: readonly Block[]) => readonly Block[];
  /** Whether any of its text is there in the view that the decision makes true. */
  readonly hasText: (block: RunBlock) => boolean;
}

const BORDERS: Readonly<Record<Decision, Border>> = {
  accept: {
    stamp: "deleted",
    order: (blocks) => blocks,
    hasText: ({ runs }) => finalText(runs) !== "",
  },
  reject: {
    stamp: "inserted",
    order: unmovedOrder,
    hasText: ({ runs }) => originalRuns(runs).length > 0,
  },
};

/** The text that a block whose break goes becomes part of; undefined where there is none. */
function blockAbove(desk: Desk, block: Block, { stamp, order }: Border): RunBlock | undefined {
  const blocks = order(desk.list());
  for (let at = blocks.findIndex(({ id }) => id === block.id) - 1; at >= 0; at -= 1) {
    const above = blocks[at];
    if (above && hasRuns(above)) return above;
    if (!above?.tracked?.[stamp]) return undefined;
  }
  return undefined;
}

/** Takes a break away: its text runs on from the block above. */
function removeBreak(desk: Desk, block: RunBlock, border: Border): void {
  if (block.runs.length === 0) {
    desk.remove(block.id);
    return;
  }
  const above = blockAbove(desk, block, border);
  if (above) {
    desk.put({ ...above, runs: canonicalRuns([...above.runs, ...block.runs]) });
    desk.join(block.id, above.id);
  } else if (border.hasText(block)) {
    desk.put(withStamps(block, { [border.stamp]: null }));
  } else {
    // Nothing of it will be left once others have decided on its text: its break goes with that.
    const last = block.runs.findLast((run) => run[border.stamp] !== undefined);
    desk.put(withStamps(block, { [border.stamp]: last?.[border.stamp] ?? null }));
  }
}

function resolveBreaks(desk: Desk, choose: Chooser, decision: Decision): void {
  const border = BORDERS[decision];
  const kept = decision === "accept" ? "inserted" : "deleted";
  const going: Block[] = [];
  for (const block of desk.list()) {
    const { tracked } = block;
    const goes = tracked?.[border.stamp];
    const stays = tracked?.[kept];
    if (goes && choose.block(goes, block.id)) going.push(block);
    else if (stays && choose.block(stays, block.id)) desk.put(withStamps(block, { [kept]: null }));
  }
  for (const block of going) if (!hasRuns(block)) desk.remove(block.id);
  for (const { id } of border.order(going.length > 0 ? desk.list() : [])) {
    const block = going.some((one) => one.id === id) ? desk.blocks.get(id) : undefined;
    if (block && hasRuns(block)) removeBreak(desk, block, border);
  }
}

function acceptMoves(desk: Desk, choose: Chooser): void {
  for (const block of desk.list()) {
    const moves = block.tracked?.moves;
    if (!moves?.some((move) => choose.block(move, block.id))) continue;
    desk.put(
      withMoves(
        block,
        moves.filter((move) => !choose.block(move, block.id)),
      ),
    );
  }
}

interface Return {
  readonly block: Block;
  readonly moves: readonly Move[];
  /** Where it goes; undefined where it stays. */
  readonly after?: BlockId | null;
}

function returnOf(block: Block, choose: Chooser): Return | null {
  const moves = block.tracked?.moves;
  if (!moves?.some((move) => choose.block(move, block.id))) return null;
  const open: Move[] = [];
  let place: BlockId | null | undefined;
  for (const move of moves) {
    if (place === undefined) place = move.after;
    if (choose.block(move, block.id)) continue;
    open.push({ ...move, after: place });
    place = undefined;
  }
  return place === undefined ? { block, moves: open } : { block, moves: open, after: place };
}

function rejectMoves(desk: Desk, choose: Chooser): void {
  const unmoved = unmovedOrder(desk.list());
  const standing = new Set(unmoved.filter(({ tracked }) => !tracked?.moves).map(({ id }) => id));
  for (const [at, block] of unmoved.entries()) {
    const back = returnOf(block, choose);
    if (!back) continue;
    const current = desk.blocks.get(block.id) ?? block;
    desk.put(withMoves(current, back.moves));
    if (back.after === undefined) continue;
    const isHome = back.moves.length === 0;
    const above = isHome
      ? (unmoved.slice(0, at).findLast(({ id }) => standing.has(id))?.id ?? null)
      : back.after;
    if (isHome) standing.add(block.id);
    const others = desk.order.filter((id) => id !== block.id);
    const place = above === null ? 0 : others.indexOf(above) + 1;
    desk.order = above !== null && place === 0 ? desk.order : others.toSpliced(place, 0, block.id);
  }
}

function resolve(document: StoryDocument, chosen: Chosen, decision: Decision): StoryDocument {
  const choose = chooser(document, chosen);
  const inside = document.blocks.map((block) => resolveInside(block, choose, decision));
  const desk = new Desk(inside);
  if (decision === "reject") {
    resolveBreaks(desk, choose, decision);
    rejectMoves(desk, choose);
  } else {
    resolveBreaks(desk, choose, decision);
    acceptMoves(desk, choose);
  }
  const known = new Set(document.blocks);
  const blocks = desk.list().map((block) => (known.has(block) ? block : canonicalBlock(block)));
  const isSame =
    blocks.length === document.blocks.length && blocks.every((block, at) => block === document.blocks[at]);
  return isSame ? document : keepNotes(document, { ...document, blocks }, desk.joined());
}

/**
 * The story with the chosen changes made part of it: what they put in is plain, what they struck out
 * is gone, a block whose break they took away is part of the one above. Blocks without any of them
 * stay the same objects; a note whose words go becomes an orphan.
 */
export function acceptChanges(document: StoryDocument, chosen: Chosen): StoryDocument {
  return resolve(document, chosen, "accept");
}

/**
 * The story with the chosen changes taken back: what they put in is gone, what they struck out is
 * plain again, blocks that they split off are part of the one above, what they moved is back.
 */
export function rejectChanges(document: StoryDocument, chosen: Chosen): StoryDocument {
  return resolve(document, chosen, "reject");
}
