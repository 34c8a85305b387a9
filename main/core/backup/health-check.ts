import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import type {
  CheckedBackup,
  HealthReport,
  PhotoTrouble,
  SafetyProgress,
  SecondFolder,
} from "#shared/contract/safety.ts";
import { amount } from "#shared/newsroom/index.ts";
import type { Result } from "#shared/rpc/result.ts";
import { DATABASE_NAME } from "../db/database-file.ts";
import { diskFailure } from "../disk-failure.ts";
import { KITS_NAME } from "../kits/newsroom-kits.ts";
import type { ArchivedPhoto } from "../photos/archive.ts";
import { makeDamagedFolder } from "../recovery/damaged-folder.ts";
import { BACKUPS_NAME, backupsIn } from "./backup-file.ts";
import { everyStory } from "./every-story.ts";
import { lookOnThread } from "./database-job.ts";
import { copyPhoto, isPhotoWhole } from "./photo-copies.ts";
import { lastRestoreTest } from "./restore-test.ts";
import { PHOTOS_NAME } from "./second-folder.ts";
import { backupTrouble } from "./write-backup.ts";
import { told } from "#shared/language/told.ts";

/** What a newsroom shows of itself to be looked at. */
export interface CheckedNewsroom {
  readonly folder: string;
  readonly sql: Database;
  readonly read: (story: string) => Result<unknown, Failure>;
  readonly photos: () => readonly ArchivedPhoto[];
  /** The files of the desk kits, kept in the same way and looked at with the photos. */
  readonly kits: () => readonly ArchivedPhoto[];
  readonly second: SecondFolder | null;
}

interface CheckOptions {
  readonly signal: AbortSignal;
  readonly progress: (value: SafetyProgress) => void;
  readonly nowMs: number;
}

const OF_SEARCH = /fts5|inverted index/i;

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Stories that nobody would find: indexed, as they say, and yet not in the index. */
function missingFromSearch(sql: Database): readonly string[] {
  const missing = sql
    .prepare<[], number>(
      "SELECT count(*) FROM story WHERE search_due = 0 AND seq NOT IN (SELECT id FROM search_docsize)",
    )
    .pluck()
    .get();
  return !missing ? [] : [`${amount(missing, "story", "stories")} cannot be found by their words.`];
}

/** Puts the right file of a photo in its place, where the second folder has it; the wrong one is moved aside, never deleted. */
async function refetch(
  photo: ArchivedPhoto,
  kept: string,
  room: CheckedNewsroom,
  { nowMs, signal }: CheckOptions,
): Promise<string | null> {
  const { second, folder } = room;
  if (!second || second.state === "absent") return null;
  const from = join(second.folder, kept, photo.name);
  if (!(await isPhotoWhole(from, photo, signal))) return null;
  if (existsSync(photo.path)) {
    const aside = join(makeDamagedFolder(folder, nowMs), kept);
    mkdirSync(aside);
    renameSync(photo.path, join(aside, basename(photo.path)));
  }
  return (await copyPhoto(from, photo.path, photo, signal)) ? second.folder : null;
}

async function checkPhotos(room: CheckedNewsroom, options: CheckOptions): Promise<readonly PhotoTrouble[]> {
  const { signal, progress } = options;
  const files = [
    ...room.photos().map((photo) => ({ photo, kept: PHOTOS_NAME })),
    ...room.kits().map((photo) => ({ photo, kept: KITS_NAME })),
  ] as const;
  const troubles: PhotoTrouble[] = [];
  for (const [at, { photo, kept }] of files.entries()) {
    signal.throwIfAborted();
    progress({ done: at, total: files.length, doing: told("comparingPhoto", { name: photo.cameAs }) });
    if (await isPhotoWhole(photo.path, photo, signal)) continue;
    const what = existsSync(photo.path) ? "changed" : "missing";
    const refetchedFrom = await refetch(photo, kept, room, options);
    troubles.push({ asset: photo.asset, name: photo.cameAs, what, refetchedFrom });
  }
  return troubles;
}

