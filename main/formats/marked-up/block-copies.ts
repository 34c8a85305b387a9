import { unmovedOrder, type Block } from "#shared/document/index.ts";

/** One of the two texts that a marked-up file holds: what comes of accepting all, and of rejecting all. */
export const VIEWS = ["final", "original"] as const;
export type View = (typeof VIEWS)[number];

/** A block where it stands. One that was moved stands in two places, in each for one of the texts. */
export interface BlockCopy {
  readonly block: Block;
  readonly in: "both" | View;
}

function isMoved(block: Block | undefined): block is Block {
  return block?.tracked?.moves !== undefined;
}

/**
 * The blocks of a story with open moves in one order for both of its texts: each moved block where
 * it stood, for the original text, and where it stands now, for the final one.
 */
export function blockCopies(blocks: readonly Block[]): readonly BlockCopy[] {
  const before = unmovedOrder(blocks);
  const copies: BlockCopy[] = [];
  let [nowAt, beforeAt] = [0, 0];
  while (nowAt < blocks.length || beforeAt < before.length) {
    for (let block = before[beforeAt]; isMoved(block); block = before[(beforeAt += 1)]) {
      copies.push({ block, in: "original" });
    }
    for (let block = blocks[nowAt]; isMoved(block); block = blocks[(nowAt += 1)]) {
      const last = copies.at(-1);
      if (last?.block === block) copies[copies.length - 1] = { block, in: "both" };
      else copies.push({ block, in: "final" });
    }
    const block = blocks[nowAt];
    if (block) copies.push({ block, in: "both" });
    nowAt += 1;
    beforeAt += 1;
  }
  return copies;
}
