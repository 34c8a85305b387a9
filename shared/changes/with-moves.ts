import { withTracking, type Block, type Move } from "#shared/document/index.ts";

/** A block with these open moves in place of its own. */
export function withMoves(block: Block, moves: readonly Move[]): Block {
  const { moves: _moves, ...rest } = block.tracked ?? {};
  return withTracking(block, { ...rest, moves });
}
