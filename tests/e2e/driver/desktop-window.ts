import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import type { HostDriver } from "./host-driver.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Drives the desktop app itself, where Electron's runtime is present. */
export async function desktopWindows(runtime: string, home: string): Promise<HostDriver> {
  const launch = (): Promise<ElectronApplication> =>
    _electron.launch({ executablePath: runtime, args: [ROOT], env: { ...process.env, STET_HOME: home } });
  let app = await launch();
  let ended = false;
  let handedOut: Page | null = null;

  return {
    openWindow: async () => {
      if (ended) app = await launch();
      ended = false;
      const page = await app.firstWindow();
      handedOut = page;
      return page;
    },
    closeWindow: async (page) => {
      const closed = page.waitForEvent("close");
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await closed;
      await app.close();
      ended = true;
    },
    restart: async ({ crash = false, whileAway } = {}) => {
      if (crash) app.process().kill("SIGKILL");
      else await app.close();
      ended = true;
      whileAway?.();
    },
    killUnderWindows: () => Promise.reject(new Error("The desktop app dies with its windows.")),
    startAgain: async () => {
      const second = spawn(runtime, [ROOT], {
        env: { ...process.env, STET_HOME: home },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [printed] = await Promise.all([text(second.stdout), once(second, "exit")]);
      return printed;
    },
    end: async () => {
      if (!ended && handedOut) await app.close();
    },
  };
}
