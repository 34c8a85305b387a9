import type { BlockId, Stamp, StoryDocument } from "#shared/document/index.ts";
import { comparePlaces, placeKey, type PlaceKey } from "./place-order.ts";
import type { RunField, TextPlace } from "./tracking.ts";

/**
 * Which changes are decided on: all of them, some by their ids, all of one person, or what lies
 * between two places. Of a change that lies there in part only that part is decided on.
 */
export type Chosen =
  | "all"
  | { readonly ids: readonly string[] }
  | { readonly by: string }
  | { readonly from: TextPlace; readonly to: TextPlace };

/** Tells of a change at its place whether it is chosen. */
export interface Chooser {
  /** A change of a stretch of text that lies inside or outside of what is chosen as a whole. */
  readonly text: (stamp: Stamp, block: BlockId, field: RunField, from: number, length: number) => boolean;
  /** A change of a block: its break, its facts, its place. */
  readonly block: (stamp: Stamp, block: BlockId) => boolean;
  /** Where a text has to be cut so that each part is chosen or not. */
  readonly cuts: (block: BlockId, field: RunField) => readonly number[];
}

function anywhere(isChosen: (stamp: Stamp) => boolean): Chooser {
  return { text: isChosen, block: isChosen, cuts: () => [] };
}

function within(document: StoryDocument, from: TextPlace, to: TextPlace): Chooser {
  const places = new Map(document.blocks.map(({ id }, at) => [id, at]));
  const key = (place: TextPlace): PlaceKey => placeKey(places, place);
  const [first, last] = [key(from), key(to)].toSorted(comparePlaces);
  if (!first || !last) return anywhere(() => false);
  return {
    text: (_stamp, block, field, at, length) =>
      comparePlaces(key({ block, field, offset: at }), first) >= 0 &&
      comparePlaces(key({ block, field, offset: at + length }), last) <= 0,
    block: (_stamp, block) => {
      const place = places.get(block) ?? -1;
      return place > first[0]
        ? place <= last[0]
        : place === first[0] && (first[2] === 0 || first[0] === last[0]);
    },
    cuts: (block, field) =>
      [from, to]
        .filter((place) => place.block === block && place.field === field)
        .map(({ offset }) => offset)
        .toSorted((a, b) => a - b),
  };
}

/** Reads what is chosen of a story. */
export function chooser(document: StoryDocument, chosen: Chosen): Chooser {
  if (chosen === "all") return anywhere(() => true);
  if ("ids" in chosen) {
    const ids = new Set(chosen.ids);
    return anywhere(({ id }) => ids.has(id));
  }
  if ("by" in chosen) return anywhere(({ by }) => by === chosen.by);
  return within(document, chosen.from, chosen.to);
}
