import type { Observable } from "#renderer/app/observable.ts";
import type { SettingsStore } from "#renderer/app/settings-store.ts";
import { untilQuiet } from "#renderer/app/until-quiet.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import type { Bridge } from "#renderer/bridge/bridge.ts";
import { storyAt } from "#renderer/desk/desk-pages.ts";
import { sameJson } from "#renderer/editor/blocks/same-json.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import { DEPTHS_AT_ONCE, type StoryId, type StorySummary } from "#shared/contract/index.ts";
import type { PlannedFit } from "#shared/fit/depth/index.ts";

export interface ListedBench extends Pick<Workbench, "list" | "fit"> {
  readonly bridge: Pick<Bridge, "desk" | "link">;
  readonly settings: Pick<SettingsStore, "settings">;
  readonly page: { readonly session: Observable<Pick<StorySession, "summary"> | null> };
}

/** How long nobody has touched the window before depths are asked for. */
const QUIET_MS = 1_000;

function isPlannedInDepth({ facts, binned }: StorySummary): boolean {
  return binned === undefined && facts.planned !== null && facts.planned.unit !== "words";
}

/** What the depth of a story hangs on, as far as its row tells. */
function standing({ version, facts: { desk, planned } }: StorySummary): string {
  return JSON.stringify([version, desk, planned]);
}

/**
 * Keeps the depths of the rows on screen that have a plan in lines or inches. They are asked for
 * while nobody touches the window, and again when the story was saved or its plan, its desk or a kit
 * changed; a key calls off what is under way. The story on the page has the depth that is worked out
 * there. Gives what ends it.
 */
export function followDepths({ bridge, page, list, fit, settings }: ListedBench): () => void {
  const over = new AbortController();
  /** For each story that was asked for, what its depth hung on then. */
  const known = new Map<StoryId, string>();
  let kits = 0;
  let isFollowing = false;

  const show = (changes: ReadonlyMap<StoryId, PlannedFit | null>): void => {
    const now = fit.planned.get();
    const changed = [...changes].filter(([story, planned]) => !sameJson(now.get(story) ?? null, planned));
    if (changed.length === 0) return;
    const next = new Map(now);
    for (const [story, planned] of changed) {
      if (planned) next.set(story, planned);
      else next.delete(story);
    }
    fit.planned.set(next);
  };

  /** The story that is being set on the page: its depth comes from there. */
  const onPage = (): StoryId | null => {
    const { state } = fit.state.get();
    return state === "set" || state === "waiting" ? (page.session.get()?.summary.get().id ?? null) : null;
  };

  const wanted = (): readonly StorySummary[] => {
    if (!settings.settings.get().deskListOpen) return [];
    const { list: pages } = list.state.get();
    const { first, last } = list.onScreen.get();
    const elsewhere = onPage();
    const rows = Array.from({ length: last - first + 1 }, (_, nth) => storyAt(pages, first + nth));
    return rows
      .filter((story) => story !== undefined)
      .filter(
        (story) =>
          story.id !== elsewhere && isPlannedInDepth(story) && known.get(story.id) !== standing(story),
      )
      .slice(0, DEPTHS_AT_ONCE);
  };

  /** Gives false where the host did not answer. */
  const ask = async (stories: readonly StorySummary[]): Promise<boolean> => {
    const calledOff = new AbortController();
    const callOff = (): void => calledOff.abort();
    window.addEventListener("keydown", callOff, true);
    const kitsThen = kits;
    const answer = await bridge.desk.kits.depths(
      { stories: stories.map(({ id }) => id) },
      { signal: AbortSignal.any([over.signal, calledOff.signal]) },
    );
    window.removeEventListener("keydown", callOff, true);
    if (over.signal.aborted || kits !== kitsThen) return true;
    if (!answer.ok) return answer.error.code === "cancelled";
    const depths = new Map(answer.value.depths.map(({ story, planned }) => [story, planned]));
    for (const story of stories) known.set(story.id, standing(story));
    const elsewhere = onPage();
    show(new Map(stories.flatMap(({ id }) => (id === elsewhere ? [] : [[id, depths.get(id) ?? null]]))));
    return true;
  };

  const follow = async (): Promise<void> => {
    if (isFollowing) return;
    isFollowing = true;
    let isAnswered = true;
    while (isAnswered && !over.signal.aborted && wanted().length > 0) {
      await untilQuiet(QUIET_MS, over.signal);
      const stories = over.signal.aborted ? [] : wanted();
      if (stories.length > 0) isAnswered = await ask(stories);
    }
    isFollowing = false;
  };

  const onFit = (): void => {
    const now = fit.state.get();
    if (now.state === "set") {
      const { planned } = now.report;
      const inDepth = planned?.unit === "words" ? null : planned;
      show(new Map([[now.session.summary.get().id, inDepth]]));
    }
    void follow();
  };

  const stops = [
    list.state.subscribe(() => void follow()),
    list.onScreen.subscribe(() => void follow()),
    settings.settings.subscribe(() => void follow()),
    fit.state.subscribe(onFit),
    bridge.desk.kits.on("changed", () => {
      kits += 1;
      known.clear();
      void follow();
    }),
    bridge.link.subscribe(() => void follow()),
  ];
  onFit();

  return () => {
    over.abort();
    for (const stop of stops) stop();
  };
}