/** What is wrong with a backup, as a sentence; null for a good one, undefined for one that was rotated out by now. */
async function troubleOf(path: string, signal: AbortSignal): Promise<string | null | undefined> {
  try {
    const trouble = backupTrouble(await lookOnThread(path, "quick", { signal }), null);
    return trouble === null ? null : `${path} ${trouble}.`;
  } catch (error) {
    if (signal.aborted) throw error;
    return existsSync(path) ? diskFailure(error, path).message : undefined;
  }
}

function backupsOf({ second, folder }: CheckedNewsroom): readonly Omit<CheckedBackup, "trouble">[] {
  return [
    ...backupsIn(join(folder, BACKUPS_NAME)).map((backup) => ({ ...backup, where: "newsroom" as const })),
    ...(second && second.state !== "absent" ? backupsIn(second.folder) : []).map((backup) => ({
      ...backup,
      where: "second folder" as const,
    })),
  ];
}

/** Reads every backup; those too that were made meanwhile, which may have had the others rotated out. */
async function checkBackups(
  room: CheckedNewsroom,
  { signal, progress }: CheckOptions,
): Promise<readonly CheckedBackup[]> {
  const checked = new Map<string, CheckedBackup>();
  const seen = new Set<string>();
  for (;;) {
    const all = backupsOf(room);
    const backup = all.find(({ path }) => !seen.has(path));
    if (!backup) return all.flatMap(({ path }) => checked.get(path) ?? []);
    seen.add(backup.path);
    const doing = told("readingBackup", { file: basename(backup.path) });
    progress({ done: seen.size - 1, total: Math.max(all.length, seen.size), doing });
    const trouble = await troubleOf(backup.path, signal);
    if (trouble !== undefined) checked.set(backup.path, { ...backup, trouble });
  }
}

/** Why a story cannot be read; null where it can. */
function unreadableBecause({ read, folder }: CheckedNewsroom, story: string): string | null {
  try {
    const found = read(story);
    return found.ok ? null : found.error.message;
  } catch (error) {
    return diskFailure(error, folder).message;
  }
}

async function checkStories(
  room: CheckedNewsroom,
  { signal, progress }: CheckOptions,
): Promise<HealthReport["unreadableStories"]> {
  const stories = everyStory(room.sql);
  const unreadable: { readonly id: string; readonly slug: string; readonly message: string }[] = [];
  for (const [at, { id, slug }] of stories.entries()) {
    signal.throwIfAborted();
    progress({ done: at, total: stories.length, doing: told("readingStory", { slug }) });
    const message = unreadableBecause(room, id);
    if (message !== null) unreadable.push({ id, slug, message });
    await setImmediate();
  }
  return unreadable;
}

/**
 * Looks at a newsroom from end to end while work in it goes on: the database on a thread of its
 * own, every story, every photo's bytes, every backup. Throws the signal's reason.
 */
export async function checkHealth(room: CheckedNewsroom, options: CheckOptions): Promise<HealthReport> {
  const { signal, progress, nowMs } = options;
  const database = join(room.folder, DATABASE_NAME);
  progress({ done: 0, total: 1, doing: told("readingDatabase") });
  const look = await lookOnThread(database, "full", { signal });
  const unreadableStories = await checkStories(room, options);
  const photoTroubles = await checkPhotos(room, options);
  const photos = room.photos();
  return {
    atMs: nowMs,
    databaseBytes: sizeOf(database),
    logBytes: sizeOf(`${database}-wal`),
    databaseTroubles: look.problems.filter((problem) => !OF_SEARCH.test(problem)),
    strayRows: look.strayRows,
    searchTroubles: [
      ...look.problems.filter((problem) => OF_SEARCH.test(problem)),
      ...missingFromSearch(room.sql),
    ],
    stories: look.content.stories,
    unreadableStories,
    photos: photos.length,
    photoBytes: photos.reduce((sum, { bytes }) => sum + bytes, 0),
    photoTroubles,
    backups: await checkBackups(room, options),
    lastRestoreTest: lastRestoreTest(room.folder),
  };
}
