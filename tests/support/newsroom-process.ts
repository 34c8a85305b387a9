import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** Another Stet, in a process of its own, that has opened a newsroom or was refused. */
export interface OtherProcess {
  readonly pid: number;
  /** The first line that it said: "open", "saved", or the sentence with which it was refused. */
  readonly said: string;
  /** Ends it at once, with no chance to tidy up. */
  readonly kill: () => Promise<void>;
}

const SCRIPT = join(import.meta.dirname, "newsroom-process-main.ts");

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Starts it on a home. Told to "save", it makes the story `lastWords` first, and speaks when that is acknowledged. */
export async function startOtherProcess(
  home: string,
  task: "open" | "save" = "open",
  lastWords = "",
): Promise<OtherProcess> {
  const child = spawn(process.execPath, [SCRIPT, home, task, lastWords], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => killed(child));
  for await (const said of createInterface(child.stdout)) {
    return { pid: child.pid ?? 0, said, kill: () => killed(child) };
  }
  throw new Error("the other process said nothing");
}
