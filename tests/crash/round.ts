import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Task } from "./driver-lines.ts";
import { readLedger, type Ledger } from "./ledger.ts";
import { damageNewsroom, putOlderNewsroom } from "./starting-points.ts";
import { lookAtWhatIsLeft } from "./what-is-left.ts";

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

/** Kills a working Stet once, and looks at what it left. */
export async function killOnce(round: Round): Promise<Outcome> {
  mkdirSync(round.home, { recursive: true });
  const { home, task, seed, ledger } = round;
  if (task === "recovery") await damageNewsroom(home, seed, ledger);
  if (task === "migration" && !existsSync(join(home, "newsroom"))) await putOlderNewsroom(home, seed, ledger);
  const { acknowledged, wrong } = await workAndKill(round);
  return { acknowledged, wrong: [...wrong, ...(await lookAtWhatIsLeft(home, task, ledger))] };
}
