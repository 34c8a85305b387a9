import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { ROOT } from "#main/checkout.ts";
import { installedBrowser } from "#main/launch/installed-browser.ts";

const INSTALL_MS = 10 * 60 * 1000;

/** The browser that the end-to-end specs run in: an installed one, else Playwright's own build; null where there is neither. */
export function browserForTests(): string | null {
  const installed = installedBrowser();
  if (installed) return installed.program;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

function succeeds(program: string, ...programArguments: readonly string[]): boolean {
  return spawnSync(program, programArguments, { stdio: "ignore", timeout: INSTALL_MS }).status === 0;
}

/** Installs Debian's Chromium, as root or by sudo where that needs no password. */
function installFromDebian(): void {
  const root = process.getuid?.() === 0;
  if (!succeeds("apt-get", "--version") || (!root && !succeeds("sudo", "-n", "true"))) return;
  const before = root ? [] : ["sudo", "-n"];
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [program = "apt-get", ...rest] = [...before, "apt-get", ...words];
    succeeds(program, ...rest);
  }
}

/**
 * Finds a browser for the specs and, where none is installed, installs one: Playwright's own build,
 * else Debian's. Null where neither could be had.
 */
export function ensureBrowser(say: (sentence: string) => void): string | null {
  const found = browserForTests();
  if (found !== null) return found;
  say("No Chromium, Chrome or Edge is installed: installing one for the tests…");
  succeeds(process.execPath, path.join(ROOT, "node_modules/@playwright/test/cli.js"), "install", "chromium");
  if (browserForTests() === null && process.platform === "linux") installFromDebian();
  return browserForTests();
}
