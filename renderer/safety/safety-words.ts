import { dayAndTime } from "#renderer/app/deadline.ts";
import { fileSize } from "#renderer/app/file-size.ts";
import type { SafetyStatus, SecondFolder } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

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
  const said = words().safety.state;
  if (lastBackup === null) return { text: isBackingUp ? said.backingUp : said.noBackup, tone: "plain" };
  const at = atTime(lastBackup.atMs, nowMs);
  return isBackupLate(status, nowMs)
    ? { text: said.lastBackup({ at }), tone: "nearly" }
    : { text: said.backedUp({ at }), tone: "plain" };
}

function secondPiece({ chosen, state }: SecondFolder, isBackingUp: boolean): StatePiece {
  const name = shortName(chosen);
  const said = words().safety.state;
  const pieces: Readonly<Record<SecondFolder["state"], StatePiece>> = {
    "in-step": { text: said.inStep({ name }), tone: "plain" },
    behind: isBackingUp
      ? { text: said.copying({ name }), tone: "plain" }
      : { text: said.behind({ name }), tone: "nearly" },
    absent: { text: said.absent({ name }), tone: "nearly" },
    failed: { text: said.failed({ name }), tone: "wrong" },
  };
  return pieces[state];
}

/** What the state line says of backups, of the second folder and of a disk in trouble, in this order of need. */
export function stateLinePieces(status: SafetyStatus, nowMs: number): readonly StatePiece[] {
  const { trouble, secondFolder, isBackingUp, freeBytes } = status;
  const said = words().safety.state;
  const isLow = trouble === null && freeBytes !== null && freeBytes < LITTLE_ROOM;
  return [
    ...(trouble === null ? [] : [{ text: said.troubles[trouble.code], tone: "wrong" as const }]),
    ...(isLow ? [{ text: said.littleRoom({ fileSize: fileSize(freeBytes) }), tone: "nearly" as const }] : []),
    backupPiece(status, nowMs),
    ...(secondFolder === null ? [] : [secondPiece(secondFolder, isBackingUp)]),
  ];
}
