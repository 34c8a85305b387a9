import { $getSelection, $isNodeSelection, $isRangeSelection, $setSelection } from "lexical";
import {
  acceptChanges,
  changesOf,
  type ChangeKind,
  rejectChanges,
  type ChangePlace,
  type Chosen,
  type OpenChange,
} from "#shared/changes/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $blockOf } from "../fields/field.ts";
import { $select } from "../fields/field-point.ts";
import { $standAtBlock } from "../place/stand-at-block.ts";
import { revealSelection } from "../place/reveal-selection.ts";
import type { ChangesParts, Decision, Which } from "./story-changes.ts";
import { $placeOf, $pointAt, fromStoryPlace, toStoryPlace } from "./story-places.ts";
import type { TextPlace } from "./tracked-place.ts";

/** What is selected: two places in text, or one block as a whole. */
type Selected = { readonly from: TextPlace; readonly to: TextPlace } | { readonly block: string } | null;

function $selectedPlaces(): Selected {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    const block = node && $blockOf(node);
    return block ? { block: $blockId(block) } : null;
  }
  if (!$isRangeSelection(selection)) return null;
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const [from, to] = [$placeOf(start), $placeOf(end)];
  return from && to ? { from, to } : null;
}

function isAt({ block, text }: ChangePlace, at: TextPlace, within: boolean): boolean {
  const place = toStoryPlace(at);
  if (!text || place?.block !== block || place.field !== text.field) return false;
  return within
    ? text.from < place.offset && place.offset < text.to
    : text.from <= place.offset && place.offset <= text.to;
}

function isExactly({ block, text }: ChangePlace, from: TextPlace, to: TextPlace): boolean {
  const [start, end] = [toStoryPlace(from), toStoryPlace(to)];
  if (!text || start?.block !== block || end?.block !== block) return false;
  return (
    start.field === text.field &&
    end.field === text.field &&
    start.offset === text.from &&
    end.offset === text.to
  );
}

const UNDER: readonly ChangeKind[] = ["insert"];

/** Of changes that lie over each other the one on top: what was struck or marked in what another put in. */
function onTop(changes: readonly OpenChange[], isIt: (place: ChangePlace) => boolean): readonly OpenChange[] {
  const having = (isKind: (kind: ChangeKind) => boolean): readonly OpenChange[] =>
    changes.filter(({ places }) => places.some((place) => isKind(place.kind) && isIt(place)));
  for (const isKind of [
    (kind: ChangeKind) => kind === "delete",
    (kind: ChangeKind) => !UNDER.includes(kind),
    () => true,
  ]) {
    const found = having(isKind);
    if (found.length > 0) return found;
  }
  return [];
}

/** The changes that the caret is in; else those that it touches; else those of its block as a whole. */
function changesAt(changes: readonly OpenChange[], at: TextPlace): readonly OpenChange[] {
  const inside = onTop(changes, (place) => isAt(place, at, true));
  if (inside.length > 0) return inside;
  const beside = onTop(changes, (place) => isAt(place, at, false));
  if (beside.length > 0) return beside;
  return onTop(changes, ({ block, text }) => text === null && block === at.block);
}

function idsOf(changes: readonly OpenChange[]): Chosen | null {
  return changes.length > 0 ? { ids: changes.map(({ id }) => id) } : null;
}

/** What the commands act on: the change at the caret, all of those selected, or the one selected as a whole. */
function chosenHere(document: StoryDocument, selected: Selected): Chosen | null {
  const changes = changesOf(document);
  if (!selected) return null;
  if ("block" in selected) {
    const { block } = selected;
    return idsOf(changes.filter(({ places }) => places.some((place) => place.block === block)));
  }
  const { from, to } = selected;
  if (from.block === to.block && from.field === to.field && from.offset === to.offset) {
    return idsOf(changesAt(changes, from));
  }
  const exact = onTop(changes, (place) => isExactly(place, from, to));
  if (exact.length > 0) return idsOf(exact);
  const [start, end] = [toStoryPlace(from), toStoryPlace(to)];
  return start && end ? { from: start, to: end } : null;
}

/** Accepts or rejects changes and puts the caret back where it was; says so where there are none. */
export async function decideOn(parts: ChangesParts, decision: Decision, which: Which): Promise<void> {
  const { editor, board, document, decide } = parts;
  const selected = editor.getEditorState().read($selectedPlaces, { editor });
  const chosen: Chosen | null = which === "here" ? chosenHere(document(), selected) : which;
  const resolve = decision === "accept" ? acceptChanges : rejectChanges;
  let isNothing = chosen === null;
  if (chosen !== null) {
    await decide((now) => {
      const next = resolve(now, chosen);
      isNothing = next === now;
      return next;
    });
  }
  if (isNothing) board.put("quiet", which === "here" ? words().changes.noneHere : words().changes.none);
}

function $goTo({ block: id, text }: ChangePlace): void {
  if (text) {
    const { field, from, to } = text;
    const [start, end] = [from, to].map((offset) => $pointAt(fromStoryPlace({ block: id, field, offset })));
    if (start && end) $select(start, end);
    return;
  }
  if (!$standAtBlock(id)) $setSelection(null);
}

/** Selects the text of a change, or goes to its block, and brings it into view. */
export function goToChange(parts: ChangesParts, { places: [place] }: OpenChange): void {
  if (!place) return;
  parts.editor.update(() => $goTo(place), { discrete: true, tag: "skip-scroll-into-view" });
  revealSelection(parts.editor, parts.scroller);
}

/** Goes to the change behind the caret, or the one before it; from the last on to the first. */
export function stepToChange(parts: ChangesParts, direction: 1 | -1): void {
  const { editor, board } = parts;
  const story = parts.document();
  const changes = changesOf(story);
  const order = new Map(story.blocks.map(({ id }, at) => [id, at]));
  const key = (block: string, field: string, offset: number): number =>
    (order.get(block) ?? 0) * 1e9 + ["runs", "caption", "credit"].indexOf(field) * 1e8 + offset;
  const selected = editor.getEditorState().read($selectedPlaces, { editor });
  const keyOf = (place: TextPlace): number => {
    const at = toStoryPlace(place);
    return at ? key(at.block, at.field, at.offset) : key(place.block, "credit", 9e7);
  };
  const edge = ((): number => {
    if (!selected) return -1;
    if ("block" in selected) return key(selected.block, "runs", 0);
    const isRange = keyOf(selected.from) !== keyOf(selected.to);
    return direction > 0 ? keyOf(isRange ? selected.to : selected.from) : keyOf(selected.from);
  })();
  const isRange = selected !== null && "from" in selected && keyOf(selected.from) !== keyOf(selected.to);
  const places = changes.map((change) => {
    const [place] = change.places;
    return { change, at: place ? key(place.block, place.text?.field ?? "runs", place.text?.from ?? 0) : 0 };
  });
  places.sort((a, b) => a.at - b.at);
  const isBeyond = ({ at }: { readonly at: number }): boolean =>
    direction > 0 ? (isRange ? at >= edge : at > edge) : at < edge;
  const next =
    direction > 0 ? (places.find(isBeyond) ?? places[0]) : (places.findLast(isBeyond) ?? places.at(-1));
  if (next) goToChange(parts, next.change);
  else board.put("quiet", words().changes.none);
}
