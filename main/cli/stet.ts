import { runStet } from "./run-stet.ts";

const { env, stderr, stdout } = process;
const givenUp = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => givenUp.abort());

// Whoever reads the answer may have read enough (`stet list | head`).
stdout.on("error", () => process.exit());

/** npm runs its scripts in the package's folder; the person stood in another. */
const folder = env["npm_lifecycle_event"] === "stet" ? (env["INIT_CWD"] ?? process.cwd()) : process.cwd();

const exitCode = await runStet(process.argv.slice(2), {
  folder,
  env,
  print: (text) => stdout.write(`${text}\n`),
  complain: (line) => stderr.write(`${line}\n`),
  progress: stderr.isTTY ? (line) => stderr.write(`\r\u001B[K${line}`) : null,
  signal: givenUp.signal,
});
// A pipe may still be taking the answer: Node ends by itself when it has.
process.exitCode = exitCode;
