import { fileSize } from "#renderer/app/file-size.ts";
import { counted } from "#renderer/app/length.ts";
import type {
  CheckedBackup,
  HealthReport,
  MadeBackup,
  PhotoTrouble,
  RestoreTest,
  SafetyStatus,
  SecondFolder,
} from "#shared/contract/index.ts";
import { atTime, LITTLE_ROOM, shortName, type Tone } from "./safety-words.ts";

/** A sentence of the page, and how it is coloured: `good` says that somebody looked and it is so. */
export interface Finding {
  readonly text: string;
  readonly tone: Tone | "good";
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

function stories(count: number): string {
  return counted(count, "story", "stories");
}

/** How long something took: `40 ms`, `1.4 s`, `2 min`. */
export function howLong(ms: number): string {
  if (ms < SECOND_MS) return `${String(Math.round(ms))} ms`;
  if (ms < MINUTE_MS) return `${(ms / SECOND_MS).toFixed(1)} s`;
  return `${String(Math.round(ms / MINUTE_MS))} min`;
}

/** What is left on the newsroom's disk. */
export function roomWords(freeBytes: number | null): Finding {
  if (freeBytes === null) return { text: "How much room its disk has is not known.", tone: "plain" };
  const tone = freeBytes < LITTLE_ROOM ? "nearly" : "plain";
  return { text: `${fileSize(freeBytes)} free on its disk.`, tone };
}

/** The newest backup in the newsroom's own folder. */
export function lastBackupWords({ lastBackup, isBackingUp }: SafetyStatus, nowMs: number): Finding {
  if (lastBackup === null) {
    const text = isBackingUp ? "The first backup is being made." : "There is no backup yet.";
    return { text, tone: "plain" };
  }
  const { atMs, bytes } = lastBackup;
  return {
    text: `The last one is from ${atTime(atMs, nowMs)}, ${fileSize(bytes)}, read back and found whole.`,
    tone: "good",
  };
}

/** A backup that was just made. */
export function madeWords({ atMs, stories: amount, blocks, bytes }: MadeBackup, nowMs: number): string {
  const held = `${stories(amount)}, ${counted(blocks, "block")}`;
  return `Backed up at ${atTime(atMs, nowMs)}: ${held}, ${fileSize(bytes)}.`;
}

/** How the second folder stands. */
export function secondFolderWords(second: SecondFolder, isBackingUp: boolean, nowMs: number): Finding {
  const { chosen, state, lastBackupAtMs, trouble } = second;
  const name = shortName(chosen);
  const last = lastBackupAtMs === null ? "" : ` The newest in it is from ${atTime(lastBackupAtMs, nowMs)}.`;
  const findings: Readonly<Record<SecondFolder["state"], Finding>> = {
    "in-step":
      lastBackupAtMs === null
        ? { text: `${name} is there. It gets the first backup as soon as one is made.`, tone: "plain" }
        : { text: `${name} is in step.${last}`, tone: "good" },
    behind: isBackingUp
      ? { text: `The newest backup is being copied to ${name}.${last}`, tone: "plain" }
      : { text: `${name} does not have the newest backup yet.${last}`, tone: "nearly" },
    absent: { text: trouble ?? `${name} is not there.`, tone: "nearly" },
    failed: { text: trouble ?? `${name} took no copy.`, tone: "wrong" },
  };
  return findings[state];
}

/** How a backup fared when it was restored for a test. */
export function restoreTestWords(test: RestoreTest, nowMs: number): Finding {
  const { atMs, backup, stories: amount, blocks, tookMs, troubles } = test;
  const when = `Tested ${atTime(atMs, nowMs)}`;
  const which = `the backup of ${atTime(backup.atMs, nowMs)}`;
  const [first] = troubles;
  if (first !== undefined) {
    const more = troubles.length === 1 ? "" : ` And ${counted(troubles.length - 1, "more trouble")}.`;
    return { text: `${when}: not all of ${which} came back. ${first}${more}`, tone: "wrong" };
  }
  const held = `${stories(amount)}, ${counted(blocks, "block")}`;
  return { text: `${when}: ${which} came back whole in ${howLong(tookMs)}, ${held}.`, tone: "good" };
}

/** A photo that is not what it was, and what was done about it. */
export function photoWords({ name, what, refetchedFrom }: PhotoTrouble): Finding {
  const found = what === "missing" ? "its file was missing" : "its file had changed";
  return refetchedFrom === null
    ? { text: `${name}: ${found}, and no folder has the right one. Bring the photo in again.`, tone: "wrong" }
    : { text: `${name}: ${found}; it was brought back from ${refetchedFrom}.`, tone: "nearly" };
}

/** The state of a backup that was read again. */
export function checkedWords({ trouble }: CheckedBackup): Finding {
  return trouble === null ? { text: "Good", tone: "good" } : { text: trouble, tone: "wrong" };
}

function databaseFindings({ databaseTroubles, strayRows, databaseBytes, logBytes }: HealthReport): Finding[] {
  const size = `${fileSize(databaseBytes)}, and ${fileSize(logBytes)} of log`;
  const sound: Finding = { text: `The database is sound: ${size}.`, tone: "good" };
  const strays: Finding = {
    text: `${counted(strayRows, "row")} of the database ${strayRows === 1 ? "belongs" : "belong"} to no story.`,
    tone: "nearly",
  };
  return [
    ...(databaseTroubles.length === 0 ? [sound] : []),
    ...databaseTroubles.map((text): Finding => ({ text: `The database is damaged: ${text}`, tone: "wrong" })),
    ...(strayRows === 0 ? [] : [strays]),
  ];
}

function storyFindings({ stories: amount, unreadableStories, searchTroubles }: HealthReport): Finding[] {
  return [
    unreadableStories.length === 0
      ? { text: `Every story can be read: ${stories(amount)}.`, tone: "good" }
      : { text: `${stories(unreadableStories.length)} of ${String(amount)} cannot be read.`, tone: "wrong" },
    ...unreadableStories.map(({ slug, message }): Finding => ({
      text: `${slug}: ${message}`,
      tone: "wrong",
    })),
    ...searchTroubles.map((text): Finding => ({ text: `Search: ${text}`, tone: "nearly" })),
  ];
}

function photoFindings({ photos, photoBytes, photoTroubles }: HealthReport): Finding[] {
  if (photos === 0) return [{ text: "There are no photos.", tone: "plain" }];
  const size = `${counted(photos, "photo")}, ${fileSize(photoBytes)}`;
  if (photoTroubles.length === 0) {
    return [{ text: `Every photo is what it was when it came in: ${size}.`, tone: "good" }];
  }
  return [
    { text: `${String(photoTroubles.length)} of ${size}, are not what they were.`, tone: "nearly" },
    ...photoTroubles.map(photoWords),
  ];
}

/** What a look at the whole newsroom found, in the order in which it matters. */
export function healthFindings(report: HealthReport): readonly Finding[] {
  return [...databaseFindings(report), ...storyFindings(report), ...photoFindings(report)];
}
