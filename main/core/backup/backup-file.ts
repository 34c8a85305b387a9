import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BackupFile } from "#shared/contract/safety.ts";

/** The folder in a newsroom that holds its backups. */
export const BACKUPS_NAME = "backups";

/** How the name of a backup that is not finished starts. */
export const ARRIVING = ".arriving-";

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.db$/;

/** `2026-11-22T18-30-05Z.db`: the second in which the copying began, in UTC, with no sign that a file system refuses. */
export function backupName(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replaceAll(":", "-")}Z.db`;
}

/** When the backup of this name was made, in milliseconds since 1970; null where it is no backup's name. */
export function timeOfBackup(name: string): number | null {
  const parts = NAME.exec(name);
  if (!parts) return null;
  const [, day, hour, minute, second] = parts;
  const atMs = Date.parse(`${String(day)}T${String(hour)}:${String(minute)}:${String(second)}Z`);
  return Number.isNaN(atMs) ? null : atMs;
}

/** The backups in a folder, newest first; none where the folder is not there or cannot be read. */
export function backupsIn(folder: string): readonly BackupFile[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((name): readonly BackupFile[] => {
      const atMs = timeOfBackup(name);
      const path = join(folder, name);
      const size = atMs === null ? undefined : statSync(path, { throwIfNoEntry: false })?.size;
      return atMs === null || size === undefined ? [] : [{ path, atMs, bytes: size }];
    })
    .sort((a, b) => b.atMs - a.atMs);
}
