import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type {
  EditorPlace,
  OpenStory,
  SaveReceipt,
  SaveRequest,
  SourceSummary,
  StoryId,
  StoryQuery,
  StorySummary,
} from "#shared/contract/stories.ts";
import { foldText, type StoryFactsChange } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { refuseBinned } from "../bin/refuse-binned.ts";
import { storyBin } from "../bin/story-bin.ts";
import type { StoryLine } from "../revisions/story-line.ts";
import { openSearchIndex } from "../search/search-index.ts";
import { copySlug, duplicateDocument, duplicateFacts } from "./duplicate.ts";
import { storyLister, type StoryList } from "./list-stories.ts";
import { storyMaker, type NewStory } from "./new-story.ts";
import { placeTable } from "./places.ts";
import { storySaver } from "./save-story.ts";
import { factsSetter, type Despite } from "./set-facts.ts";
import { sourceTable, type NewSource, type StoredSource } from "./sources.ts";
import { storedDocument } from "./stored-document.ts";
import { summaryOf } from "./story-row.ts";
import type { StoryTable } from "./story-table.ts";
import { told } from "#shared/language/told.ts";

/**
 * The stories of one open newsroom. Every method that writes has committed when it returns; an
 * error of the disk is thrown as SQLite gave it, with nothing written.
 */
export interface StoryStore {
  readonly create: (story: NewStory) => Result<OpenStory, Failure>;
  readonly duplicate: (id: StoryId) => Result<OpenStory, Failure>;
  readonly open: (id: StoryId) => Result<OpenStory, Failure>;
  /** Opens a story to be edited: `caller` names the connection whose next save will be made on it. */
  readonly openFor: (id: StoryId, caller: string) => Result<OpenStory, Failure>;
  readonly summary: (id: StoryId) => Result<StorySummary, Failure>;
  readonly list: (query: StoryQuery) => StoryList;
  readonly save: (request: SaveRequest, caller: string) => Result<SaveReceipt, Failure>;
  readonly bin: (id: StoryId, why: string) => Result<StorySummary, Failure>;
  readonly unbin: (id: StoryId) => Result<StorySummary, Failure>;
  /** `how` says what a story may be ready or sent despite. */
  readonly setFacts: (id: StoryId, change: StoryFactsChange, how?: Despite) => Result<StorySummary, Failure>;
  readonly keepPlace: (id: StoryId, place: EditorPlace) => Result<null, Failure>;
  readonly source: (id: string) => Result<StoredSource, Failure>;
  /** Keeps what a version of a story came from, unless it is there already; gives all that the story has. */
  readonly keepBeside: (id: StoryId, source: NewSource) => Result<readonly SourceSummary[], Failure>;
  /** How many stories there are, those in the bin aside. */
  readonly count: () => number;
  /** Brings the search index up to date. The database itself is closed by whoever opened it. */
  readonly close: () => void;
}

export interface StoryStoreOptions {
  /** Of the newsroom. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The name of whoever works here. */
  readonly author: () => string;
}

/** Opens the stories of a newsroom, less those whose time in the bin is up. */
export function openStoryStore(
  sql: Database,
  table: StoryTable,
  line: StoryLine,
  { folder, now, author }: StoryStoreOptions,
): StoryStore {
  const sources = sourceTable(sql);
  const places = placeTable(sql);
  const search = openSearchIndex(sql, table, folder);
  const make = storyMaker(sql, table, sources, line, now);
  const save = storySaver(sql, table, line, now);
  const setFacts = factsSetter(sql, table, line, now);
  const list = storyLister(sql, table, search);
  const count = sql.prepare<[], number>("SELECT count(*) FROM story WHERE binned_at_ms IS NULL").pluck();
  const hasSlug = sql.prepare<[string], number>("SELECT 1 FROM story WHERE slug_key = ?").pluck();
  const bin = storyBin(sql, table, { folder, now, author });
  bin.empty();

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

  const create: StoryStore["create"] = (story) => {
    const id = make(story);
    if (!id.ok) return id;
    search.soon();
    return open(id.value);
  };

  return {
    open,
    list,
    create,
    duplicate: (id) => {
      const opened = open(id);
      if (!opened.ok) return opened;
      const { summary, document } = opened.value;
      const slug = copySlug(summary.facts.slug, (taken) => hasSlug.get(foldText(taken)) !== undefined);
      return create({ facts: duplicateFacts(summary.facts, slug), document: duplicateDocument(document) });
    },
    openFor: (id, caller) => {
      const row = table.find(id);
      if (row.ok) line.opened(row.value, caller);
      return open(id);
    },
    bin: (id, why) => {
      bin.empty();
      return bin.put(id, why);
    },
    unbin: bin.takeOut,
    summary: (id) => {
      const row = table.find(id);
      return row.ok ? ok(summaryOf(row.value)) : row;
    },
    save: (request, caller) => {
      const receipt = save(request, caller);
      if (receipt.ok) search.soon();
      return receipt;
    },
    setFacts: (id, change, how) => {
      const summary = setFacts(id, change, how);
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
      return source ? ok(source) : failed(failure("not-found", told("noSource"), id));
    },
    keepBeside: (id, source) => {
      const row = table.find(id);
      if (!row.ok) return row;
      const allowed = refuseBinned(row.value);
      if (!allowed.ok) return allowed;
      const { seq } = row.value;
      if (!sources.has(seq, source)) sources.add(seq, source, now());
      return ok(sources.ofStory(seq));
    },
    count: () => count.get() ?? 0,
    close: search.close,
  };
}
