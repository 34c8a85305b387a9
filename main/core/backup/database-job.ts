import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { TellCopied } from "./copy-database.ts";
import type { DatabaseContent, DatabaseLook, Depth } from "./database-look.ts";

/** Work on a database file that takes seconds in a large newsroom, and that no save may wait for. */
export type DatabaseJob =
  | { readonly kind: "copy"; readonly from: string; readonly to: string }
  | { readonly kind: "look"; readonly path: string; readonly depth: Depth };

/** A copy, as it was found when it was read back. */
export interface CopiedDatabase {
  /** What the original held when the copying began. */
  readonly content: DatabaseContent;
  readonly look: DatabaseLook;
}

/** What the thread says while it works and at its end. */
export type FromThread =
  | { readonly type: "progress"; readonly done: number; readonly total: number }
  | { readonly type: "done"; readonly value: CopiedDatabase | DatabaseLook }
  | { readonly type: "failed"; readonly code: string; readonly message: string };

interface JobOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: TellCopied | undefined;
}

const contentSchema: z.ZodType<DatabaseContent> = z.object({ stories: z.number(), blocks: z.number() });
const lookSchema: z.ZodType<DatabaseLook> = z.object({
  problems: z.array(z.string()).readonly(),
  applicationId: z.number(),
  version: z.number(),
  content: contentSchema,
  strayRows: z.number(),
});
const copiedSchema: z.ZodType<CopiedDatabase> = z.object({ content: contentSchema, look: lookSchema });
const fromThreadSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("progress"), done: z.number(), total: z.number() }),
  z.object({ type: z.literal("done"), value: z.unknown() }),
  z.object({ type: z.literal("failed"), code: z.string(), message: z.string() }),
]);

/** The thread's file: a source beside this one, or built beside the bundle (see vite.electron.config.ts). */
function threadFile(): string {
  const source = join(import.meta.dirname, "database-thread.ts");
  return existsSync(source) ? source : join(import.meta.dirname, "database-thread.js");
}

/** Does one job on a thread of its own; an error keeps its code, a cancelled one throws the signal's reason. */
async function runJob<Value>(
  job: DatabaseJob,
  schema: z.ZodType<Value>,
  { signal, onProgress }: JobOptions,
): Promise<Value> {
  signal?.throwIfAborted();
  const worker = new Worker(threadFile(), { workerData: job, execArgv: [] });
  const done = new AbortController();
  try {
    return await new Promise<Value>((resolve, reject) => {
      signal?.addEventListener(
        "abort",
        () => reject(signal.reason instanceof Error ? signal.reason : new Error("cancelled")),
        { signal: done.signal },
      );
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("The thread that reads the database ended early.")));
      worker.on("message", (raw: unknown) => {
        const message = fromThreadSchema.parse(raw);
        if (message.type === "progress") onProgress?.(message.done, message.total);
        else if (message.type === "done") resolve(schema.parse(message.value));
        else reject(Object.assign(new Error(message.message), { code: message.code }));
      });
    });
  } finally {
    done.abort();
    await worker.terminate();
  }
}

/** Copies a database (see `copyDatabase`) and looks quickly through the copy, on a thread of its own. */
export function copyOnThread(from: string, to: string, options: JobOptions = {}): Promise<CopiedDatabase> {
  return runJob({ kind: "copy", from, to }, copiedSchema, options);
}

/** Looks through a database (see `lookThrough`) on a thread of its own. */
export function lookOnThread(path: string, depth: Depth, options: JobOptions = {}): Promise<DatabaseLook> {
  return runJob({ kind: "look", path, depth }, lookSchema, options);
}
