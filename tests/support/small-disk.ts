import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of its own, in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Nothing can be written to it any more. */
  readonly lock: () => void;
  readonly remove: () => void;
}

function mount(...args: readonly string[]): void {
  execFileSync("mount", args, { stdio: "ignore" });
}

/** Mounts a disk of so many kilobytes. Throws where this machine does not let us: see `canMountDisks`. */
export function mountSmallDisk(sizeKb: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "stet-disk-"));
  try {
    mount("-t", "tmpfs", "-o", `size=${String(sizeKb)}k`, "tmpfs", folder);
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
  return {
    folder,
    lock: () => {
      mount("-o", "remount,ro", folder);
    },
    remove: () => {
      execFileSync("umount", [folder]);
      rmdirSync(folder);
    },
  };
}

/** Fills what is left of a disk, whoever else is writing to it, and gives the path of the file that does it. */
export function fillDisk({ folder }: SmallDisk): string {
  const ballast = join(folder, "ballast");
  const block = Buffer.alloc(statfsSync(folder).bsize);
  while (statfsSync(folder).bavail > 0) {
    try {
      appendFileSync(ballast, block);
    } catch (error) {
      // Somebody took the last block meanwhile: full is what was asked for.
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  }
  return ballast;
}

/** True where small disks can be mounted: on Linux, for root. */
export function canMountDisks(): boolean {
  try {
    mountSmallDisk(64).remove();
    return true;
  } catch {
    return false;
  }
}

/** For the name of tests that need a disk: says why they did not run, where they did not. */
export const NO_DISKS = "not run: this machine does not let us mount a small disk";
