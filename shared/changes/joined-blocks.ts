import { hasRuns, runsText, type Block, type BlockId, type StoryDocument } from "#shared/document/index.ts";
import type { TextPlace } from "./tracking.ts";

/** Blocks that are gone, and the one that each one's text is part of now. */
export type JoinedBlocks = ReadonlyMap<BlockId, BlockId>;

/** Nothing was joined. */
export const NOT_JOINED: JoinedBlocks = new Map();

function textOf(block: Block | undefined): string {
  return block && hasRuns(block) ? runsText(block.runs) : "";
}

/**
 * What an edit joined to the block above. The texts alone cannot tell it from a block that was
 * deleted; the caret can: after a join, what stands behind it is what is left of the last block that
 * is gone.
 */
export function joinedAt(before: StoryDocument, after: StoryDocument, caret: TextPlace): JoinedBlocks {
  const { block: id, field, offset } = caret;
  const at = before.blocks.findIndex((block) => block.id === id);
  const text = textOf(after.blocks.find((block) => block.id === id));
  const rest = text.slice(offset);
  if (field !== "runs" || at < 0 || rest === "" || text === textOf(before.blocks[at])) return NOT_JOINED;
  const standing = new Set(after.blocks.map((block) => block.id));
  const below = before.blocks.slice(at + 1);
  const end = below.findIndex((block) => standing.has(block.id));
  const last = below.at(end < 0 ? -1 : end - 1);
  return last && !standing.has(last.id) && textOf(last).endsWith(rest)
    ? new Map([[last.id, id]])
    : NOT_JOINED;
}
