import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { electronRuntime } from "#main/launch/electron-runtime.ts";
import { browserWindows } from "./browser-window.ts";
import { desktopWindows } from "./desktop-window.ts";
import type { HostDriver } from "./host-driver.ts";

export { expect };

/** Which host the specs run on; set by the project in playwright.config.ts. */
export type HostName = "browser" | "electron";

/** One Stet with a home of its own, and what its windows complained about. */
export interface Stet extends HostDriver {
  readonly home: string;
  /** Errors and policy violations that any page printed. */
  readonly complaints: readonly string[];
}

const ROOT = path.resolve(import.meta.dirname, "../../..");

/**
 * What Chromium itself prints while a host is away that the spec has ended, or is back and has not
 * let this window in again.
 */
const HOST_AWAY = /^WebSocket connection to .* failed: |net::ERR_\w+$|status of 403 /;

/** Notes what a page complains about; once the spec has ended a host, its absence is no complaint. */
function listen(page: Page, complaints: string[], wasEnded: () => boolean): void {
  // Playwright catches file dialogs only while somebody listens; told at the key press, it may be too late on a busy machine.
  page.on("filechooser", () => undefined);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    if (!(wasEnded() && HOST_AWAY.test(message.text()))) complaints.push(message.text());
  });
}

interface StetFixtures {
  readonly stet: Stet;
}

interface StetOptions {
  readonly hostName: HostName;
}

/** Playwright's `test` with a fresh Stet for each spec. */
export const test = base.extend<StetFixtures, StetOptions>({
  hostName: ["browser", { option: true, scope: "worker" }],
  stet: async ({ browser, hostName }, use, testInfo) => {
    const runtime = hostName === "electron" ? electronRuntime(ROOT) : null;
    testInfo.skip(hostName === "electron" && runtime === null, "not run: no Electron runtime");
    const home = mkdtempSync(path.join(tmpdir(), "stet-e2e-"));
    const complaints: string[] = [];
    let wasEnded = false;
    const host = runtime === null ? await browserWindows(browser, home) : await desktopWindows(runtime, home);
    await use({
      ...host,
      home,
      complaints,
      openWindow: async () => {
        const page = await host.openWindow();
        listen(page, complaints, () => wasEnded);
        return page;
      },
      restart: async (how) => {
        wasEnded = true;
        await host.restart(how);
      },
      killUnderWindows: async () => {
        wasEnded = true;
        return await host.killUnderWindows();
      },
    });
    wasEnded = true;
    await host.end();
    rmSync(home, { recursive: true, force: true });
    expect(complaints, "what the pages complained about").toEqual([]);
  },
});
