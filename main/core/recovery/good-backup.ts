import type { BackupFile } from "#shared/contract/safety.ts";
import { backupsIn } from "../backup/backup-file.ts";
import { lookThrough } from "../backup/database-look.ts";
import { backupTrouble } from "../backup/write-backup.ts";
import { DATABASE_VERSION } from "../db/migrations/index.ts";

/** The newest backup that can be restored, and what is wrong with newer ones, a sentence each. */
export interface GoodBackup {
  readonly backup: BackupFile | null;
  readonly bad: readonly string[];
}

function troubleOf(path: string): string | null {
  try {
    const look = lookThrough(path, "quick");
    if (look.version > DATABASE_VERSION) return "was made by a newer Stet";
    return backupTrouble(look, null);
  } catch (error) {
    return `cannot be read (${error instanceof Error ? error.message : "no reason given"})`;
  }
}

/** Looks for the newest backup in some folders that is sound from end to end. */
export function newestGoodBackup(folders: readonly string[]): GoodBackup {
  const bad: string[] = [];
  const newestFirst = folders.flatMap(backupsIn).sort((a, b) => b.atMs - a.atMs);
  for (const backup of newestFirst) {
    const trouble = troubleOf(backup.path);
    if (trouble === null) return { backup, bad };
    bad.push(`${backup.path} ${trouble}.`);
  }
  return { backup: null, bad };
}
