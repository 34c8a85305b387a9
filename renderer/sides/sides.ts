import { observable, type MutableObservable, type Observable } from "#renderer/app/observable.ts";
import type { OpenPage } from "#renderer/app/open-page.ts";
import type { StoryId } from "#shared/contract/index.ts";
import type { StoryPair } from "#shared/contract/story-pair.ts";
import { switched } from "./switched.ts";

/** One of the two places of the window in which a story can stand. */
export type Side = 0 | 1;

/** Up to two stories beside each other; one of them has the focus, and is what the window speaks of. */
export interface Sides {
  /** The sides that are shown, from left to right. */
  readonly shown: Observable<readonly Side[]>;
  readonly focused: Observable<Side>;
  readonly pageOf: (side: Side) => OpenPage;
  /** The page with the focus, as everything else in the window knows it. */
  readonly page: OpenPage;
  /** The focus came to a side. */
  readonly noteFocus: (side: Side) => void;
  /** Shows a story beside the one that is open; goes to it where it is on screen already. */
  readonly openBeside: (story: StoryId) => Promise<boolean>;
  /**
   * Puts a pair up as it stood. The story with the focus comes to `page` from whoever has it; the other
   * one is opened here, and given up quietly where it is not to be had any more.
   */
  readonly takeUp: (pair: StoryPair) => Promise<void>;
  /** Commits the story of a side and takes it off the window. False where it could not be saved: it stays. */
  readonly closeSide: (side: Side) => Promise<boolean>;
  /** The width of the left side, in percent. */
  readonly split: MutableObservable<number>;
}

function other(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** Puts two pages beside each other. `onThere` is told where a story that is asked for stands on the other side. */
export function sidesOf(pages: readonly [OpenPage, OpenPage], onThere: (slug: string | null) => void): Sides {
  const shown = observable<readonly Side[]>([0]);
  const focused = observable<Side>(0);
  const split = observable(50);
  const pageOf = (side: Side): OpenPage => pages[side];
  const now = (): OpenPage => pageOf(focused.get());

  const noteFocus = (side: Side): void => {
    if (shown.get().includes(side)) focused.set(side);
  };

  /** Goes to the side that shows a story already; false where none does. */
  const goWhereShown = (story: StoryId): boolean => {
    const there = shown.get().find((side) => pageOf(side).summary.get()?.id === story);
    if (there === undefined) return false;
    if (there !== focused.get()) onThere(pageOf(there).summary.get()?.facts.slug ?? null);
    noteFocus(there);
    pageOf(there).session.get()?.focus({ still: true });
    return true;
  };

  const letGo = async (): Promise<boolean> => {
    const saved = await Promise.all(shown.get().map((side) => pageOf(side).letGo()));
    return saved.every(Boolean);
  };

  const page: OpenPage = {
    page: switched(
      focused,
      pages.map(({ page: state }) => state),
      (side) => pageOf(side).page,
    ),
    summary: switched(
      focused,
      pages.map(({ summary }) => summary),
      (side) => pageOf(side).summary,
    ),
    session: switched(
      focused,
      pages.map(({ session }) => session),
      (side) => pageOf(side).session,
    ),
    setSession: (session) => now().setSession(session),
    open: (story) => (goWhereShown(story) ? Promise.resolve(true) : now().open(story)),
    receive: (story, answer) => now().receive(story, answer),
    show: (story) => now().show(story),
    create: (facts) => now().create(facts),
    noteSummary: (summary) => {
      for (const each of pages) each.noteSummary(summary);
    },
    noteSources: (story, sources) => {
      for (const each of pages) each.noteSources(story, sources);
    },
    letGo,
    clear: () => {
      for (const each of pages) each.clear();
      shown.set([focused.get()]);
    },
    close: () => {
      for (const each of pages) each.close();
    },
  };

  const closeSide = async (side: Side): Promise<boolean> => {
    if (shown.get().length < 2 || !(await pageOf(side).letGo())) return false;
    const stays = other(side);
    focused.set(stays);
    shown.set([stays]);
    pageOf(side).clear();
    pageOf(stays).session.get()?.focus({ still: true });
    return true;
  };

  const takeUp = async (pair: StoryPair): Promise<void> => {
    const side: Side = pair.focused === "left" ? 0 : 1;
    const beside = other(side);
    split.set(pair.leftPercent);
    focused.set(side);
    shown.set([0, 1]);
    const stop = pageOf(beside).session.subscribe(() => {
      if (pageOf(beside).session.get() === null) return;
      stop();
      // A story takes the focus when it comes; it belongs to the other one.
      noteFocus(side);
      pageOf(side).session.get()?.focus({ still: true });
    });
    if (await pageOf(beside).open(pair.focused === "left" ? pair.right : pair.left)) return;
    stop();
    pageOf(beside).clear();
    focused.set(side);
    shown.set([side]);
  };

  return {
    takeUp,
    shown,
    focused,
    pageOf,
    page,
    noteFocus,
    closeSide,
    split,
    openBeside: async (story) => {
      if (now().page.get().state === "none") return page.open(story);
      if (goWhereShown(story)) return true;
      const [left = 0, right] = shown.get();
      if (right === undefined) shown.set([left, other(left)]);
      const beside = shown.get().find((side) => side !== focused.get()) ?? other(left);
      if (!(await pageOf(beside).open(story))) {
        if (pageOf(beside).page.get().state === "none") shown.set([left]);
        return false;
      }
      noteFocus(beside);
      pageOf(beside).session.get()?.focus({ still: true });
      return true;
    },
  };
}
