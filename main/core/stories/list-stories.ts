import type { Database, Statement } from "better-sqlite3";
import type { FoundStory, StoryQuery } from "#shared/contract/stories.ts";
import { soughtWords } from "../search/search-words.ts";
import type { FoundStories, SearchIndex } from "../search/search-index.ts";
import { snippet, wordPatterns } from "../search/snippet.ts";
import { summaryOf } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";

/** One page of the desk list, and how many stories the whole list has. */
export interface StoryList {
  readonly stories: readonly FoundStory[];
  readonly total: number;
}

const LIMIT_DEFAULT = 100;

type Order = NonNullable<StoryQuery["order"]>;

const ORDERS: Readonly<Record<Order, string>> = {
  updated: "updated_at_ms DESC, seq DESC",
  deadline: "deadline_at_ms NULLS LAST, seq",
  slug: "slug_key, seq",
};

interface Filter {
  readonly binned: boolean;
  readonly statuses: string | null;
  readonly desk: string | null;
}

/** Keeps the order, but brings stories whose slug or headline was found to the top. */
function titledFirst(seqs: readonly number[], { hasInTitle }: FoundStories): readonly number[] {
  return [...seqs.filter(hasInTitle), ...seqs.filter((seq) => !hasInTitle(seq))];
}

/**
 * Gives the stories that pass a filter in an order, read from one index alone. The last answer is
 * kept until anything is written: while somebody types in the search field, only the words change.
 */
function orderedStories(sql: Database): (order: Order, filter: Filter) => readonly number[] {
  const prepared = new Map<string, Statement<[Omit<Filter, "binned">], number>>();
  const changes = sql.prepare<[], number>("SELECT total_changes()").pluck();
  let last: { readonly question: string; readonly answer: readonly number[] } | undefined;

  return (order, filter) => {
    const question = JSON.stringify([order, filter, changes.get()]);
    if (last?.question === question) return last.answer;
    const conditions = [
      `binned_at_ms IS ${filter.binned ? "NOT NULL" : "NULL"}`,
      filter.statuses === null ? [] : ["status IN (SELECT value FROM json_each(:statuses))"],
      filter.desk === null ? [] : ["desk = :desk"],
    ].flat();
    const text = `SELECT seq FROM story WHERE ${conditions.join(" AND ")} ORDER BY ${ORDERS[order]}`;
    const statement = prepared.get(text) ?? sql.prepare<[Omit<Filter, "binned">], number>(text).pluck();
    prepared.set(text, statement);
    last = { question, answer: statement.all({ statuses: filter.statuses, desk: filter.desk }) };
    return last.answer;
  };
}

/**
 * Answers the desk list. The order of all stories that pass the filters is read from an index
 * alone and met with the set of stories that hold the words, so that one letter that matches
 * everything costs little more than a rare word; rows and snippets are read for the page only.
 */
export function storyLister(
  sql: Database,
  table: StoryTable,
  search: SearchIndex,
): (query: StoryQuery) => StoryList {
  const ordered = orderedStories(sql);
  return ({
    words = "",
    statuses = [],
    desk = "",
    order,
    binned = false,
    offset = 0,
    limit = LIMIT_DEFAULT,
  }) => {
    const sought = soughtWords(words);
    const found = sought.length > 0 ? search.find(sought) : null;
    const all = ordered(order ?? "updated", {
      binned,
      statuses: statuses.length > 0 ? JSON.stringify(statuses) : null,
      desk: desk === "" ? null : desk,
    });
    const matching = found ? all.filter(found.has) : all;
    const sorted = found && order === undefined ? titledFirst(matching, found) : matching;

    const patterns = found ? wordPatterns(sought) : null;
    const stories = table.rows(sorted.slice(offset, offset + limit)).map((row): FoundStory => {
      const place =
        patterns && (snippet(search.textOf(row.seq), patterns) ?? snippet([row.headline], patterns));
      return { ...summaryOf(row), snippet: place };
    });
    return { stories, total: matching.length };
  };
}
