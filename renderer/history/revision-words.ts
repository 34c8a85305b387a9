import type { RevisionSummary } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

type Why = Pick<RevisionSummary, "cause" | "name" | "status" | "branch">;

/** Why a version was kept, as the desk says it: "Status changed to Copy", "Kept as “To the lawyer”". */
export function whyWords({ cause, name, status, branch }: Why): string {
  const { history, story } = words();
  if (name !== null && status !== null) return history.statusChanged({ status: name });
  if (name !== null) return history.keptAs({ name });
  if (status !== null) return history.statusChanged({ status: story.statuses[status].name });
  return cause === "auto" && branch !== null ? history.savedBeside : history.causes[cause];
}

/** The words that came and went, as figures: "+12 −3". */
export function wordsFigures({
  wordsAdded,
  wordsRemoved,
  blocksChanged,
}: Pick<RevisionSummary, "wordsAdded" | "wordsRemoved" | "blocksChanged">): string {
  const { wordsChanged, otherLook, noChange } = words().history;
  if (wordsAdded > 0 || wordsRemoved > 0) return wordsChanged({ added: wordsAdded, removed: wordsRemoved });
  return blocksChanged > 0 ? otherLook : noChange;
}

/** The clock at a moment on this machine: "14:02". */
export function clockWords(atMs: number): string {
  return words().forms.clock(atMs);
}

/**
 * How long ago, while that says more than the clock does: under a day. The window's clock moves on
 * every few seconds, so a moment may seem to be just ahead; further ahead, a clock was set back.
 */
export function agoWords(atMs: number, nowMs: number): string | null {
  const minutes = Math.floor((nowMs - atMs) / MINUTE_MS);
  if (minutes < -1 || minutes >= 24 * HOUR_MINUTES) return null;
  const { justNow, minutesAgo, hoursAgo } = words().history;
  if (minutes < 1) return justNow;
  if (minutes < HOUR_MINUTES) return minutesAgo({ count: minutes });
  return hoursAgo({ count: Math.floor(minutes / HOUR_MINUTES) });
}

function noonOf(ms: number): number {
  return new Date(ms).setHours(12, 0, 0, 0);
}

function daysBetween(atMs: number, nowMs: number): number {
  return Math.round((noonOf(nowMs) - noonOf(atMs)) / (24 * HOUR_MINUTES * MINUTE_MS));
}

/** The day of a moment on this machine's calendar: "Today", "Yesterday", "Friday 20 November", with the year where it is another. */
export function dayWords(atMs: number, nowMs: number): string {
  const days = daysBetween(atMs, nowMs);
  const { history, forms } = words();
  if (days === 0) return history.today;
  if (days === 1) return history.yesterday;
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return forms.longDay(atMs, !isThisYear);
}

/** A version named in a sentence: "Kept as “To the lawyer”, 14:02", with the day where it is not today. */
export function versionWords(revision: Why & Pick<RevisionSummary, "atMs">, nowMs: number): string {
  const { atMs } = revision;
  const { history, forms } = words();
  const dayIfAny = daysBetween(atMs, nowMs) === 0 ? null : forms.day(atMs);
  return history.version({ why: whyWords(revision), dayIfAny, clock: clockWords(atMs) });
}
