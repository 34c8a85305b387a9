import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";

const ROUNDS = 25;
const TYPED = "x";

/** Resolves in the page when the frame after the next has begun: what was there before is on screen. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
}

/** An empty page over HTTP, as far from the browser as Stet's is. */
async function emptyPage(): Promise<{ address: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>empty</title><body contenteditable></body>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { address: `http://127.0.0.1:${String(address.port)}/`, close: () => server.close() };
}

/** From the start of Chromium until a letter typed into the empty page is painted. */
async function startEmpty(address: string): Promise<number> {
  const start = performance.now();
  const browser = await chromium.launch(browserLaunch());
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator("body").focus();
  await page.keyboard.type(TYPED);
  await painted(page);
  const took = performance.now() - start;
  await browser.close();
  return took;
}

/** From the start of Chromium until a letter typed into the story that was open last is painted. */
async function startStet(home: string, idle: Browser): Promise<number> {
  const host = await browserWindows(idle, home);
  const address = host.address();
  const start = performance.now();
  const browser = await chromium.launch(browserLaunch());
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator('[contenteditable="true"]:focus').waitFor();
  await page.keyboard.type(TYPED);
  await painted(page);
  const took = performance.now() - start;
  await browser.close();
  await host.end();
  return took;
}

/** Start to typing in the browser host, beside an empty page in the same Chromium, turn by turn. */
export async function startBench(): Promise<readonly Measurement[]> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const desk = await openBenchDesk(home);
  const made = await desk.desk.stories.create({ facts: { slug: "start" }, document: inventedStory(2, 700) });
  if (!made.ok) throw new Error(made.error.message);
  await desk.desk.settings.change({ lastStory: made.value.summary.id });
  await desk.close();

  const empty = await emptyPage();
  // The driver of a host wants a browser. It stands by through both, so that both start beside it.
  const idle = await chromium.launch(browserLaunch());
  const samples: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.push(await startStet(home, idle));
    baseline.push(await startEmpty(empty.address));
  }
  await idle.close();
  empty.close();
  rmSync(home, { recursive: true, force: true });
  return [
    {
      name: "start of Chromium to a typed letter on screen, browser host",
      samples,
      baseline: { name: "an empty page in the same Chromium", samples: baseline },
      limit: { ratio: 2 },
    },
  ];
}
