import {
  diffDocuments,
  type Block,
  type BlockId,
  type DocumentPatch,
  type StoryDocument,
} from "#shared/document/index.ts";
import { newEffort } from "./effort.ts";
import { movedItems } from "./increasing.ts";
import { sameParagraphs } from "./same-paragraph.ts";
import { withId } from "./same-content.ts";

/** Where a block of the revision belongs among what stands now: next to a neighbour that is still there. */
function placeAmong(
  now: readonly Block[],
  revision: readonly Block[],
  wanted: Block,
  nowOf: ReadonlyMap<Block, Block>,
): number {
  const at = revision.indexOf(wanted);
  const placeOf = (was: Block): number => {
    const is = nowOf.get(was);
    return is ? now.indexOf(is) : -1;
  };
  const earlier = revision
    .slice(0, at)
    .map(placeOf)
    .findLast((place) => place >= 0);
  if (earlier !== undefined) return earlier + 1;
  return (
    revision
      .slice(at + 1)
      .map(placeOf)
      .find((place) => place >= 0) ?? now.length
  );
}

function withBlockAsItWas(
  current: StoryDocument,
  revision: StoryDocument,
  blockId: BlockId,
): readonly Block[] {
  const partners = sameParagraphs(revision.blocks, current.blocks, newEffort());
  const nowOf = new Map([...partners].map(([is, was]) => [was, is]));
  const named = current.blocks.find(({ id }) => id === blockId);
  const wanted = revision.blocks.find(({ id }) => id === blockId) ?? (named && partners.get(named));
  if (!wanted) return current.blocks.filter((block) => block !== named);
  const present = nowOf.get(wanted) ?? named;
  const restored = withId(wanted, present?.id ?? wanted.id);
  const revisionOrder = revision.blocks.map((was) => nowOf.get(was) ?? was);
  if (present && !movedItems(revisionOrder, current.blocks).has(present)) {
    return current.blocks.map((block) => (block === present ? restored : block));
  }
  const others = current.blocks.filter((block) => block !== present);
  return others.toSpliced(placeAmong(others, revision.blocks, wanted, nowOf), 0, restored);
}

/**
 * The edit that puts one block back as it was in a revision: its text and facts, and its place
 * beside the neighbours it had, where they are still there. A block that the revision has not goes;
 * one that neither story has changes nothing. A paragraph that has another id by now keeps that.
 */
export function restoreBlock(
  current: StoryDocument,
  revision: StoryDocument,
  blockId: BlockId,
): DocumentPatch {
  return diffDocuments(current, { ...current, blocks: withBlockAsItWas(current, revision, blockId) });
}

/**
 * The edit that puts every block back as it was in a revision. Notes stay as they are now: what has
 * been answered since stays answered. Those of the revision that are gone by now come back with it.
 */
export function restoreStory(current: StoryDocument, revision: StoryDocument): DocumentPatch {
  const now = current.notes ?? [];
  const known = new Set(now.map(({ id }) => id));
  const back = revision.notes?.filter(({ id }) => !known.has(id)) ?? [];
  return diffDocuments(current, { ...revision, notes: [...now, ...back] });
}
