import { observable, type MutableObservable } from "#renderer/app/observable.ts";
import type { RevisionId, StoryId } from "#shared/contract/index.ts";
import type { OutsideCopy } from "./outside-copy.ts";

/** The keys that keep the story as it stands now under a name, and the field for that name. */
export const KEEP_KEYS = "Mod+Shift+S";
export const KEEP_NAME_ID = "history-keep-name";

/** Two states of one story. */
export interface ComparedVersions {
  readonly story: StoryId;
  readonly before: RevisionId;
  /** Null for the text as it stands now. */
  readonly after: RevisionId | null;
}

/** A story as it stands now, and a version of it that came in from outside. */
export interface ComparedCopy {
  readonly story: StoryId;
  readonly copy: OutsideCopy;
}

/** What is compared over the page. */
export type Comparing = ComparedVersions | ComparedCopy;

/** What the window knows of histories, whether their panel is open or not. */
export interface HistoryDesk {
  /** What stands over the page; null where the page itself is shown. */
  readonly comparing: MutableObservable<Comparing | null>;
  /** Whether the field for a version's name is open, and where the focus goes when it is left. */
  readonly keepAsked: MutableObservable<"no" | "page" | "rail">;
}

/** One for as long as the window lives. */
export function historyDesk(): HistoryDesk {
  return {
    comparing: observable<Comparing | null>(null),
    keepAsked: observable<"no" | "page" | "rail">("no"),
  };
}
