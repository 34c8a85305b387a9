import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const A_DAY_MS = 24 * 60 * 60 * 1000;
const REACH_MS = 3_000;
const FETCH_MS = 5 * 60 * 1000;
const RELEASES = "https://github.com/electron/electron/releases/";

interface Places {
  /** The folder that holds node_modules. */
  readonly root: string;
  /** Where it is remembered that fetching failed. */
  readonly home: string;
}

const failureSchema = z.object({ version: z.string(), atMs: z.number() });

function electronPackage(root: string): string {
  return join(root, "node_modules", "electron");
}

function electronVersion(root: string): string {
  const file: unknown = JSON.parse(readFileSync(join(electronPackage(root), "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(file).version;
}

/** The program of Electron's runtime; null where it was never fetched. npm's `electron` brings only the script that fetches it. */
export function electronRuntime(root: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const pathFile = join(electronPackage(root), "path.txt");
  const inside = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : "electron";
  const program = join(env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(electronPackage(root), "dist"), inside);
  return existsSync(program) ? program : null;
}

function failureFile(home: string): string {
  return join(home, "electron-not-fetched.json");
}

function failedLately({ root, home }: Places, nowMs: number): boolean {
  try {
    const failure = failureSchema.parse(JSON.parse(readFileSync(failureFile(home), "utf8")));
    return failure.version === electronVersion(root) && nowMs - failure.atMs < A_DAY_MS;
  } catch {
    return false;
  }
}

/** Whether the place that the runtime comes from answers at all: a laptop without a network must not wait. */
async function canReach(): Promise<boolean> {
  const mirror = process.env["ELECTRON_MIRROR"] ?? process.env["npm_config_electron_mirror"] ?? RELEASES;
  try {
    await fetch(mirror, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(REACH_MS) });
    return true;
  } catch {
    return false;
  }
}

async function runInstaller(root: string): Promise<void> {
  const installer = spawn(process.execPath, [join(electronPackage(root), "install.js")], {
    stdio: "ignore",
    timeout: FETCH_MS,
  });
  await new Promise<void>((resolve) => {
    installer.once("exit", () => resolve());
    installer.once("error", () => resolve());
  });
}

/**
 * Fetches Electron's runtime, once. Gives up at once where its home cannot be reached, and does not
 * try again for a day after a failure, so that starts stay fast. Null where there is none then.
 */
export async function fetchElectronRuntime(
  places: Places,
  say: (sentence: string) => void,
  nowMs = Date.now(),
): Promise<string | null> {
  if (failedLately(places, nowMs)) return null;
  if (await canReach()) {
    say("Fetching Electron's runtime (once, about 120 MB)…");
    await runInstaller(places.root);
  }
  const program = electronRuntime(places.root);
  if (program === null) {
    mkdirSync(places.home, { recursive: true });
    writeFileSync(
      failureFile(places.home),
      JSON.stringify({ version: electronVersion(places.root), atMs: nowMs }),
    );
  }
  return program;
}
