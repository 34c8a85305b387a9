import type { StoryId, StoryLeftOpen } from "#shared/contract/index.ts";
import type { Tail } from "#renderer/tail/tail.ts";

/** What is kept in this browser of a story's text: how recent it is, and of which story. */
export type KeptText = Pick<Tail, "story" | "slug" | "atMs">;

/** A story that was being written, as the screen lists it. Times are milliseconds since 1970. */
export interface LeftRow {
  readonly story: StoryId;
  readonly slug: string;
  readonly headline: string;
  /** Null where nothing of it was saved while Stet was open the last time. */
  readonly savedAtMs: number | null;
  /** When the newest text was typed that is kept in this browser and may not have been saved; null for none. */
  readonly keptAtMs: number | null;
}

function newest(kept: readonly KeptText[], story: StoryId): number | null {
  const times = kept.filter((text) => text.story === story).map(({ atMs }) => atMs);
  return times.length === 0 ? null : Math.max(...times);
}

/**
 * Joins what was saved, newest first, with what this browser has kept. Text that was kept before the
 * last save arrived with it; a story that was only typed in stands behind the others.
 */
export function leftRows(stories: readonly StoryLeftOpen[], kept: readonly KeptText[]): readonly LeftRow[] {
  const saved = stories.map(({ id, slug, headline, savedAtMs }): LeftRow => {
    const keptAtMs = newest(kept, id);
    const isNewer = keptAtMs !== null && keptAtMs > savedAtMs;
    return { story: id, slug, headline, savedAtMs, keptAtMs: isNewer ? keptAtMs : null };
  });
  const listed = new Set(stories.map(({ id }) => id));
  const others = new Map(kept.filter(({ story }) => !listed.has(story)).map((text) => [text.story, text]));
  const typed = [...others.values()].map(({ story, slug }): LeftRow => ({
    story,
    slug,
    headline: "",
    savedAtMs: null,
    keptAtMs: newest(kept, story),
  }));
  return [...saved, ...typed];
}
