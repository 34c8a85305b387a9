import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { HostDriver } from "./host-driver.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
/** How long a host may take to answer what is under way and end. */
const PATIENCE_MS = 15_000;
const ADDRESS = /Stet is open at (\S+)/;

/** Starts the browser host as `npm start` does. */
function spawnHost(home: string) {
  return spawn(
    process.env["STET_NODE"] ?? path.join(ROOT, "node_modules/.bin/node"),
    ["main/launch/start.ts", "--host", "browser", "--no-window", "--home", home],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
  );
}

/** Starts a host and gives the one-time address that it prints. */
async function startHost(home: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawnHost(home);
  let printed = "";
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = ADDRESS.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", (code) => reject(new Error(`The browser host ended with ${String(code)}: ${printed}`)));
  });
  return { child, address };
}

/** The browser host, which also knows the address that lets one more browser in. */
export interface BrowserHostDriver extends HostDriver {
  readonly address: () => string;
}

/** Drives Stet in a page of a real Chromium, on the browser host. */
export async function browserWindows(browser: Browser, home: string): Promise<BrowserHostDriver> {
  let host = await startHost(home);
  let context: BrowserContext = await browser.newContext({ viewport: { width: 1320, height: 860 } });
  let invited = false;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = host;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    const impatient = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    await exited;
    clearTimeout(impatient);
    if (signal !== "SIGKILL" && child.signalCode === "SIGKILL")
      throw new Error("The host did not end when it was asked to.");
  };

  return {
    address: () => host.address,
    openWindow: async () => {
      const page = await context.newPage();
      await page.goto(invited ? new URL("/", host.address).href : host.address);
      invited = true;
      return page;
    },
    closeWindow: async (page: Page) => {
      const closed = page.waitForEvent("close");
      await page.close({ runBeforeUnload: true });
      await closed;
    },
    restart: async ({ crash = false, whileAway } = {}) => {
      await end(crash ? "SIGKILL" : "SIGTERM");
      whileAway?.();
      await context.close();
      context = await browser.newContext({ viewport: { width: 1320, height: 860 } });
      host = await startHost(home);
      invited = false;
    },
    killUnderWindows: async () => {
      await end("SIGKILL");
      return async () => {
        host = await startHost(home);
        invited = false;
      };
    },
    startAgain: async () => {
      const second = spawnHost(home);
      const [printed] = await Promise.all([text(second.stdout), once(second, "exit")]);
      return printed;
    },
    end: async () => {
      await context.close();
      await end("SIGTERM");
    },
  };
}
