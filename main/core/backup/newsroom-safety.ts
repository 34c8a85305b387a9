import { statfsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Database } from "better-sqlite3";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { HostInfo } from "#shared/contract/host.ts";
import type {
  BackupFile,
  HealthReport,
  MadeBackup,
  RestoreTest,
  SafetyProgress,
  SafetyStatus,
} from "#shared/contract/safety.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { DATABASE_NAME } from "../db/database-file.ts";
import { diskFailure } from "../disk-failure.ts";
import type { KitArchive } from "../kits/kit-archive.ts";
import { KITS_NAME } from "../kits/newsroom-kits.ts";
import type { PhotoArchive } from "../photos/archive.ts";
import { backupSchedule, lastCommitIn } from "./backup-schedule.ts";
import { diskTrouble } from "./disk-trouble.ts";
import { checkHealth } from "./health-check.ts";
import { copyPhotos, type PhotosCopied } from "./photo-copies.ts";
import { lastRestoreTest, sweepRestoreTests, testRestore, type OpenRestored } from "./restore-test.ts";
import { PHOTOS_NAME, secondFolderKeeper } from "./second-folder.ts";
import { writeBackup, type WrittenBackup } from "./write-backup.ts";
import { told } from "#shared/language/told.ts";

/** What a call has with it that takes long. */
export interface LongCall {
  readonly signal: AbortSignal;
  readonly progress: (value: SafetyProgress) => void;
}

/** Keeps one open newsroom safe, and says how safe it is. */
export interface NewsroomSafety {
  readonly status: () => SafetyStatus;
  readonly check: (call: LongCall) => Promise<Result<HealthReport, Failure>>;
  /** Into the newsroom's own folder and the second one, or into `to` alone. */
  readonly backUpNow: (to: string | undefined, call: LongCall) => Promise<Result<MadeBackup, Failure>>;
  readonly testRestore: (call: LongCall) => Promise<Result<RestoreTest, Failure>>;
  readonly setSecondFolder: (folder: string | null) => Result<SafetyStatus, Failure>;
  /** Hears what the disk refused. */
  readonly noteTrouble: (failure: Failure) => void;
  /** Hears that a call was answered. */
  readonly noteDone: () => void;
  /** Stops the clock and, where something changed, backs up once more, as far as a few seconds allow. */
  readonly close: () => Promise<void>;
}

export interface SafetyOptions {
  readonly folder: string;
  readonly sql: Database;
  readonly photos: PhotoArchive;
  readonly kits: KitArchive;
  readonly read: (story: string) => Result<unknown, Failure>;
  readonly host: HostInfo["host"];
  readonly now: () => number;
  /** Tells every window. */
  readonly tell: (status: SafetyStatus) => void;
  /** Has the database looked through at the next start. */
  readonly suspect: () => void;
  readonly openRestored: OpenRestored;
}

/** Looks this often whether a backup is due and whether the second folder came or went. */
const LOOK_EVERY_MS = 60_000;
/** So long a backup at quitting may take: whoever quits is waiting. The one of the last hour is there in any case. */
const QUIT_PATIENCE_MS = 7_000;

function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

function made({ path, atMs, bytes, content }: WrittenBackup, photos: PhotosCopied): MadeBackup {
  const { copied, there, unfit } = photos;
  return {
    path,
    atMs,
    bytes,
    ...content,
    photosCopied: copied,
    photosThere: there,
    photosUnfit: unfit.length,
  };
}

const NO_PHOTOS: PhotosCopied = { copied: 0, there: 0, unfit: [] };

