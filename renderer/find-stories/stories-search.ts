import { ulid } from "ulid";
import { observable, type Observable } from "#renderer/app/observable.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import { lastAsked } from "#renderer/editor/find/last-asked.ts";
import type { StoryEdit } from "#renderer/editor/story-session.ts";
import type {
  FindProgress,
  FindRequest,
  ReplaceOutcome,
  StoryHits,
  StoryId,
} from "#shared/contract/index.ts";
import { diffDocuments } from "#shared/document/index.ts";
import {
  asksForSomething,
  compileQuery,
  NO_QUERY,
  NO_REPLACEMENT,
  replaceHits,
  suitedTo,
  type FindQuery,
  type Hit,
  type Replacement,
} from "#shared/find/index.ts";
import { retold, words } from "#shared/language/index.ts";
import { outcomeWords, revisionName, takenBackWords } from "./stories-words.ts";

/** Stories that were replaced in, with what takes that back. */
type Done = Extract<ReplaceOutcome, { readonly count: number }>;

/** What the sheet shows. */
export interface StoriesState extends FindRequest {
  readonly replacement: Replacement;
  readonly hasLimits: boolean;
  readonly phase: "idle" | "searching" | "replacing";
  readonly progress: FindProgress | null;
  /** Null before the first search. */
  readonly found: readonly StoryHits[] | null;
  readonly searched: number;
  readonly unticked: ReadonlySet<Hit>;
  readonly said: string;
  readonly isTrouble: boolean;
  readonly canUndo: boolean;
}

/** Finding and replacing in all stories of the newsroom. */
export interface StoriesSearch {
  readonly state: Observable<StoriesState>;
  readonly ask: (change: Partial<FindQuery>) => void;
  readonly narrow: (change: Partial<Pick<FindRequest, "statuses" | "desk">>) => void;
  readonly show: (change: Partial<Pick<StoriesState, "replacement" | "hasLimits">>) => void;
  readonly search: () => Promise<void>;
  /** Ends the search or the replacing that goes on. */
  readonly cancel: () => void;
  readonly tick: (hits: readonly Hit[]) => void;
  readonly tickAll: (isTicked: boolean) => void;
  /** Puts a story on the page, with a hit selected. */
  readonly open: (story: StoryId, hit: Hit | null) => Promise<void>;
  readonly replaceTicked: () => Promise<void>;
  readonly undo: () => Promise<void>;
}

function tickedHits({ found, unticked }: StoriesState): readonly StoryHits[] {
  return (found ?? [])
    .map(({ summary, hits }) => ({ summary, hits: hits.filter((hit) => !unticked.has(hit)) }))
    .filter(({ hits }) => hits.length > 0);
}

