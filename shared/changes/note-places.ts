import {
  finalText,
  hasRuns,
  runsText,
  type Block,
  type BlockId,
  type Note,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { addNote, type NoteTarget } from "./notes.ts";
import { comparePlaces, placeKey, type PlaceKey } from "./place-order.ts";
import type { RunField, TextPlace } from "./tracking.ts";

/** A note of a story, where it stands, and the words that it is on or was on. */
export interface PlacedNote {
  readonly note: Note;
  /** From the first of its words to the last, or its block; null for an orphan. */
  readonly at: Exclude<NoteTarget, { readonly gone: string }> | null;
  /** The words as they print; those that are struck where all of them are. Of a block all of its text. */
  readonly quote: string;
}

interface Anchor {
  readonly from: TextPlace;
  readonly to: TextPlace;
  readonly printed: string;
  readonly all: string;
}

function textsOf(block: Block): readonly (readonly [RunField, readonly Run[]])[] {
  if (block.kind === "unknown") return [];
  return hasRuns(block)
    ? [["runs", block.runs]]
    : [
        ["caption", block.caption],
        ["credit", block.credit],
      ];
}

function printedText(block: Block): string {
  return textsOf(block)
    .map(([, runs]) => finalText(runs))
    .filter((text) => text !== "")
    .join(" ");
}

function anchorsIn(blocks: readonly Block[]): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const block of blocks) {
    for (const [field, runs] of textsOf(block)) {
      let offset = 0;
      for (const { text, notes = [], deleted } of runs) {
        const from: TextPlace = { block: block.id, field, offset };
        offset += text.length;
        const to: TextPlace = { block: block.id, field, offset };
        for (const id of notes) {
          const known = anchors.get(id);
          const isSameText = known?.to.block === block.id && known.to.field === field;
          const before = (words: string | undefined): string =>
            words === undefined || words === "" || isSameText ? (words ?? "") : `${words} `;
          anchors.set(id, {
            from: known?.from ?? from,
            to,
            printed: deleted ? (known?.printed ?? "") : before(known?.printed) + text,
            all: before(known?.all) + text,
          });
        }
      }
    }
  }
  return anchors;
}

/** Every note and query of a story in reading order; those whose words are gone come last, oldest first. */
export function notesInOrder({ blocks, notes = [] }: StoryDocument): readonly PlacedNote[] {
  if (notes.length === 0) return [];
  const anchors = anchorsIn(blocks);
  const places = new Map(blocks.map(({ id }, at) => [id, at]));
  const placed = notes.map((note): { readonly key: PlaceKey; readonly one: PlacedNote } => {
    const block = note.block === undefined ? undefined : blocks[places.get(note.block) ?? -1];
    if (block) {
      const place: TextPlace = { block: block.id, field: "runs", offset: -1 };
      return {
        key: placeKey(places, place),
        one: { note, at: { block: block.id }, quote: printedText(block) },
      };
    }
    const anchor = note.orphan ? undefined : anchors.get(note.id);
    if (!anchor) {
      const key: PlaceKey = [blocks.length, 0, Date.parse(note.at)];
      return { key, one: { note, at: null, quote: note.orphan?.quote ?? "" } };
    }
    const { from, to, printed, all } = anchor;
    return {
      key: placeKey(places, from),
      one: { note, at: { from, to }, quote: printed.trim() === "" ? all : printed },
    };
  });
  return placed.toSorted((a, b) => comparePlaces(a.key, b.key)).map(({ one }) => one);
}

const SCRATCH = "scratch";

/** The words that a note would be put on: all of a block where it would be put on that. */
export function wordsAt(document: StoryDocument, target: NoteTarget): string {
  if ("gone" in target) return target.gone;
  if ("block" in target) {
    const block = document.blocks.find(({ id }) => id === target.block);
    return block ? printedText(block) : "";
  }
  const note = { id: SCRATCH, kind: "note", by: SCRATCH, at: "", text: "" } as const;
  return anchorsIn(addNote(document, note, target).blocks).get(SCRATCH)?.all ?? "";
}

/** Where in a text words stand, as near to an offset as they do; -1 where they do not. */
function nearest(text: string, words: string, offset: number): number {
  const behind = text.indexOf(words, offset);
  const before = text.lastIndexOf(words, offset);
  if (behind < 0 || before < 0) return Math.max(behind, before);
  return offset - before <= behind - offset ? before : behind;
}

function foundIn(blocks: readonly Block[], quote: string, wanted: TextPlace): NoteTarget | null {
  const own = blocks.filter(({ id }) => id === wanted.block);
  const others = blocks.filter(({ id }) => id !== wanted.block);
  for (const block of [...own, ...others]) {
    for (const [field, runs] of textsOf(block)) {
      const at = nearest(runsText(runs), quote, block.id === wanted.block ? wanted.offset : 0);
      if (at < 0) continue;
      const place = (offset: number): TextPlace => ({ block: block.id, field, offset });
      return { from: place(at), to: place(at + quote.length) };
    }
  }
  return null;
}

/**
 * Where a note belongs now that was begun on these words while the story went on being edited: on the
 * same words, wherever they stand by now; else on their block; else on nothing but the words as they were.
 */
export function targetNow(document: StoryDocument, target: NoteTarget, quote: string): NoteTarget {
  if ("gone" in target) return target;
  const isThere = (id: BlockId): boolean => document.blocks.some((block) => block.id === id);
  if ("block" in target) return isThere(target.block) ? target : { gone: quote };
  if (wordsAt(document, target) === quote) return target;
  const found = quote === "" ? null : foundIn(document.blocks, quote, target.from);
  return found ?? (isThere(target.from.block) ? { block: target.from.block } : { gone: quote });
}
