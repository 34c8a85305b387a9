import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "#main/checkout.ts";

/** Runs a program to its end; gives its exit code, 1 where it did not start. */
async function run(program: string, programArguments: readonly string[], env = process.env): Promise<number> {
  const child = spawn(program, programArguments, { cwd: ROOT, stdio: "inherit", env });
  // Control-C reaches the program by itself: it belongs to the same terminal. This process waits for it.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", () => resolve(1));
  });
}

async function build(mode: string): Promise<number> {
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const config = ["--config", "vite.electron.config.ts", "--mode", mode, "--logLevel", "warn"];
  return run(process.execPath, [vite, "build", ...config]);
}

/** Builds the desktop app's own files; gives 0, or the exit code of what failed. */
export async function buildElectronHost(): Promise<number> {
  return (await build("production")) || (await build("preload"));
}

/** Builds the desktop app's own files and runs it on a runtime until it is quit; gives its exit code. */
export async function runElectronHost(
  runtime: string,
  home: string,
  newsroom: string | undefined,
): Promise<number> {
  const built = await buildElectronHost();
  if (built !== 0) return built;
  const newsroomFlag = newsroom === undefined ? [] : [`--newsroom=${newsroom}`];
  return run(runtime, [ROOT, ...newsroomFlag], { ...process.env, STET_HOME: home });
}
