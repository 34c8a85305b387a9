import type { RecoveredStory, RecoveryReport } from "#shared/contract/safety.ts";
import { amount } from "#shared/newsroom/index.ts";

function at(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** A time as it stands in sentences about a recovery. */
export const inWords = at;

function listed(title: string, sentences: readonly string[], none: string): readonly string[] {
  return [
    "",
    title,
    ...(sentences.length === 0 ? [`  ${none}`] : sentences.map((sentence) => `  ${sentence}`)),
  ];
}

/** Where the damaged files of a newsroom lie, and what its new database was made from. */
export function madeFrom({ damagedFolder, backup }: RecoveryReport): readonly string[] {
  const source = backup
    ? `The new database was made from the backup of ${at(backup.atMs)} (${backup.path}) and from what could be read of the damaged file.`
    : "There was no good backup. The new database was made from what could be read of the damaged file.";
  return [
    `The damaged files lie untouched in ${damagedFolder}. Keep them until you have read this through.`,
    source,
  ];
}

/**
 * The report for people. `origin` says what the new database was made from, a sentence each; `all`
 * is every story, those that came back whole among them.
 */
export function reportText(
  report: RecoveryReport,
  origin: readonly string[],
  all: readonly RecoveredStory[],
): string {
  const whole = all.filter(({ outcome }) => outcome === "whole");
  return [
    `Recovery of a newsroom, ${at(report.atMs)}`,
    "",
    report.why,
    ...origin,
    `The newsroom holds ${amount(report.storiesNow, "story", "stories")} now; ${String(whole.length)} came back whole.`,
    ...(report.textFolder === null ? [] : [`What can be read lies as text in ${report.textFolder}.`]),
    ...listed(
      "Not whole:",
      report.stories.map(({ sentence }) => sentence.message),
      "None.",
    ),
    ...listed(
      "What did not come back:",
      report.losses.map(({ message }) => message),
      "Nothing that Stet knows of.",
    ),
    ...(report.badBackups.length === 0
      ? []
      : listed("Backups that are damaged as well:", report.badBackups, "")),
    ...listed(
      "Whole:",
      whole.map(({ slug, id }) => `“${slug}” (${id})`),
      "None.",
    ),
    "",
  ].join("\n");
}
