import type { Observable } from "#renderer/app/observable.ts";
import type { StorySummary } from "#shared/contract/index.ts";
import type { BlockKind, Counts, StoryCounts } from "#shared/document/index.ts";

/** How safe the text on screen is. `saved` is said only after the core has committed. */
export type SaveState =
  | { readonly state: "saved"; readonly atMs: number }
  | { readonly state: "editing" }
  | { readonly state: "saving" }
  /** Not saved, and why; saving is tried again by itself where that can help. */
  | { readonly state: "failed"; readonly message: string; readonly code: string };

/** What the state line at the foot shows of the open story. */
export interface SessionStatus {
  readonly save: SaveState;
  readonly counts: StoryCounts;
  /** Counts of what is selected; null where nothing is. */
  readonly selected: Counts | null;
  /** The kind of the block with the caret; null where the caret is nowhere. */
  readonly kind: BlockKind | null;
}

/** One story that is open on screen: what the rest of the window may know and ask of the editor. */
export interface StorySession {
  readonly summary: Observable<StorySummary>;
  readonly status: Observable<SessionStatus>;
  /** Commits what is not committed yet. False where that failed. */
  readonly flush: () => Promise<boolean>;
  /** Puts picture files behind the block with the caret. */
  readonly insertPhotos: (files: readonly File[]) => Promise<void>;
  readonly focus: () => void;
}
