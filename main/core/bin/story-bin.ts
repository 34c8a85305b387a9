import type { Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import { BIN_KEEPS_DAYS } from "#shared/contract/limits.ts";
import { type StoryId, type StorySummary } from "#shared/contract/stories.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import { wholly } from "../db/wholly.ts";
import { diskFailure } from "../disk-failure.ts";
import { STORY_CHOICE_ROWS } from "../kits/kit-choices.ts";
import { summaryOf } from "../stories/story-row.ts";
import type { StoryTable } from "../stories/story-table.ts";

/** So long a story lies in the bin before it goes for good, in milliseconds. */
export const BIN_KEEPS_MS = BIN_KEEPS_DAYS * 24 * 60 * 60 * 1000;

/** Where deleted stories wait. */
export interface StoryBin {
  /** Puts a story in; one that is in already stays as it is. Gives `not-found`. */
  readonly put: (story: StoryId, why: string) => Result<StorySummary, Failure>;
  /** Takes a story out as it was. Gives `not-found`. */
  readonly takeOut: (story: StoryId) => Result<StorySummary, Failure>;
  /**
   * Deletes the stories whose time is up, with their revisions, sources and what they were set in. Photos stay in the
   * archive: other stories may use them. Where the disk refuses, they wait for the next time.
   */
  readonly empty: () => void;
}

export interface StoryBinOptions {
  /** Of the newsroom. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The name of whoever puts a story in. */
  readonly author: () => string;
}

/** Keeps the bin of a newsroom. */
export function storyBin(
  sql: Database,
  table: StoryTable,
  { folder, now, author }: StoryBinOptions,
): StoryBin {
  const put = sql.prepare<[number | null, string, string, number]>(
    "UPDATE story SET binned_at_ms = ?, binned_why = ?, binned_by = ? WHERE seq = ?",
  );
  const over = sql.prepare<[number], number>("SELECT seq FROM story WHERE binned_at_ms <= ?").pluck();
  const dropWords = sql.prepare<[number]>("DELETE FROM search WHERE rowid = ?");
  const dropStory = sql.prepare<[number]>("DELETE FROM story WHERE seq = ?");

  const dropChoices = sql.prepare<[string, string, number]>(
    `DELETE FROM setting
     WHERE name >= ? AND name < ? AND substr(name, ?) NOT IN (SELECT id FROM story)`,
  );

  const summary = (story: StoryId): Result<StorySummary, Failure> => {
    const row = table.find(story);
    return row.ok ? ok(summaryOf(row.value)) : row;
  };
  const drop = sql.transaction((seqs: readonly number[]): void => {
    for (const seq of seqs) {
      dropWords.run(seq);
      dropStory.run(seq);
    }
    const from = STORY_CHOICE_ROWS;
    dropChoices.run(from, `${from}\u{10FFFF}`, from.length + 1);
  });

  return {
    put: wholly(sql, (story: StoryId, why: string) => {
      const row = table.find(story);
      if (!row.ok) return row;
      if (row.value.binned_at_ms === null) put.run(now(), why.trim(), author(), row.value.seq);
      return summary(story);
    }),
    takeOut: wholly(sql, (story: StoryId) => {
      const row = table.find(story);
      if (!row.ok) return row;
      put.run(null, "", "", row.value.seq);
      return summary(story);
    }),
    empty: () => {
      const seqs = over.all(now() - BIN_KEEPS_MS);
      if (seqs.length === 0) return;
      try {
        drop.immediate(seqs);
      } catch (error) {
        diskFailure(error, folder);
      }
    },
  };
}
