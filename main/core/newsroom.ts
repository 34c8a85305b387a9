import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { HostInfo, NewsroomInfo } from "#shared/contract/host.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { openDatabase, type NewsroomDb } from "./db/newsroom-db.ts";
import { diskFailure } from "./disk-failure.ts";
import { openPhotoArchive, type PhotoArchive } from "./photos/archive.ts";
import { settingsTable, type SettingsTable } from "./settings/settings-table.ts";
import { openRevisions, type RevisionStore } from "./revisions/revision-store.ts";
import { openStoryStore, type StoryStore } from "./stories/story-store.ts";
import { storyTable } from "./stories/story-table.ts";

/** A newsroom that this process has open, and that no other has. */
export interface Newsroom {
  readonly folder: string;
  readonly stories: StoryStore;
  readonly revisions: RevisionStore;
  readonly settings: SettingsTable;
  readonly photos: PhotoArchive;
  readonly info: () => NewsroomInfo;
  /** Keeps what changed since its last revision, brings search up to date, moves the log into the database and lets go of the folder. */
  readonly close: () => Promise<void>;
}

/** Opens the newsroom in a folder, making it where there is none. Gives what `openDatabase` gives. */
export function openNewsroom(
  folder: string,
  kind: NewsroomInfo["kind"],
  host: HostInfo["host"],
  now: () => number,
): Result<Newsroom, Failure> {
  const holder = { host, pid: process.pid, since: new Date(now()).toISOString() };
  const db = openDatabase(folder, holder);
  if (!db.ok) return db;
  try {
    return ok(newsroomOn(db.value, kind, now));
  } catch (error) {
    db.value.close();
    return failed(whyUnusable(error, folder));
  }
}

/** A table or column that is not there makes SQLite refuse a statement before it runs: then the database is damaged. */
function whyUnusable(error: unknown, folder: string): Failure {
  if (error instanceof SqliteDatabase.SqliteError && error.code === "SQLITE_ERROR") {
    const sentence = `The database in ${folder} lacks a part (${error.message}). Stet has left it as it is; make a copy of the folder before anything else.`;
    return failure("damaged", sentence, folder);
  }
  return diskFailure(error, folder);
}

function newsroomOn(
  { folder, sql, close }: NewsroomDb,
  kind: NewsroomInfo["kind"],
  now: () => number,
): Newsroom {
  const settings = settingsTable(sql);
  const table = storyTable(sql);
  const author = (): string => settings.read().userName;
  const kept = openRevisions(sql, table, { folder, now, author });
  const stories = openStoryStore(sql, table, kept.line, { folder, now, author });
  const revisions = kept.store(stories.save);
  const photos = openPhotoArchive(join(folder, "photos"), sql, now);
  return {
    folder,
    stories,
    revisions,
    settings,
    photos,
    info: () => ({ folder, kind, stories: stories.count() }),
    close: async () => {
      try {
        await photos.close();
        revisions.close();
        stories.close();
      } finally {
        close();
      }
    },
  };
}
