import {
  newBlockId,
  withPlacesNamed,
  type Block,
  type BlockId,
  type StoryDocument,
} from "#shared/document/index.ts";
import { newEffort, type Effort } from "./effort.ts";
import { mergeBlocks } from "./merge-block.ts";
import { mergeNotes, type NoteConflict } from "./merge-notes.ts";
import { mergeOrder } from "./merge-order.ts";
import { sameContent, sameValue, withId } from "./same-content.ts";
import { sameParagraphs } from "./same-paragraph.ts";
import { agree } from "./three-way.ts";

/** Both sides changed the same words or facts: ours stands, theirs follows it as a block of its own. */
export interface BothChanged {
  readonly kind: "bothChanged";
  /** Null where both sides brought the block in. */
  readonly base: Block | null;
  /** Each as it stands in the merged story, one after the other. */
  readonly ours: Block;
  readonly theirs: Block;
}

/** One side deleted what the other changed: the changed one stays. */
export interface DeletedAndChanged {
  readonly kind: "deletedAndChanged";
  readonly deletedBy: "ours" | "theirs";
  readonly base: Block;
  /** As it stands in the merged story. */
  readonly kept: Block;
}

type BlockConflict = BothChanged | DeletedAndChanged;

export type MergeConflict = BlockConflict | NoteConflict;

export interface Merge {
  readonly document: StoryDocument;
  /** What a person has to look at, in reading order, notes last. */
  readonly conflicts: readonly MergeConflict[];
}

/** One block through its three states; null where a state has it not. */
interface Lineage {
  readonly base: Block | null;
  readonly ours: Block | null;
  readonly theirs: Block | null;
}

interface Lineages {
  readonly base: readonly Lineage[];
  readonly ours: readonly Lineage[];
  readonly theirs: readonly Lineage[];
}

function lineagesOf(
  base: StoryDocument,
  ours: StoryDocument,
  theirs: StoryDocument,
  effort: Effort,
): Lineages {
  const baseOfOurs = sameParagraphs(base.blocks, ours.blocks, effort);
  const baseOfTheirs = sameParagraphs(base.blocks, theirs.blocks, effort);
  const oursOf = new Map([...baseOfOurs].map(([our, was]) => [was, our]));
  const theirsOf = new Map([...baseOfTheirs].map(([their, was]) => [was, their]));
  const fromBase = new Map<Block, Lineage>(
    base.blocks.map((was) => [
      was,
      { base: was, ours: oursOf.get(was) ?? null, theirs: theirsOf.get(was) ?? null },
    ]),
  );
  const newOurs = ours.blocks.filter((our) => !baseOfOurs.has(our));
  const newTheirs = theirs.blocks.filter((their) => !baseOfTheirs.has(their));
  const ourOfTheir = sameParagraphs(newOurs, newTheirs, effort);
  const theirOfOur = new Map([...ourOfTheir].map(([their, our]) => [our, their]));
  const fromOurs = new Map<Block, Lineage>(
    newOurs.map((our) => [our, { base: null, ours: our, theirs: theirOfOur.get(our) ?? null }]),
  );
  const lineageOf = (was: Block | undefined, our: Block | undefined): Lineage | undefined =>
    (was && fromBase.get(was)) ?? (our && fromOurs.get(our));
  return {
    base: [...fromBase.values()],
    ours: ours.blocks.flatMap((our) => lineageOf(baseOfOurs.get(our), our) ?? []),
    theirs: theirs.blocks.map(
      (their) =>
        lineageOf(baseOfTheirs.get(their), ourOfTheir.get(their)) ?? {
          base: null,
          ours: null,
          theirs: their,
        },
    ),
  };
}

/** False only where a side deleted what the other left as it was. */
function stays({ base, ours, theirs }: Lineage): boolean {
  if (!base) return true;
  if (ours && theirs) return true;
  const left = ours ?? theirs;
  return left !== null && !sameContent(base, left);
}

/** Takes an id for a block of the merged story; one that is taken already is exchanged for a new one. */
type GiveId = (block: Block, id: BlockId) => Block;

function givingIds(newId: () => BlockId): GiveId {
  const taken = new Set<BlockId>();
  return (block, id) => {
    const own = taken.has(id) ? newId() : id;
    taken.add(own);
    return withId(block, own);
  };
}

interface Settled {
  readonly blocks: readonly Block[];
  readonly conflict: BlockConflict | null;
}

function settle(
  { base, ours, theirs }: Lineage,
  giveId: GiveId,
  newId: () => BlockId,
  effort: Effort,
): Settled {
  if (ours && theirs) {
    const id = base ? (agree(base.id, ours.id, theirs.id)?.value ?? ours.id) : ours.id;
    const merged = mergeBlocks(base, ours, theirs, effort);
    if (merged) return { blocks: [giveId(merged.value, id)], conflict: null };
    const first = giveId(ours, id);
    const second = giveId(theirs, newId());
    return {
      blocks: [first, second],
      conflict: { kind: "bothChanged", base, ours: first, theirs: second },
    };
  }
  const left = ours ?? theirs;
  if (!left) return { blocks: [], conflict: null };
  const kept = giveId(left, left.id);
  return {
    blocks: [kept],
    conflict: base ? { kind: "deletedAndChanged", deletedBy: ours ? "theirs" : "ours", base, kept } : null,
  };
}

/** The conflict with its blocks as they came to stand in the merged story. */
function asItStands(conflict: BlockConflict, blocks: readonly Block[]): BlockConflict {
  const standing = (block: Block): Block => blocks.find(({ id }) => id === block.id) ?? block;
  return conflict.kind === "bothChanged"
    ? { ...conflict, ours: standing(conflict.ours), theirs: standing(conflict.theirs) }
    : { ...conflict, kept: standing(conflict.kept) };
}

/** The order of blocks and what was moved of it, which is right as it is in a story that was not merged. */
function movesOf(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map(({ id, tracked }) => [id, tracked?.moves ?? []]);
}

/**
 * Merges two states of a story that began as `base`. What one side changed, added, moved or
 * deleted is done; where both worked on the same block, their words combine; where they cannot,
 * both versions stay in the story and the conflict is listed. No text that a side wrote is dropped.
 * `newId` makes the ids of the blocks that hold the other version.
 */
export function mergeStories(
  base: StoryDocument,
  ours: StoryDocument,
  theirs: StoryDocument,
  newId: () => BlockId = newBlockId,
): Merge {
  const effort = newEffort();
  const lineages = lineagesOf(base, ours, theirs, effort);
  const order = mergeOrder(lineages.base, lineages.ours, lineages.theirs, stays);
  const giveId = givingIds(newId);
  const settled = order.map((lineage) => settle(lineage, giveId, newId, effort));
  const { notes, conflicts } = mergeNotes(base.notes ?? [], ours.notes ?? [], theirs.notes ?? []);
  const merged = settled.flatMap((one) => one.blocks);
  const isOneSides = [ours, theirs].some((side) => sameValue(movesOf(side.blocks), movesOf(merged)));
  const blocks = isOneSides ? merged : withPlacesNamed(merged);
  return {
    document: {
      schema: ours.schema,
      blocks,
      ...(notes.length > 0 ? { notes } : {}),
    },
    conflicts: [
      ...settled.flatMap(({ conflict }) => (conflict ? asItStands(conflict, blocks) : [])),
      ...conflicts,
    ],
  };
}
