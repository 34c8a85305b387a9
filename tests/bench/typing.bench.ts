import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { blockText, type StoryDocument } from "#shared/document/index.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { typingPage, type KeyTimes } from "./key-to-paint.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";

const WORDS = 1_500;
const ROUNDS = 8;
const LETTERS_A_ROUND = 60;

/** A newsroom with one story, remembered as the one that was open last. */
async function newsroomWith(document: StoryDocument): Promise<string> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const host = await openBenchDesk(home);
  const made = await host.desk.stories.create({ facts: { slug: "typing" }, document });
  if (!made.ok) throw new Error(made.error.message);
  await host.desk.settings.change({ lastStory: made.value.summary.id });
  await host.close();
  return home;
}

/** The typeface of Stet's page, so that only the editor makes the difference. */
const TYPEFACE = path.resolve(
  import.meta.dirname,
  "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
);

/** Puts the caret into the middle of a paragraph in the middle of the story, with the mouse. */
async function caretInMiddle(page: Page, selector: string): Promise<void> {
  const paragraphs = page.locator(selector);
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click({ position: { x: 200, y: 12 } });
}

/** A bare contenteditable with the same paragraphs in the same type, and the caret and the pointer in the middle one. */
async function barePage(browser: Browser, document: StoryDocument): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1320, height: 860 } });
  const typeface = readFileSync(TYPEFACE).toString("base64");
  await page.setContent(`<!doctype html>
    <style>
      @font-face { font-family: copy; font-weight: 200 900; src: url(data:font/woff2;base64,${typeface}); }
      body { margin: 0; }
      #text { font: 18px/1.5 copy, serif; white-space: pre-wrap; width: 650px; height: 830px; margin: auto; overflow-y: auto; }
    </style>
    <div id="text" contenteditable spellcheck="true"></div>`);
  await page.evaluate(() => window.document.fonts.load("18px copy"));
  await page.evaluate((paragraphs) => {
    const text = window.document.getElementById("text");
    for (const words of paragraphs) {
      const paragraph = window.document.createElement("p");
      paragraph.textContent = words;
      text?.append(paragraph);
    }
    text?.children[Math.floor(paragraphs.length / 2)]?.scrollIntoView();
  }, document.blocks.map(blockText));
  await caretInMiddle(page, "p");
  return page;
}

/** Key to paint in a 1,500-word story with autosave on, beside a bare contenteditable with the same text, turn by turn. */
export async function typingBench(): Promise<readonly Measurement[]> {
  const document = inventedStory(1, WORDS);
  const home = await newsroomWith(document);
  const browser = await chromium.launch(browserLaunch());
  const host = await browserWindows(browser, home);
  const page = await host.openWindow();
  await page.locator('[data-kind="paragraph"]').first().waitFor();
  const bare = await typingPage(await barePage(browser, document));
  const stet = await typingPage(page);
  await page.bringToFront();
  await caretInMiddle(page, '[data-kind="paragraph"]');

  const stetTimes: KeyTimes[] = [];
  const bareTimes: KeyTimes[] = [];
  await stet.type(LETTERS_A_ROUND);
  await bare.type(LETTERS_A_ROUND);
  for (let round = 0; round < ROUNDS; round += 1) {
    stetTimes.push(await stet.type(LETTERS_A_ROUND));
    bareTimes.push(await bare.type(LETTERS_A_ROUND));
  }
  await host.end();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
  const compare = (name: string, moment: keyof KeyTimes, limit: Measurement["limit"]): Measurement => ({
    name,
    samples: stetTimes.flatMap((times) => times[moment]),
    baseline: {
      name: "a bare contenteditable with the same text",
      samples: bareTimes.flatMap((times) => times[moment]),
    },
    limit,
  });
  return [
    compare("key to paint: the letter is on screen, 1,500 words, autosave on", "onScreen", { ratio: 1.15 }),
    compare("the page's own share of it: input, layout, paint, commit", "workDone", null),
  ];
}
