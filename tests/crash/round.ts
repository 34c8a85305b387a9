import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { openDesk } from "#main/core/desk.ts";
import type { AssetId, StoryDocument } from "#shared/document/index.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { driverLineSchema, type DriverLine, type Task } from "./driver-lines.ts";

/** Everything that one home must hold, over all the kills it went through. */
export interface Ledger {
  /** By story: what was acknowledged last, and what was sent after it. */
  readonly stories: Map<string, { version: number; document: StoryDocument; sent: StoryDocument | null }>;
  readonly photos: Set<AssetId>;
}

export interface Round {
  readonly home: string;
  readonly task: Task;
  readonly seed: number;
  /** Counted from the task's first line, in milliseconds. */
  readonly killAfterMs: number;
  readonly ledger: Ledger;
}

/** What a round did and what was found wrong after it; nothing where all is well. */
export interface Outcome {
  readonly acknowledged: number;
  readonly wrong: readonly string[];
}

const DRIVER = join(import.meta.dirname, "driver.ts");
/** A driver that has said nothing for so long never will. */
const PATIENCE_MS = 60_000;

function note(ledger: Ledger, line: DriverLine): void {
  if (line.says === "photo") ledger.photos.add(line.asset);
  if (line.says === "saved") {
    ledger.stories.set(line.story, { version: line.version, document: line.document, sent: null });
  }
  if (line.says === "saving") {
    const known = ledger.stories.get(line.story);
    if (known) known.sent = line.document;
  }
}

/** Takes over what a driver noted; the kill may have come in the middle of its last line. */
function readLedger(path: string, ledger: Ledger): number {
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];
  let acknowledged = 0;
  for (const text of lines) {
    const said: unknown = JSON.parse(text);
    const line = driverLineSchema.parse(said);
    note(ledger, line);
    if (line.says !== "saving") acknowledged += 1;
  }
  return acknowledged;
}

/** Runs the driver until the moment of the kill; gives how many saves and photos were acknowledged. */
async function workAndKill({ home, task, seed, killAfterMs, ledger }: Round): Promise<Outcome> {
  const path = join(home, "ledger.jsonl");
  const child = spawn(process.execPath, [DRIVER, home, task, String(seed), path], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(child, "exit");
  let complaints = "";
  child.stderr.on("data", (data: Buffer) => {
    complaints += data.toString();
  });
  const started = Promise.race([once(child.stdout, "data"), gone]);
  const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await started;
  await pause(killAfterMs);
  const isKilled = child.exitCode === null && child.kill("SIGKILL");
  await gone;
  clearTimeout(patience);
  const acknowledged = readLedger(path, ledger);
  return {
    acknowledged,
    wrong: isKilled
      ? []
      : [`the driver ended by itself (${String(child.exitCode ?? child.signalCode)}): ${complaints}`],
  };
}

/** Puts an older or a damaged newsroom in the place of a home's. */
async function prepare({ home, task, seed, ledger }: Round): Promise<void> {
  const newsroom = join(home, "newsroom");
  if (task === "migration" && !existsSync(newsroom)) {
    goldenNewsroom(home, 1);
  }
  if (task !== "recovery") return;
  const host = await openDesk({
    home,
    openAtOnce: "own",
    abilities: { host: "test", version: "0.0.0-crash" },
  });
  const backup = await host.desk.safety.backUpNow({});
  await host.close();
  if (!backup.ok) throw new Error(backup.error.message);
  if (ledger.stories.size === 0) return;
  // Its first page is gone: SQLite could do nothing with it.
  const path = join(newsroom, "newsroom.db");
  const bytes = readFileSync(path);
  bytes.fill(seed % 256, 0, 4096);
  writeFileSync(path, bytes);
}

/** Photos whose bytes are not what their name says, known to the newsroom or not. */
function halfPhotos(home: string): readonly string[] {
  const folder = join(home, "newsroom", "photos");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith(".arriving-"))
    .filter(({ parentPath, name }) => {
      const hash = createHash("sha256")
        .update(readFileSync(join(parentPath, name)))
        .digest("hex");
      return !name.startsWith(hash);
    })
    .map(({ name }) => `the photo ${name} is half written`);
}

/** Opens the newsroom again and looks at everything that must be true. */
async function inspect({ home, task, ledger }: Round): Promise<readonly string[]> {
  const wrong: string[] = [];
  const host = await openDesk({
    home,
    openAtOnce: "own",
    abilities: { host: "test", version: "0.0.0-crash" },
  });
  const { desk } = host;
  try {
    const info = await desk.host.info(null);
    if (!info.ok || info.value.trouble !== null) {
      return [`it does not open: ${info.ok ? String(info.value.trouble) : info.error.message}`];
    }
    const health = await desk.safety.check(null);
    if (!health.ok) return [`it cannot be checked: ${health.error.message}`];
    const { databaseTroubles, searchTroubles, strayRows, unreadableStories, photoTroubles, backups } =
      health.value;
    wrong.push(...databaseTroubles, ...searchTroubles, ...unreadableStories.map(({ message }) => message));
    if (strayRows > 0) wrong.push(`${String(strayRows)} stray rows`);
    wrong.push(...photoTroubles.map(({ asset, what }) => `the photo ${asset} is ${what}`));
    wrong.push(...backups.flatMap(({ trouble }) => (trouble === null ? [] : [trouble])), ...halfPhotos(home));
    const news = await desk.safety.recovery(null);
    if (news.ok && news.value.report && task !== "recovery") {
      wrong.push(`it was taken for damaged: ${news.value.report.why}`);
    }
    for (const [id, { version, document, sent }] of ledger.stories) {
      const story = await desk.stories.open({ story: id });
      if (!story.ok) wrong.push(`the story ${id} is lost: ${story.error.message}`);
      else if (isDeepStrictEqual(story.value.document, document)) continue;
      else if (isDeepStrictEqual(story.value.document, sent)) {
        ledger.stories.set(id, { version: version + 1, document: story.value.document, sent: null });
      } else wrong.push(`the story ${id} is not as it was acknowledged at version ${String(version)}`);
    }
    for (const asset of ledger.photos) {
      const photo = await desk.photos.describe({ asset });
      if (!photo.ok) wrong.push(`the photo ${asset} is lost`);
    }
  } finally {
    await host.close();
  }
  const newsroom = join(home, "newsroom");
  if (existsSync(join(newsroom, "newsroom.lock.json"))) wrong.push("somebody still seems to have it open");
  wrong.push(
    ...readdirSync(newsroom)
      .filter((name) => name.startsWith(".restore-test-"))
      .map((name) => `${name} was left behind`),
  );
  return wrong;
}

/** Kills a working Stet once, and looks at what it left. */
export async function killOnce(round: Round): Promise<Outcome> {
  mkdirSync(round.home, { recursive: true });
  await prepare(round);
  const { acknowledged, wrong } = await workAndKill(round);
  return { acknowledged, wrong: [...wrong, ...(await inspect(round))] };
}
