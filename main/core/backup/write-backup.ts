import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { BackupFile } from "#shared/contract/safety.ts";
import { amount } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { APPLICATION_ID } from "../db/database-file.ts";
import { diskFailure } from "../disk-failure.ts";
import { syncFolder } from "../durable-files.ts";
import { ARRIVING, backupName, backupsIn } from "./backup-file.ts";
import type { TellCopied } from "./copy-database.ts";
import { copyOnThread } from "./database-job.ts";
import type { DatabaseContent, DatabaseLook } from "./database-look.ts";

/** A backup in its place, and what is in it. */
export interface WrittenBackup extends BackupFile {
  readonly content: DatabaseContent;
}

interface BackupOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: TellCopied | undefined;
}

/** Why a copy is not a good backup, as the end of a sentence; null for a good one. `expected` is what it must hold. */
export function backupTrouble(look: DatabaseLook, expected: DatabaseContent | null): string | null {
  const [problem] = look.problems;
  if (problem !== undefined) return `is damaged: ${problem}`;
  if (look.applicationId !== APPLICATION_ID) return "is no newsroom of Stet's";
  const { stories, blocks } = look.content;
  if (expected && (stories !== expected.stories || blocks !== expected.blocks)) {
    return `holds ${amount(stories, "story", "stories")} and ${amount(blocks, "block")} instead of ${String(expected.stories)} and ${String(expected.blocks)}`;
  }
  return null;
}

/** The first second from `atMs` on that no backup in the folder is named after. */
function freeSecond(folder: string, atMs: number): number {
  const taken = new Set(backupsIn(folder).map((backup) => backup.atMs));
  let second = Math.floor(atMs / 1000) * 1000;
  while (taken.has(second)) second += 1000;
  return second;
}

/** Clears away what a crash left half copied. */
async function sweep(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith(ARRIVING));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Copies a newsroom's database into a folder of backups and reads the copy back; only a copy that
 * is sound and holds as many stories and blocks as the original gets its name. Gives `disk-full`,
 * `not-writable`, and `damaged` where the copy does not verify; throws the signal's reason.
 */
export async function writeBackup(
  database: string,
  folder: string,
  atMs: number,
  { signal, onProgress }: BackupOptions = {},
): Promise<Result<WrittenBackup, Failure>> {
  const arriving = join(folder, `${ARRIVING}${randomUUID()}.db`);
  try {
    await mkdir(folder, { recursive: true });
    await sweep(folder);
    const { content, look } = await copyOnThread(database, arriving, { signal, onProgress });
    const trouble = backupTrouble(look, content);
    if (trouble !== null) {
      const sentence = `The backup of ${database} was not kept, because it ${trouble}. The earlier backups are untouched.`;
      return failed(failure("damaged", sentence, database));
    }
    const named = freeSecond(folder, atMs);
    const path = join(folder, backupName(named));
    await rename(arriving, path);
    await syncFolder(folder);
    return ok({ path, atMs: named, bytes: statSync(path).size, content });
  } catch (error) {
    if (signal?.aborted) throw error;
    return failed(diskFailure(error, folder));
  } finally {
    await Promise.all(
      ["", "-journal", "-wal", "-shm"].map((end) => rm(`${arriving}${end}`, { force: true })),
    ).catch(() => undefined);
  }
}
