import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { story, paragraph } from "#shared/document/builders.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";

const WORDS = 30_000;
const ROUNDS = 20;
const MOST_MS = 300;
const LAST_WORDS = "The very last word of it.";
const OTHER_WORDS = "A short one.";

/** Notes how long it takes from the next click until the story that ends with these words can be typed in and is painted. */
async function watchOpening(page: Page, lastWords: string): Promise<void> {
  await page.evaluate((words) => {
    const opened = new Promise<number>((resolve) => {
      window.addEventListener(
        "click",
        (event) => {
          const look = (): void => {
            const text = document.querySelector(".story-page");
            if (text?.textContent.endsWith(words) === true && text.getAttribute("contenteditable") === "true")
              requestAnimationFrame(() => resolve(performance.now() - event.timeStamp));
            else requestAnimationFrame(look);
          };
          look();
        },
        { once: true, capture: true },
      );
    });
    Object.assign(window, { opened });
  }, lastWords);
}

async function timeOpening(page: Page, slug: string, lastWords: string): Promise<number> {
  await watchOpening(page, lastWords);
  await page.getByRole("option", { name: slug }).click();
  const tookMs: unknown = await page.evaluate(() => Reflect.get(window, "opened"));
  return z.number().parse(tookMs);
}

/** Opening a story of 30,000 words from the desk list, from the click until it is painted and can be typed in. */
export async function openingBench(): Promise<readonly Measurement[]> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const host = await openBenchDesk(home);
  const long = inventedStory(1, WORDS);
  const made = [
    await host.desk.stories.create({
      facts: { slug: "long-read" },
      document: story(...long.blocks, paragraph(LAST_WORDS)),
    }),
    await host.desk.stories.create({ facts: { slug: "brief" }, document: story(paragraph(OTHER_WORDS)) }),
  ];
  for (const one of made) if (!one.ok) throw new Error(one.error.message);
  await host.close();

  const browser = await chromium.launch(browserLaunch());
  const windows = await browserWindows(browser, home);
  const page = await windows.openWindow();
  const samples: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await timeOpening(page, "brief", OTHER_WORDS);
    const tookMs = await timeOpening(page, "long-read", LAST_WORDS);
    // The first round only warms the page up.
    if (round > 0) samples.push(tookMs);
  }
  await windows.end();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
  return [
    {
      name: "opening a story of 30,000 words, click to painted",
      samples,
      limit: { p95Ms: MOST_MS },
    },
  ];
}
