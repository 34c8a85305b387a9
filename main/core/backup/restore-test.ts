import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  restoreTestSchema,
  type BackupFile,
  type RestoreTest,
  type SafetyProgress,
} from "#shared/contract/safety.ts";
import type { Failure } from "#shared/contract/failures.ts";
import { amount } from "#shared/newsroom/index.ts";
import type { Result } from "#shared/rpc/result.ts";
import { DATABASE_NAME } from "../db/database-file.ts";
import type { KnownStory } from "./every-story.ts";
import { BACKUPS_NAME } from "./backup-file.ts";
import { lookOnThread } from "./database-job.ts";
import type { DatabaseContent } from "./database-look.ts";
import { backupTrouble } from "./write-backup.ts";
import { told } from "#shared/language/told.ts";

/** A restored newsroom, as far as the test needs it. */
export interface RestoredRoom {
  /** Every story, those in the bin among them. */
  readonly everyStory: () => readonly KnownStory[];
  readonly read: (story: string) => Result<unknown, Failure>;
  readonly close: () => Promise<void>;
}

/** Opens the newsroom in a folder as Stet does at every start. */
export type OpenRestored = (folder: string) => Promise<Result<RestoredRoom, Failure>>;

interface TestOptions {
  readonly signal: AbortSignal;
  readonly progress: (value: SafetyProgress) => void;
  readonly now: () => number;
}

const FOLDER_START = ".restore-test-";
const KEPT_NAME = "last-restore-test.json";

/** Clears away what a test left that was broken off by a crash. */
export function sweepRestoreTests(newsroom: string): void {
  for (const name of readdirSync(newsroom)) {
    if (name.startsWith(FOLDER_START)) rmSync(join(newsroom, name), { recursive: true, force: true });
  }
}

/** How the last test went; null where there was none, or nobody can read it. */
export function lastRestoreTest(newsroom: string): RestoreTest | null {
  try {
    return restoreTestSchema.parse(JSON.parse(readFileSync(join(newsroom, BACKUPS_NAME, KEPT_NAME), "utf8")));
  } catch {
    return null;
  }
}

async function readEveryStory(
  room: RestoredRoom,
  { signal, progress }: TestOptions,
): Promise<readonly string[]> {
  const stories = room.everyStory();
  const troubles: string[] = [];
  for (const [at, { id, slug }] of stories.entries()) {
    signal.throwIfAborted();
    progress({ done: at, total: stories.length, doing: told("readingStory", { slug }) });
    const story = room.read(id);
    if (!story.ok) troubles.push(story.error.message);
    await setImmediate();
  }
  return troubles;
}

interface Tried {
  readonly stories: number;
  readonly troubles: readonly string[];
}

/** Opens a copy of a sound backup as a newsroom, and compares what is there with what the backup holds. */
async function tryCopy(
  copy: string,
  expected: DatabaseContent,
  open: OpenRestored,
  options: TestOptions,
): Promise<Tried> {
  const opened = await open(dirname(copy));
  if (!opened.ok) return { stories: 0, troubles: [opened.error.message] };
  const room = opened.value;
  try {
    const stories = room.everyStory().length;
    const unread = await readEveryStory(room, options);
    const held = amount(expected.stories, "story", "stories");
    const missing = `The backup holds ${held}; ${String(stories)} came back.`;
    return { stories, troubles: [...unread, ...(stories === expected.stories ? [] : [missing])] };
  } finally {
    await room.close();
  }
}

/**
 * Restores a backup into a temporary folder in the newsroom's own, opens it with the real core,
 * reads every story, compares what is in it with what the backup holds, and removes it. A backup
 * that is damaged is not opened: the core would mend it. Throws what the disk says, and the
 * signal's reason.
 */
export async function testRestore(
  newsroom: string,
  backup: BackupFile,
  open: OpenRestored,
  options: TestOptions,
): Promise<RestoreTest> {
  const started = performance.now();
  const folder = mkdtempSync(join(newsroom, FOLDER_START));
  try {
    const copy = join(folder, DATABASE_NAME);
    await copyFile(backup.path, copy);
    const look = await lookOnThread(copy, "quick", { signal: options.signal });
    const trouble = backupTrouble(look, null);
    const { stories, troubles } =
      trouble === null
        ? await tryCopy(copy, look.content, open, options)
        : { stories: 0, troubles: [`The backup ${backup.path} ${trouble}.`] };
    const { blocks } = look.content;
    const tookMs = Math.round(performance.now() - started);
    const test: RestoreTest = { atMs: options.now(), backup, stories, blocks, tookMs, troubles };
    writeFileSync(join(newsroom, BACKUPS_NAME, KEPT_NAME), JSON.stringify(test));
    return test;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
