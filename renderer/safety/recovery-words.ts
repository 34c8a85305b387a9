import { clockTime } from "#renderer/app/deadline.ts";
import type { RecoveryNews, RecoveryReport } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { atTime } from "./safety-words.ts";

type UncleanEnd = NonNullable<RecoveryNews["uncleanEnd"]>;

const REPORT_NAME = "recovery-report.txt";

/** How a story came back, in a word or two. */
/** A moment with its seconds where it was today, as saves are told. */
export function savedAt(atMs: number, nowMs: number): string {
  const day = atTime(atMs, nowMs);
  return day.includes(" ") ? day : clockTime(atMs);
}

/** What happened. Whether all that was saved is here is for the report to say where there is one. */
export function uncleanEndWords({ sinceMs }: UncleanEnd, hasReport: boolean, nowMs: number): string {
  const { uncleanEnd, allSavedIsHere } = words().safety.recovery;
  const happened = uncleanEnd({ since: atTime(sinceMs, nowMs) });
  return hasReport ? happened : `${happened} ${allSavedIsHere}`;
}

/** What the new database was made from. */
export function madeFromWords({ backup }: RecoveryReport, nowMs: number): string {
  const { madeFromText, madeFromBackup } = words().safety.recovery;
  return backup === null ? madeFromText : madeFromBackup({ at: atTime(backup.atMs, nowMs) });
}

/** How many stories are here, and how they came back. */
export function storiesNowWords({ stories, storiesNow }: RecoveryReport): string {
  const said = words().safety.recovery;
  if (storiesNow === 0) return said.noStory;
  const older = stories.filter(({ outcome }) => outcome === "older").length;
  const partly = stories.filter(({ outcome }) => outcome === "partly").length;
  const whole = storiesNow - older - partly;
  if (whole === storiesNow) return storiesNow === 1 ? said.oneWhole : said.allWhole({ count: storiesNow });
  return said.sum({ count: storiesNow, whole, older, partly });
}

/** The path of the report that people can read, beside the damaged files; in the machine's own way of writing paths. */
export function reportPath({ damagedFolder }: RecoveryReport): string {
  return `${damagedFolder}${damagedFolder.includes("\\") ? "\\" : "/"}${REPORT_NAME}`;
}
