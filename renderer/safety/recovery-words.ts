import { clockTime } from "#renderer/app/deadline.ts";
import { counted } from "#renderer/app/length.ts";
import type { RecoveredStory, RecoveryNews, RecoveryReport } from "#shared/contract/index.ts";
import { atTime } from "./safety-words.ts";

type UncleanEnd = NonNullable<RecoveryNews["uncleanEnd"]>;

const REPORT_NAME = "recovery-report.txt";

/** How a story came back, in a word or two. */
export const OUTCOME_WORDS: Readonly<Record<RecoveredStory["outcome"], string>> = {
  whole: "Whole",
  older: "Older text",
  partly: "In part",
};

/** A moment with its seconds where it was today, as saves are told. */
export function savedAt(atMs: number, nowMs: number): string {
  const day = atTime(atMs, nowMs);
  return day.includes(" ") ? day : clockTime(atMs);
}

/** What happened. Whether all that was saved is here is for the report to say where there is one. */
export function uncleanEndWords({ sinceMs }: UncleanEnd, hasReport: boolean, nowMs: number): string {
  const happened = `Stet had been open since ${atTime(sinceMs, nowMs)} and ended without closing: a crash, a power cut, or it was stopped.`;
  return hasReport ? happened : `${happened} Everything that was saved is here.`;
}

/** What the new database was made from. */
export function madeFromWords({ backup }: RecoveryReport, nowMs: number): string {
  return backup === null
    ? "There was no good backup. Stet has put the newsroom together from all that can be read of the damaged file."
    : `Stet has put the newsroom together from the backup of ${atTime(backup.atMs, nowMs)} and from all that can be read of the damaged file.`;
}

/** How many stories are here, and how they came back. */
export function storiesNowWords({ stories, storiesNow }: RecoveryReport): string {
  if (storiesNow === 0) return "No story came back.";
  const older = stories.filter(({ outcome }) => outcome === "older").length;
  const partly = stories.filter(({ outcome }) => outcome === "partly").length;
  const whole = storiesNow - older - partly;
  const all = counted(storiesNow, "story", "stories");
  if (whole === storiesNow) return storiesNow === 1 ? "Its one story is whole." : `All ${all} are whole.`;
  const parts = [
    ...(whole === 0 ? [] : [`${String(whole)} whole`]),
    ...(older === 0 ? [] : [`${String(older)} with older text`]),
    ...(partly === 0 ? [] : [`${String(partly)} in part`]),
  ];
  return `${all}: ${parts.join(", ")}.`;
}

/** The path of the report that people can read, beside the damaged files; in the machine's own way of writing paths. */
export function reportPath({ damagedFolder }: RecoveryReport): string {
  return `${damagedFolder}${damagedFolder.includes("\\") ? "\\" : "/"}${REPORT_NAME}`;
}
