import type { Block } from "./block.ts";
import type { BlockId } from "./ids.ts";
import type { Run } from "./run.ts";

function printedRuns(block: Block | undefined): readonly Run[] {
  if (block?.kind !== "factBox") return [];
  return block.runs.filter(({ deleted }) => deleted === undefined);
}

/** True where all that prints of a fact box's line is bold, and is more than space. */
function isWhollyBold(block: Block): boolean {
  const printed = printedRuns(block);
  const saysSomething = printed.some(({ text }) => text.trim() !== "");
  return saysSomething && printed.every(({ marks }) => marks?.includes("bold") === true);
}

/**
 * The titles of a story's fact boxes, by their ids. A fact box is a row of neighbouring lines; the first
 * of them is its title where it is wholly bold and the next one says something. No kind of its own is needed: an
 * editor sets a title bold anyway, and an older Stet shows it so.
 */
export function boxTitles(blocks: readonly Block[]): ReadonlySet<BlockId> {
  return new Set(
    blocks
      .filter(
        (block, at) =>
          blocks[at - 1]?.kind !== "factBox" && printedRuns(blocks[at + 1]).length > 0 && isWhollyBold(block),
      )
      .map(({ id }) => id),
  );
}
