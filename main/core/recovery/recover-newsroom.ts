import { existsSync, renameSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Failure } from "#shared/contract/failures.ts";
import type { RecoveryReport } from "#shared/contract/safety.ts";
import { told, type Told } from "#shared/language/told.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { BACKUPS_NAME } from "../backup/backup-file.ts";
import { readSecondFolder } from "../backup/second-folder-choice.ts";
import { DATABASE_NAME } from "../db/database-file.ts";
import { diskFailure } from "../disk-failure.ts";
import { syncFolder } from "../durable-files.ts";
import {
  clearWork,
  finishRecoveries,
  makeDamagedFolder,
  RESTORED_NAME,
  workPlaces,
  writeReport,
} from "./damaged-folder.ts";
import { newestGoodBackup } from "./good-backup.ts";
import { writeText } from "./readable-text.ts";
import { rebuildDatabase, type Rebuilt, type RebuildFrom } from "./rebuild-database.ts";
import { inWords, madeFrom, reportText } from "./recovery-report.ts";

/** Removes a folder that nothing was moved into. */
async function leaveNothing(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Rebuilds with as much as does not stand in the way: where what is left of the damaged file breaks
 * the reading of it, the backup alone is taken, and where that breaks too, nothing.
 */
async function rebuild(folder: string, from: RebuildFrom): Promise<Rebuilt> {
  const { part, scratch } = workPlaces(folder);
  const attempts: readonly RebuildFrom[] = [
    from,
    { ...from, damaged: null },
    { damaged: null, backup: null },
  ];
  const troubles: Told[] = [];
  for (const attempt of attempts) {
    try {
      const rebuilt = await rebuildDatabase(part, scratch, attempt);
      return { ...rebuilt, losses: [...troubles, ...rebuilt.losses] };
    } catch (error) {
      const isDisk = ["disk-full", "not-writable"].includes(codeOf(error, folder));
      if (isDisk) throw error;
      clearWork(folder);
      const source = attempt.damaged === null ? "backup" : "damaged";
      troubles.push(told("readingBroke", { source, why: String(error) }));
    }
  }
  throw new Error(`An empty database could not be made in ${folder}.`);
}

function codeOf(error: unknown, where: string): Failure["code"] {
  try {
    return diskFailure(error, where).code;
  } catch {
    return "internal";
  }
}

/**
 * Replaces a newsroom's damaged database: builds a new one from the newest good backup and from all
 * that can be read of the damaged one, and only then moves the damaged files aside into
 * `damaged/<time>/`, where a report tells what came back. `why` says what is wrong, as a sentence.
 * Gives `disk-full` and `not-writable`; nothing has then been moved.
 */
export async function recoverNewsroom(
  newsroom: string,
  why: string,
  nowMs: number,
): Promise<Result<RecoveryReport, Failure>> {
  let folder: string | undefined;
  try {
    folder = makeDamagedFolder(newsroom, nowMs);
    const { part } = workPlaces(folder);
    const database = join(newsroom, DATABASE_NAME);
    const damaged = existsSync(database) || existsSync(`${database}-wal`) ? database : null;
    const second = readSecondFolder(newsroom);
    const folders = [join(newsroom, BACKUPS_NAME), ...(second === null ? [] : [second.folder])];
    const { backup, bad } = newestGoodBackup(folders);
    const from: RebuildFrom = {
      damaged,
      backup: backup && { path: backup.path, madeAt: inWords(backup.atMs) },
    };
    const rebuilt = await rebuild(folder, from);
    const needsText = backup === null || rebuilt.pieces !== "";
    const textFolder = needsText ? await writeText(folder, part, rebuilt.pieces) : null;
    const report: RecoveryReport = {
      atMs: nowMs,
      why,
      damagedFolder: folder,
      backup,
      badBackups: bad,
      stories: rebuilt.stories.filter(({ outcome }) => outcome !== "whole"),
      storiesNow: rebuilt.stories.length,
      losses: rebuilt.losses,
      textFolder,
    };
    writeReport(folder, report, reportText(report, madeFrom(report), rebuilt.stories));
    renameSync(part, join(folder, RESTORED_NAME));
    clearWork(folder);
    await syncFolder(folder);
    finishRecoveries(newsroom);
    await syncFolder(newsroom);
    return ok(report);
  } catch (error) {
    if (folder !== undefined && !existsSync(join(folder, RESTORED_NAME))) await leaveNothing(folder);
    return failed(diskFailure(error, newsroom));
  }
}
