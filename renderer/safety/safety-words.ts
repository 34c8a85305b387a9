import { dayAndTime } from "#renderer/app/deadline.ts";
import { fileSize } from "#renderer/app/file-size.ts";
import type { SafetyStatus, SecondFolder } from "#shared/contract/index.ts";

/** How a word is coloured: wrong needs somebody now, nearly somebody soon. */
export type Tone = "plain" | "nearly" | "wrong";

/** A piece of the state line. */
export interface StatePiece {
  readonly text: string;
  readonly tone: Tone;
}

const HOUR_MS = 3_600_000;
/** Backups are made every hour in which something changed: after so long without one, they fail. */
const LATE_AFTER_MS = 3 * HOUR_MS;
/** With less than this on the disk, in bytes, a day of camera photos does not fit. */
export const LITTLE_ROOM = 1_000_000_000;

const TROUBLE_WORDS: Readonly<Record<NonNullable<SafetyStatus["trouble"]>["code"], string>> = {
  "disk-full": "Disk full",
  "not-writable": "Disk refuses to write",
  damaged: "Newsroom damaged",
  "newsroom-in-use": "Newsroom held by another program",
};

/** A moment in milliseconds since 1970 as the desk says it: `14:02`, `21 Nov 14:02`. */
export function atTime(atMs: number, nowMs: number): string {
  return dayAndTime(new Date(atMs).toISOString(), nowMs);
}

/** The last name in a path, by which a person knows a disk; the path itself where it has none. */
export function shortName(path: string): string {
  return path.split(/[/\\]/).findLast((name) => name !== "") ?? path;
}

/** True where something was saved long after the last backup, and no newer one came about. */
export function isBackupLate({ lastBackup, lastCommitAtMs }: SafetyStatus, nowMs: number): boolean {
  if (lastBackup === null || lastCommitAtMs === null) return false;
  return lastCommitAtMs > lastBackup.atMs && nowMs - lastBackup.atMs > LATE_AFTER_MS;
}

function backupPiece(status: SafetyStatus, nowMs: number): StatePiece {
  const { lastBackup, isBackingUp } = status;
  if (lastBackup === null) return { text: isBackingUp ? "Backing up…" : "No backup yet", tone: "plain" };
  const at = atTime(lastBackup.atMs, nowMs);
  return isBackupLate(status, nowMs)
    ? { text: `Last backup ${at}`, tone: "nearly" }
    : { text: `Backed up ${at}`, tone: "plain" };
}

function secondPiece({ chosen, state }: SecondFolder, isBackingUp: boolean): StatePiece {
  const name = shortName(chosen);
  const pieces: Readonly<Record<SecondFolder["state"], StatePiece>> = {
    "in-step": { text: `${name} in step`, tone: "plain" },
    behind: isBackingUp
      ? { text: `copying to ${name}`, tone: "plain" }
      : { text: `${name} behind`, tone: "nearly" },
    absent: { text: `${name} not there`, tone: "nearly" },
    failed: { text: `${name} took no copy`, tone: "wrong" },
  };
  return pieces[state];
}

/** What the state line says of backups, of the second folder and of a disk in trouble, in this order of need. */
export function stateLinePieces(status: SafetyStatus, nowMs: number): readonly StatePiece[] {
  const { trouble, secondFolder, isBackingUp, freeBytes } = status;
  const isLow = trouble === null && freeBytes !== null && freeBytes < LITTLE_ROOM;
  return [
    ...(trouble === null ? [] : [{ text: TROUBLE_WORDS[trouble.code], tone: "wrong" as const }]),
    ...(isLow ? [{ text: `${fileSize(freeBytes)} left on the disk`, tone: "nearly" as const }] : []),
    backupPiece(status, nowMs),
    ...(secondFolder === null ? [] : [secondPiece(secondFolder, isBackingUp)]),
  ];
}
