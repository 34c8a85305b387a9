/** How many hours, days and weeks that have a backup keep one. */
export const KEPT = { hours: 24, days: 14, weeks: 12 } as const;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
/** 1 January 1970 was a Thursday; weeks start on Monday (ISO 8601). */
const SINCE_MONDAY_MS = 3 * DAY_MS;

/** The newest time in each of the last `most` stretches that have one; `newestFirst` is sorted so. */
function newestOfEach(newestFirst: readonly number[], most: number, stretch: (atMs: number) => number) {
  const newest = new Map<number, number>();
  for (const atMs of newestFirst) {
    const key = stretch(atMs);
    if (newest.size === most && !newest.has(key)) break;
    if (!newest.has(key)) newest.set(key, atMs);
  }
  return newest.values();
}

/**
 * Which backups stay, of those made at these times: the newest of each of the last 24 hours, 14
 * days and 12 weeks (UTC) that have one. Hours without a backup do not count, so that a laptop that
 * slept for a month has lost none. Backups from after `nowMs`, made while the clock was wrong, stay
 * and push nothing out. All times are milliseconds since 1970.
 */
export function keptBackups(times: readonly number[], nowMs: number): ReadonlySet<number> {
  const past = times.filter((atMs) => atMs <= nowMs).sort((a, b) => b - a);
  return new Set([
    ...times.filter((atMs) => atMs > nowMs),
    ...newestOfEach(past, KEPT.hours, (atMs) => Math.floor(atMs / HOUR_MS)),
    ...newestOfEach(past, KEPT.days, (atMs) => Math.floor(atMs / DAY_MS)),
    ...newestOfEach(past, KEPT.weeks, (atMs) => Math.floor((atMs + SINCE_MONDAY_MS) / WEEK_MS)),
  ]);
}
