import type { Database } from "better-sqlite3";
import type { RecoveryNews, StoryLeftOpen } from "#shared/contract/safety.ts";
import type { LockHolder } from "../db/lock.ts";
import { placeTable } from "../stories/places.ts";
import { STORY_COLUMNS, summaryOf, type StoryRow } from "../stories/story-row.ts";
import { markReportsSeen, unseenReport } from "./damaged-folder.ts";

/** What there is to tell after a start that followed a crash or found damage. */
export interface RecoveryDesk {
  readonly news: () => RecoveryNews;
  /** The person has read it. */
  readonly seen: () => void;
}

/** More stories than this nobody had open at once. */
const MOST_LEFT_OPEN = 50;

/** The stories that were saved while the one who ended without closing had the newsroom, last saved first. */
function leftOpen(sql: Database, sinceMs: number): readonly StoryLeftOpen[] {
  const places = placeTable(sql);
  return sql
    .prepare<[number, number], StoryRow>(
      `SELECT ${STORY_COLUMNS} FROM story WHERE updated_at_ms >= ? ORDER BY updated_at_ms DESC LIMIT ?`,
    )
    .all(sinceMs, MOST_LEFT_OPEN)
    .map((row) => {
      const { id, facts, headline, updatedAtMs } = summaryOf(row);
      return { id, slug: facts.slug, headline, savedAtMs: updatedAtMs, place: places.of(row.seq) };
    });
}

/** Looks, once, at what was left behind when the newsroom was opened. */
export function recoveryNews(sql: Database, newsroom: string, leftBehind: LockHolder | null): RecoveryDesk {
  const sinceMs = leftBehind === null ? null : Date.parse(leftBehind.since);
  let uncleanEnd = sinceMs === null ? null : { sinceMs, stories: leftOpen(sql, sinceMs) };
  return {
    news: () => ({ uncleanEnd, report: unseenReport(newsroom) }),
    seen: () => {
      uncleanEnd = null;
      markReportsSeen(newsroom);
    },
  };
}
