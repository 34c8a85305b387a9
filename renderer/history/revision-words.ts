import { figure } from "#renderer/app/length.ts";
import { words } from "#shared/language/index.ts";
import type { RevisionCause, RevisionSummary } from "#shared/contract/index.ts";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

const CAUSE_WORDS: Readonly<Record<RevisionCause, string>> = {
  first: "Begun",
  import: "Brought in",
  auto: "Saved by itself",
  status: "Status changed",
  named: "Kept by hand",
  "before-restore": "Before a version was put back",
  "before-merge": "Before two versions were joined",
  merge: "Two versions joined",
  branch: "Kept beside the story",
};

type Why = Pick<RevisionSummary, "cause" | "name" | "status" | "branch">;

/** Why a version was kept, as the desk says it: "Status changed to Copy", "Kept as “To the lawyer”". */
export function whyWords({ cause, name, status, branch }: Why): string {
  if (name !== null && status !== null) return `Status changed to ${name}`;
  if (name !== null) return `Kept as “${name}”`;
  if (status !== null) return `Status changed to ${words().story.statuses[status].name}`;
  return cause === "auto" && branch !== null ? "Saved beside the story" : CAUSE_WORDS[cause];
}

/** The words that came and went, as figures: "+12 −3". */
export function wordsFigures({
  wordsAdded,
  wordsRemoved,
  blocksChanged,
}: Pick<RevisionSummary, "wordsAdded" | "wordsRemoved" | "blocksChanged">): string {
  const figures = [
    ...(wordsAdded > 0 ? [`+${figure(wordsAdded)}`] : []),
    ...(wordsRemoved > 0 ? [`−${figure(wordsRemoved)}`] : []),
  ];
  if (figures.length > 0) return `${figures.join(" ")} words`;
  return blocksChanged > 0 ? "same words, other look" : "no change in the text";
}

/** The clock at a moment on this machine: "14:02". */
export function clockWords(atMs: number): string {
  return new Date(atMs).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/**
 * How long ago, while that says more than the clock does: under a day. The window's clock moves on
 * every few seconds, so a moment may seem to be just ahead; further ahead, a clock was set back.
 */
export function agoWords(atMs: number, nowMs: number): string | null {
  const minutes = Math.floor((nowMs - atMs) / MINUTE_MS);
  if (minutes < -1 || minutes >= 24 * HOUR_MINUTES) return null;
  if (minutes < 1) return "just now";
  if (minutes < HOUR_MINUTES) return `${String(minutes)} min ago`;
  return `${String(Math.floor(minutes / HOUR_MINUTES))} h ago`;
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
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  const at = new Date(atMs);
  const isThisYear = at.getFullYear() === new Date(nowMs).getFullYear();
  return at
    .toLocaleDateString("en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      ...(isThisYear ? {} : { year: "numeric" }),
    })
    .replace(",", "");
}

/** A version named in a sentence: "Kept as “To the lawyer”, 14:02", with the day where it is not today. */
export function versionWords(revision: Why & Pick<RevisionSummary, "atMs">, nowMs: number): string {
  const { atMs } = revision;
  const days = daysBetween(atMs, nowMs);
  const day =
    days === 0 ? "" : ` ${new Date(atMs).toLocaleDateString("en-GB", { day: "numeric", month: "short" })}`;
  return `${whyWords(revision)},${day} ${clockWords(atMs)}`;
}
