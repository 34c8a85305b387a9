/** Kills the real core at random moments and looks at what it left: `node tests/crash/run.ts [--rounds N] [--seed S] [--task TASK]`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { seeded } from "#tests/support/invented-copy.ts";
import { TASKS, taskSchema, type Task } from "./driver-lines.ts";
import { emptyLedger, type Ledger } from "./ledger.ts";
import { killOnce } from "./round.ts";

const LONG_RUN_ROUNDS = 500;
/** A home goes through so many kills before the task starts on a new one. */
const KILLS_PER_HOME = 8;
const LONGEST_WORK_MS = 700;
/** A start on an older or damaged newsroom is over sooner: importing the core takes most of it. */
const LONGEST_START_MS = 350;
/** So many are under way at once: while one core works towards its death, another's remains are looked at. */
const LANES = 2;

const { values } = parseArgs({
  options: {
    rounds: { type: "string" },
    seed: { type: "string" },
    task: { type: "string" },
    report: { type: "string" },
  },
});
const rounds = Number(values.rounds ?? LONG_RUN_ROUNDS);
const tasks = values.task === undefined ? TASKS : [taskSchema.parse(values.task)];
const seed = Number(values.seed ?? Date.now() % 1_000_000);

interface Home {
  readonly path: string;
  readonly ledger: Ledger;
  kills: number;
}

interface Tally {
  rounds: number;
  failed: number;
  acknowledged: number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function newHome(): Home {
  return { path: mkdtempSync(join(tmpdir(), "stet-crash-")), kills: 0, ledger: emptyLedger() };
}

function leave({ path }: Home): void {
  rmSync(path, { recursive: true, force: true });
}

/** Every round of one task, one after the other; a home in which something is wrong is left as it is. */
async function runTask(task: Task, at: number): Promise<Tally> {
  const tally: Tally = { rounds: 0, failed: 0, acknowledged: 0 };
  const isStart = task === "migration" || task === "recovery";
  // An older newsroom is older only once.
  const killsPerHome = task === "migration" ? 2 : KILLS_PER_HOME;
  const random = seeded(seed + at);
  let home = newHome();
  for (let nr = at; nr < rounds; nr += tasks.length) {
    if (home.kills >= killsPerHome) {
      leave(home);
      home = newHome();
    }
    home.kills += 1;
    const killAfterMs = Math.floor(random() * (isStart ? LONGEST_START_MS : LONGEST_WORK_MS));
    const { path, ledger } = home;
    const { acknowledged, wrong } = await killOnce({
      home: path,
      task,
      seed: seed + nr,
      killAfterMs,
      ledger,
    });
    tally.rounds += 1;
    tally.acknowledged += acknowledged;
    if (wrong.length === 0) continue;
    tally.failed += 1;
    say(`✗ ${task}, killed after ${String(killAfterMs)} ms (seed ${String(seed)}); left in ${path}`);
    for (const sentence of wrong) say(`    ${sentence}`);
    home = newHome();
  }
  leave(home);
  return tally;
}

const due = [...tasks.entries()];
const tallies: Tally[] = [];
await Promise.all(
  Array.from({ length: LANES }, async () => {
    for (let next = due.shift(); next; next = due.shift()) {
      const [at, task] = next;
      const tally = await runTask(task, at);
      tallies.push(tally);
      say(
        `${tally.failed === 0 ? "✓" : "✗"} ${task}: ${String(tally.rounds)} kills, ${String(tally.acknowledged)} saves, revisions and photos acknowledged, ${String(tally.failed)} with something wrong`,
      );
    }
  }),
);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
const acknowledged = tallies.reduce((sum, tally) => sum + tally.acknowledged, 0);
say(
  `${String(rounds)} kills (seed ${String(seed)}): ${String(failed)} with something wrong; ${String(acknowledged)} saves, revisions and photos were acknowledged`,
);
if (values.report !== undefined) {
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, JSON.stringify({ passed: rounds - failed, failed }));
}
process.exitCode = failed === 0 ? 0 : 1;
