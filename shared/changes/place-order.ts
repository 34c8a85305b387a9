import type { BlockId } from "#shared/document/index.ts";
import type { RunField, TextPlace } from "./tracking.ts";

const FIELDS: readonly RunField[] = ["runs", "caption", "credit"];

/** A place as numbers that sort as the text reads: its block's place, its text, its offset. */
export type PlaceKey = readonly [block: number, field: number, offset: number];

/** The key of a place, by where each block stands; a block that is not there is before all others. */
export function placeKey(
  places: ReadonlyMap<BlockId, number>,
  { block, field, offset }: TextPlace,
): PlaceKey {
  return [places.get(block) ?? -1, FIELDS.indexOf(field), offset];
}

/** Which of two places comes first: negative where the first one does. */
export function comparePlaces(a: PlaceKey, b: PlaceKey): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