function searchIn({ bridge, page, floor }: Workbench): StoriesSearch {
  const { desk } = bridge;
  const state = observable<StoriesState>({
    query: NO_QUERY,
    statuses: [],
    desk: "",
    replacement: NO_REPLACEMENT,
    hasLimits: false,
    phase: "idle",
    progress: null,
    found: null,
    searched: 0,
    unticked: new Set(),
    said: "",
    isTrouble: false,
    canUndo: false,
  });
  let controller = new AbortController();
  let edited: { readonly story: StoryId; readonly edit: StoryEdit } | null = null;
  let done: readonly Done[] = [];

  const set = (change: Partial<StoriesState>): void => state.set({ ...state.get(), ...change });
  const begin = (
    phase: StoriesState["phase"],
  ): { signal: AbortSignal; onProgress: (p: FindProgress) => void } => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    set({ phase, progress: null });
    return { signal, onProgress: (progress) => !signal.aborted && set({ progress }) };
  };

  const find = async (): Promise<void> => {
    const { query, statuses, desk: name } = state.get();
    if (!asksForSomething(query)) return;
    const compiled = compileQuery(query);
    if (!compiled.ok) {
      set({ phase: "idle", found: null, said: words().find.trouble(compiled.trouble), isTrouble: true });
      return;
    }
    const how = begin("searching");
    if (!(await page.letGo())) {
      set({ phase: "idle", said: words().find.stories.unsaved, isTrouble: true });
      return;
    }
    const answer = await desk.finding.search({ query, statuses, desk: name }, how);
    if (how.signal.aborted && controller.signal !== how.signal) return;
    if (answer.ok) {
      const { stories, searched, stopped } = answer.value;
      set({ phase: "idle", found: stories, searched, unticked: new Set() });
      if (stopped !== null) set({ said: retold(stopped), isTrouble: true });
    } else if (answer.error.code === "cancelled") {
      set({ phase: "idle", said: words().find.stories.stopped, isTrouble: false });
    } else {
      set({ phase: "idle", found: null, said: answer.error.message, isTrouble: true });
    }
  };

  /** Replaces in the story on the page through its editor, so that its own undo takes it back too. */
  const replaceOnPage = async (own: StoryHits | undefined): Promise<ReplaceOutcome | null> => {
    const session = page.session.get();
    if (!own || session === null) return null;
    const { id, facts } = own.summary;
    let count = 0;
    const edit = await session.edit((now) => {
      const replaced = replaceHits(now, own.hits, suitedTo(state.get().query, state.get().replacement));
      ({ count } = replaced);
      return diffDocuments(now, replaced.document);
    });
    if (edit === null) {
      const skipped = words().find.stories.storyNotSaved({ slug: facts.slug });
      return { story: id, slug: facts.slug, skipped: { message: skipped } };
    }
    edited = { story: id, edit };
    return { story: id, slug: facts.slug, count, before: "", version: 0 };
  };

  return {
    state,
    ask: (change) => {
      const query = { ...state.get().query, ...change };
      lastAsked.set({ ...lastAsked.get(), query });
      set({ query, found: null, unticked: new Set(), said: "", isTrouble: false, canUndo: false });
    },
    narrow: (change) => set({ ...change, found: null, unticked: new Set() }),
    show: (change) => {
      set(change);
      lastAsked.set({ ...lastAsked.get(), replacement: state.get().replacement });
    },
    search: async () => {
      set({ said: "", isTrouble: false, canUndo: false });
      await find();
    },
    cancel: () => controller.abort(),
    tick: (hits) => {
      const { unticked } = state.get();
      const own = new Set(hits);
      const isTicking = hits.some((hit) => unticked.has(hit));
      const others = [...unticked].filter((hit) => !own.has(hit));
      set({ unticked: new Set(isTicking ? others : [...others, ...hits]) });
    },
    tickAll: (isTicked) =>
      set({
        unticked: isTicked ? new Set() : new Set((state.get().found ?? []).flatMap(({ hits }) => hits)),
      }),
    open: async (story, hit) => {
      floor.clear();
      if (!(await page.open(story))) return;
      const show = (): boolean => {
        const session = page.session.get();
        if (session?.summary.get().id !== story) return false;
        if (hit) session.showHit(hit);
        else session.focus();
        return true;
      };
      if (show()) return;
      const stop = page.session.subscribe(() => show() && stop());
    },
    replaceTicked: async () => {
      const { query } = state.get();
      const replacement = suitedTo(query, state.get().replacement);
      const chosen = tickedHits(state.get());
      if (chosen.length === 0) return;
      const how = begin("replacing");
      const onPage = page.summary.get()?.id ?? null;
      edited = null;
      const own = await replaceOnPage(chosen.find(({ summary }) => summary.id === onPage));
      const others = chosen.filter(({ summary }) => own === null || summary.id !== onPage);
      const answer = await desk.finding.replace(
        {
          stories: others.map(({ summary, hits }) => ({ story: summary.id, base: summary.version, hits })),
          replacement,
          name: revisionName(query.words, replacement),
        },
        how,
      );
      const outcomes = [...(own ? [own] : []), ...(answer.ok ? answer.value.outcomes : [])];
      done = outcomes.filter((outcome): outcome is Done => "count" in outcome && outcome.before !== "");
      set({ phase: "idle" });
      await find();
      const failedWith = answer.ok ? "" : ` ${answer.error.message}`;
      set({
        said: outcomeWords(outcomes) + failedWith,
        isTrouble: !answer.ok,
        canUndo: done.length > 0 || edited !== null,
      });
    },
    undo: async () => {
      const how = begin("replacing");
      const left: string[] = [];
      let count = 0;
      if (edited !== null) {
        const slug = page.summary.get()?.facts.slug ?? "";
        if (page.summary.get()?.id === edited.story && edited.edit.undo()) count += 1;
        else left.push(slug);
      }
      for (const { story, slug, before, version } of done) {
        if (how.signal.aborted) left.push(slug);
        else {
          const request = { story, revision: before, base: version, saveId: ulid() };
          const answer = await desk.revisions.restore(request);
          if (answer.ok) count += 1;
          else left.push(slug);
        }
      }
      done = [];
      edited = null;
      set({ phase: "idle" });
      await find();
      set({ said: takenBackWords(count, left), isTrouble: left.length > 0, canUndo: false });
    },
  };
}

const searches = new WeakMap<Workbench, StoriesSearch>();

/** The search of this window: it is still there when the sheet is opened again. */
export function storiesSearch(bench: Workbench): StoriesSearch {
  const known = searches.get(bench);
  if (known) return known;
  const made = searchIn(bench);
  searches.set(bench, made);
  return made;
}
