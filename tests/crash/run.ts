/** Kills the real core at random moments and looks at what it left: `npm run test:crash -- [--rounds N] [--seed S]`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { seeded } from "#tests/support/invented-copy.ts";
import { TASKS, type Task } from "./driver-lines.ts";
import { killOnce, type Ledger } from "./round.ts";

const LONG_RUN_ROUNDS = 500;
/** A home goes through so many kills before the task starts on a new one. */
const KILLS_PER_HOME = 8;
const LONGEST_WORK_MS = 700;
/** A start on an older or damaged newsroom is over sooner: importing the core takes most of it. */
const LONGEST_START_MS = 350;

const { values } = parseArgs({
  options: { rounds: { type: "string" }, seed: { type: "string" }, report: { type: "string" } },
});
const rounds = Number(values.rounds ?? process.env["STET_CRASH_ROUNDS"] ?? LONG_RUN_ROUNDS);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = seeded(seed);

interface Home {
  path: string;
  kills: number;
  ledger: Ledger;
}

function newHome(): Home {
  const path = mkdtempSync(join(tmpdir(), "stet-crash-"));
  return { path, kills: 0, ledger: { stories: new Map(), photos: new Set() } };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function isStart(task: Task): boolean {
  return task === "migration" || task === "recovery";
}

const homes = new Map<Task, Home>();
let failedRounds = 0;
let acknowledged = 0;
for (let nr = 0; nr < rounds; nr += 1) {
  const task = TASKS[nr % TASKS.length] ?? "typing";
  let home = homes.get(task);
  // An older newsroom is older only once.
  if (!home || home.kills >= KILLS_PER_HOME || (task === "migration" && home.kills > 1)) {
    if (home) rmSync(home.path, { recursive: true, force: true });
    home = newHome();
    homes.set(task, home);
  }
  home.kills += 1;
  const killAfterMs = Math.floor(random() * (isStart(task) ? LONGEST_START_MS : LONGEST_WORK_MS));
  const round = { home: home.path, task, seed: seed + nr, killAfterMs, ledger: home.ledger };
  const outcome = await killOnce(round);
  acknowledged += outcome.acknowledged;
  if (outcome.wrong.length === 0) continue;
  failedRounds += 1;
  say(
    `✗ ${task}, killed after ${String(killAfterMs)} ms (seed ${String(seed)}, round ${String(nr)}); left in ${home.path}`,
  );
  for (const sentence of outcome.wrong) say(`    ${sentence}`);
  // Left as it is, to be looked at.
  homes.delete(task);
}
for (const { path } of homes.values()) rmSync(path, { recursive: true, force: true });

say(
  `${String(rounds)} kills (seed ${String(seed)}): ${String(failedRounds)} with something wrong; ${String(acknowledged)} saves and photos were acknowledged`,
);
if (values.report !== undefined) {
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, JSON.stringify({ passed: rounds - failedRounds, failed: failedRounds }));
}
process.exitCode = failedRounds === 0 ? 0 : 1;
