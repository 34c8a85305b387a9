import {
  originalRuns,
  type Link,
  type Mark,
  type PhotoBlock,
  type Run,
  type Stamp,
} from "#shared/document/index.ts";
import type { BlockCopy, View } from "./block-copies.ts";

/** What sets a stretch of text apart in one of the two texts. */
export interface Look {
  readonly marks: readonly Mark[];
  /** True for the dateline that leads a paragraph. */
  readonly dateline: boolean;
}

/** A picture among the text; `number` counts the pictures of the file from 1. */
export interface MarkedPicture {
  readonly photo: PhotoBlock;
  readonly number: number;
}

/** Text that keeps its words and stands elsewhere now. `name` joins the two places. */
export interface MarkedMove {
  readonly name: string;
  readonly stamp: Stamp;
}

/**
 * A stretch of text, or a picture, with its look in either text: null where it is not in that one.
 * What is in neither was put in by one person and struck out by another.
 */
export interface MarkedRun {
  readonly text: string;
  readonly picture?: MarkedPicture;
  readonly link?: Link;
  readonly final: Look | null;
  readonly original: Look | null;
  readonly inserted?: Stamp;
  readonly deleted?: Stamp;
  readonly moved?: MarkedMove;
  /** Who changed the look last. */
  readonly reformatted?: Stamp;
  readonly notes: readonly string[];
}

/** True where a run has a place in a text. */
export function isIn(run: MarkedRun, view: View): boolean {
  return run[view] !== null;
}

/** The marks of a run before all its open changes. */
function marksBefore({ inserted: _inserted, ...run }: Run): readonly Mark[] {
  return originalRuns([run])[0]?.marks ?? [];
}

/** What a whole block does to all that is in it: a new picture, one that is struck out, a block elsewhere. */
export interface WholeFate {
  readonly inserted: Stamp | undefined;
  readonly deleted: Stamp | undefined;
  readonly moved: MarkedMove | undefined;
}

/** A run of a block in one of its places; null where it has nothing to say there. */
export function markedRun(run: Run, place: BlockCopy["in"], fate: WholeFate): MarkedRun | null {
  const inserted = run.inserted ?? fate.inserted;
  const deleted = run.deleted ?? fate.deleted;
  if (run.text === "") return null;
  if (place === "original" && inserted) return null;
  if (place === "final" && deleted && !inserted) return null;
  // Where a block has two places, a note is on one of them: on what is struck out in the old, on all else in the new.
  const hasNotes = place !== "original" || deleted !== undefined;
  const format = run.formats?.at(-1);
  return {
    text: run.text,
    ...(run.link ? { link: run.link } : {}),
    final: deleted || place === "original" ? null : { marks: run.marks ?? [], dateline: false },
    original: inserted || place === "final" ? null : { marks: marksBefore(run), dateline: false },
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(fate.moved && place !== "both" && !inserted && !deleted ? { moved: fate.moved } : {}),
    ...(format ? { reformatted: format } : {}),
    notes: hasNotes ? (run.notes ?? []) : [],
  };
}
