import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { openDesk } from "#main/core/desk.ts";
import type { Desk } from "#shared/contract/index.ts";
import type { Task } from "./driver-lines.ts";
import { ABILITIES, sha256, type Ledger } from "./ledger.ts";

/** Damaged databases that are nowhere to be found, and recoveries that nobody can read about. */
function lostEvidence(home: string, ledger: Ledger): readonly string[] {
  const folder = join(home, "newsroom", "damaged");
  const asides = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const kept = asides
    .map((aside) => join(aside, "newsroom.db"))
    .filter((path) => existsSync(path))
    .map((path) => sha256(readFileSync(path)));
  return [
    ...[...ledger.damaged].filter((hash) => !kept.includes(hash)).map(() => "a damaged database was deleted"),
    ...asides
      .filter((aside) => !existsSync(join(aside, "recovery-report.txt")))
      .map((aside) => `${aside} has no report`),
  ];
}

/** Photos whose bytes are not what their name says, known to the newsroom or not. */
function halfPhotos(home: string): readonly string[] {
  const folder = join(home, "newsroom", "photos");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".arriving-"))
    .filter(({ parentPath, name }) => !name.startsWith(sha256(readFileSync(join(parentPath, name)))))
    .map(({ name }) => `the photo ${name} is half written`);
}

/** What the newsroom says of itself: its database, its stories, photos and backups. */
async function illHealth(desk: Desk, { wanting }: Ledger): Promise<readonly string[]> {
  const health = await desk.safety.check(null);
  if (!health.ok) return [`it cannot be checked: ${health.error.message}`];
  const { databaseTroubles, searchTroubles, strayRows, unreadableStories, photoTroubles, backups } =
    health.value;
  return [
    ...databaseTroubles,
    ...searchTroubles,
    ...(strayRows > 0 ? [`${String(strayRows)} stray rows`] : []),
    ...unreadableStories.map(({ message }) => message),
    ...photoTroubles
      .filter(({ asset }) => !wanting.has(asset))
      .map(({ asset, what }) => `the photo ${asset} is ${what}`),
    ...backups.flatMap(({ trouble }) => (trouble === null ? [] : [trouble])),
  ];
}

/** Stories that are not as they were acknowledged last, nor as the save that was under way would have made them. */
async function lostSaves(desk: Desk, { stories }: Ledger): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [id, { version, document, sent }] of stories) {
    const story = await desk.stories.open({ story: id });
    if (!story.ok) wrong.push(`the story ${id} is lost: ${story.error.message}`);
    else if (isDeepStrictEqual(story.value.document, document)) continue;
    else if (isDeepStrictEqual(story.value.document, sent)) {
      stories.set(id, { version: version + 1, document: story.value.document, sent: null });
    } else wrong.push(`the story ${id} is not as it was acknowledged at version ${String(version)}`);
  }
  return wrong;
}

async function lostRevisions(desk: Desk, { kept }: Ledger): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [id, document] of kept) {
    const revision = await desk.revisions.read({ revision: id });
    if (!revision.ok) wrong.push(`the revision ${id} is lost: ${revision.error.message}`);
    else if (!isDeepStrictEqual(revision.value.document, document))
      wrong.push(`the revision ${id} is not as it was kept`);
  }
  return wrong;
}

async function lostPhotos(desk: Desk, { photos }: Ledger): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const asset of photos) {
    const photo = await desk.photos.describe({ asset });
    if (!photo.ok) wrong.push(`the photo ${asset} is lost`);
  }
  return wrong;
}

/** Opens a newsroom after a kill, looks at everything that must be true, and says what is not, a sentence each. */
export async function lookAtWhatIsLeft(home: string, task: Task, ledger: Ledger): Promise<readonly string[]> {
  const wrong: string[] = [];
  const host = await openDesk({ home, openAtOnce: "own", abilities: ABILITIES });
  const { desk } = host;
  try {
    const info = await desk.host.info(null);
    if (!info.ok) return [`it does not open: ${info.error.message}`];
    if (info.value.trouble !== null) return [`it does not open: ${info.value.trouble}`];
    wrong.push(
      ...(await illHealth(desk, ledger)),
      ...(await lostSaves(desk, ledger)),
      ...(await lostRevisions(desk, ledger)),
      ...(await lostPhotos(desk, ledger)),
    );
    const news = await desk.safety.recovery(null);
    if (news.ok && news.value.report && task !== "recovery") {
      wrong.push(`it was taken for damaged: ${news.value.report.why}`);
    }
  } finally {
    await host.close();
  }
  const newsroom = join(home, "newsroom");
  if (existsSync(join(newsroom, "newsroom.lock.json"))) wrong.push("somebody still seems to have it open");
  return [
    ...wrong,
    ...halfPhotos(home),
    ...lostEvidence(home, ledger),
    ...readdirSync(newsroom)
      .filter((name) => name.startsWith(".restore-test-"))
      .map((name) => `${name} was left behind`),
  ];
}
