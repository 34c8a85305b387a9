import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { z } from "zod";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { lookThrough, type Depth } from "../backup/database-look.ts";
import { openPages, pageSizeOf } from "../recovery/database-pages.ts";
import { versionInPages, type VersionInPages } from "../recovery/version-in-pages.ts";
import { logTrouble, readDatabaseLog } from "../recovery/log-frames.ts";
import { migrate } from "./migration.ts";
import { tks } from "./migrations/0006-tks.ts";
import { DATABASE_VERSION, MIGRATIONS } from "./migrations/index.ts";
import { told } from "#shared/language/told.ts";

/** The name of the database in a newsroom's folder. */
export const DATABASE_NAME = "newsroom.db";

/** Marks a SQLite file as a newsroom of Stet's: `PRAGMA application_id`, the letters "Stet". */
export const APPLICATION_ID = 0x53_74_65_74;

// The database header: https://www.sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
const PAGES_AT = 28;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** From this version on, a newsroom has a record of its version. */
const FIRST_RECORDED = tks.version;

/** No Stet will come to so many steps: a version above this is a damaged one. */
const HIGHEST_VERSION = 10_000;

/** What a newsroom's database file was found to be. `why` ends a sentence that starts with the file's path. */
export type FoundDatabase =
  | { readonly state: "absent" }
  | { readonly state: "sound"; readonly version: number }
  | { readonly state: "damaged"; readonly why: string };

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** The first page as SQLite would see it, with the log laid over it, and what the pages say of their version. */
function firstPage(path: string): (VersionInPages & { readonly page: Buffer }) | null {
  const pages = openPages(path, readDatabaseLog(`${path}-wal`, pageSizeOf(path)));
  try {
    const page = pages.page(1);
    return page ? { page, ...versionInPages(pages) } : null;
  } finally {
    pages.close();
  }
}

const tableNames = z.array(z.string());

/** True where a database has the tables of a newsroom, or they cannot be read; false where it is clearly something else. */
function mayBeNewsroom(path: string): boolean {
  try {
    const sql = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    try {
      const names = tableNames.parse(
        sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
      );
      return names.includes("story_frame") && names.includes("block");
    } finally {
      sql.close();
    }
  } catch {
    return true;
  }
}

function damaged(why: string): Result<FoundDatabase, Failure> {
  return ok({ state: "damaged", why });
}

/**
 * The version that the file has; null where what it says cannot be true. Its header and its record
 * must agree, and whatever a Stet of version 6 or later wrote has a record: a header that names such
 * a version without one has lost a bit.
 */
function versionOf({
  page,
  recorded,
  isReadable,
}: VersionInPages & { readonly page: Buffer }): number | null {
  const version = page.readUInt32BE(USER_VERSION_AT);
  if (version < 1 || version > HIGHEST_VERSION) return null;
  if (typeof recorded === "number")
    return recorded === version || recorded > DATABASE_VERSION ? recorded : null;
  return recorded === undefined && isReadable && version >= FIRST_RECORDED ? null : version;
}

/** What can be told of the file from its size, its first page and its log alone. */
function foundAtOnce(path: string): Result<FoundDatabase, Failure> {
  const hasLog = (sizeOf(`${path}-wal`) ?? 0) > 0;
  const size = sizeOf(path);
  if (size === null) return hasLog ? damaged("is gone, but its log is there") : ok({ state: "absent" });
  if (size === 0) return damaged("is empty");
  const first = size < HEADER_BYTES ? null : firstPage(path);
  if (first?.page.toString("latin1", 0, MAGIC.length) !== MAGIC) return damaged("is not a database");
  const { page } = first;
  if (page.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    if (mayBeNewsroom(path)) return damaged("does not say any more that it is a newsroom");
    return failed(failure("damaged", told("otherDatabase", { path }), path));
  }
  const version = versionOf(first);
  if (version === null) return damaged("does not say any more which Stet wrote it");
  if (version > DATABASE_VERSION) {
    const sentence = told("newerDatabase", { path, found: version, known: DATABASE_VERSION });
    return failed(failure("newer-version", sentence, path));
  }
  const trouble = logTrouble(path, pageSizeOf(path));
  if (trouble !== null) return damaged(trouble);
  const pages = page.readUInt32BE(PAGES_AT);
  if (!hasLog && pages * pageSizeOf(path) > size) {
    return damaged(
      `is cut short: ${String(Math.floor(size / pageSizeOf(path)))} of ${String(pages)} pages are there`,
    );
  }
  return ok({ state: "sound", version });
}

/**
 * Looks at a newsroom's database without changing a byte of it, as deep as asked. Gives
 * `newer-version` where a newer Stet wrote it, and `damaged` where it is another program's: those
 * are not for Stet to mend.
 */
export function inspectDatabase(path: string, depth: Depth): Result<FoundDatabase, Failure> {
  const found = foundAtOnce(path);
  if (!found.ok || found.value.state !== "sound") return found;
  const [problem] = lookThrough(path, depth).problems;
  return problem === undefined ? found : ok({ state: "damaged", why: `is damaged: ${problem}` });
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
