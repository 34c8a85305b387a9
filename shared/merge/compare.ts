import type { Block, StoryDocument } from "#shared/document/index.ts";
import { blockChanges, type BlockChange } from "./block-changes.ts";
import {
  addChangedWords,
  NO_WORDS,
  wordsThatCame,
  wordsThatChanged,
  wordsThatWent,
  type ChangedWords,
} from "./changed-words.ts";
import { newEffort, type Effort } from "./effort.ts";
import { movedItems } from "./increasing.ts";
import { sameParagraphs, type Partners } from "./same-paragraph.ts";

/** A block that both stories have, where it stands now. `moved` blocks left a {@link MovedAway} behind. */
export interface KeptBlock {
  readonly state: "unchanged" | "changed";
  readonly before: Block;
  readonly after: Block;
  readonly moved: boolean;
  /** Every way in which it differs, ids aside; empty where it is unchanged. */
  readonly changes: readonly BlockChange[];
}

export interface AddedBlock {
  readonly state: "added";
  readonly after: Block;
}

/** A block that is gone, shown where it was. */
export interface RemovedBlock {
  readonly state: "removed";
  readonly before: Block;
}

/** The place that a moved block left: the block as it was, and as it is now elsewhere. */
export interface MovedAway {
  readonly state: "movedAway";
  readonly before: Block;
  readonly after: Block;
}

export type ComparedBlock = KeptBlock | AddedBlock | RemovedBlock | MovedAway;

export interface ComparisonSummary {
  /** Printing words, counted as the state line counts them. */
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly blocksAdded: number;
  readonly blocksRemoved: number;
  readonly blocksChanged: number;
  readonly blocksMoved: number;
  /** Photos that came, went, or differ in picture, caption, credit, alt text, crop or size. */
  readonly picturesChanged: number;
}

/** Two states of a story as one marked-up story, in reading order. */
export interface StoryComparison {
  readonly blocks: readonly ComparedBlock[];
  readonly summary: ComparisonSummary;
}

function wordsChanged(block: ComparedBlock, effort: Effort): ChangedWords {
  switch (block.state) {
    case "added":
      return wordsThatCame(block.after);
    case "removed":
      return wordsThatWent(block.before);
    case "changed":
      return wordsThatChanged(block.before, block.after, block.changes, effort);
    default:
      return NO_WORDS;
  }
}

function isChangedPicture(block: ComparedBlock): boolean {
  switch (block.state) {
    case "added":
    case "changed":
      return block.after.kind === "photo";
    case "removed":
      return block.before.kind === "photo";
    default:
      return false;
  }
}

function summaryOf(blocks: readonly ComparedBlock[], effort: Effort): ComparisonSummary {
  const words = blocks.map((block) => wordsChanged(block, effort)).reduce(addChangedWords, NO_WORDS);
  const inState = (state: ComparedBlock["state"]): number =>
    blocks.filter((block) => block.state === state).length;
  return {
    wordsAdded: words.added,
    wordsRemoved: words.removed,
    blocksAdded: inState("added"),
    blocksRemoved: inState("removed"),
    blocksChanged: inState("changed"),
    blocksMoved: inState("movedAway"),
    picturesChanged: blocks.filter(isChangedPicture).length,
  };
}

/** Puts both stories into one reading order: what is gone stands before what came in its place. */
function inReadingOrder(
  before: StoryDocument,
  after: StoryDocument,
  partners: Partners,
  effort: Effort,
): readonly ComparedBlock[] {
  const laterOf = new Map([...partners].map(([is, was]) => [was, is]));
  const beforeOrder = before.blocks.map((was) => laterOf.get(was) ?? was);
  const moved = movedItems(beforeOrder, after.blocks);
  const compared: ComparedBlock[] = [];
  let told = 0;
  const tellGone = (): void => {
    for (let was = before.blocks[told]; was; was = before.blocks[(told += 1)]) {
      const is = laterOf.get(was);
      if (is && !moved.has(is)) break;
      compared.push(is ? { state: "movedAway", before: was, after: is } : { state: "removed", before: was });
    }
  };
  tellGone();
  for (const is of after.blocks) {
    const was = partners.get(is);
    if (!was) {
      compared.push({ state: "added", after: is });
      continue;
    }
    const changes = blockChanges(was, is, effort);
    const state = changes.length > 0 ? "changed" : "unchanged";
    compared.push({ state, before: was, after: is, moved: moved.has(is), changes });
    if (moved.has(is)) continue;
    told += 1;
    tellGone();
  }
  return compared;
}

/**
 * Compares two states of a story, block by block and word by word, in canonical form. Blocks are
 * known by their ids, or by their text where an import gave them new ones. Words are compared as
 * they stand, tracked deletions included: give it two `finalView`s to compare what prints.
 *
 * Taking `before` of every block that is not added, without those that moved here, gives the
 * earlier story; taking every `after` where it stands now gives the later one.
 */
export function compareStories(
  before: StoryDocument,
  after: StoryDocument,
  effort: Effort = newEffort(),
): StoryComparison {
  const partners = sameParagraphs(before.blocks, after.blocks, effort);
  const blocks = inReadingOrder(before, after, partners, effort);
  return { blocks, summary: summaryOf(blocks, effort) };
}
