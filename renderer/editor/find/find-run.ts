import { SKIP_SCROLL_INTO_VIEW_TAG } from "lexical";
import { observable, type MutableObservable, type Observable } from "#renderer/app/observable.ts";
import { diffDocuments, type Block, type StoryDocument } from "#shared/document/index.ts";
import {
  asksForSomething,
  compileQuery,
  findInBlock,
  replaceHits,
  suitedTo,
  type FindQuery,
  type Hit,
  type Replacement,
} from "#shared/find/index.ts";
import { words } from "#shared/language/index.ts";
import { $selectedPlace, $selectHit, inReadingOrder, type TextPosition } from "./found-places.ts";
import { hitMarks } from "./highlights.ts";
import { lastAsked } from "./last-asked.ts";
import { patternSearch } from "./pattern-search.ts";
import type { FindParts } from "./story-find.ts";
import type { StoryEdit } from "../story-session.ts";

/** What the bar shows. */
export interface FindState {
  readonly query: FindQuery;
  readonly replacement: Replacement;
  readonly hasReplace: boolean;
  readonly hasList: boolean;
  readonly hasLimits: boolean;
  readonly hits: readonly Hit[];
  /** The hit that the page shows, by its place among the hits. */
  readonly at: number | null;
  /** Hits that “replace the ticked” leaves out. */
  readonly unticked: ReadonlySet<Hit>;
  /** What came of the last thing that was done, or why nothing can be found. */
  readonly said: string;
  readonly isTrouble: boolean;
  readonly canUndo: boolean;
  readonly isEditable: boolean;
  /** Counts up when the words to look for want the focus. */
  readonly asked: number;
}

/** Finding and replacing in one open story. */
export interface FindRun {
  readonly state: Observable<FindState>;
  /** Shows the bar, with what is selected as the words to look for. */
  readonly open: (hasReplace: boolean) => void;
  /** Puts the bar away, and the caret where the found words are. */
  readonly close: () => void;
  readonly ask: (change: Partial<FindQuery>) => void;
  readonly show: (
    change: Partial<Pick<FindState, "replacement" | "hasReplace" | "hasList" | "hasLimits">>,
  ) => void;
  /** Goes to the next hit or the one before, from the caret where that is on the page. */
  readonly step: (by: 1 | -1) => void;
  readonly goTo: (at: number) => void;
  /** Selects a hit that was found elsewhere, on the page. */
  readonly showHit: (hit: Hit) => void;
  readonly tick: (hit: Hit) => void;
  readonly tickAll: (isTicked: boolean) => void;
  /** Replaces the current hit and goes to the next. */
  readonly replaceOne: () => Promise<void>;
  readonly replaceTicked: () => Promise<void>;
  readonly replaceAll: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly stop: () => void;
}

const TEXT_SETTLE_MS = 250;
const LONGEST_SELECTION = 200;

/** Hits of a block that reads differently now stay unticked where what stands on one side of them is the same. */
function stillUnticked(hits: readonly Hit[], unticked: ReadonlySet<Hit>): ReadonlySet<Hit> {
  if (unticked.size === 0) return unticked;
  const standing = new Set(hits);
  const gone = [...unticked].filter((hit) => !standing.has(hit));
  return new Set(
    hits.filter(
      (hit) =>
        unticked.has(hit) ||
        gone.some(
          (old) =>
            old.block === hit.block &&
            old.place === hit.place &&
            old.text === hit.text &&
            (old.before === hit.before || old.after === hit.after),
        ),
    ),
  );
}

