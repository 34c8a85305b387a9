import { $getSelection, $isRangeSelection } from "lexical";
import type { Block } from "#shared/document/index.ts";
import { sameJson } from "../blocks/same-json.ts";
import { $select } from "../fields/field-point.ts";
import { $placeOf, $pointAt } from "./story-places.ts";
import { trackedPlaces, type Side, type TextPlace } from "./tracked-place.ts";

/** Where a selection in text begins and ends; empty where there is none. */
export type SelectedPlaces = readonly (TextPlace | null)[];

/** The anchor and the focus of what is selected in text. */
export function $selectedPlaces(): SelectedPlaces {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? [$placeOf(selection.anchor), $placeOf(selection.focus)] : [];
}

/** The stretch of blocks in which two lists differ or in which one of the places is. */
function changedStretch(
  was: readonly Block[],
  is: readonly Block[],
  places: SelectedPlaces,
): readonly [readonly Block[], readonly Block[]] {
  const held = new Set(places.map((place) => place?.block));
  const isSame = (a: Block | undefined, b: Block | undefined): boolean =>
    a !== undefined && b !== undefined && a.id === b.id && !held.has(a.id) && (a === b || sameJson(a, b));
  const most = Math.min(was.length, is.length);
  let head = 0;
  while (head < most && isSame(was[head], is[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(was.at(-1 - tail), is.at(-1 - tail))) tail += 1;
  return [was.slice(head, was.length - tail), is.slice(head, is.length - tail)];
}

/**
 * Selects anew what was selected in blocks that were edited, once struck text has been put back among
 * them; `side` says where the caret goes of text that was put back right at it.
 */
export function $reselect(
  places: SelectedPlaces,
  edited: readonly Block[],
  tracked: readonly Block[],
  side: Side,
): void {
  const selection = $getSelection();
  const [anchor, focus] = places;
  if (!$isRangeSelection(selection) || !anchor || !focus) return;
  const [was, is] = changedStretch(edited, tracked, places);
  const [from, to] = trackedPlaces([anchor, focus], was, is, side);
  const [start, end] = [from && $pointAt(from), to && $pointAt(to)];
  if (!start || !end) return;
  const { format, style } = selection;
  const selected = $select(start, end);
  selected.setFormat(format);
  selected.setStyle(style);
}
