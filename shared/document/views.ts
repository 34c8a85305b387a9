import { hasRuns, type Block, type RunBlock } from "./block.ts";
import { withFacts } from "./block-facts.ts";
import type { BlockFacts } from "./block-tracking.ts";
import { canonicalRuns, type Link, type Run } from "./run.ts";
import type { StoryDocument } from "./story-document.ts";
import { unmovedOrder } from "./unmoved-order.ts";

function isPlain({ inserted, deleted, formats, notes }: Run): boolean {
  return !inserted && !deleted && !formats && !notes;
}

function withLook(text: string, marks: Run["marks"], link: Link | null | undefined): Run {
  return { text, ...(marks && marks.length > 0 ? { marks } : {}), ...(link ? { link } : {}) };
}

/** The runs as they print: no deletions, and nothing of who put what in. The same object where there is nothing to leave out. */
export function finalRuns(runs: readonly Run[]): readonly Run[] {
  if (runs.every(isPlain)) return runs;
  return canonicalRuns(
    runs.filter((run) => !run.deleted).map(({ text, marks, link }) => withLook(text, marks, link)),
  );
}

/** The marks and the link that a run had before all its open format changes. */
function originalLook({ text, marks = [], link, formats = [] }: Run): Run {
  let was: Run["marks"] = marks;
  let linkWas: Link | null = link ?? null;
  for (const { added = [], removed = [], ...format } of formats.toReversed()) {
    was = [...was.filter((mark) => !added.includes(mark)), ...removed];
    if (format.linkWas !== undefined) ({ linkWas } = format);
  }
  return withLook(text, was, linkWas);
}

/** The runs as they were before any open change. The same object where there is none. */
export function originalRuns(runs: readonly Run[]): readonly Run[] {
  if (runs.every(isPlain)) return runs;
  return canonicalRuns(runs.filter((run) => !run.inserted).map(originalLook));
}

type View = (runs: readonly Run[]) => readonly Run[];

/** The block with its texts as a view shows them; the very same one where that changes nothing. */
function seen(block: Block, view: View): Block {
  const { tracked, ...plain } = block;
  if (plain.kind === "unknown") return tracked ? plain : block;
  if (plain.kind === "photo") {
    const caption = view(plain.caption);
    const credit = view(plain.credit);
    const isSame = !tracked && caption === plain.caption && credit === plain.credit;
    return isSame ? block : { ...plain, caption, credit };
  }
  const runs = view(plain.runs);
  if (plain.kind === "headline" && plain.alternates) {
    const alternates = plain.alternates.map(view);
    const isSame = alternates.every((one, at) => one === plain.alternates?.[at]);
    return !tracked && isSame && runs === plain.runs ? block : { ...plain, runs, alternates };
  }
  return !tracked && runs === plain.runs ? block : { ...plain, runs };
}

function cached(view: (block: Block) => Block): (block: Block) => Block {
  const known = new WeakMap<Block, Block>();
  return (block) => {
    const before = known.get(block);
    if (before) return before;
    const made = view(block);
    known.set(block, made);
    return made;
  };
}

/** A block by itself as it prints, whether or not it is struck out or runs on from the one above. */
export const finalBlock = cached((block) => seen(block, finalRuns));

/** A block by itself as it was before any open change, wherever it stood then. */
export const originalBlock = cached((block) => {
  const facts = block.tracked?.facts;
  if (!facts) return seen(block, originalRuns);
  const was = facts
    .toReversed()
    .reduce<Partial<BlockFacts>>((all, change) => ({ ...all, ...change.was }), {});
  return seen(withFacts(block, was), originalRuns);
});

/** Puts a text at the end of the story if that ends with a text; where it does not, the block stays one of its own. */
function runOn(blocks: Block[], block: Block): void {
  if (!hasRuns(block) || block.runs.length === 0) return;
  const above = blocks.at(-1);
  if (!above || !hasRuns(above)) {
    blocks.push(block);
    return;
  }
  const joined: RunBlock = { ...above, runs: canonicalRuns([...above.runs, ...block.runs]) };
  blocks[blocks.length - 1] = joined;
}

function viewed(
  { schema, blocks }: Pick<StoryDocument, "schema" | "blocks">,
  view: (block: Block) => Block,
  isAway: (block: Block) => boolean,
): StoryDocument {
  const shown: Block[] = [];
  for (const block of blocks) {
    if (isAway(block)) runOn(shown, view(block));
    else shown.push(view(block));
  }
  return { schema, blocks: shown };
}

function sameIfSame(document: StoryDocument, view: StoryDocument): StoryDocument {
  const isSame =
    document.notes === undefined &&
    document.blocks.length === view.blocks.length &&
    document.blocks.every((block, at) => block === view.blocks[at]);
  return isSame ? document : view;
}

/**
 * The story as it prints: deletions gone, insertions plain, blocks whose break is struck out run on
 * from the one above, notes gone. Counting, search and export work on this. The very same document
 * where it has no open change and no note; a block without any is the same block.
 */
export function finalView(document: StoryDocument): StoryDocument {
  return sameIfSame(
    document,
    viewed(document, finalBlock, (block) => block.tracked?.deleted !== undefined),
  );
}

/**
 * The story as it was before any open change: insertions gone, deletions, old marks, old facts and
 * the old order back, blocks that were split off joined again, notes gone.
 */
export function originalView(document: StoryDocument): StoryDocument {
  const blocks = unmovedOrder(document.blocks);
  return sameIfSame(
    document,
    viewed(
      { schema: document.schema, blocks },
      originalBlock,
      (block) => block.tracked?.inserted !== undefined,
    ),
  );
}

function standingRuns(runs: readonly Run[]): readonly Run[] {
  return runs.some(({ deleted }) => deleted) ? canonicalRuns(runs.filter(({ deleted }) => !deleted)) : runs;
}

function standingBlock(block: Block): Block {
  if (block.kind === "unknown") return block;
  if (hasRuns(block)) {
    const runs = standingRuns(block.runs);
    return runs === block.runs ? block : { ...block, runs };
  }
  const [caption, credit] = [standingRuns(block.caption), standingRuns(block.credit)];
  return caption === block.caption && credit === block.credit ? block : { ...block, caption, credit };
}

/**
 * The story without what is struck out, but with its notes and with everything else that is open on
 * it: what is left to edit. A block in which nothing is struck is the same block.
 */
export function standingView({ notes, ...document }: StoryDocument): StoryDocument {
  const view = viewed(document, standingBlock, (block) => block.tracked?.deleted !== undefined);
  return { ...view, ...(notes ? { notes } : {}) };
}

/** The final text of runs: what a reader would see of them. */
export function finalText(runs: readonly Run[]): string {
  return runs.map((run) => (run.deleted ? "" : run.text)).join("");
}

/** True where nothing of a block prints any more: a picture that is struck out, a struck line with no text left. */
export function isStruckOut(block: Block): boolean {
  if (!block.tracked?.deleted) return false;
  return !hasRuns(block) || finalText(block.runs) === "";
}
