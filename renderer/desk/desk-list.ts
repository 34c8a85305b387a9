import { observable, type Observable } from "#renderer/app/observable.ts";
import { sameJson } from "#renderer/editor/blocks/same-json.ts";
import type { Desk, StoryId, StoryQuery, StorySummary } from "#shared/contract/index.ts";
import type { StoryStatus } from "#shared/newsroom/index.ts";
import {
  NO_PAGES,
  PAGE_SIZE,
  pagesOf,
  rowOf,
  storyAt,
  withPage,
  withSummary,
  type DeskPages,
} from "./desk-pages.ts";

/** What the person asked the desk list for. Empty words, status and desk ask for everything. */
export interface DeskQuestion {
  readonly words: string;
  readonly status: StoryStatus | "";
  readonly desk: string;
  readonly order: "updated" | "deadline" | "slug";
  /** True for what lies in the bin, in place of what is on the desk. */
  readonly bin: boolean;
}

export const EVERYTHING: DeskQuestion = { words: "", status: "", desk: "", order: "updated", bin: false };

export interface DeskListState {
  readonly question: DeskQuestion;
  readonly list: DeskPages;
  /** True until the first answer to this question is there; what is shown until then answers the last one. */
  readonly asking: boolean;
  /** Why there is no answer, as a sentence. */
  readonly trouble: string | null;
  /** The row that the arrow keys are on. */
  readonly active: number;
}

export interface RowsOnScreen {
  readonly first: number;
  readonly last: number;
}

/** The stories of the newsroom as the list on the left shows them. */
export interface DeskList {
  readonly state: Observable<DeskListState>;
  /** The desks of the stories that were seen, in the order of the alphabet. */
  readonly desks: Observable<readonly string[]>;
  readonly ask: (change: Partial<DeskQuestion>) => void;
  /** The rows that exist on screen, from the first to the last. */
  readonly onScreen: Observable<RowsOnScreen>;
  /** Fetches what is missing of the rows that are on screen. */
  readonly show: (first: number, last: number) => void;
  readonly setActive: (row: number) => void;
  /** Asks again for what is on screen. */
  readonly refresh: () => void;
  readonly close: () => void;
}

const CHANGES_SETTLE_MS = 400;
/** Saved text alone changes little in a row (its time, its words): the list may be that much behind. */
const SAVES_SETTLE_MS = 4_000;

