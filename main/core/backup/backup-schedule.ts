import { join } from "node:path";
import SqliteDatabase, { type Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import type { BackupFile } from "#shared/contract/safety.ts";
import type { Result } from "#shared/rpc/result.ts";
import { DATABASE_NAME } from "../db/database-file.ts";
import { BACKUPS_NAME, backupsIn } from "./backup-file.ts";
import type { TellCopied } from "./copy-database.ts";
import { rotateBackups } from "./rotate-backups.ts";
import { writeBackup, type WrittenBackup } from "./write-backup.ts";

/** Backups of one open newsroom into its own folder. */
export interface BackupSchedule {
  readonly newest: () => BackupFile | null;
  /** True where something changed since the newest backup. */
  readonly isChanged: () => boolean;
  /** True where something changed and the newest backup is an hour old, or from a time to come. */
  readonly isDue: () => boolean;
  /** Makes one, and only then rotates older ones out. Gives what `writeBackup` gives. */
  readonly make: (signal: AbortSignal, onProgress?: TellCopied) => Promise<Result<WrittenBackup, Failure>>;
}

/** As often as this a newsroom in use is backed up. */
const EVERY_MS = 3_600_000;

/** When a story on the desk was changed last, in milliseconds since 1970; null where there is none. */
export function lastCommitIn(sql: Database): number | null {
  return (
    sql
      .prepare<[], number | null>("SELECT max(updated_at_ms) FROM story WHERE binned_at_ms IS NULL")
      .pluck()
      .get() ?? null
  );
}

/** The same of a backup; 0 where it is of an older form, or cannot be read. */
function lastCommitOf(path: string): number | null {
  try {
    const sql = new SqliteDatabase(path, { readonly: true });
    try {
      return lastCommitIn(sql);
    } finally {
      sql.close();
    }
  } catch {
    return 0;
  }
}

/** Follows the changes of a database through its own connection. `now` gives milliseconds since 1970. */
export function backupSchedule(sql: Database, newsroom: string, now: () => number): BackupSchedule {
  const folder = join(newsroom, BACKUPS_NAME);
  const changes = sql.prepare<[], number>("SELECT total_changes()").pluck();
  let newest = backupsIn(folder)[0] ?? null;
  const isLeftBehind = lastCommitIn(sql) !== (newest === null ? null : lastCommitOf(newest.path));
  /** What `total_changes` said when the newest backup began; null where an earlier session left changes behind. */
  let backedUp = isLeftBehind ? null : changes.get();

  const isChanged = (): boolean => changes.get() !== backedUp;
  return {
    newest: () => newest,
    isChanged,
    isDue: () => isChanged() && (newest === null || Math.abs(now() - newest.atMs) >= EVERY_MS),
    make: async (signal, onProgress) => {
      const before = changes.get();
      const made = await writeBackup(join(newsroom, DATABASE_NAME), folder, now(), { signal, onProgress });
      if (!made.ok) return made;
      const { path, atMs, bytes } = made.value;
      newest = { path, atMs, bytes };
      backedUp = before;
      rotateBackups(folder, now());
      return made;
    },
  };
}
