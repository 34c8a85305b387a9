import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { RecoveryReport } from "#shared/contract/safety.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { copyPhotos } from "../backup/photo-copies.ts";
import { PHOTOS_NAME } from "../backup/second-folder.ts";
import { DATABASE_NAME, inspectDatabase } from "../db/database-file.ts";
import { diskFailure } from "../disk-failure.ts";
import { writeDurably } from "../durable-files.ts";
import { openKitArchive } from "../kits/kit-archive.ts";
import { KITS_NAME } from "../kits/newsroom-kits.ts";
import { openPhotoArchive } from "../photos/archive.ts";
import { clearWork, REPORT_NAME, workPlaces } from "./damaged-folder.ts";
import { writeText } from "./readable-text.ts";
import { rebuildDatabase } from "./rebuild-database.ts";
import { reportText } from "./recovery-report.ts";

/** What was made of a database file. */
export interface RecoveredFile {
  /** The folder of the new newsroom; open it with `--newsroom`. */
  readonly newsroom: string;
  readonly report: RecoveryReport;
  readonly photosCopied: number;
  /** Photos of which no sound file lies where the newsroom's photos would. */
  readonly photosMissing: number;
}

/** Brings the photos along that lie beside the file, or beside the folder of backups that it is in. */
async function bringPhotos(
  file: string,
  newsroom: string,
  nowMs: number,
): Promise<{ copied: number; missing: number }> {
  const sql = new SqliteDatabase(join(newsroom, DATABASE_NAME));
  const nearby = [dirname(file), dirname(dirname(file))].map((folder) => join(folder, PHOTOS_NAME));
  const folder = nearby.find((each) => existsSync(each)) ?? join(newsroom, PHOTOS_NAME);
  const archive = openPhotoArchive(folder, sql, () => nowMs);
  try {
    const { copied, unfit } = await copyPhotos(archive.all(), join(newsroom, PHOTOS_NAME));
    return { copied, missing: unfit.length };
  } finally {
    await archive.close();
    sql.close();
  }
}

/** Brings the desk kits along that lie there. */
async function bringKits(file: string, newsroom: string): Promise<void> {
  const nearby = [dirname(file), dirname(dirname(file))].map((folder) => join(folder, KITS_NAME));
  const folder = nearby.find((each) => existsSync(each));
  if (folder !== undefined) await copyPhotos(openKitArchive(folder).files(), join(newsroom, KITS_NAME));
}

function refuse(file: string, out: string): Failure | null {
  if (!existsSync(file)) return failure("not-found", `${file} is not there.`, file);
  if (existsSync(out) && readdirSync(out).length > 0) {
    return failure("not-writable", `${out} is not empty. Name a folder that is not there yet.`, out);
  }
  const found = inspectDatabase(file, "parts");
  return found.ok ? null : found.error;
}

/**
 * Makes a new newsroom and text files of whatever can be read of a database file, which is not
 * changed: `out/newsroom`, `out/text` and `out/recovery-report.txt`. Gives `not-found`,
 * `not-writable` (`out` is not empty), `newer-version`, `damaged` (another program's), `disk-full`.
 */
export async function recoverFile(
  file: string,
  out: string,
  nowMs: number,
): Promise<Result<RecoveredFile, Failure>> {
  const refused = refuse(file, out);
  if (refused) return failed(refused);
  try {
    const newsroom = join(out, "newsroom");
    mkdirSync(newsroom, { recursive: true });
    const { part, scratch } = workPlaces(out);
    const rebuilt = await rebuildDatabase(part, scratch, { damaged: file, backup: null });
    const textFolder = await writeText(out, part, rebuilt.pieces);
    renameSync(part, join(newsroom, DATABASE_NAME));
    clearWork(out);
    const { copied, missing } = await bringPhotos(file, newsroom, nowMs);
    await bringKits(file, newsroom);
    const report: RecoveryReport = {
      atMs: nowMs,
      why: `${file} was read page by page.`,
      damagedFolder: dirname(file),
      backup: null,
      badBackups: [],
      stories: rebuilt.stories.filter(({ outcome }) => outcome !== "whole"),
      storiesNow: rebuilt.stories.length,
      losses: rebuilt.losses,
      textFolder,
    };
    const text = reportText(report, [`${file} itself is as it was.`], rebuilt.stories);
    await writeDurably(join(out, REPORT_NAME), new TextEncoder().encode(text));
    return ok({ newsroom, report, photosCopied: copied, photosMissing: missing });
  } catch (error) {
    rmSync(out, { recursive: true, force: true });
    return failed(diskFailure(error, out));
  }
}
