import { closeSync, openSync, readSync, rmSync } from "node:fs";
import type { BackupFile } from "#shared/contract/safety.ts";
import { diskFailure } from "../disk-failure.ts";
import { backupsIn } from "./backup-file.ts";
import { keptBackups } from "./kept-backups.ts";

// https://www.sqlite.org/fileformat.html#the_database_header
const USER_VERSION_OFFSET = 60;

/** The version of the database in a backup, without opening it as one. */
function versionIn(path: string): number {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(4);
    readSync(file, bytes, 0, bytes.length, USER_VERSION_OFFSET);
    return bytes.readUInt32BE();
  } finally {
    closeSync(file);
  }
}

/** The newest backup of each version of the database: the way back from every change of its form. */
function newestOfEachVersion(newestFirst: readonly BackupFile[]): ReadonlySet<string> {
  const newest = new Map<number, string>();
  for (const { path } of newestFirst) {
    const version = versionIn(path);
    if (!newest.has(version)) newest.set(version, path);
  }
  return new Set(newest.values());
}

/**
 * Removes the backups of a folder that are not worth their room any more (see `keptBackups`); the
 * newest one of every version of the database stays. To be called only when a newer one is known
 * to be good. Where the disk refuses, they stay.
 */
export function rotateBackups(folder: string, nowMs: number): void {
  try {
    const backups = backupsIn(folder);
    const times = keptBackups(
      backups.map(({ atMs }) => atMs),
      nowMs,
    );
    const versions = newestOfEachVersion(backups);
    for (const { path, atMs } of backups) {
      if (!times.has(atMs) && !versions.has(path)) rmSync(path, { force: true });
    }
  } catch (error) {
    diskFailure(error, folder);
  }
}
