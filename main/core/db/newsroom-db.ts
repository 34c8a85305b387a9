import { mkdirSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase, { type Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "../disk-failure.ts";
import { createDatabase, inspectDatabase } from "./database-file.ts";
import { takeLock, type LockHolder } from "./lock.ts";
import { migrate } from "./migration.ts";
import { MIGRATIONS } from "./migrations/index.ts";

/** The name of the database in a newsroom's folder. */
export const DATABASE_NAME = "newsroom.db";

/** How long SQLite waits for a program that looks into the database from outside, in milliseconds. */
const BUSY_TIMEOUT_MS = 2000;

/** So much of the database SQLite may keep in memory, in KiB: a desk's whole list and its search index. */
const CACHE_KB = 64 * 1024;

/** An open newsroom database that no other process has. */
export interface NewsroomDb {
  readonly folder: string;
  readonly sql: Database;
  /** Moves everything from the log into the database file, closes it and lets go of the lock. */
  readonly close: () => void;
}

function connect(path: string): Database {
  const sql = new SqliteDatabase(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    sql.pragma("journal_mode = WAL");
    sql.pragma("synchronous = FULL");
    // macOS only: a commit is on the disk, not in the drive's cache.
    sql.pragma("fullfsync = ON");
    sql.pragma("foreign_keys = ON");
    sql.pragma("trusted_schema = OFF");
    sql.pragma(`cache_size = -${String(CACHE_KB)}`);
    // Sorting and temporary tables need no room on a full disk.
    sql.pragma("temp_store = MEMORY");
    migrate(sql, MIGRATIONS);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

function openFile(path: string): Result<Database, Failure> {
  const found = inspectDatabase(path);
  if (!found.ok) return found;
  if (found.value === "absent") createDatabase(path);
  return ok(connect(path));
}

/**
 * Opens the newsroom in a folder, making the folder and the database where there are none, and
 * bringing an older database forward. Gives `newsroom-in-use`, `newer-version`, `damaged`,
 * `not-writable`, `disk-full`; after any of them the folder is as it was.
 */
export function openDatabase(folder: string, holder: LockHolder): Result<NewsroomDb, Failure> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return failed(diskFailure(error, folder));
  }
  const lock = takeLock(folder, holder);
  if (!lock.ok) return lock;
  let opened: Result<Database, Failure>;
  try {
    opened = openFile(join(folder, DATABASE_NAME));
  } catch (error) {
    lock.value.release();
    return failed(diskFailure(error, folder));
  }
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const sql = opened.value;
  return ok({
    folder,
    sql,
    close: () => {
      try {
        sql.close();
      } finally {
        lock.value.release();
      }
    },
  });
}
