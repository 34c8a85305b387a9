import {
  finalBlock,
  newBlockId,
  originalBlock,
  standingView,
  type Block,
  type BlockId,
  type StoryDocument,
} from "#shared/document/index.ts";
import { newEffort } from "#shared/merge/effort.ts";
import { sameContent, sameValue, withId } from "#shared/merge/same-content.ts";
import { outsideVersion } from "#shared/merge/outside-version.ts";
import { sameParagraphs } from "#shared/merge/same-paragraph.ts";
import { changeIdsOf, hasChanges } from "./changes-of.ts";
import { noteIdsOf } from "./keep-notes.ts";
import { signedAsInCopy } from "./own-names.ts";
import { trackEdit } from "./track-edit.ts";
import type { Tracking } from "./tracking.ts";
import { withMoves } from "./with-moves.ts";

/** Whether two blocks read alike both before and after all that is open on them. */
function tellsTheSame(a: Block, b: Block): boolean {
  const [ours, theirs] = [a.tracked ?? {}, b.tracked ?? {}];
  const hasSame = (stamp: "inserted" | "deleted"): boolean => stamp in ours === stamp in theirs;
  return (
    hasSame("inserted") &&
    hasSame("deleted") &&
    sameContent(originalBlock(a), originalBlock(b)) &&
    sameContent(finalBlock(a), finalBlock(b)) &&
    sameValue(noteIdsOf(a), noteIdsOf(b))
  );
}

function byId(blocks: readonly Block[]): ReadonlyMap<BlockId, Block> {
  return new Map(blocks.map((block) => [block.id, block]));
}

/**
 * Blocks that differ by nothing but what is open in the later story, with those changes in place of
 * one change for all of them: whose they are, and when each was made, is known.
 */
function withOwnChanges(
  tracked: readonly Block[],
  older: readonly Block[],
  newer: readonly Block[],
): readonly Block[] {
  const [was, is] = [byId(older), byId(newer)];
  return tracked.map((block) => {
    const [before, after] = [was.get(block.id), is.get(block.id)];
    if (!after || !hasChanges(after)) return block;
    const open = changeIdsOf(after);
    const keepsAll = before === undefined || changeIdsOf(before).every((id) => open.includes(id));
    return keepsAll && tellsTheSame(block, after) ? withMoves(after, block.tracked?.moves ?? []) : block;
  });
}

/**
 * The later of two states of a story as tracked changes of the earlier one, word by word: of two
 * revisions, or of a version that came in from elsewhere. A paragraph that has another id in the
 * later one is known again by its words (see docs/compare.md) and keeps the id that it has in the
 * earlier. What is open in the earlier state stays open. So does what is open in the later one in blocks
 * that differ by that alone; elsewhere it is taken as done.
 */
export function asTrackedChanges(
  older: StoryDocument,
  newer: StoryDocument,
  by: Omit<Tracking, "hint" | "grain">,
): StoryDocument {
  const partners = sameParagraphs(older.blocks, newer.blocks, newEffort());
  const taken = new Set(older.blocks.map(({ id }) => id));
  const blocks = newer.blocks.map((block): Block => {
    const was = partners.get(block);
    // What is struck in the earlier story stays struck there: where it stands again, it is put in anew.
    if (was && !(was.tracked?.deleted && !block.tracked?.deleted)) return withId(block, was.id);
    // A block that took over the id of one that it has nothing to do with gets one of its own.
    return taken.has(block.id) ? withId(block, newBlockId()) : block;
  });
  const after = standingView({ ...newer, blocks });
  const tracked = trackEdit(older, after, { ...by, grain: "words" });
  return { ...tracked, blocks: withOwnChanges(tracked.blocks, older.blocks, blocks) };
}

/**
 * A version of a story that came in from outside as tracked changes of the one on the desk, word by
 * word; see {@link outsideVersion} for what is taken as changed. What is open in the story stays open, and
 * what is open in the copy keeps its names and times where it can be told ({@link signedAsInCopy}).
 */
export function outsideAsTrackedChanges(
  now: StoryDocument,
  copy: StoryDocument,
  tracking: Omit<Tracking, "hint" | "grain">,
): StoryDocument {
  const tracked = trackEdit(now, outsideVersion(now, copy).document, { ...tracking, grain: "words" });
  return signedAsInCopy(tracked, now, copy, tracking);
}
