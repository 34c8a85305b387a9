/**
 * A Stet that works without pause until somebody kills it: `node driver.ts HOME TASK SEED LEDGER`. It
 * notes in the file LEDGER, a line of JSON each, what it is about to save and what was acknowledged,
 * and says on its output when it starts.
 */
import { openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import SqliteDatabase from "better-sqlite3";
import { openDesk, type DeskHost } from "#main/core/desk.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { seeded } from "#tests/support/invented-copy.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { taskSchema, type DriverLine } from "./driver-lines.ts";

const [home = "", taskWord = "", seedWord = "1", ledger = ""] = process.argv.slice(2);
const task = taskSchema.parse(taskWord);
const random = seeded(Number(seedWord));

// A file takes the line before the next step is taken; a pipe would keep it in this process until there is room.
const file = openSync(ledger, "w");

function note(line: DriverLine): void {
  writeSync(file, `${JSON.stringify(line)}\n`);
}

function open(): Promise<DeskHost> {
  return openDesk({ home, openAtOnce: "own", abilities: { host: "test", version: "0.0.0-crash" } });
}

/** Long enough that the log is moved into the database every few saves. */
const LONG_WORDS = 30_000;
const STORIES = 3;
const SAVES_BETWEEN_CLOSES = 5;

function edited(before: StoryDocument): StoryDocument {
  const length = random() < 0.2 ? LONG_WORDS : 1 + Math.floor(random() * 200);
  const fresh = paragraph(`${String(random())} ${"storm ".repeat(Math.floor(random() * length))}`);
  const kept = before.blocks.filter(() => random() < 0.8).slice(-12);
  const at = Math.floor(random() * (kept.length + 1));
  return story(...kept.slice(0, at), fresh, ...kept.slice(at));
}

interface Open {
  readonly id: string;
  version: number;
  document: StoryDocument;
}

async function newStory({ desk }: DeskHost, nr: number): Promise<Open> {
  const document = story(headline(`Story ${String(nr)} of ${seedWord}`));
  const made = await desk.stories.create({ facts: { slug: `crash-${seedWord}-${String(nr)}` }, document });
  if (!made.ok) throw new Error(made.error.message);
  const { id, version } = made.value.summary;
  note({ says: "saved", story: id, version, document });
  return { id, version, document };
}

async function save({ desk }: DeskHost, open: Open): Promise<void> {
  const document = edited(open.document);
  note({ says: "saving", story: open.id, version: open.version + 1, document });
  const receipt = await desk.stories.save({
    story: open.id,
    base: open.version,
    saveId: `save-${String(open.version)}-${seedWord}`,
    patch: diffDocuments(open.document, document),
  });
  if (!receipt.ok) throw new Error(receipt.error.message);
  open.version = receipt.value.version;
  open.document = document;
  note({ says: "saved", story: open.id, version: open.version, document });
}

/** A revision that can be put back. */
interface Kept {
  readonly id: string;
  readonly document: StoryDocument;
}

/** Keeps the text under a name, or puts one that was kept back. */
async function keepOrRestore({ desk }: DeskHost, open: Open, kept: Map<string, Kept[]>): Promise<void> {
  const known = kept.get(open.id) ?? [];
  const chosen = random() < 0.5 ? known[Math.floor(random() * known.length)] : undefined;
  if (!chosen) {
    const revision = await desk.revisions.keep({ story: open.id, name: `kept ${String(random())}` });
    if (!revision.ok) throw new Error(revision.error.message);
    const { document } = open;
    kept.set(open.id, [...known, { id: revision.value.id, document }]);
    note({ says: "kept", revision: revision.value.id, document });
    return;
  }
  const { id, document } = chosen;
  note({ says: "saving", story: open.id, version: open.version + 1, document });
  const receipt = await desk.revisions.restore({
    story: open.id,
    revision: id,
    base: open.version,
    saveId: `restore-${String(open.version)}-${seedWord}`,
  });
  if (!receipt.ok) throw new Error(receipt.error.message);
  open.version = receipt.value.version;
  open.document = document;
  note({ says: "saved", story: open.id, version: open.version, document });
}

/** Moves everything from the log into the database, as SQLite does by itself every thousand pages. */
function checkpoint(): void {
  const sql = new SqliteDatabase(join(home, "newsroom", "newsroom.db"));
  sql.pragma("wal_checkpoint(TRUNCATE)");
  sql.close();
}

async function addPhoto({ desk }: DeskHost): Promise<void> {
  const bytes = await drawPicture(80 + Math.floor(random() * 300), 60 + Math.floor(random() * 300));
  const added = await desk.photos.add({ name: `${String(random())}.jpg`, bytes });
  if (!added.ok) throw new Error(added.error.message);
  note({ says: "photo", asset: added.value.asset });
}

/** Saves for ever; what else is under way at the same time is the task's. */
async function work(): Promise<never> {
  process.stdout.write("starting\n");
  let host = await open();
  const stories: Open[] = [];
  for (let nr = 0; nr < STORIES; nr += 1) stories.push(await newStory(host, nr));
  const kept = new Map<string, Kept[]>();
  let beside: Promise<unknown> = Promise.resolve();
  for (let turn = 1; ; turn += 1) {
    const chosen = stories[Math.floor(random() * stories.length)];
    if (chosen) await save(host, chosen);
    if ((task === "restore" || task === "recovery") && chosen) await keepOrRestore(host, chosen, kept);
    if (task === "checkpoint") checkpoint();
    if (task === "photo") await addPhoto(host);
    if (task === "backup" || task === "restore-test") {
      const { safety } = host.desk;
      beside = task === "backup" ? safety.backUpNow({}) : safety.testRestore(null);
      if (turn % 3 === 0) await beside;
    }
    if (task === "closing" && turn % SAVES_BETWEEN_CLOSES === 0) {
      await host.close();
      host = await open();
    }
    await setImmediate();
  }
}

await work();
