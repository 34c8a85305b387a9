import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { copyFile, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { BackupFile, SecondFolder } from "#shared/contract/safety.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "../disk-failure.ts";
import { syncFolder } from "../durable-files.ts";
import type { ArchivedPhoto } from "../photos/archive.ts";
import { KITS_NAME } from "../kits/newsroom-kits.ts";
import { ARRIVING, backupsIn } from "./backup-file.ts";
import { lookOnThread } from "./database-job.ts";
import { copyPhotos } from "./photo-copies.ts";
import { rotateBackups } from "./rotate-backups.ts";
import {
  ownFolderName,
  readSecondFolder,
  writeSecondFolder,
  type SecondFolderChoice,
} from "./second-folder-choice.ts";
import { backupTrouble } from "./write-backup.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { sayable } from "#shared/rpc/result.ts";
import { told } from "#shared/language/told.ts";

/** The folder in a second folder that holds the photos. */
export const PHOTOS_NAME = "photos";

/** The folder on another disk: chosen or not, there or not. It never stops work. */
export interface SecondFolderKeeper {
  /** As it was when it was looked at last. Null where none is chosen. */
  readonly status: () => SecondFolder | null;
  /** Looks whether it is there. */
  readonly look: () => Promise<void>;
  /** Gives `not-found`, `not-writable`, `disk-full`, and `invalid` for a folder inside of the newsroom. */
  readonly choose: (folder: string | null) => Result<null, Failure>;
  /** Brings it the newest backup and the photos it lacks; what goes wrong is in the status afterwards. */
  readonly bringUpToDate: (nowMs: number, signal: AbortSignal) => Promise<void>;
}

interface SecondFolderOptions {
  readonly newsroom: string;
  readonly newestBackup: () => BackupFile | null;
  readonly photos: () => readonly ArchivedPhoto[];
  /** The files of the desk kits, kept in the same way. */
  readonly kits: () => readonly ArchivedPhoto[];
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && resolve(folder, way) === path);
}

function onSameDisk(newsroom: string, folder: string): boolean {
  const [a, b] = [newsroom, folder].map((path) => statSync(path, { throwIfNoEntry: false })?.dev);
  return a !== undefined && a === b;
}

/** Copies one backup, and reads the copy back before it gets its name. Throws what the disk says. */
async function copyBackup({ path }: BackupFile, folder: string, signal: AbortSignal): Promise<string | null> {
  const arriving = join(folder, `${ARRIVING}${randomUUID()}.db`);
  try {
    await copyFile(path, arriving);
    const handle = await open(arriving, "r+");
    await handle.sync();
    await handle.close();
    const trouble = backupTrouble(await lookOnThread(arriving, "quick", { signal }), null);
    if (trouble !== null) return `The copy of ${basename(path)} in ${folder} ${trouble}. It was not kept.`;
    await rename(arriving, join(folder, basename(path)));
    await syncFolder(folder);
    return null;
  } finally {
    await rm(arriving, { force: true });
  }
}

/** Opens what a newsroom knows of its second folder. */
export function secondFolderKeeper({
  newsroom,
  newestBackup,
  photos,
  kits,
}: SecondFolderOptions): SecondFolderKeeper {
  let choice = readSecondFolder(newsroom);
  let isThere = false;
  let refused: Sayable | null = null;

  const status = (): SecondFolder | null => {
    if (!choice) return null;
    const { chosen, folder } = choice;
    const last = isThere ? (backupsIn(folder)[0]?.atMs ?? null) : null;
    const newest = newestBackup();
    const common = { chosen, folder, lastBackupAtMs: last };
    if (!isThere) {
      const trouble = told("secondFolderAway", { folder });
      return { ...common, state: "absent", onSameDisk: false, trouble };
    }
    const same = onSameDisk(newsroom, folder);
    if (refused !== null) return { ...common, state: "failed", onSameDisk: same, trouble: refused };
    const isInStep = newest === null || (last !== null && last >= newest.atMs);
    const warning = same ? told("sameDisk", { folder: chosen }) : null;
    return { ...common, state: isInStep ? "in-step" : "behind", onSameDisk: same, trouble: warning };
  };

  const look = async (): Promise<void> => {
    const before = isThere;
    isThere =
      choice !== null &&
      (await stat(choice.folder).then(
        (found) => found.isDirectory(),
        () => false,
      ));
    if (isThere && !before) refused = null;
  };

  const make = (chosen: string): Result<SecondFolderChoice, Failure> => {
    if (!existsSync(chosen)) {
      return failed(failure("not-found", told("noSecondFolder", { folder: chosen }), chosen));
    }
    if (isInside(newsroom, chosen)) {
      return failed(failure("invalid", told("secondFolderInside", { folder: chosen }), chosen));
    }
    const folder = join(chosen, ownFolderName());
    mkdirSync(folder);
    return ok({ chosen, folder });
  };

  return {
    status,
    look,
    choose: (chosen) => {
      try {
        const made = chosen === null ? ok(null) : make(resolve(chosen));
        if (!made.ok) return made;
        writeSecondFolder(newsroom, made.value);
        choice = made.value;
        isThere = choice !== null;
        refused = null;
        return ok(null);
      } catch (error) {
        return failed(diskFailure(error, chosen ?? newsroom));
      }
    },
    bringUpToDate: async (nowMs, signal) => {
      await look();
      const newest = newestBackup();
      if (!choice || !isThere || !newest) return;
      const { folder } = choice;
      try {
        const isCurrent = backupsIn(folder)[0]?.atMs === newest.atMs;
        const trouble = isCurrent ? null : await copyBackup(newest, folder, signal);
        await mkdir(join(folder, PHOTOS_NAME), { recursive: true });
        const { unfit } = await copyPhotos(photos(), join(folder, PHOTOS_NAME), { signal });
        const { unfit: unfitKits } = await copyPhotos(kits(), join(folder, KITS_NAME), { signal });
        if (trouble === null) rotateBackups(folder, nowMs);
        const [lostPhotos, lostKitFiles] = [unfit.length, unfitKits.length];
        const lost =
          lostPhotos + lostKitFiles === 0
            ? null
            : told("notCopied", { photos: lostPhotos, kitFiles: lostKitFiles });
        refused = trouble === null ? lost : { message: trouble };
      } catch (error) {
        if (signal.aborted) return;
        refused = sayable(diskFailure(error, folder));
        await look();
      }
    },
  };
}
