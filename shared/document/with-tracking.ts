import type { Block, RunBlock } from "./block.ts";
import { canonicalTracking, type BlockTracking } from "./block-tracking.ts";

/** The same block with other open changes beside its text; undefined for none. */
export function withTracking(block: RunBlock, tracked: BlockTracking | undefined): RunBlock;
export function withTracking(block: Block, tracked: BlockTracking | undefined): Block;
export function withTracking(block: Block, tracked: BlockTracking | undefined): Block {
  const { tracked: _tracked, ...rest } = block;
  const canonical = tracked && canonicalTracking(tracked);
  return canonical ? { ...rest, tracked: canonical } : rest;
}
