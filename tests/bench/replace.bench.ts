import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { paragraph, story } from "#shared/document/builders.ts";
import { blockText, type StoryDocument } from "#shared/document/index.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { timeKey } from "./key-until.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";

const WORDS = 30_000;
const HITS = 1_000;
const ROUNDS = 24;
const MOST_MS = 300;
const OLD = "Quaywall";
const NEW = "Pierhead";

/** The invented story with a word in it as often as it is to be replaced, spread over all of it. */
function storyWithHits(): StoryDocument {
  const texts = inventedStory(4, WORDS).blocks.map(blockText);
  const words = texts.map((text) => text.split(" "));
  const all = words.reduce((sum, own) => sum + own.length, 0);
  let seen = 0;
  let put = 0;
  const marked = words.map((own) =>
    own.map((word) => {
      seen += 1;
      if (put >= HITS || seen < (put * all) / HITS) return word;
      put += 1;
      return OLD;
    }),
  );
  return story(...marked.map((own) => paragraph(own.join(" "))));
}

async function measure(page: Page): Promise<readonly number[]> {
  const bar = page.getByRole("search", { name: "Find in this story" });
  const samples: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [old, now] = round % 2 === 0 ? [OLD, NEW] : [NEW, OLD];
    await bar.getByRole("textbox", { name: "Find" }).fill(old);
    await bar.getByRole("button", { name: `Replace all ${HITS.toLocaleString("en-US")}` }).waitFor();
    await bar.getByRole("textbox", { name: "Replace with" }).fill(now);
    const tookMs = await timeKey(page, {
      press: "ControlOrMeta+Enter",
      code: "Enter",
      selector: ".story-page > :last-child",
      words: now,
    });
    // The first round only warms the page up.
    if (round > 0) samples.push(tookMs);
    await bar.getByText(`${HITS.toLocaleString("en-US")} places replaced.`).waitFor();
    await page
      .getByRole("contentinfo")
      .getByText(/^Saved on this laptop/)
      .waitFor();
  }
  return samples;
}

/** Replacing 1,000 hits in a story of 30,000 words: from the key until they are painted. */
export async function replaceBench(): Promise<readonly Measurement[]> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const host = await openBenchDesk(home);
  const made = await host.desk.stories.create({ facts: { slug: "replacing" }, document: storyWithHits() });
  if (!made.ok) throw new Error(made.error.message);
  await host.desk.settings.change({ lastStory: made.value.summary.id });
  await host.close();
  const browser = await chromium.launch(browserLaunch());
  const windows = await browserWindows(browser, home);
  const page = await windows.openWindow();
  await page.locator('[data-kind="paragraph"]').first().click();
  await page.keyboard.press("ControlOrMeta+H");
  const samples = await measure(page);
  await windows.end();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
  return [
    {
      name: "replacing 1,000 hits in 30,000 words, key to paint",
      samples,
      limit: { p95Ms: MOST_MS },
    },
  ];
}
