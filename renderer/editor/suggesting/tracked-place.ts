import { hasRuns, type Block, type BlockId, type Run } from "#shared/document/index.ts";
import type { PhotoFieldName } from "../blocks/kinds.ts";

/** A place in the text of some blocks: a block, one of its fields, and an offset in UTF-16 units. */
export interface TextPlace {
  readonly block: BlockId;
  readonly field: PhotoFieldName | "text";
  readonly offset: number;
}

/** On which side of text that was put back at the caret the caret stands. */
export type Side = "before" | "behind";

const LINE = "\u0001";
const CLOSED = "\u0002";
const FIELD = "\u0003";

interface Opening {
  readonly block: BlockId;
  readonly field: TextPlace["field"];
  /** Where its text begins in the row. */
  readonly from: number;
  readonly length: number;
}

/** The text of blocks in one row: every character, and a sign of its own where a block or a field begins. */
interface Row {
  readonly signs: string;
  readonly struck: readonly boolean[];
  readonly openings: readonly Opening[];
}

function fieldsOf(block: Block): readonly (readonly [TextPlace["field"], readonly Run[]])[] {
  if (hasRuns(block)) return [["text", block.runs]];
  if (block.kind === "unknown") return [];
  return [
    ["caption", block.caption],
    ["credit", block.credit],
    ["alt", block.alt === "" ? [] : [{ text: block.alt }]],
  ];
}

function rowOf(blocks: readonly Block[]): Row {
  let signs = "";
  const struck: boolean[] = [];
  const openings: Opening[] = [];
  const put = (text: string, isStruck: boolean): void => {
    signs += text;
    for (let at = 0; at < text.length; at += 1) struck.push(isStruck);
  };
  for (const block of blocks) {
    const isGone = block.tracked?.deleted !== undefined;
    if (!hasRuns(block)) put(CLOSED, isGone);
    for (const [field, runs] of fieldsOf(block)) {
      put(field === "text" ? LINE : FIELD, isGone);
      const from = signs.length;
      for (const { text, deleted } of runs) put(text, deleted !== undefined);
      openings.push({ block: block.id, field, from, length: signs.length - from });
    }
  }
  return { signs, struck, openings };
}

/**
 * Where each sign of one row stands in another that holds them all, in the same order, with others
 * between. Unless both rows are `decided` on, text that stands is never taken for text that is struck.
 */
function stands(row: Row, within: Row, isDecided = false): readonly number[] {
  const isSame = (found: number, nth: number): boolean =>
    within.signs[found] === row.signs[nth] &&
    (isDecided || within.struck[found] === false || row.struck[nth] === true);
  const places: number[] = [];
  let at = 0;
  for (let nth = 0; nth < row.signs.length; nth += 1) {
    let found = at;
    while (found < within.signs.length && !isSame(found, nth)) found += 1;
    // What was not found would take all that follows with it; it is passed over instead.
    if (found >= within.signs.length) {
      places.push(at - 1);
      continue;
    }
    places.push(found);
    at = found + 1;
  }
  return places;
}

function placeAt(row: Row, at: number): TextPlace | null {
  const opening = row.openings.findLast(({ from }) => from <= at) ?? row.openings[0];
  if (!opening) return null;
  const offset = Math.max(0, Math.min(at - opening.from, opening.length));
  return { block: opening.block, field: opening.field, offset };
}

/**
 * Where places in some blocks are once struck text and struck blocks have been put back among them.
 * Text that was put back right at a place comes behind it, or before it where `side` says "behind".
 */
export function trackedPlaces(
  places: readonly TextPlace[],
  edited: readonly Block[],
  tracked: readonly Block[],
  side: Side,
): readonly (TextPlace | null)[] {
  const from = rowOf(edited);
  const to = rowOf(tracked);
  const where = stands(from, to);
  return places.map(({ block, field, offset }) => {
    const opening = from.openings.find((one) => one.block === block && one.field === field);
    if (!opening) return null;
    const gap = opening.from + offset;
    const before = (where[gap - 1] ?? -1) + 1;
    const behind = where[gap] ?? to.signs.length;
    return placeAt(to, side === "before" || behind < before ? before : behind);
  });
}

/**
 * Where a place in a story is once changes in it were accepted or rejected: between the same
 * characters, as far as they are still there. Null where nothing of its blocks is left.
 */
export function decidedPlace(
  place: TextPlace,
  before: readonly Block[],
  after: readonly Block[],
): TextPlace | null {
  const left = new Map(after.map((block) => [block.id, block]));
  const at = before.findIndex(({ id }) => id === place.block);
  let first = at;
  while (first > 0 && !left.has(before[first]?.id ?? "")) first -= 1;
  const home = left.get(before[first]?.id ?? "");
  if (at < 0 || !home) return null;
  const from = rowOf(before.slice(first, at + 1));
  const to = rowOf([home]);
  const opening = from.openings.find((one) => one.block === place.block && one.field === place.field);
  if (!opening) return null;
  const gap = opening.from + place.offset;
  const where = stands(to, from, true);
  let count = 0;
  for (const [nth, found] of where.entries()) if (found < gap) count = nth + 1;
  return placeAt(to, count);
}
