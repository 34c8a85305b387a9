import { observable, type Observable } from "#renderer/app/observable.ts";
import type { Desk, RevisionId, RevisionSummary, StoryId } from "#shared/contract/index.ts";

const PAGE = 100;
/** What is new is asked for at most this often, however fast the story is saved. */
const REFRESH_MS = 1_500;

/** What is known of a story's versions, newest first. */
export interface TimelineState {
  readonly revisions: readonly RevisionSummary[];
  /** Whether there are older ones. */
  readonly more: boolean;
  /** Branches that wait for somebody to settle them. */
  readonly heads: ReadonlySet<RevisionId>;
  readonly read: "reading" | "read" | { readonly trouble: string };
}

/** The versions of one story, read page by page and kept up to date. */
export interface Timeline {
  readonly state: Observable<TimelineState>;
  /** Reads older versions, if there are any. */
  readonly readMore: () => void;
  /** Reads what is new, now. */
  readonly refresh: () => void;
  /** Reads the newest and follows the story until what it gives is called. */
  readonly start: () => () => void;
}

/**
 * Puts the newest page in place of what was known of that stretch. What is older stays where the
 * page reaches it; where it does not, too much is new, and the rest is read again when it is wanted.
 */
export function withNewest(
  known: readonly RevisionSummary[],
  newest: readonly RevisionSummary[],
): { readonly revisions: readonly RevisionSummary[]; readonly reaches: boolean } {
  const last = newest.at(-1);
  const at = last === undefined ? -1 : known.findIndex(({ id }) => id === last.id);
  return at < 0
    ? { revisions: newest, reaches: false }
    : { revisions: [...newest, ...known.slice(at + 1)], reaches: true };
}

/** Reads the versions of a story, and reads what is new whenever the story or its branches change. */
export function timeline(desk: Desk, story: StoryId): Timeline {
  const state = observable<TimelineState>({ revisions: [], more: false, heads: new Set(), read: "reading" });
  let stopped = true;
  let reading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readNewest = async (): Promise<void> => {
    const [page, open] = await Promise.all([
      desk.revisions.list({ story, limit: PAGE }),
      desk.revisions.heads({ story }),
    ]);
    if (stopped) return;
    if (!page.ok) {
      state.set({ ...state.get(), read: { trouble: page.error.message } });
      return;
    }
    const { revisions, reaches } = withNewest(state.get().revisions, page.value.revisions);
    state.set({
      revisions,
      more: reaches ? state.get().more : page.value.more,
      heads: new Set(open.ok ? open.value.heads.map(({ head }) => head.id) : []),
      read: "read",
    });
  };

  const refresh = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void readNewest();
    }, REFRESH_MS);
  };

  const readOlder = async (before: RevisionId): Promise<void> => {
    const page = await desk.revisions.list({ story, before, limit: PAGE });
    const { revisions } = state.get();
    if (stopped || revisions.at(-1)?.id !== before) return;
    if (page.ok) {
      state.set({
        ...state.get(),
        revisions: [...revisions, ...page.value.revisions],
        more: page.value.more,
      });
    } else if (page.error.code === "not-found") {
      // The last one known was thinned out: what is known is read afresh.
      state.set({ ...state.get(), revisions: [], more: false });
      await readNewest();
    }
  };

  const follow = (): readonly (() => void)[] => [
    desk.stories.on("changed", ({ summary }) => {
      if (summary.id === story) refresh();
    }),
    desk.revisions.on("branches", (branches) => {
      if (branches.story === story) refresh();
    }),
  ];

  return {
    state,
    refresh: () => void readNewest(),
    readMore: () => {
      const last = state.get().revisions.at(-1);
      if (reading || !state.get().more || last === undefined) return;
      reading = true;
      void readOlder(last.id).finally(() => {
        reading = false;
      });
    },
    start: () => {
      stopped = false;
      const stops = follow();
      void readNewest();
      return () => {
        stopped = true;
        clearTimeout(timer);
        timer = undefined;
        for (const stop of stops) stop();
      };
    },
  };
}
