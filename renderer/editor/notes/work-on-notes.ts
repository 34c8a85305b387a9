import {
  $addUpdateTag,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from "lexical";
import {
  notesInOrder,
  reopenNote,
  resolveNote,
  wordsAt,
  type NoteTarget,
  type PlacedNote,
  type TextPlace,
} from "#shared/changes/index.ts";
import { comparePlaces, placeKey, type PlaceKey } from "#shared/changes/place-order.ts";
import { runsText, type BlockId, type StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $blockNodesById } from "../codec/block-nodes.ts";
import { $runsOf } from "../codec/runs.ts";
import { $blockOf, type FieldNode } from "../fields/field.ts";
import { $fieldPoint, $select, type FieldPoint } from "../fields/field-point.ts";
import { $selectedBlocks } from "../fields/selected-blocks.ts";
import { $standAtBlock } from "../place/stand-at-block.ts";
import { revealSelection } from "../place/reveal-selection.ts";
import { $placeOf, $pointAt, fromStoryPlace, toStoryPlace } from "../suggesting/story-places.ts";
import { $notesHere } from "./notes-here.ts";
import type { NotesParts } from "./story-notes.ts";

const WORD_BEFORE = /[\p{L}\p{M}\p{N}’'-]+$/u;
const WORD_AFTER = /^[\p{L}\p{M}\p{N}’'-]+/u;

/** A place in a field as the document tells it; null in an alt text, whose letters have no notes. */
function $storyPlace(field: FieldNode, offset: number): TextPlace | null {
  const block = $blockOf(field);
  if (!block) return null;
  const name = $isStoryBlock(field) ? "text" : field.getField();
  return toStoryPlace({ block: $blockId(block), field: name, offset });
}

/** The word at the caret; the block where there is none. */
function $atCaret({ field, offset }: FieldPoint): NoteTarget | null {
  const block = $blockOf(field);
  if (!block) return null;
  const text = runsText($runsOf(field));
  const start = offset - (WORD_BEFORE.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (WORD_AFTER.exec(text.slice(offset))?.[0].length ?? 0);
  const [from, to] = [$storyPlace(field, start), $storyPlace(field, end)];
  return from && to && start < end ? { from, to } : { block: $blockId(block) };
}

/** What a note would be put on: the words selected, the word at the caret, or the block or picture; null where there is none. */
function $target(): NoteTarget | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    const block = node && $blockOf(node);
    return block ? { block: $blockId(block) } : null;
  }
  if (!$isRangeSelection(selection)) return null;
  if (selection.isCollapsed()) {
    const point = $fieldPoint(selection.anchor);
    return point && $atCaret(point);
  }
  const selected = $selectedBlocks(selection);
  const spans = selected
    .flatMap(({ spans: own }) => own)
    .map(({ field, from, to }) => ({ from: $storyPlace(field, from), to: $storyPlace(field, to) }));
  const from = spans.find((span) => span.from)?.from;
  const to = spans.findLast((span) => span.to)?.to;
  const [first] = selected;
  if (from && to) return { from, to };
  return first ? { block: $blockId(first.block) } : null;
}

/** What a note is begun on, with its words; says so where there is nothing. */
export function beginOn({ editor, board, document }: NotesParts): {
  readonly target: NoteTarget;
  readonly quote: string;
} | null {
  const target = editor.getEditorState().read($target, { editor });
  if (target) return { target, quote: wordsAt(document(), target) };
  board.put("quiet", words().notes.nowhere);
  return null;
}

function $goTo(at: NonNullable<PlacedNote["at"]>): void {
  $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
  if ("from" in at) {
    const [start, end] = [at.from, at.to].map((place) => $pointAt(fromStoryPlace(place)));
    if (start && end) $select(start, end);
    return;
  }
  $standAtBlock(at.block);
}

function go({ editor, scroller }: NotesParts, at: NonNullable<PlacedNote["at"]>): void {
  // A block that is selected as a whole takes the focus from the page: it must be there by then.
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(() => $goTo(at), { discrete: true });
  if ("from" in at) {
    revealSelection(editor, scroller);
    return;
  }
  const key = editor.getEditorState().read(() => $blockNodesById().get(at.block)?.getKey());
  const element = key === undefined ? null : editor.getElementByKey(key);
  element?.scrollIntoView({ block: "nearest" });
}

/** Selects the words of a note, or goes to its block; does nothing for an orphan. */
export function goToNote(parts: NotesParts, id: string): void {
  const at = notesInOrder(parts.document()).find(({ note }) => note.id === id)?.at;
  if (at) go(parts, at);
}

/** Selects the words of the first open query of a block. */
export function goToQueryIn(parts: NotesParts, block: BlockId): void {
  const query = notesInOrder(parts.document()).find(
    ({ note, at }) =>
      note.kind === "query" &&
      note.state === "open" &&
      at !== null &&
      ("from" in at ? at.from.block : at.block) === block,
  );
  if (query?.at) go(parts, query.at);
}

/** Where the caret is, in terms that can be compared with where notes begin. */
function $caretKey(places: ReadonlyMap<BlockId, number>): PlaceKey | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    const block = node && $blockOf(node);
    return block ? [places.get($blockId(block)) ?? -1, 0, -1] : null;
  }
  if (!$isRangeSelection(selection)) return null;
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const place = $placeOf(start);
  const at = place && toStoryPlace(place);
  if (at) return placeKey(places, at);
  return place && [places.get(place.block) ?? -1, Number.MAX_SAFE_INTEGER, 0];
}

function keyOf(places: ReadonlyMap<BlockId, number>, at: NonNullable<PlacedNote["at"]>): PlaceKey {
  return "from" in at
    ? placeKey(places, at.from)
    : placeKey(places, { block: at.block, field: "runs", offset: -1 });
}

/** Goes to the next note that is not resolved, or the one before; from the last on to the first. */
export function stepToNote(parts: NotesParts, direction: 1 | -1): void {
  const { editor, board } = parts;
  const story: StoryDocument = parts.document();
  const places = new Map(story.blocks.map(({ id }, at) => [id, at]));
  const open = notesInOrder(story).flatMap(({ note, at }) =>
    at && note.state !== "resolved" ? [{ at, key: keyOf(places, at) }] : [],
  );
  const at = editor.getEditorState().read(() => $caretKey(places), { editor }) ?? [-1, 0, 0];
  // A caret at the head of a block is where going to a note on that block has put it.
  const here: PlaceKey = direction < 0 && at[2] === 0 ? [at[0], at[1], -1] : at;
  const next =
    direction > 0
      ? (open.find(({ key }) => comparePlaces(key, here) > 0) ?? open[0])
      : (open.findLast(({ key }) => comparePlaces(key, here) < 0) ?? open.at(-1));
  if (next) go(parts, next.at);
  else board.put("quiet", words().notes.none);
}

/** Resolves the note at the caret, the one on the fewest words where there are several, or opens it again. */
export async function resolveHere({ editor, board, document, decide }: NotesParts): Promise<void> {
  const ids = editor.getEditorState().read($notesHere, { editor });
  const here = notesInOrder(document()).filter(({ note }) => ids.includes(note.id));
  const unresolved = here.filter(({ note }) => note.state !== "resolved");
  const [wanted] = (unresolved.length > 0 ? unresolved : here).toSorted(
    (a, b) => a.quote.length - b.quote.length,
  );
  if (!wanted) {
    board.put("quiet", words().notes.noneHere);
    return;
  }
  const { id, state } = wanted.note;
  await decide((now) => (state === "resolved" ? reopenNote(now, id) : resolveNote(now, id)));
}
