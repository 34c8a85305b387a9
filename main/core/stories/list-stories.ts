import type { Database } from "better-sqlite3";
import type { FoundStory, StoryQuery } from "#shared/contract/stories.ts";
import { soughtWords } from "../search/search-words.ts";
import type { FoundStories, SearchIndex } from "../search/search-index.ts";
import { snippet, wordPattern } from "../search/snippet.ts";
import { summaryOf } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";

/** One page of the desk list, and how many stories the whole list has. */
export interface StoryList {
  readonly stories: readonly FoundStory[];
  readonly total: number;
}

const LIMIT_DEFAULT = 100;

const ORDERS: Readonly<Record<NonNullable<StoryQuery["order"]>, string>> = {
  updated: "updated_at_ms DESC, seq DESC",
  deadline: "deadline_at_ms ASC NULLS LAST, seq DESC",
  slug: "slug_key, seq",
};

/** Keeps the order, but brings stories whose slug or headline was found to the top. */
function titledFirst(seqs: readonly number[], { titled }: FoundStories): readonly number[] {
  return [...seqs.filter((seq) => titled.has(seq)), ...seqs.filter((seq) => !titled.has(seq))];
}

/**
 * Answers the desk list. The order of all stories that pass the filters is read from an index
 * alone and met with the set of stories that hold the words, so that one letter that matches
 * everything costs no more than a rare word; rows and snippets are read for the page only.
 */
export function storyLister(
  sql: Database,
  table: StoryTable,
  search: SearchIndex,
): (query: StoryQuery) => StoryList {
  const ordered = (order: string) =>
    sql
      .prepare<[{ readonly statuses: string | null; readonly desk: string | null }], number>(
        `SELECT seq FROM story
         WHERE (:statuses IS NULL OR status IN (SELECT value FROM json_each(:statuses)))
           AND (:desk IS NULL OR desk = :desk)
         ORDER BY ${order}`,
      )
      .pluck();
  const statements = {
    updated: ordered(ORDERS.updated),
    deadline: ordered(ORDERS.deadline),
    slug: ordered(ORDERS.slug),
  };

  return ({ words = "", statuses = [], desk = "", order, offset = 0, limit = LIMIT_DEFAULT }) => {
    const sought = soughtWords(words);
    const found = sought.length > 0 ? search.find(sought) : null;
    const all = statements[order ?? "updated"].all({
      statuses: statuses.length > 0 ? JSON.stringify(statuses) : null,
      desk: desk === "" ? null : desk,
    });
    const matching = found ? all.filter((seq) => found.all.has(seq)) : all;
    const sorted = found && order === undefined ? titledFirst(matching, found) : matching;

    const pattern = found ? wordPattern(sought) : null;
    const stories: FoundStory[] = [];
    for (const seq of sorted.slice(offset, offset + limit)) {
      const row = table.row(seq);
      if (!row) continue;
      const place = pattern && (snippet(search.textOf(seq), pattern) ?? snippet(row.headline, pattern));
      stories.push({ ...summaryOf(row), snippet: place });
    }
    return { stories, total: matching.length };
  };
}
