import type { BlockId } from "./ids.ts";
import { canonicalRuns, runsText, type Run } from "./run.ts";

/** Blocks that hold one line or paragraph of text and nothing else. */
export const TEXT_KINDS = [
  "deck",
  "source",
  "dateline",
  "paragraph",
  "subhead",
  "pullQuote",
  "listItem",
  "factBox",
  "tagline",
  "endMark",
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Every block kind that this version of Stet knows. */
export const BLOCK_KINDS = ["headline", "byline", "photo", ...TEXT_KINDS] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface TextBlock {
  readonly id: BlockId;
  readonly kind: TextKind;
  readonly runs: readonly Run[];
}

export interface HeadlineBlock {
  readonly id: BlockId;
  readonly kind: "headline";
  readonly runs: readonly Run[];
  /** Other wordings kept beside the one that prints. */
  readonly alternates?: readonly (readonly Run[])[];
}

/**
 * `runs` is the line as it prints; `authors` and `agency` are the facts in it. Where `runs` is
 * empty the line is composed from the facts: see `bylineText` in `byline.ts`.
 */
export interface BylineBlock {
  readonly id: BlockId;
  readonly kind: "byline";
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly runs: readonly Run[];
}

/** The part of a picture that prints, as fractions (0 to 1) of its upright width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The size at which a picture prints, in points. */
export interface PrintSize {
  readonly widthPt: number;
  readonly heightPt: number;
}

/** Names a photo by the SHA-256 of its bytes: `sha256:` and 64 lower-case hex digits. */
export type AssetId = `sha256:${string}`;

/** Stands in a photo block whose caption came in before its picture. */
export const NO_PICTURE: AssetId = `sha256:${"0".repeat(64)}`;

/** One use of a picture: the caption, credit and alt text belong to this story, not to the archive. */
export interface PhotoBlock {
  readonly id: BlockId;
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
export interface UnknownBlock {
  readonly id: BlockId;
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

/** A known block with its runs in canonical form (see `canonicalRuns`). */
export function canonicalKnownBlock(block: KnownBlock): KnownBlock {
  if (block.kind === "photo") {
    return { ...block, caption: canonicalRuns(block.caption), credit: canonicalRuns(block.credit) };
  }
  if (block.kind === "headline") {
    const { alternates, ...rest } = block;
    const runs = canonicalRuns(block.runs);
    return alternates && alternates.length > 0
      ? { ...rest, runs, alternates: alternates.map(canonicalRuns) }
      : { ...rest, runs };
  }
  return { ...block, runs: canonicalRuns(block.runs) };
}

/** Any block in its one stored form; an unknown block is left as it is. */
export function canonicalBlock(block: Block): Block {
  return block.kind === "unknown" ? block : canonicalKnownBlock(block);
}

/** The text of a block as it stands, deletions included; a photo's caption and credit, each on a line. */
export function blockText(block: Block): string {
  if (block.kind === "unknown") return "";
  if (block.kind === "photo") {
    return [runsText(block.caption), runsText(block.credit)].filter((line) => line !== "").join("\n");
  }
  return runsText(block.runs);
}
