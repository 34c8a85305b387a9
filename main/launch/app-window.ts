import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { WebHost } from "#main/webhost/web-host.ts";
import type { InstalledBrowser } from "./installed-browser.ts";

const FIRST_SIZE = "1360,900";
/** How long a page may take to connect after the browser program has handed over to one that was running. */
const FIRST_PAGE_MS = 8_000;
/** How long no page may be connected before the window counts as closed: a reload is shorter. */
const RELOAD_MS = 1_500;
/** The same on a Mac, where the program goes on without a window and only the pages tell. */
const MAC_RELOAD_MS = 6_000;
const LOOK_EVERY_MS = 250;

/** Whether Chromium would refuse to start: as root on Linux its sandbox cannot be set up, and containers have nobody else. */
export function needsNoSandbox(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

function browserArguments(url: string, profile: string): readonly string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-crash-restore-bubble",
    // The desk works without a network, and nobody asked this profile to use one.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--password-store=basic",
    // Afterwards the profile remembers where the window was.
    ...(existsSync(profile) ? [] : [`--window-size=${FIRST_SIZE}`]),
    // The second flag keeps Chromium from covering the desk with a bar about the first.
    ...(needsNoSandbox() ? ["--no-sandbox", "--test-type"] : []),
  ];
}

/** Resolves when no page has been connected for so long that it is no reload. */
async function untilEmpty(host: WebHost, graceMs: number): Promise<void> {
  let emptyMs = 0;
  while (emptyMs < graceMs) {
    await pause(LOOK_EVERY_MS);
    emptyMs = host.pages() === 0 ? emptyMs + LOOK_EVERY_MS : 0;
  }
}

/** Resolves with true when a page is connected, with false when none came in time. */
async function firstPage(host: WebHost): Promise<boolean> {
  for (let waitedMs = 0; host.pages() === 0; waitedMs += LOOK_EVERY_MS) {
    if (waitedMs >= FIRST_PAGE_MS) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}

/** Opens an address in a browser window that shows nothing but Stet, with a profile of its own. */
export function openAppWindow(browser: InstalledBrowser, url: string, profile: string): ChildProcess {
  const program = spawn(browser.program, browserArguments(url, profile), { stdio: "ignore" });
  // A program that does not start never gets a page, and that is what is looked for.
  program.on("error", () => undefined);
  return program;
}

/**
 * Resolves when the window is gone: `closed` by the person, or `failed` where it never showed a
 * page. It is gone when the browser's program has ended and no page is connected any more: a program
 * that finds another one running on the same profile hands its window over and ends at once.
 */
export async function windowEnded(program: ChildProcess, host: WebHost): Promise<"closed" | "failed"> {
  const mac = process.platform === "darwin";
  let sawPage = false;
  host.onPages((pages) => (sawPage ||= pages > 0));
  const programEnded = new Promise<void>((resolve) => {
    program.once("exit", () => resolve());
    program.once("error", () => resolve());
  });
  await (mac ? Promise.race([programEnded, firstPage(host)]) : programEnded);
  if (!sawPage && !(await firstPage(host))) return "failed";
  await untilEmpty(host, mac ? MAC_RELOAD_MS : RELOAD_MS);
  return "closed";
}
