import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { z } from "zod";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { HostInfo } from "#shared/contract/host.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "../disk-failure.ts";

/** Who has a newsroom open. */
export interface LockHolder {
  readonly host: HostInfo["host"];
  readonly pid: number;
  /** ISO 8601 UTC. */
  readonly since: string;
}

/** A newsroom that is ours until `release`, or until this process ends, however it ends. */
export interface NewsroomLock {
  readonly release: () => void;
}

const holderSchema: z.ZodType<LockHolder> = z.object({
  host: z.enum(["electron", "browser", "command-line", "test"]),
  pid: z.number().int(),
  since: z.iso.datetime(),
});

const HOST_NAMES: Readonly<Record<LockHolder["host"], string>> = {
  electron: "the desktop app",
  browser: "the browser window",
  "command-line": "the command line",
  test: "a test",
};

function readHolder(path: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function describe(holder: LockHolder | null): string {
  if (!holder) return "in another Stet";
  if (holder.pid === process.pid) return "in this Stet already";
  const since = holder.since.slice(0, 16).replace("T", " ");
  return `in another Stet (${HOST_NAMES[holder.host]}, process ${String(holder.pid)}, since ${since} UTC)`;
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

/**
 * Takes a newsroom for this process: an exclusive transaction on `newsroom.lock`, an empty SQLite
 * file, which the operating system lets go when the process dies. `newsroom.lock.json` beside it
 * says who holds it, for the sentence that a second one gets. Gives `newsroom-in-use`,
 * `not-writable`, `disk-full`.
 */
export function takeLock(folder: string, holder: LockHolder): Result<NewsroomLock, Failure> {
  const holderPath = join(folder, "newsroom.lock.json");
  let lock: SqliteDatabase.Database | undefined;
  try {
    lock = new SqliteDatabase(join(folder, "newsroom.lock"), { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    const cause = diskFailure(error, folder);
    if (cause.code !== "newsroom-in-use") return failed(cause);
    const where = describe(readHolder(holderPath));
    return failed(
      failure(
        "newsroom-in-use",
        `The newsroom ${folder} is open ${where}. Close it there, or choose another newsroom.`,
        folder,
      ),
    );
  }
  const held = lock;
  writeHolder(holderPath, holder);
  return ok({
    release: () => {
      rmSync(holderPath, { force: true });
      held.close();
    },
  });
}
