import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { RevisionId, RevisionSummary } from "#shared/contract/revisions.ts";
import type { SaveReceipt, SaveRequest, StoryId } from "#shared/contract/stories.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { wholly } from "../db/wholly.ts";
import { storedDocument } from "../stories/stored-document.ts";
import type { StoryTable } from "../stories/story-table.ts";
import { storyBranches, type Branches } from "./branches.ts";
import { passageTable } from "./passage-table.ts";
import { putBack, type PutBack } from "./put-back.ts";
import type { SetFacts } from "./restore-facts.ts";
import type { RevisionTables } from "./revision-maker.ts";
import { revisionReader, type RevisionReader } from "./revision-reader.ts";
import { revisionSummary } from "./revision-row.ts";
import { revisionTable } from "./revision-table.ts";
import { revisionTexts } from "./revision-text.ts";
import { storyLine, type StoryLine } from "./story-line.ts";
import { storyThinner } from "./thin-story.ts";
import { thinningRound } from "./thinning-round.ts";
import { told } from "#shared/language/told.ts";

/** One page of a story's revisions, newest first. */
export interface RevisionPage {
  readonly revisions: readonly RevisionSummary[];
  readonly more: boolean;
}

/** The revisions of one open newsroom. Every method that writes has committed when it returns. */
export interface RevisionStore extends RevisionReader, Branches, PutBack {
  readonly list: (story: StoryId, before: RevisionId | null, limit: number) => Result<RevisionPage, Failure>;
  readonly keep: (story: StoryId, name: string) => Result<RevisionSummary, Failure>;
  readonly leave: (story: StoryId) => Result<null, Failure>;
  /** Thins a story's revisions now; gives how many went. */
  readonly thin: (story: StoryId) => Result<number, Failure>;
  /** Keeps every text that changed since its last revision, and thins no more. */
  readonly close: () => void;
}

/** The revisions of a newsroom before its stories can be saved. */
export interface Revisions {
  /** What saving calls. */
  readonly line: StoryLine;
  /** What the services call, over the saving of stories. */
  readonly store: (
    save: (request: SaveRequest, caller: string) => Result<SaveReceipt, Failure>,
    setFacts: SetFacts,
  ) => RevisionStore;
}

export interface RevisionOptions {
  /** Of the newsroom, for what is said when its disk refuses. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The name that stands on revisions. */
  readonly author: () => string;
}

/** Opens the revisions of a newsroom. */
export function openRevisions(
  sql: Database,
  table: StoryTable,
  { folder, now, author }: RevisionOptions,
): Revisions {
  const passages = passageTable(sql);
  const tables: RevisionTables = {
    revisions: revisionTable(sql),
    texts: revisionTexts(sql, passages),
    passages,
  };
  const { revisions } = tables;
  const thinner = storyThinner(sql, table, tables);
  const round = thinningRound(thinner, folder, now);
  const line = storyLine(table, tables, { now, author, onMade: round.soon });
  const reader = revisionReader(table, tables);
  const branches = storyBranches(sql, table, tables, line, { now, author });

  const list: RevisionStore["list"] = (story, before, limit) => {
    const found = table.find(story);
    if (!found.ok) return found;
    const after = before === null ? undefined : revisions.byId(before);
    if (before !== null && after?.story !== found.value.seq) {
      return failed(failure("not-found", told("noRevision"), before));
    }
    const rows = revisions.page(found.value.seq, after?.seq ?? Number.MAX_SAFE_INTEGER, limit + 1);
    return ok({
      revisions: rows.slice(0, limit).map((row) => revisionSummary(row, passages)),
      more: rows.length > limit,
    });
  };

  const keep = wholly(sql, (story: StoryId, name: string): Result<RevisionSummary, Failure> => {
    const found = table.find(story);
    if (!found.ok) return found;
    const seq = line.keep(found.value.seq, "named", { name });
    const row = seq === undefined ? undefined : revisions.bySeq(seq);
    if (row) return ok(revisionSummary(row, passages));
    const stored = storedDocument(table, found.value, table.frame(found.value.seq));
    if (!stored.ok) return stored;
    throw new Error(`“${name}” was not kept`);
  });

  const leave = wholly(sql, (story: StoryId): Result<null, Failure> => {
    const found = table.find(story);
    if (!found.ok) return found;
    line.leave(found.value);
    return ok(null);
  });

  const leaveAll = sql.transaction(() => {
    for (const seq of line.unkept()) {
      const row = table.row(seq);
      if (row) line.leave(row);
    }
  });

  return {
    line,
    store: (save, setFacts) => ({
      ...reader,
      ...branches,
      ...putBack(sql, { table, revisions, line, reader, save, setFacts }),
      list,
      keep,
      leave,
      thin: (story) => {
        const found = table.find(story);
        return found.ok ? ok(thinner(found.value.seq, now())) : found;
      },
      close: () => {
        round.stop();
        leaveAll.immediate();
      },
    }),
  };
}
