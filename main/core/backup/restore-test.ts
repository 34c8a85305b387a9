import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  restoreTestSchema,
  type BackupFile,
  type RestoreTest,
  type SafetyProgress,
} from "#shared/contract/safety.ts";
import type { Failure } from "#shared/contract/failures.ts";
import type { Result } from "#shared/rpc/result.ts";
import { DATABASE_NAME } from "../db/database-file.ts";
import type { KnownStory } from "./every-story.ts";
import { BACKUPS_NAME } from "./backup-file.ts";
import { lookOnThread } from "./database-job.ts";

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
    progress({ done: at, total: stories.length, doing: `Reading “${slug}”` });
    const story = room.read(id);
    if (!story.ok) troubles.push(story.error.message);
    await setImmediate();
  }
  return troubles;
}

/**
 * Restores a backup into a temporary folder in the newsroom's own, opens it with the real core,
 * reads every story, compares what is in it with what the backup holds, and removes it. Throws what
 * the disk says, and the signal's reason.
 */
export async function testRestore(
  newsroom: string,
  backup: BackupFile,
  open: OpenRestored,
  options: TestOptions,
): Promise<RestoreTest> {
  const { now, signal } = options;
  const started = performance.now();
  const folder = mkdtempSync(join(newsroom, FOLDER_START));
  try {
    const { content } = await lookOnThread(backup.path, "quick", { signal });
    copyFileSync(backup.path, join(folder, DATABASE_NAME));
    const opened = await open(folder);
    const troubles: string[] = [];
    let stories = 0;
    if (opened.ok) {
      const room = opened.value;
      try {
        stories = room.everyStory().length;
        troubles.push(...(await readEveryStory(room, options)));
      } finally {
        await room.close();
      }
      if (stories !== content.stories) {
        troubles.push(
          `The backup holds ${String(content.stories)} stories; ${String(stories)} of them came back.`,
        );
      }
    } else troubles.push(opened.error.message);
    const tookMs = Math.round(performance.now() - started);
    const test: RestoreTest = { atMs: now(), backup, stories, blocks: content.blocks, tookMs, troubles };
    writeFileSync(join(newsroom, BACKUPS_NAME, KEPT_NAME), JSON.stringify(test));
    return test;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
