import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { NewsroomInfo } from "#shared/contract/host.ts";
import { DATABASE_NAME } from "./db/database-file.ts";
import { diskFailure } from "./disk-failure.ts";

type Kind = NewsroomInfo["kind"];

const choiceSchema = z.object({ kind: z.enum(["own", "sample"]) });
const FILE_NAME = "last-newsroom.json";

/** True where a folder holds a newsroom, whatever its state. */
export function holdsNewsroom(folder: string): boolean {
  return existsSync(join(folder, DATABASE_NAME));
}

/** Which newsroom the person opened last on this machine; null where that is not known. */
export function lastChoice(home: string): Kind | null {
  try {
    return choiceSchema.parse(JSON.parse(readFileSync(join(home, FILE_NAME), "utf8"))).kind;
  } catch {
    return null;
  }
}

/** Remembers which newsroom was opened. Where the disk refuses, the person is simply asked again next time. */
export function rememberChoice(home: string, kind: Kind): void {
  const path = join(home, FILE_NAME);
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify({ kind })}\n`);
    renameSync(`${path}.new`, path);
  } catch (error) {
    diskFailure(error, path);
  }
}
