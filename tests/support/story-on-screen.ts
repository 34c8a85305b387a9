import { NO_FIT_MARKS } from "#renderer/editor/fit-marks/fit-marks.ts";
import { observable } from "#renderer/app/observable.ts";
import type { NoteDraft } from "#renderer/editor/notes/story-notes.ts";
import type { SaveState, StorySession } from "#renderer/editor/story-session.ts";
import type { StorySummary } from "#shared/contract/index.ts";
import { EMPTY_STORY } from "#shared/document/index.ts";
import { ok } from "#shared/rpc/result.ts";

/** Stands for the editor's side of an open story; `canSave` decides whether a flush succeeds. */
export function storyOnScreen(
  summary: StorySummary,
  canSave: () => boolean,
): StorySession & { flushes: number } {
  const nothing = { words: 0, characters: 0 };
  const save: SaveState = { state: "editing" };
  const session = {
    flushes: 0,
    summary: observable(summary),
    status: observable({
      save,
      counts: { all: nothing, body: nothing },
      length: null,
      selected: null,
      kind: null,
      openChanges: 0,
      openQueries: 0,
      tks: 0,
      isKeptHere: false,
      isSuggesting: false,
      changesView: "marked" as const,
    }),
    flush: () => {
      session.flushes += 1;
      return Promise.resolve(canSave());
    },
    settled: observable({ block: null, notes: [], isAtRest: true }),
    versions: {
      other: observable(null),
      keptTwice: observable(null),
      putAway: () => undefined,
      read: () => Promise.reject(new Error("there is one version only")),
      settle: () => Promise.resolve(ok(null)),
    },
    tails: {
      offered: observable([]),
      putBack: () => Promise.resolve(ok(null)),
      throwAway: () => Promise.resolve(() => undefined),
    },
    insertPhotos: () => Promise.resolve(),
    document: () => EMPTY_STORY,
    edit: () => Promise.resolve(null),
    decide: () => Promise.resolve(null),
    changes: { goTo: () => undefined, decide: () => undefined },
    notes: {
      draft: observable<NoteDraft | null>(null),
      answers: new Map(),
      begin: () => Promise.resolve(false),
      goTo: () => undefined,
      goToQueryIn: () => undefined,
      canWrite: () => true,
    },
    showHit: () => undefined,
    goTo: () => undefined,
    holdLine: (change: () => void) => change(),
    move: () => undefined,
    fitMarks: observable(NO_FIT_MARKS),
    selectPlaces: () => undefined,
    focus: () => undefined,
  };
  return session;
}
