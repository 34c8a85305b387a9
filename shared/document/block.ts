import { canonicalTracking, type BlockTracking } from "./block-tracking.ts";
import type { BlockId } from "./ids.ts";
import type { TextKind } from "./kinds.ts";
import type { AssetId, Crop, PrintSize } from "./picture.ts";
import { canonicalRuns, runsText, type Run } from "./run.ts";

/** What every block has, whatever its kind. */
interface AnyBlock {
  readonly id: BlockId;
  /** What changed about the block beside its text, and nobody has decided on yet. */
  readonly tracked?: BlockTracking;
}

export interface TextBlock extends AnyBlock {
  readonly kind: TextKind;
  readonly runs: readonly Run[];
}

export interface HeadlineBlock extends AnyBlock {
  readonly kind: "headline";
  readonly runs: readonly Run[];
  /** Other wordings kept beside the one that prints. */
  readonly alternates?: readonly (readonly Run[])[];
}

/**
 * `runs` is the line as it prints; `authors` and `agency` are the facts in it. Where `runs` is
 * empty the line is composed from the facts: see `bylineText` in `byline.ts`.
 */
export interface BylineBlock extends AnyBlock {
  readonly kind: "byline";
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly runs: readonly Run[];
}

/** One use of a picture: the caption, credit and alt text belong to this story, not to the archive. */
export interface PhotoBlock extends AnyBlock {
  readonly kind: "photo";
  readonly asset: AssetId;
  readonly caption: readonly Run[];
  readonly credit: readonly Run[];
  readonly alt: string;
  readonly crop: Crop | null;
  readonly size: PrintSize | null;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * A block that this version of Stet does not understand, most likely from a newer one. `raw` is
 * the block exactly as it was read; it is shown read-only and written back untouched.
 */
export interface UnknownBlock extends AnyBlock {
  readonly kind: "unknown";
  readonly raw: { readonly id: string; readonly [key: string]: JsonValue };
}

export type KnownBlock = TextBlock | HeadlineBlock | BylineBlock | PhotoBlock;
export type Block = KnownBlock | UnknownBlock;

/** A block whose `runs` are one line of running text: all but photos and unknown blocks. */
export type RunBlock = TextBlock | HeadlineBlock | BylineBlock;

/** True for the kinds whose text is one line of runs. */
export function hasRuns(block: Block): block is RunBlock {
  return block.kind !== "photo" && block.kind !== "unknown";
}

function withCanonicalTracking<B extends Block>({
  tracked,
  ...block
}: B): Omit<B, "tracked"> & {
  readonly tracked?: BlockTracking;
} {
  const canonical = tracked && canonicalTracking(tracked);
  return canonical ? { ...block, tracked: canonical } : block;
}

/** A known block with its runs and what is tracked of it in canonical form (see `canonicalRuns`). */
export function canonicalKnownBlock(block: KnownBlock): KnownBlock {
  if (block.kind === "photo") {
    return {
      ...withCanonicalTracking(block),
      caption: canonicalRuns(block.caption),
      credit: canonicalRuns(block.credit),
    };
  }
  if (block.kind === "headline") {
    const { alternates, ...rest } = withCanonicalTracking(block);
    const runs = canonicalRuns(block.runs);
    return alternates && alternates.length > 0
      ? { ...rest, runs, alternates: alternates.map(canonicalRuns) }
      : { ...rest, runs };
  }
  const runs = canonicalRuns(block.runs);
  if (block.kind === "byline") return { ...withCanonicalTracking(block), runs };
  return { ...withCanonicalTracking(block), runs };
}

/** Any block in its one stored form; what an unknown block came with is left as it is. */
export function canonicalBlock(block: Block): Block {
  return block.kind === "unknown" ? withCanonicalTracking(block) : canonicalKnownBlock(block);
}

/** The text of a block as it stands, deletions included; a photo's caption and credit, each on a line. */
export function blockText(block: Block): string {
  if (block.kind === "unknown") return "";
  if (block.kind === "photo") {
    return [runsText(block.caption), runsText(block.credit)].filter((line) => line !== "").join("\n");
  }
  return runsText(block.runs);
}

/** True for an empty line: nothing that anybody would miss. A picture always says something, and so does a byline with a name. */
export function saysNothing(block: Block): boolean {
  if (block.kind === "photo" || block.kind === "unknown") return false;
  if (block.kind === "byline" && (block.authors.length > 0 || block.agency !== null)) return false;
  return blockText(block).trim() === "";
}
