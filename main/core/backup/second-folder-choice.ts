import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** The folder that gets copies too. */
export interface SecondFolderChoice {
  /** What the person chose: a disk, a share, a folder on it. */
  readonly chosen: string;
  /** This newsroom's own folder in it. Its being there tells that the right disk is plugged in. */
  readonly folder: string;
}

// A file, and not a row: it is needed most when the database is damaged.
const FILE_NAME = "second-folder.json";
const NAME_BYTES = 3;

const choiceSchema: z.ZodType<SecondFolderChoice> = z.object({ chosen: z.string(), folder: z.string() });

/** What was chosen for a newsroom; null for nothing, or where that cannot be read. */
export function readSecondFolder(newsroom: string): SecondFolderChoice | null {
  try {
    return choiceSchema.parse(JSON.parse(readFileSync(join(newsroom, FILE_NAME), "utf8")));
  } catch {
    return null;
  }
}

/** Remembers the choice, null for none. Throws what the file system says. */
export function writeSecondFolder(newsroom: string, choice: SecondFolderChoice | null): void {
  const path = join(newsroom, FILE_NAME);
  if (choice === null) {
    rmSync(path, { force: true });
    return;
  }
  writeFileSync(`${path}.new`, `${JSON.stringify(choice)}\n`, { flush: true });
  renameSync(`${path}.new`, path);
}

/** A name for a newsroom's folder among those of other laptops on the same disk. */
export function ownFolderName(): string {
  const machine = hostname().replaceAll(/[^\p{L}\p{N}-]+/gu, "-");
  return `Stet backup ${machine} ${randomBytes(NAME_BYTES).toString("hex")}`;
}
