import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import SqliteDatabase, { type Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { backupsIn, BACKUPS_NAME } from "../backup/backup-file.ts";
import type { Depth } from "../backup/database-look.ts";
import { writeBackup } from "../backup/write-backup.ts";
import { diskFailure } from "../disk-failure.ts";
import { finishRecoveries } from "../recovery/damaged-folder.ts";
import { recoverNewsroom } from "../recovery/recover-newsroom.ts";
import { unreadableStory } from "../recovery/unreadable-story.ts";
import { createDatabase, DATABASE_NAME, inspectDatabase, type FoundDatabase } from "./database-file.ts";
import { takeLock, type LockHolder } from "./lock.ts";
import { migrate } from "./migration.ts";
import { DATABASE_VERSION, MIGRATIONS } from "./migrations/index.ts";

/** How long SQLite waits for a program that looks into the database from outside, in milliseconds. */
const BUSY_TIMEOUT_MS = 2000;

/** So much of the database SQLite may keep in memory, in KiB: a desk's whole list and its search index. */
const CACHE_KB = 64 * 1024;

/** A database up to this size is looked through at every start: that takes a few hundredths of a second. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** Its being there says that the database must be looked through before it is used again. */
const SUSPECT_NAME = "newsroom.suspect";

/** An open newsroom database that no other process has. */
export interface NewsroomDb {
  readonly folder: string;
  readonly sql: Database;
  /** Who had it before and ended without closing it; null where everybody closed it. */
  readonly leftBehind: LockHolder | null;
  /** Has the database looked through, and mended where it must be, the next time it is opened. */
  readonly suspect: () => void;
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

/** Connects; a database that turns out to be damaged is found to be so. */
function tryConnect(path: string, isMarked: boolean): Result<Database, FoundDatabase> {
  try {
    const sql = connect(path);
    const unreadable = isMarked ? unreadableStory(sql) : null;
    if (unreadable === null) return ok(sql);
    sql.close();
    return failed({ state: "damaged", why: `is damaged: ${unreadable}` });
  } catch (error) {
    // A step that does not fit the tables that are there: what the file says of its version is not so.
    const fitsNoStep = error instanceof SqliteDatabase.SqliteError && error.code === "SQLITE_ERROR";
    if (!fitsNoStep && diskFailure(error, path).code !== "damaged") throw error;
    return failed({ state: "damaged", why: `is damaged: ${error instanceof Error ? error.message : ""}` });
  }
}

/** Hears why a database is taken for damaged, just before it is replaced: nothing else can be done meanwhile, for minutes where it is large. */
export type TellRecovery = (why: string) => void;

interface Opening {
  /** How deep the file is looked into before it is used. */
  readonly depth: Depth;
  /** Reads every story as well: somebody has met damage. */
  readonly isMarked: boolean;
  readonly nowMs: number;
  readonly onRecovery: TellRecovery;
}

/** Looks at the database, makes one where there is none, and backs an older one up before it is brought forward. */
async function prepare(path: string, { depth, nowMs }: Opening): Promise<Result<FoundDatabase, Failure>> {
  const backups = join(dirname(path), BACKUPS_NAME);
  const found = inspectDatabase(path, depth);
  if (!found.ok) return found;
  if (found.value.state === "absent") {
    if (backupsIn(backups).length > 0)
      return ok({ state: "damaged", why: "is gone, but there are backups of it" });
    createDatabase(path);
    return ok({ state: "sound", version: DATABASE_VERSION });
  }
  if (found.value.state === "damaged" || found.value.version === DATABASE_VERSION) return found;
  const backup = await writeBackup(path, backups, nowMs);
  if (backup.ok) return found;
  if (backup.error.code === "damaged")
    return ok({ state: "damaged", why: "is damaged: its backup does not verify" });
  const sentence = `This Stet keeps its newsrooms in a newer form, and backs yours up before it changes anything. ${backup.error.message}`;
  return failed(failure(backup.error.code, sentence, path));
}

/** Opens the database; a damaged one is replaced once by what can be had of it. */
async function openFile(path: string, opening: Opening): Promise<Result<Database, Failure>> {
  finishRecoveries(dirname(path));
  for (let isRecovered = false; ; isRecovered = true) {
    const prepared = await prepare(path, { ...opening, depth: isRecovered ? "full" : opening.depth });
    if (!prepared.ok) return prepared;
    let found = prepared.value;
    if (found.state !== "damaged") {
      const connected = tryConnect(path, opening.isMarked && !isRecovered);
      if (connected.ok) return connected;
      found = connected.error;
    }
    const why = `${path} ${found.state === "damaged" ? found.why : "cannot be opened"}.`;
    if (isRecovered)
      return failed(failure("damaged", `${why} What Stet put in its place is damaged as well.`, path));
    opening.onRecovery(why);
    const recovered = await recoverNewsroom(dirname(path), why, opening.nowMs);
    if (!recovered.ok) return recovered;
  }
}

function isSmall(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= SMALL_BYTES;
}

/**
 * Opens the newsroom in a folder, making the folder and the database where there are none, and
 * bringing an older database forward, which is backed up before. A damaged one is moved aside and
 * replaced by what can be had of it. Gives `newsroom-in-use`, `newer-version`, `damaged` (another
 * program's database), `not-writable`, `disk-full`; after any of them the folder is as it was.
 */
export async function openDatabase(
  folder: string,
  holder: LockHolder,
  nowMs: number,
  onRecovery: TellRecovery = () => undefined,
): Promise<Result<NewsroomDb, Failure>> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return failed(diskFailure(error, folder));
  }
  const lock = takeLock(folder, holder);
  if (!lock.ok) return lock;
  const { leftBehind, release, letGo } = lock.value;
  const path = join(folder, DATABASE_NAME);
  const suspect = join(folder, SUSPECT_NAME);
  let opened: Result<Database, Failure>;
  try {
    const isMarked = existsSync(suspect);
    // An index that says something else than its table takes several times as long to find.
    const depth = isMarked || isSmall(path) ? "full" : leftBehind !== null ? "quick" : "parts";
    opened = await openFile(path, { depth, isMarked, nowMs, onRecovery });
    if (opened.ok) rmSync(suspect, { force: true });
  } catch (error) {
    letGo();
    return failed(diskFailure(error, folder));
  }
  if (!opened.ok) {
    letGo();
    return opened;
  }
  const sql = opened.value;
  return ok({
    folder,
    sql,
    leftBehind,
    suspect: () => {
      try {
        writeFileSync(suspect, "");
      } catch (error) {
        diskFailure(error, folder);
      }
    },
    close: () => {
      try {
        sql.close();
      } finally {
        release();
      }
    },
  });
}
