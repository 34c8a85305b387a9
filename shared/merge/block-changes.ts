import {
  hasRuns,
  type AssetId,
  type Block,
  type BlockTracking,
  type Crop,
  type PhotoBlock,
  type PrintSize,
  type Run,
  type RunBlock,
  type UnknownBlock,
} from "#shared/document/index.ts";
import type { Effort } from "./effort.ts";
import { sameContent, sameValue } from "./same-content.ts";
import { compareRuns, type TextPiece } from "./text-pieces.ts";

/** The texts that a block can hold. */
export type TextField = "runs" | "caption" | "credit" | "alt";

/** One fact that two values of a block tell differently. */
interface FactChange<What extends string, Value> {
  readonly what: What;
  readonly before: Value;
  readonly after: Value;
}

interface TextDifference<What extends "words" | "formatting"> {
  readonly what: What;
  readonly field: TextField;
  readonly pieces: readonly TextPiece[];
}

/** A text that differs: in its words (`words`), or in marks, links, tracked changes and notes alone (`formatting`). */
export type TextChange = TextDifference<"words"> | TextDifference<"formatting">;

/** One way in which a block differs from what it was. */
export type BlockChange =
  | TextChange
  | FactChange<"kind", Block["kind"]>
  | FactChange<"alternates", readonly (readonly Run[])[]>
  | FactChange<"authors", readonly string[]>
  | FactChange<"agency", string | null>
  | FactChange<"asset", AssetId>
  | FactChange<"crop", Crop | null>
  | FactChange<"size", PrintSize | null>
  | FactChange<"raw", UnknownBlock["raw"]>
  | FactChange<"tracked", BlockTracking | null>;

/** What a block of running text says beside its words; the kinds that cannot hold a fact have it empty. */
export interface LineFacts {
  readonly kind: RunBlock["kind"];
  readonly runs: readonly Run[];
  readonly alternates: readonly (readonly Run[])[];
  readonly authors: readonly string[];
  readonly agency: string | null;
}

/** The facts of any block of running text. */
export function lineFacts(block: RunBlock): LineFacts {
  return {
    kind: block.kind,
    runs: block.runs,
    alternates: block.kind === "headline" ? (block.alternates ?? []) : [],
    authors: block.kind === "byline" ? block.authors : [],
    agency: block.kind === "byline" ? block.agency : null,
  };
}

function textChange(
  field: TextField,
  before: readonly Run[],
  after: readonly Run[],
  effort: Effort,
): readonly TextChange[] {
  const pieces = compareRuns(before, after, effort);
  if (pieces.every(({ kind }) => kind === "equal")) return [];
  const reworded = pieces.some(({ kind }) => kind === "added" || kind === "removed");
  return [{ what: reworded ? "words" : "formatting", field, pieces }];
}

function factChange<What extends string, Value>(
  what: What,
  before: Value,
  after: Value,
): readonly FactChange<What, Value>[] {
  return sameValue(before, after) ? [] : [{ what, before, after }];
}

function lineChanges(before: RunBlock, after: RunBlock, effort: Effort): readonly BlockChange[] {
  const was = lineFacts(before);
  const is = lineFacts(after);
  return [
    ...factChange("kind", was.kind, is.kind),
    ...textChange("runs", was.runs, is.runs, effort),
    ...factChange("alternates", was.alternates, is.alternates),
    ...factChange("authors", was.authors, is.authors),
    ...factChange("agency", was.agency, is.agency),
  ];
}

function photoChanges(before: PhotoBlock, after: PhotoBlock, effort: Effort): readonly BlockChange[] {
  return [
    ...factChange("asset", before.asset, after.asset),
    ...textChange("caption", before.caption, after.caption, effort),
    ...textChange("credit", before.credit, after.credit, effort),
    ...textChange("alt", [{ text: before.alt }], [{ text: after.alt }], effort),
    ...factChange("crop", before.crop, after.crop),
    ...factChange("size", before.size, after.size),
  ];
}

/**
 * How a block differs from what it was, ids aside; empty where it does not. Both are of one family
 * (see `sameParagraphs`).
 */
export function blockChanges(before: Block, after: Block, effort: Effort): readonly BlockChange[] {
  if (sameContent(before, after)) return [];
  const tracked = factChange("tracked", before.tracked ?? null, after.tracked ?? null);
  if (before.kind === "unknown" && after.kind === "unknown") {
    return [...factChange("raw", before.raw, after.raw), ...tracked];
  }
  if (before.kind === "photo" && after.kind === "photo") {
    return [...photoChanges(before, after, effort), ...tracked];
  }
  return hasRuns(before) && hasRuns(after) ? [...lineChanges(before, after, effort), ...tracked] : [];
}