/** Makes finding for a story that is on the page. `shown` gets this while its bar is to be seen. */
export function findRun(parts: FindParts, shown: MutableObservable<FindRun | null>): FindRun {
  const { editor, page, scroller } = parts;
  const state = observable<FindState>({
    ...lastAsked.get(),
    hasReplace: false,
    hasList: false,
    hasLimits: false,
    hits: [],
    at: null,
    unticked: new Set(),
    said: "",
    isTrouble: false,
    canUndo: false,
    isEditable: true,
    asked: 0,
  });
  const marks = hitMarks(editor, scroller);
  const patterns = patternSearch();
  let known = new WeakMap<Block, readonly Hit[]>();
  let from: TextPosition | null = null;
  let lastEdit: StoryEdit | null = null;
  let timer: number | undefined;
  let turn = 0;

  const set = (change: Partial<FindState>): void => state.set({ ...state.get(), ...change });
  const say = (said: string, isTrouble = false): void => set({ said, isTrouble });
  const isOnPage = (): boolean => page.contains(document.activeElement);
  const current = (): Hit | null => state.get().hits[state.get().at ?? -1] ?? null;
  const selected = (): ReturnType<typeof $selectedPlace> => editor.getEditorState().read($selectedPlace);

  const draw = (): void => {
    if (shown.get() === null) marks.clear();
    else marks.show(state.get().hits, current());
  };

  /** The first hit at or after a place, or the first of all. */
  const hitFrom = (place: TextPosition | null, hits: readonly Hit[]): number | null => {
    if (hits.length === 0) return null;
    if (place === null) return 0;
    const order = inReadingOrder(parts.document());
    const at = hits.findIndex((hit) => order(hit, place) >= 0);
    return at < 0 ? 0 : at;
  };

  const take = (document: StoryDocument, trouble: string): void => {
    const hits = document.blocks.flatMap((block) => known.get(block) ?? []);
    const was = current();
    const held = was === null ? -1 : hits.indexOf(was);
    set({
      hits,
      at: held >= 0 ? held : hitFrom(from ?? was, hits),
      unticked: stillUnticked(hits, state.get().unticked),
      isEditable: editor.isEditable(),
      ...(trouble === "" && !state.get().isTrouble ? {} : { said: trouble, isTrouble: trouble !== "" }),
    });
    draw();
  };

  /** Searches what is not searched yet. Gives false where that could not be done. */
  const search = async (): Promise<boolean> => {
    turn += 1;
    const mine = turn;
    const { query } = state.get();
    const document = parts.document();
    if (!asksForSomething(query)) {
      take({ ...document, blocks: [] }, "");
      return false;
    }
    const compiled = compileQuery(query);
    if (!compiled.ok) {
      take({ ...document, blocks: [] }, words().find.trouble(compiled.trouble));
      return false;
    }
    const fresh = document.blocks.filter((block) => !known.has(block));
    if (!query.isPattern || query.words === "") {
      for (const block of fresh) known.set(block, findInBlock(block, compiled.value));
      take(document, "");
      return true;
    }
    if (fresh.length === 0) {
      take(document, "");
      return true;
    }
    const answer = await patterns.ask({ query, blocks: fresh });
    if (mine !== turn || answer === null) return false;
    if (answer === "too-long") {
      take({ ...document, blocks: [] }, words().find.patternTooSlow);
      return false;
    }
    fresh.forEach((block, nth) => known.set(block, answer.hits[nth] ?? []));
    const hasHits = document.blocks.some((block) => (known.get(block)?.length ?? 0) > 0);
    take(document, answer.foundNothing && !hasHits ? words().find.patternMatchesNothing : "");
    return true;
  };

  const reveal = (): void => {
    const hit = current();
    if (hit) marks.reveal(hit);
  };

  const select = (hit: Hit): void => {
    editor.update(() => $selectHit(hit), { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG });
    page.focus({ preventScroll: true });
    marks.reveal(hit);
  };

  const onTextChange = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void search(), TEXT_SETTLE_MS);
  };
  const onPageKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  let stopFollowing: (() => void) | null = null;
  const follow = (): void => {
    if (stopFollowing) return;
    const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) onTextChange();
    });
    page.addEventListener("keydown", onPageKey);
    stopFollowing = () => {
      window.clearTimeout(timer);
      stopListening();
      page.removeEventListener("keydown", onPageKey);
      stopFollowing = null;
    };
  };

  const hide = (): void => {
    stopFollowing?.();
    shown.set(null);
    marks.clear();
    say("");
  };

  const close = (): void => {
    const hit = current();
    const wasOnPage = isOnPage();
    hide();
    if (!wasOnPage && hit) select(hit);
    else if (!wasOnPage) editor.focus();
  };

  const replace = async (chosen: (hits: readonly Hit[]) => readonly Hit[]): Promise<number | null> => {
    if (!editor.isEditable() || !(await search())) return null;
    const hits = chosen(state.get().hits);
    if (hits.length === 0) return null;
    let count = 0;
    let missed = 0;
    const replacement = suitedTo(state.get().query, state.get().replacement);
    const edit = await parts.edit((now) => {
      const result = replaceHits(now, hits, replacement);
      ({ count } = result);
      missed = result.missed.length;
      return diffDocuments(now, result.document);
    });
    if (edit === null) {
      say(words().find.notSaved, true);
      return null;
    }
    lastEdit = edit;
    await search();
    set({ said: words().find.replaced({ count, missed }), isTrouble: false, canUndo: true });
    return count;
  };

  const run: FindRun = {
    state,
    open: (hasReplace) => {
      const place = selected();
      const isSelection = isOnPage() && place !== null && place.text !== "";
      const words =
        isSelection && place.text.length <= LONGEST_SELECTION && !place.text.includes("\n")
          ? place.text
          : null;
      from = place;
      const before = shown.get() === null ? lastAsked.get() : state.get();
      const query = words === null || before.query.isPattern ? before.query : { ...before.query, words };
      known = new WeakMap();
      lastAsked.set({ query, replacement: before.replacement });
      set({
        query,
        replacement: before.replacement,
        hasReplace: hasReplace || (shown.get() !== null && state.get().hasReplace),
        at: null,
        said: "",
        isTrouble: false,
        canUndo: false,
        asked: state.get().asked + 1,
      });
      shown.set(run);
      follow();
      void search().then(reveal);
    },
    close,
    ask: (change) => {
      const query = { ...state.get().query, ...change };
      known = new WeakMap();
      from ??= current();
      set({ query, at: null, unticked: new Set(), said: "", isTrouble: false, canUndo: false });
      lastAsked.set({ ...lastAsked.get(), query });
      void search().then(reveal);
    },
    show: (change) => {
      set(change);
      lastAsked.set({ ...lastAsked.get(), replacement: state.get().replacement });
    },
    step: (by) => {
      if (shown.get() === null && !asksForSomething(lastAsked.get().query)) {
        run.open(false);
        return;
      }
      if (shown.get() === null) {
        known = new WeakMap();
        set({ ...lastAsked.get(), said: "", isTrouble: false, canUndo: false, asked: 0 });
        shown.set(run);
        follow();
      }
      const isByCaret = isOnPage();
      void search().then(() => {
        const { hits, at } = state.get();
        if (hits.length === 0) return;
        let next = (at ?? (by > 0 ? -1 : 0)) + by;
        const place = isByCaret ? selected() : null;
        if (place !== null) {
          const order = inReadingOrder(parts.document());
          const isAfter = (hit: Hit): boolean =>
            order(hit, place) > 0 || (order(hit, place) === 0 && place.text === "");
          const first = hits.findIndex(isAfter);
          next = by > 0 ? first : hits.findLastIndex((hit) => order(hit, place) < 0);
          if (next < 0) next = by > 0 ? hits.length : -1;
        }
        const isRound = next < 0 || next >= hits.length;
        next = (next + hits.length) % hits.length;
        set({
          at: next,
          said: isRound ? (by > 0 ? words().find.fromTop : words().find.fromEnd) : "",
          isTrouble: false,
        });
        from = null;
        draw();
        const hit = hits[next];
        if (!hit) return;
        if (isByCaret) select(hit);
        else reveal();
      });
    },
    goTo: (at) => {
      from = null;
      set({ at });
      draw();
      reveal();
    },
    showHit: (hit) => {
      from = null;
      select(hit);
    },
    tick: (hit) => {
      const unticked = new Set(state.get().unticked);
      if (!unticked.delete(hit)) unticked.add(hit);
      set({ unticked });
    },
    tickAll: (isTicked) => set({ unticked: isTicked ? new Set() : new Set(state.get().hits) }),
    replaceOne: async () => {
      const hit = current();
      if (hit === null) return;
      const at = state.get().at ?? 0;
      const { length } = state.get().hits;
      from = hit;
      const count = await replace((hits) => hits.filter((one) => one === hit));
      if (count === null) return;
      const { hits } = state.get();
      // Where the new wording holds the old one, what was just replaced is passed over.
      const isStillThere = hits.length === length;
      set({ at: hits.length === 0 ? null : (at + (isStillThere ? 1 : 0)) % hits.length });
      from = null;
      draw();
      reveal();
    },
    replaceTicked: async () => {
      await replace((hits) => hits.filter((hit) => !state.get().unticked.has(hit)));
    },
    replaceAll: async () => {
      await replace((hits) => hits);
    },
    undo: async () => {
      const isDone = lastEdit?.undo() ?? false;
      await search();
      set({
        said: isDone ? words().find.takenBack : words().find.changedSince,
        isTrouble: !isDone,
        canUndo: false,
      });
      lastEdit = null;
    },
    stop: () => {
      hide();
      patterns.stop();
    },
  };
  return run;
}
