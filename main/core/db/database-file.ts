import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { migrate, versionOf } from "./migration.ts";
import { DATABASE_VERSION, MIGRATIONS } from "./migrations/index.ts";

/** Marks a SQLite file as a newsroom of Stet's: `PRAGMA application_id`, the letters "Stet". */
export const APPLICATION_ID = 0x53_74_65_74;

// The database header: https://www.sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
const APPLICATION_ID_OFFSET = 68;

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function readHeader(path: string): { readonly bytes: Buffer; readonly size: number } {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    readSync(file, bytes, 0, HEADER_BYTES, 0);
    return { bytes, size: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}

function damaged(path: string, what: string): Result<never, Failure> {
  return failed(
    failure(
      "damaged",
      `${path} ${what}. Stet has left it as it is; move it aside or choose another folder.`,
      path,
    ),
  );
}

/**
 * Looks at a newsroom's database without changing a byte of it. `absent` where there is none yet.
 * Gives `damaged` where the file is no SQLite database or another program's, `newer-version` where
 * a newer Stet wrote it.
 */
export function inspectDatabase(path: string): Result<"absent" | "ours", Failure> {
  const size = sizeOf(path);
  if (size === null || size === 0) {
    if ((sizeOf(`${path}-wal`) ?? 0) > 0) {
      return damaged(path, `is gone, but ${path}-wal still holds text that was saved in it`);
    }
    return ok("absent");
  }
  const header = readHeader(path);
  if (header.size < HEADER_BYTES || header.bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) {
    return damaged(path, "is not a database");
  }
  if (header.bytes.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) {
    return damaged(path, "is another program's database, not a newsroom");
  }
  const sql = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    const version = versionOf(sql);
    if (version < 1) return damaged(path, "is marked as a newsroom, but holds none");
    if (version <= DATABASE_VERSION) return ok("ours");
    return failed(
      failure(
        "newer-version",
        `${path} was written by a newer Stet (database version ${String(version)}; this Stet knows up to ${String(DATABASE_VERSION)}). Nothing was touched: open it with that Stet, or choose another newsroom.`,
        path,
      ),
    );
  } finally {
    sql.close();
  }
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder to sync it; NTFS journals the rename itself.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function removeFiles(path: string): void {
  for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
}

/** Makes a new database under another name and moves it into place whole, so that there is never half of one. */
export function createDatabase(path: string): void {
  const fresh = join(dirname(path), "newsroom.db.new");
  removeFiles(fresh);
  try {
    const sql = new SqliteDatabase(fresh);
    try {
      sql.pragma(`application_id = ${String(APPLICATION_ID)}`);
      migrate(sql, MIGRATIONS);
      sql.pragma("journal_mode = WAL");
    } finally {
      sql.close();
    }
    renameSync(fresh, path);
    syncFolder(dirname(path));
  } catch (error) {
    removeFiles(fresh);
    throw error;
  }
}
