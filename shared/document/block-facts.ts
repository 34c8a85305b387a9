import { hasRuns, type Block, type KnownBlock, type PhotoBlock, type RunBlock } from "./block.ts";
import type { BlockFacts } from "./block-tracking.ts";
import { NO_PICTURE } from "./picture.ts";

const NO_FACTS: BlockFacts = {
  kind: "paragraph",
  alternates: [],
  authors: [],
  agency: null,
  asset: NO_PICTURE,
  alt: "",
  crop: null,
  size: null,
};

/** What a block says beside its running text; empty where its kind does not say it. */
export function factsOf(block: Block): BlockFacts {
  if (block.kind === "unknown") return NO_FACTS;
  if (!hasRuns(block)) {
    const { asset, alt, crop, size } = block;
    return { ...NO_FACTS, asset, alt, crop, size };
  }
  return {
    ...NO_FACTS,
    kind: block.kind,
    alternates: block.kind === "headline" ? (block.alternates ?? []) : [],
    authors: block.kind === "byline" ? block.authors : [],
    agency: block.kind === "byline" ? block.agency : null,
  };
}

function lineWith(block: RunBlock, { kind, alternates, authors, agency }: BlockFacts): RunBlock {
  const { id, runs, tracked } = block;
  const rest = tracked ? { tracked } : {};
  if (kind === "byline") return { id, kind, authors, agency, runs, ...rest };
  if (kind === "headline") {
    return { id, kind, runs, ...(alternates.length > 0 ? { alternates } : {}), ...rest };
  }
  return { id, kind, runs, ...rest };
}

/** The same block with other facts: those that its kind cannot hold are left out. */
export function withFacts(block: PhotoBlock, facts: Partial<BlockFacts>): PhotoBlock;
export function withFacts(block: RunBlock, facts: Partial<BlockFacts>): RunBlock;
export function withFacts(block: KnownBlock, facts: Partial<BlockFacts>): KnownBlock;
export function withFacts(block: Block, facts: Partial<BlockFacts>): Block;
export function withFacts(block: Block, facts: Partial<BlockFacts>): Block {
  if (block.kind === "unknown") return block;
  const all = { ...factsOf(block), ...facts };
  if (hasRuns(block)) return lineWith(block, all);
  const { asset, alt, crop, size } = all;
  return { ...block, asset, alt, crop, size };
}
