import { parentPort, workerData } from "node:worker_threads";
import { copyDatabase } from "./copy-database.ts";
import type { CopiedDatabase, DatabaseJob, FromThread } from "./database-job.ts";
import { lookThrough } from "./database-look.ts";

const job: DatabaseJob = workerData;

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function copy(from: string, to: string): Promise<CopiedDatabase> {
  const content = await copyDatabase(from, to, (done, total) => say({ type: "progress", done, total }));
  return { content, look: lookThrough(to, "quick") };
}

try {
  const value = job.kind === "copy" ? await copy(job.from, job.to) : lookThrough(job.path, job.depth);
  say({ type: "done", value });
} catch (error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  say({ type: "failed", code, message: error instanceof Error ? error.message : String(error) });
}
