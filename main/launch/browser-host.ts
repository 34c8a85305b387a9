import type { ChildProcess } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { BUNDLE, stetVersion } from "#main/checkout.ts";
import { openDesk } from "#main/core/desk.ts";
import { folderShower, hasDisplay } from "#main/webhost/desktop.ts";
import { openWebHost, type WebHost } from "#main/webhost/web-host.ts";
import { openAppWindow, windowEnded } from "./app-window.ts";
import { installedBrowser } from "./installed-browser.ts";
import { addressOfRunningStet, answerOtherStarts } from "./other-starts.ts";
import type { StartFlags } from "./start-flags.ts";
import { onUsualPort } from "./usual-port.ts";

/** How long a page that is being closed may take to hand in its last save. */
const LAST_BEACON_MS = 400;

/** Stet does nothing else until then, and opens no window. */
const PUT_TOGETHER =
  "Stet is putting the newsroom together again, from the newest good backup and from all that can be read; in a large newsroom that takes minutes. Nothing is deleted.";

interface Opening extends Pick<StartFlags, "newsroom" | "port" | "window"> {
  readonly home: string;
  readonly say: (sentence: string) => void;
}

/** Resolves when the person or the system asks Stet to end; asking a second time ends it at once. */
function endAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

/** Opens a window where there is a display and a browser for it; else says why not, and gives null. */
function openWindow(address: () => string, { home, window, say }: Opening): ChildProcess | null {
  const browser = window && hasDisplay(process) ? installedBrowser() : null;
  if (browser) return openAppWindow(browser, address(), join(home, "browser-profile"));
  if (window && !hasDisplay(process)) say("There is no display here to open a window on.");
  else if (window) say("There is no Chromium, Chrome or Edge installed to open a window of.");
  say(`Stet is open at ${address()} (works once; Control-C ends Stet)`);
  return null;
}

/**
 * Runs Stet for a browser of this machine until its window is closed or it is asked to end; then
 * waits for the last commit. Where the same newsroom is open already it only opens another window.
 */
export async function runBrowserHost(opening: Opening): Promise<void> {
  const { home, newsroom, port, say } = opening;
  const running = await addressOfRunningStet(home, newsroom);
  if (running !== null) {
    say("Stet is open already: here is another window.");
    openWindow(() => running, opening)?.unref();
    return;
  }

  const showInFolder = folderShower(process);
  const deskHost = await openDesk({
    home,
    ...(newsroom === undefined ? {} : { newsroom: resolve(newsroom) }),
    onRecovery: (why) => say(`${why} ${PUT_TOGETHER}`),
    abilities: { host: "browser", version: stetVersion(), ...(showInFolder ? { showInFolder } : {}) },
  });
  const openAt = (at: number): Promise<WebHost> => openWebHost({ deskHost, bundle: BUNDLE, port: at });
  const host = await (port === 0 ? onUsualPort(opening, openAt) : openAt(port));
  const otherStarts = await answerOtherStarts(home, newsroom, host.url);
  const ended = endAsked();
  const window = openWindow(host.url, opening);
  if (window) {
    const windowGone = windowEnded(window, host).then(async (how) => {
      if (how === "closed") return;
      say(`The window did not open. Stet is open at ${host.url()} (works once; Control-C ends Stet)`);
      await ended;
    });
    await Promise.race([ended, windowGone]);
    window.kill();
  } else {
    await ended;
  }
  otherStarts.close();
  await pause(LAST_BEACON_MS);
  await host.close();
  await deskHost.close();
}
