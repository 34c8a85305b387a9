import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type {
  EditorPlace,
  OpenStory,
  SaveReceipt,
  SaveRequest,
  StoryId,
  StoryQuery,
  StorySummary,
} from "#shared/contract/stories.ts";
import type { StoryFactsChange } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { openSearchIndex } from "../search/search-index.ts";
import { storyLister, type StoryList } from "./list-stories.ts";
import { storyMaker, type NewStory } from "./new-story.ts";
import { placeTable } from "./places.ts";
import { storySaver } from "./save-story.ts";
import { factsSetter } from "./set-facts.ts";
import { sourceTable, type StoredSource } from "./sources.ts";
import { storedDocument } from "./stored-document.ts";
import { summaryOf } from "./story-row.ts";
import { storyTable } from "./story-table.ts";

/**
 * The stories of one open newsroom. Every method that writes has committed when it returns; an
 * error of the disk is thrown as SQLite gave it, with nothing written.
 */
export interface StoryStore {
  readonly create: (story: NewStory) => Result<OpenStory, Failure>;
  readonly open: (id: StoryId) => Result<OpenStory, Failure>;
  readonly summary: (id: StoryId) => Result<StorySummary, Failure>;
  readonly list: (query: StoryQuery) => StoryList;
  readonly save: (request: SaveRequest) => Result<SaveReceipt, Failure>;
  readonly setFacts: (id: StoryId, change: StoryFactsChange) => Result<StorySummary, Failure>;
  readonly keepPlace: (id: StoryId, place: EditorPlace) => Result<null, Failure>;
  readonly source: (id: string) => Result<StoredSource, Failure>;
  /** How many stories there are. */
  readonly count: () => number;
  /** Brings the search index up to date. The database itself is closed by whoever opened it. */
  readonly close: () => void;
}

/** Opens the stories of a newsroom. `now` gives milliseconds since 1970. */
export function openStoryStore(sql: Database, folder: string, now: () => number): StoryStore {
  const table = storyTable(sql);
  const sources = sourceTable(sql);
  const places = placeTable(sql);
  const search = openSearchIndex(sql, table, folder);
  const make = storyMaker(sql, table, sources, now);
  const save = storySaver(sql, table, now);
  const setFacts = factsSetter(sql, table, now);
  const list = storyLister(sql, table, search);
  const count = sql.prepare<[], number>("SELECT count(*) FROM story").pluck();

  const open = (id: StoryId): Result<OpenStory, Failure> => {
    const row = table.find(id);
    if (!row.ok) return row;
    const { seq } = row.value;
    const document = storedDocument(table, row.value, table.frame(seq));
    if (!document.ok) return document;
    return ok({
      summary: summaryOf(row.value),
      document: document.value,
      place: places.of(seq),
      sources: sources.ofStory(seq),
    });
  };

  return {
    open,
    list,
    create: (story) => {
      const id = make(story);
      if (!id.ok) return id;
      search.soon();
      return open(id.value);
    },
    summary: (id) => {
      const row = table.find(id);
      return row.ok ? ok(summaryOf(row.value)) : row;
    },
    save: (request) => {
      const receipt = save(request);
      if (receipt.ok) search.soon();
      return receipt;
    },
    setFacts: (id, change) => {
      const summary = setFacts(id, change);
      if (summary.ok) search.soon();
      return summary;
    },
    keepPlace: (id, place) => {
      const row = table.find(id);
      if (!row.ok) return row;
      places.keep(row.value.seq, place);
      return ok(null);
    },
    source: (id) => {
      const source = sources.find(id);
      return source
        ? ok(source)
        : failed(failure("not-found", "There is no such source in this newsroom.", id));
    },
    count: () => count.get() ?? 0,
    close: search.close,
  };
}