function toQuery({ words, status, desk, order, bin }: DeskQuestion, page: number): StoryQuery {
  return {
    ...(words.trim() === "" ? {} : { words: words.trim() }),
    ...(status === "" ? {} : { statuses: [status] }),
    ...(desk === "" ? {} : { desk }),
    ...(bin ? { binned: true } : {}),
    order,
    offset: page * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** Whether a change of a story leaves it in the same row, so that nothing has to be asked for. */
function staysInPlace({ question, list }: DeskListState, summary: StorySummary): boolean {
  const row = rowOf(list, summary.id);
  const before = row < 0 ? undefined : storyAt(list, row);
  if (!before || question.words.trim() !== "") return false;
  const { facts } = summary;
  if ((summary.binned !== undefined) !== question.bin) return false;
  if (facts.status !== before.facts.status || facts.desk !== before.facts.desk) return false;
  if (question.order === "slug") return facts.slug === before.facts.slug;
  if (question.order === "deadline") return facts.deadline === before.facts.deadline;
  return row === 0;
}

/**
 * Whether only what a save of the text changes is new: its row then stays and shows nothing that cannot
 * wait. The first words can not: the row says that there are none.
 */
function looksTheSame(now: DeskListState, summary: StorySummary): boolean {
  const row = rowOf(now.list, summary.id);
  const before = row < 0 ? undefined : storyAt(now.list, row);
  if (before === undefined || (before.words === 0 && summary.words > 0)) return false;
  return staysInPlace(now, summary) && sameJson(before.facts, summary.facts);
}

/** Keeps the desk list: pages as they are scrolled to, the newest question's answer only, live changes. */
export function deskList(desk: Desk): DeskList {
  const state = observable<DeskListState>({
    question: EVERYTHING,
    list: NO_PAGES,
    asking: true,
    trouble: null,
    active: 0,
  });
  const desks = observable<readonly string[]>([]);
  const onScreen = observable<RowsOnScreen>({ first: 0, last: 0 });
  let underway = new Map<number, AbortController>();
  let shown: readonly number[] = [0];
  let round = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const saved = new Map<StoryId, StorySummary>();
  let showing: ReturnType<typeof setTimeout> | undefined;

  const seeDesks = (names: readonly string[]): void => {
    const known = new Set([...desks.get(), ...names.filter((name) => name !== "")]);
    if (known.size > desks.get().length) desks.set([...known].toSorted((a, b) => a.localeCompare(b)));
  };

  const fetchPage = async (page: number): Promise<void> => {
    const turn = round;
    const controller = new AbortController();
    underway.set(page, controller);
    const answer = await desk.stories.list(toQuery(state.get().question, page), {
      signal: controller.signal,
    });
    if (turn !== round) return;
    underway.delete(page);
    const now = state.get();
    if (!answer.ok) {
      state.set({ ...now, asking: false, trouble: answer.error.message });
      return;
    }
    const { stories, total } = answer.value;
    seeDesks(stories.map((story) => story.facts.desk));
    const list = withPage(now.asking ? NO_PAGES : now.list, page, stories, total);
    const active = Math.max(0, Math.min(now.active, total - 1));
    state.set({ ...now, list, asking: false, trouble: null, active });
    fetchMissing();
  };

  /** Fetches those pages of the rows on screen that have not arrived and are not on their way. */
  const fetchMissing = (): void => {
    const { list } = state.get();
    for (const page of shown) {
      if (page * PAGE_SIZE < list.total && !list.pages.has(page) && !underway.has(page)) void fetchPage(page);
    }
  };

  /** Starts a new round: what was under way is called off and the rows on screen are asked for anew. */
  const startRound = (pages: readonly number[]): void => {
    round += 1;
    clearTimeout(settling);
    settling = undefined;
    for (const controller of underway.values()) controller.abort();
    underway = new Map();
    for (const page of pages) void fetchPage(page);
  };

  const refresh = (): void => {
    // Pages that are off screen may be out of date now: they are fetched when they are scrolled to.
    const { list } = state.get();
    const kept = [...list.pages].filter(([page]) => shown.includes(page));
    state.set({ ...state.get(), list: { total: list.total, pages: new Map(kept) } });
    startRound(shown);
  };

  const showSaved = (): void => {
    clearTimeout(showing);
    showing = undefined;
    const now = state.get();
    let { list } = now;
    for (const summary of saved.values()) list = withSummary(list, summary);
    saved.clear();
    state.set({ ...now, list });
  };

  const stop = desk.stories.on("changed", ({ summary }) => {
    seeDesks([summary.facts.desk]);
    saved.set(summary.id, summary);
    if (looksTheSame(state.get(), summary)) {
      showing ??= setTimeout(showSaved, SAVES_SETTLE_MS);
      return;
    }
    const stays = staysInPlace(state.get(), summary);
    showSaved();
    if (!stays) settling ??= setTimeout(refresh, CHANGES_SETTLE_MS);
  });

  return {
    state,
    desks,
    onScreen,
    refresh,
    ask: (change) => {
      const question = { ...state.get().question, ...change };
      state.set({ ...state.get(), question, asking: true, active: 0 });
      shown = [0];
      startRound(shown);
    },
    show: (first, last) => {
      onScreen.set({ first, last });
      shown = pagesOf(first, last);
      if (!state.get().asking) fetchMissing();
    },
    setActive: (row) => state.set({ ...state.get(), active: row }),
    close: () => {
      stop();
      clearTimeout(showing);
      startRound([]);
    },
  };
}
