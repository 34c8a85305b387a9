import type { RevisionId, RevisionSummary } from "#shared/contract/index.ts";
import { dayWords } from "./revision-words.ts";

/** The heights of a row and of the day's name over the first of a day, in pixels. */
export const ROW_PX = 46;
export const DAY_PX = 26;

/** A version in the timeline; the first of each day has the day's name over it. */
export interface TimelineRow {
  readonly revision: RevisionSummary;
  readonly day: string | null;
}

/** The rows of a timeline, newest first, a day's name before each day. */
export function timelineRows(revisions: readonly RevisionSummary[], nowMs: number): readonly TimelineRow[] {
  let last: string | null = null;
  return revisions.map((revision) => {
    const day = dayWords(revision.atMs, nowMs);
    const row = { revision, day: day === last ? null : day };
    last = day;
    return row;
  });
}

/** The height of a row, in pixels. */
export function rowPx(row: TimelineRow): number {
  return row.day === null ? ROW_PX : ROW_PX + DAY_PX;
}

/** How far down the list a version begins, in pixels; null where it is not in it. */
export function offsetPx(rows: readonly TimelineRow[], revision: RevisionId): number | null {
  const at = rows.findIndex((row) => row.revision.id === revision);
  return at < 0 ? null : rows.slice(0, at).reduce((sum, row) => sum + rowPx(row), 0);
}
