import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { told } from "#shared/language/told.ts";

const FULL = new Set(["ENOSPC", "EDQUOT", "SQLITE_FULL"]);
const REFUSED = new Set([
  "EACCES",
  "EPERM",
  "EROFS",
  "EIO",
  "ENODEV",
  "ENOTDIR",
  "EEXIST",
  "EISDIR",
  "SQLITE_PERM",
]);
const REFUSED_FAMILIES = ["SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR"];
const DAMAGED_FAMILIES = ["SQLITE_CORRUPT", "SQLITE_NOTADB", "STET_SPOILT_ROW"];

/** Less room than this, in bytes, and SQLite cannot even make its smallest file: the disk counts as full. */
const NEXT_TO_NOTHING = 64 * 1024;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function isOneOf(code: string, families: readonly string[]): boolean {
  return families.some((family) => code === family || code.startsWith(`${family}_`));
}

function hasNoRoom(path: string): boolean {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    const { blocks, bavail, bsize } = statfsSync(folder);
    // A file system without blocks (/proc) is none that could be full.
    return blocks > 0 && bavail * bsize < NEXT_TO_NOTHING;
  } catch {
    return false;
  }
}

/**
 * Says in the person's words why the disk did not do what was asked of it. `where` is the path of
 * the folder or file that was being written or read; it stands in the sentence.
 *
 * Takes errors of Node's file functions and of SQLite (result codes:
 * https://www.sqlite.org/rescode.html) and gives `disk-full`, `not-writable`, `damaged` or
 * `newsroom-in-use`. SQLite reports a full disk as an I/O error in places, so the room that is left
 * is looked at. Any other error is a defect and is thrown again.
 */
export function diskFailure(error: unknown, where: string): Failure {
  const code = codeOf(error);
  const refused = REFUSED.has(code) || isOneOf(code, REFUSED_FAMILIES);
  if (FULL.has(code) || (refused && hasNoRoom(where))) {
    return failure("disk-full", told("diskFull", { where }), where);
  }
  if (refused) {
    return failure("not-writable", told("notWritable", { where, errno: code }), where);
  }
  if (isOneOf(code, DAMAGED_FAMILIES)) {
    return failure("damaged", told("databaseDamaged", { where, errno: code }), where);
  }
  if (isOneOf(code, ["SQLITE_BUSY", "SQLITE_LOCKED"])) {
    return failure("newsroom-in-use", told("keptOut", { where }), where);
  }
  throw error;
}