/** Starts to keep a newsroom safe: a backup every hour in which something changed, and one at the end. */
export function newsroomSafety(options: SafetyOptions): NewsroomSafety {
  const { folder, sql, photos, kits, read, host, now, tell, suspect, openRestored } = options;
  const changes = sql.prepare<[], number>("SELECT total_changes()").pluck();
  const schedule = backupSchedule(sql, folder, now);
  const trouble = diskTrouble(() => changes.get() ?? 0);
  const second = secondFolderKeeper({
    newsroom: folder,
    newestBackup: schedule.newest,
    photos: photos.all,
    kits: kits.files,
  });
  const closing = new AbortController();
  let restoreTest = lastRestoreTest(folder);
  let running = 0;
  let turn: Promise<unknown> = Promise.resolve();
  sweepRestoreTests(folder);

  const lastCommitAtMs = (): number | null => {
    try {
      return lastCommitIn(sql);
    } catch (error) {
      // The disk is gone: what was committed last is not known until it is back.
      diskFailure(error, folder);
      return null;
    }
  };
  const status = (): SafetyStatus => ({
    lastCommitAtMs: lastCommitAtMs(),
    lastBackup: schedule.newest(),
    isBackingUp: running > 0,
    secondFolder: second.status(),
    lastRestoreTest: restoreTest,
    freeBytes: freeBytes(folder),
    trouble: trouble.now(),
  });
  const noteTrouble = (failure: Failure): void => {
    if (failure.code === "damaged") suspect();
    if (trouble.note(failure)) tell(status());
  };

  /** One backup at a time; everybody hears of its beginning and its end. */
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(async () => {
      running += 1;
      tell(status());
      try {
        return await task();
      } finally {
        running -= 1;
        if (!closing.signal.aborted) tell(status());
      }
    });
    turn = done.catch(() => undefined);
    return done;
  };
  const bringSecond = (signal: AbortSignal): Promise<void> => second.bringUpToDate(now(), signal);
  const backUp = (signal: AbortSignal, progress?: LongCall["progress"]) =>
    inTurn(async () => {
      const doing = told("copyingDatabase");
      const backup = await schedule.make(signal, (done, total) => progress?.({ done, total, doing }));
      if (backup.ok) await bringSecond(signal);
      else noteTrouble(backup.error);
      return backup;
    });

  const lookAround = async (): Promise<void> => {
    const before = JSON.stringify(second.status());
    await second.look();
    if (closing.signal.aborted) return;
    if (schedule.isDue()) await backUp(closing.signal);
    else if (second.status()?.state === "behind") await inTurn(() => bringSecond(closing.signal));
    else if (JSON.stringify(second.status()) !== before) tell(status());
  };
  const round = (): void => {
    lookAround().catch((error: unknown) => {
      if (!closing.signal.aborted) process.emitWarning(`The backup did not come about: ${String(error)}`);
    });
  };
  const timer = setInterval(round, LOOK_EVERY_MS).unref();
  second.look().catch(() => undefined);

  const backUpTo = async (
    to: string,
    { signal, progress }: LongCall,
  ): Promise<Result<MadeBackup, Failure>> => {
    if (!statSync(to, { throwIfNoEntry: false })?.isDirectory()) {
      return failed(failure("not-found", told("noBackupFolder", { folder: to }), to));
    }
    const doing = told("copyingDatabase");
    const backup = await writeBackup(join(folder, DATABASE_NAME), to, now(), {
      signal,
      onProgress: (done, total) => progress({ done, total, doing }),
    });
    if (!backup.ok) return backup;
    const copied = await copyPhotos(photos.all(), join(to, PHOTOS_NAME), {
      signal,
      onProgress: (done, total) => progress({ done, total, doing: told("copyingPhotos") }),
    });
    await copyPhotos(kits.files(), join(to, KITS_NAME), { signal });
    return ok(made(backup.value, copied));
  };

  return {
    status,
    noteTrouble,
    noteDone: () => {
      if (trouble.noteDone()) tell(status());
    },
    check: async ({ signal, progress }) => {
      const room = { folder, sql, read, photos: photos.all, kits: kits.files, second: second.status() };
      const report = await checkHealth(room, { signal, progress, nowMs: now() });
      const [problem] = report.databaseTroubles;
      if (problem !== undefined) {
        noteTrouble(failure("damaged", told("databaseProblem", { folder, problem }), folder));
      }
      return ok(report);
    },
    backUpNow: async (to, call) => {
      if (to !== undefined) return inTurn(() => backUpTo(to, call));
      const backup = await backUp(call.signal, call.progress);
      return backup.ok ? ok(made(backup.value, NO_PHOTOS)) : backup;
    },
    testRestore: async ({ signal, progress }) => {
      const newest: BackupFile | null = schedule.newest();
      if (!newest) return failed(failure("not-found", told("noBackup"), folder));
      try {
        restoreTest = await testRestore(folder, newest, openRestored, { signal, progress, now });
        tell(status());
        return ok(restoreTest);
      } catch (error) {
        if (signal.aborted) throw error;
        const { code, message } = diskFailure(error, folder);
        return failed(failure(code, `${basename(newest.path)} was not tried. ${message}`, newest.path));
      }
    },
    setSecondFolder: (chosen) => {
      const done = second.choose(chosen);
      if (!done.ok) return done;
      if (chosen !== null) round();
      return ok(status());
    },
    close: async () => {
      clearInterval(timer);
      closing.abort(new Error("Stet is closing."));
      await turn;
      const isWorthIt = host === "command-line" ? schedule.isDue() : schedule.isChanged();
      if (!isWorthIt) return;
      await backUp(AbortSignal.timeout(QUIT_PATIENCE_MS)).catch(() => undefined);
    },
  };
}
