import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { z } from "zod";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { HostInfo } from "#shared/contract/host.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "../disk-failure.ts";
import type { ToldHolder } from "#shared/language/english/told/newsroom.ts";
import { told } from "#shared/language/told.ts";

/** Who has a newsroom open. */
export interface LockHolder {
  readonly host: HostInfo["host"];
  readonly pid: number;
  /** ISO 8601 UTC. */
  readonly since: string;
}

/** A newsroom that is ours until it is let go of, or until this process ends, however it ends. */
export interface NewsroomLock {
  /** Who had the newsroom before and ended without closing it; null where everybody closed it. */
  readonly leftBehind: LockHolder | null;
  /** Lets go of a newsroom that was closed in order. */
  readonly release: () => void;
  /** Lets go of a newsroom that was not entered: what was left behind is still to be told. */
  readonly letGo: () => void;
}

const holderSchema: z.ZodType<LockHolder> = z.object({
  host: z.enum(["electron", "browser", "command-line", "test"]),
  pid: z.number().int(),
  since: z.iso.datetime(),
});

function readHolder(path: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function toldHolder(holder: LockHolder | null): ToldHolder {
  return holder?.pid === process.pid ? "this Stet" : holder;
}

function writeHolder(path: string, holder: LockHolder): void {
  try {
    const fresh = `${path}.new`;
    writeFileSync(fresh, `${JSON.stringify(holder)}\n`);
    renameSync(fresh, path);
  } catch (error) {
    // The lock itself holds; without room for this file the refusal just cannot say who has it.
    diskFailure(error, path);
  }
}

/** Tells the lock's file from any other that may come to lie in its place. */
function identityOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

/**
 * Takes a newsroom for this process: an exclusive transaction on `newsroom.lock`, an empty SQLite
 * file, which the operating system lets go when the process dies. `newsroom.lock.json` beside it
 * says who holds it, for the sentence that a second one gets; where it is still there and nobody
 * holds the lock, somebody ended without closing. Gives `newsroom-in-use`,
 * `not-writable`, `disk-full`.
 */
export function takeLock(folder: string, holder: LockHolder): Result<NewsroomLock, Failure> {
  const holderPath = join(folder, "newsroom.lock.json");
  const path = join(folder, "newsroom.lock");
  let lock: SqliteDatabase.Database | undefined;
  try {
    lock = new SqliteDatabase(path, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    const cause = diskFailure(error, folder);
    if (cause.code !== "newsroom-in-use") return failed(cause);
    const taken = told("newsroomTaken", { folder, holder: toldHolder(readHolder(holderPath)) });
    return failed(failure("newsroom-in-use", taken, folder));
  }
  const held = lock;
  const identity = identityOf(path);
  const leftBehind = readHolder(holderPath);
  writeHolder(holderPath, holder);
  return ok({
    leftBehind,
    release: () => {
      // Another folder may lie there by now, with a lock of its own.
      if (identityOf(path) === identity) rmSync(holderPath, { force: true });
      held.close();
    },
    letGo: () => {
      if (leftBehind) writeHolder(holderPath, leftBehind);
      else rmSync(holderPath, { force: true });
      held.close();
    },
  });
}
