import { saysNothing, type Block, type BlockId } from "#shared/document/index.ts";
import type { ComparedBlock, StoryComparison } from "#shared/merge/index.ts";

/** A block of a marked-up story. */
export interface MarkedBlock {
  readonly key: string;
  readonly block: ComparedBlock;
  /** Whether it moved towards the head or the foot of the story; null where it did not. */
  readonly moved: "up" | "down" | null;
  readonly differs: boolean;
}

/** The id by which a block is put back. */
export function blockIdOf(block: ComparedBlock): BlockId {
  return block.state === "removed" ? block.before.id : block.after.id;
}

/** An empty line that came, went or moved is nothing that anybody wants to see. */
function isEmptyChange(block: ComparedBlock): boolean {
  switch (block.state) {
    case "added":
      return saysNothing(block.after);
    case "removed":
      return saysNothing(block.before);
    case "movedAway":
      return saysNothing(block.after) && saysNothing(block.before);
    default:
      return false;
  }
}

/** The blocks of a comparison as they are shown, with the way that moved ones went. */
export function markedBlocks({ blocks }: StoryComparison): readonly MarkedBlock[] {
  const leftAt = new Map<Block, number>();
  const cameAt = new Map<Block, number>();
  for (const [at, block] of blocks.entries()) {
    if (block.state === "movedAway") leftAt.set(block.after, at);
    else if ("moved" in block && block.moved) cameAt.set(block.after, at);
  }
  const wayOf = (after: Block): "up" | "down" =>
    (leftAt.get(after) ?? 0) < (cameAt.get(after) ?? 0) ? "down" : "up";
  return blocks
    .filter((block) => !isEmptyChange(block))
    .map((block): MarkedBlock => {
      const key = `${block.state === "movedAway" ? "left " : ""}${blockIdOf(block)}`;
      const hasMoved = block.state === "movedAway" || ("moved" in block && block.moved);
      const moved = hasMoved && !saysNothing(block.after) ? wayOf(block.after) : null;
      const differs = moved !== null || block.state !== "unchanged";
      return { key, block, moved, differs };
    });
}
