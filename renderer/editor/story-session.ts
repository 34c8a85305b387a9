import type { MutableObservable, Observable } from "#renderer/app/observable.ts";
import type { OfferedTails } from "#renderer/tail/offered-tail.ts";
import type { ChangesView, StoryChanges } from "./suggesting/story-changes.ts";
import type { FitMarks } from "./fit-marks/fit-marks.ts";
import type { StoryNotes } from "./notes/story-notes.ts";
import type { StoryVersions } from "./versions/story-versions.ts";
import type { Hit } from "#shared/find/find-hits.ts";
import type { StoryPlace } from "#shared/fit/depth/index.ts";
import type { RevisionId, StorySummary } from "#shared/contract/index.ts";
import type {
  BlockId,
  BlockKind,
  DocumentPatch,
  StoryCounts,
  StoryDocument,
  TextLength,
} from "#shared/document/index.ts";

/** How safe the text on screen is. `saved` is said only after the core has committed. */
export type SaveState =
  | { readonly state: "saved"; readonly atMs: number }
  | { readonly state: "editing" }
  | { readonly state: "saving"; readonly sinceMs: number }
  /** Not saved, and why; saving is tried again by itself where that can help. */
  | { readonly state: "failed"; readonly message: string; readonly code: string };

/** What the state line at the foot shows of the open story. */
export interface SessionStatus {
  readonly save: SaveState;
  readonly counts: StoryCounts;
  /** How long the story is; null until it has been measured. */
  readonly length: TextLength | null;
  /** How long what is selected is; null where nothing is. */
  readonly selected: TextLength | null;
  /** The kind of the block with the caret; null where the caret is nowhere. */
  readonly kind: BlockKind | null;
  /** How many placeholders (TK) are left in the text. */
  readonly tks: number;
  /** Whether what is not saved lies in the browser's own database at least. */
  readonly isKeptHere: boolean;
  /** Whether edits are tracked as changes for others to decide on. */
  readonly isSuggesting: boolean;
  /** How many tracked changes nobody has decided on. */
  readonly openChanges: number;
  /** How many queries nobody has answered or resolved. */
  readonly openQueries: number;
  /** How the text with its changes is shown. */
  readonly changesView: ChangesView;
}

/** An edit that was made from outside the text. */
export interface StoryEdit {
  /** Undoes it by the editor's own history; false where something else was done since. */
  readonly undo: () => boolean;
}

/** Where the editor came to rest last. A new one is told each time, also where the caret has not moved. */
export interface Settled {
  /** The block with the caret; null where the caret is nowhere. */
  readonly block: BlockId | null;
  /** The ids of the notes at the caret. */
  readonly notes: readonly string[];
  /** False where this is told in the middle of typing that does not stop. */
  readonly isAtRest: boolean;
}

/** One story that is open on screen: what the rest of the window may know and ask of the editor. */
export interface StorySession {
  readonly summary: Observable<StorySummary>;
  readonly status: Observable<SessionStatus>;
  /** Told when the text or the caret has come to rest, for what is drawn beside the page. */
  readonly settled: Observable<Settled>;
  /** The other version of the story, where two windows wrote it at once. */
  readonly versions: StoryVersions;
  /** What was typed here and never reached the newsroom. */
  readonly tails: OfferedTails;
  /** Commits what is not committed yet. False where that failed. */
  readonly flush: () => Promise<boolean>;
  /** Puts picture files behind the block with the caret. */
  readonly insertPhotos: (files: readonly File[]) => Promise<void>;
  /** The text as it stands on the page, committed or not. */
  readonly document: () => StoryDocument;
  /**
   * Commits what stands, then changes the text as `patchOf` says: one step of undo, saved like any
   * other. Where it puts a revision back, `restores` names it. Null where what stands could not be
   * saved; nothing is changed then.
   */
  readonly edit: (
    patchOf: (now: StoryDocument) => DocumentPatch,
    restores?: RevisionId,
  ) => Promise<StoryEdit | null>;
  /**
   * Changes the text as `decided` says, like `edit`, but is never tracked itself: for accepting and
   * rejecting changes, and for notes. The caret stays between the characters where it was.
   */
  readonly decide: (decided: (now: StoryDocument) => StoryDocument) => Promise<StoryEdit | null>;
  /** The tracked changes of the story: what a list of them shows and does. */
  readonly changes: StoryChanges;
  /** The notes and queries of the story: what a list of them shows and does. */
  readonly notes: StoryNotes;
  /** What the composer marks on the page. */
  readonly fitMarks: MutableObservable<FitMarks>;
  /** Selects from one place of the composer's to another, and brings that into view. */
  readonly selectPlaces: (from: StoryPlace, to: StoryPlace) => void;
  /** Selects what was found in it, and brings that into view. */
  readonly showHit: (hit: Hit) => void;
  /** Puts the caret at the head of a block, and the block into view. */
  readonly goTo: (block: BlockId) => void;
  /** Makes a change to the window; the line with the caret stays where it is on screen. */
  readonly holdLine: (change: () => void) => void;
  /** Puts a block before another, or at the end for null: one step of undo. The caret stays in its text. */
  readonly move: (block: BlockId, before: BlockId | null) => void;
  /** Puts the caret back into the text; `still` leaves the page scrolled as it is. */
  readonly focus: (how?: { readonly still: boolean }) => void;
}
