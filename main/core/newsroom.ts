import { statSync } from "node:fs";
import { join } from "node:path";
import type { Failure } from "#shared/contract/failures.ts";
import type { HostInfo, NewsroomInfo } from "#shared/contract/host.ts";
import type { SafetyStatus } from "#shared/contract/safety.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { everyStory, type KnownStory } from "./backup/every-story.ts";
import { newsroomSafety, type NewsroomSafety } from "./backup/newsroom-safety.ts";
import { openDatabase, type NewsroomDb, type TellRecovery } from "./db/newsroom-db.ts";
import { diskFailure } from "./disk-failure.ts";
import { openStoryDepths, type StoryDepths } from "./fit/story-depths.ts";
import { KITS_NAME, openNewsroomKits, type NewsroomKits } from "./kits/newsroom-kits.ts";
import { openPhotoArchive, type PhotoArchive } from "./photos/archive.ts";
import { recoveryNews, type RecoveryDesk } from "./recovery/recovery-news.ts";
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
  readonly kits: NewsroomKits;
  readonly depths: StoryDepths;
  readonly safety: NewsroomSafety;
  readonly recovery: RecoveryDesk;
  /** False where the folder is gone or another database lies in its place: what is written now would be lost. */
  readonly isInPlace: () => boolean;
  readonly info: () => NewsroomInfo;
  /** Every story by its name, those in the bin among them. */
  readonly everyStory: () => readonly KnownStory[];
  /** Keeps what changed since its last revision, brings search up to date, backs up, moves the log into the database and lets go of the folder. */
  readonly close: () => Promise<void>;
}

export interface OpeningOptions {
  readonly folder: string;
  readonly kind: NewsroomInfo["kind"];
  readonly host: HostInfo["host"];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells every window how safe the newsroom is; not given, nobody hears. */
  readonly tellSafety?: (status: SafetyStatus) => void;
  readonly onRecovery?: TellRecovery;
  /** False for a newsroom that is about to be thrown away: it is not backed up. */
  readonly isKept?: boolean;
}

/** Opens the newsroom in a folder, making it where there is none. Gives what `openDatabase` gives. */
export async function openNewsroom(options: OpeningOptions): Promise<Result<Newsroom, Failure>> {
  const { folder, host, now, onRecovery } = options;
  const holder = { host, pid: process.pid, since: new Date(now()).toISOString() };
  const db = await openDatabase(folder, holder, now(), onRecovery);
  if (!db.ok) return db;
  try {
    return ok(newsroomOn(db.value, options));
  } catch (error) {
    db.value.close();
    return failed(diskFailure(error, folder));
  }
}

/** Opens a restored backup in a temporary folder, for the test that reads all of it. */
async function openRestored(folder: string, { host, now }: OpeningOptions) {
  const opened = await openNewsroom({ folder, kind: "own", host, now, isKept: false });
  if (!opened.ok) return opened;
  const { stories, everyStory, close } = opened.value;
  return ok({ everyStory, read: stories.open, close });
}

function newsroomOn(db: NewsroomDb, options: OpeningOptions): Newsroom {
  const { folder, sql, leftBehind, suspect, close } = db;
  const { kind, host, now, tellSafety = () => undefined, isKept = true } = options;
  const settings = settingsTable(sql);
  const table = storyTable(sql);
  const author = (): string => settings.read().userName;
  const kept = openRevisions(sql, table, { folder, now, author });
  const stories = openStoryStore(sql, table, kept.line, { folder, now, author });
  const revisions = kept.store(stories.save, stories.setFacts);
  const photos = openPhotoArchive(join(folder, "photos"), sql, now);
  const kits = openNewsroomKits(join(folder, KITS_NAME), sql, { now, author });
  const safety = newsroomSafety({
    folder,
    sql,
    photos,
    kits: kits.archive,
    read: stories.open,
    host,
    now,
    tell: tellSafety,
    suspect,
    openRestored: (restored) => openRestored(restored, options),
  });
  const identity = identityOf(sql.name);
  const isInPlace = (): boolean => identityOf(sql.name) === identity;
  return {
    folder,
    stories,
    revisions,
    settings,
    photos,
    kits,
    depths: openStoryDepths({ stories, photos, kits }),
    safety,
    recovery: recoveryNews(sql, folder, leftBehind),
    isInPlace,
    info: () => ({ folder, kind, stories: stories.count() }),
    everyStory: () => everyStory(sql),
    close: async () => {
      try {
        await photos.close();
        revisions.close();
        stories.close();
        if (isKept && isInPlace()) await safety.close();
      } finally {
        close();
      }
    },
  };
}

/** Tells a file from any other that may come to lie under its name. */
function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${String(found.dev)}:${String(found.ino)}` : null;
}
