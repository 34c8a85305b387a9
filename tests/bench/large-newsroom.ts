import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { openDesk, type DeskHost } from "#main/core/desk.ts";
import { STORY_STATUSES } from "#shared/newsroom/index.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";

const CACHE = path.resolve(import.meta.dirname, "../../.cache");
/** Raise it when the database's form or the invented copy changes: the old newsroom is then made anew. */
const EDITION = 2;

export const LARGE_NEWSROOM_STORIES = 10_000;
const WORDS_EACH = 400;
const DESKS = ["metro", "business", "sports", "features"];

/** A core on a home of its own with the newsroom open, and remembered as the one to open next. */
export async function openBenchDesk(home: string): Promise<DeskHost> {
  const host = await openDesk({ home, abilities: { host: "test", version: "0.0.0-bench" } });
  const opened = await host.desk.host.openNewsroom({ kind: "own" });
  if (!opened.ok) throw new Error(opened.error.message);
  return host;
}

async function fill(home: string): Promise<void> {
  const host = await openBenchDesk(home);
  for (let nr = 0; nr < LARGE_NEWSROOM_STORIES; nr += 1) {
    const made = await host.desk.stories.create({
      facts: {
        slug: `story-${String(nr)}`,
        desk: DESKS[nr % DESKS.length] ?? "metro",
        status: STORY_STATUSES[nr % STORY_STATUSES.length] ?? "draft",
      },
      document: inventedStory(nr, WORDS_EACH),
    });
    if (!made.ok) throw new Error(made.error.message);
  }
  await host.close();
}

/** A home in .cache, filled the first time; one that was not filled to its end is filled anew. */
export async function cachedHome(name: string, fill: (home: string) => Promise<void>): Promise<string> {
  const home = path.join(CACHE, name);
  if (existsSync(home)) return home;
  const making = `${home}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await fill(making);
  renameSync(making, home);
  return home;
}

/** The home of a newsroom with 10,000 stories of about 400 words; made once. */
export function largeNewsroomHome(): Promise<string> {
  return cachedHome(`bench-newsroom-${String(EDITION)}`, fill);
}
