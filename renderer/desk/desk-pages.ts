import type { FoundStory, StorySummary } from "#shared/contract/index.ts";

/** How many stories are asked for at a time. */
export const PAGE_SIZE = 100;

/** The part of a long list that has arrived: whole pages by their number, and how many stories there are in all. */
export interface DeskPages {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly FoundStory[]>;
}

export const NO_PAGES: DeskPages = { total: 0, pages: new Map() };

/** The story in one row; undefined where its page has not arrived. */
export function storyAt({ pages }: DeskPages, index: number): FoundStory | undefined {
  return pages.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}

/** The numbers of the pages that hold the rows from `first` to `last`. */
export function pagesOf(first: number, last: number): readonly number[] {
  const from = Math.floor(Math.max(0, first) / PAGE_SIZE);
  const to = Math.floor(Math.max(0, last) / PAGE_SIZE);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** The pages with one more, or a newer one. */
export function withPage(
  { pages }: DeskPages,
  page: number,
  stories: readonly FoundStory[],
  total: number,
): DeskPages {
  return { total, pages: new Map(pages).set(page, stories) };
}

/** The row of a story that has arrived; -1 where it has not. */
export function rowOf({ pages }: DeskPages, id: string): number {
  for (const [page, stories] of pages) {
    const at = stories.findIndex((story) => story.id === id);
    if (at >= 0) return page * PAGE_SIZE + at;
  }
  return -1;
}

/** The pages with one story's summary replaced where it stands; its snippet stays. */
export function withSummary(list: DeskPages, summary: StorySummary): DeskPages {
  const row = rowOf(list, summary.id);
  const page = Math.floor(row / PAGE_SIZE);
  const stories = row < 0 ? undefined : list.pages.get(page);
  if (!stories) return list;
  return withPage(
    list,
    page,
    stories.map((story) => (story.id === summary.id ? { ...summary, snippet: story.snippet } : story)),
    list.total,
  );
}
