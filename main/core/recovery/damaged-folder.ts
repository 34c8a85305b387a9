import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { recoveryReportSchema, type RecoveryReport } from "#shared/contract/safety.ts";
import { backupName } from "../backup/backup-file.ts";
import { DATABASE_NAME } from "../db/database-file.ts";

/** The folder in a newsroom that holds what was moved aside, a folder for each time. */
export const DAMAGED_NAME = "damaged";
/** A new database that is whole and waits to take the damaged one's place. */
export const RESTORED_NAME = "restored.db";
/** The report for people. */
export const REPORT_NAME = "recovery-report.txt";

/** The folder with everything that can be read, as text. */
export const TEXT_NAME = "text";

const REPORT_DATA_NAME = "recovery-report.json";
const SEEN_NAME = "seen";
const PART = `${RESTORED_NAME}.part`;
const SCRATCH = "scratch";
const FILE_ENDS = ["-wal", "-shm", "-journal", ""];

function foldersIn(newsroom: string): readonly string[] {
  const damaged = join(newsroom, DAMAGED_NAME);
  if (!existsSync(damaged)) return [];
  return readdirSync(damaged)
    .sort()
    .map((name) => join(damaged, name));
}

/** A new folder for what is about to be moved aside, named after the time. */
export function makeDamagedFolder(newsroom: string, nowMs: number): string {
  const name = backupName(nowMs).replace(/\.db$/, "");
  for (let again = 0; ; again += 1) {
    const folder = join(newsroom, DAMAGED_NAME, again === 0 ? name : `${name}-${String(again)}`);
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

/** Where the new database is made, and where work in progress lies. */
export function workPlaces(folder: string): { readonly part: string; readonly scratch: string } {
  return { part: join(folder, PART), scratch: join(folder, SCRATCH) };
}

/**
 * Clears away what a recovery wrote that was broken off before its report was done: it had moved
 * nothing, and the next one writes all of it again. Whatever else lies there stays.
 */
function clearUnfinished(folder: string): void {
  if (existsSync(join(folder, REPORT_DATA_NAME))) return;
  rmSync(join(folder, TEXT_NAME), { recursive: true, force: true });
  rmSync(join(folder, REPORT_NAME), { force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Clears away the work in progress of a recovery; never a file that was moved aside. */
export function clearWork(folder: string): void {
  rmSync(join(folder, SCRATCH), { recursive: true, force: true });
  for (const end of FILE_ENDS) rmSync(join(folder, `${PART}${end}`), { force: true });
}

/**
 * Puts a restored database that is ready into its place, having moved the damaged one and its log
 * aside. May be broken off anywhere and called again: as long as `restored.db` is there, whatever
 * lies in the database's place is damaged. Clears away recoveries that a crash broke off earlier.
 */
export function finishRecoveries(newsroom: string): void {
  for (const folder of foldersIn(newsroom)) {
    clearWork(folder);
    const restored = join(folder, RESTORED_NAME);
    if (!existsSync(restored)) {
      clearUnfinished(folder);
      continue;
    }
    for (const end of FILE_ENDS) {
      const file = join(newsroom, `${DATABASE_NAME}${end}`);
      if (existsSync(file)) renameSync(file, join(folder, `${DATABASE_NAME}${end}`));
    }
    renameSync(restored, join(newsroom, DATABASE_NAME));
  }
}

/** Keeps a report beside the damaged files, for people and for the window. */
export function writeReport(folder: string, report: RecoveryReport, text: string): void {
  writeFileSync(join(folder, REPORT_NAME), text, { flush: true });
  writeFileSync(join(folder, REPORT_DATA_NAME), JSON.stringify(report, null, 2), { flush: true });
}

function reportIn(folder: string): RecoveryReport | null {
  try {
    return recoveryReportSchema.parse(JSON.parse(readFileSync(join(folder, REPORT_DATA_NAME), "utf8")));
  } catch {
    return null;
  }
}

/** The report of the last recovery, until the person has seen it; null where there is none. */
export function unseenReport(newsroom: string): RecoveryReport | null {
  const folder = foldersIn(newsroom).findLast((each) => existsSync(join(each, REPORT_DATA_NAME)));
  return folder === undefined || existsSync(join(folder, SEEN_NAME)) ? null : reportIn(folder);
}

/** Remembers that the person has seen the report. */
export function markReportsSeen(newsroom: string): void {
  for (const folder of foldersIn(newsroom)) {
    if (existsSync(join(folder, REPORT_DATA_NAME))) writeFileSync(join(folder, SEEN_NAME), "");
  }
}
