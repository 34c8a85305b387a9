import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { blockText, type StoryDocument } from "#shared/document/index.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { typingPage, type KeyTimes, type TypingPage } from "./key-to-paint.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement, Timing } from "./statistics.ts";

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
export async function caretInMiddle(page: Page, selector: string): Promise<void> {
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

/** A story open in Stet and the same text in a bare contenteditable, a caret in the middle of both. */
export interface TypingPair {
  readonly stet: TypingPage;
  readonly bare: TypingPage;
  /** The window that Stet's story is in. */
  readonly window: Page;
}

const ROUNDS = 8;
const LETTERS_A_ROUND = 60;

/** How long each key took in both, typed into turn by turn. */
export interface PairedTimes {
  readonly stet: readonly KeyTimes[];
  readonly bare: readonly KeyTimes[];
}

/** Types into both pages, a round in the one and a round in the other; the first rounds only warm them up. */
export async function typeInTurn({ stet, bare }: TypingPair): Promise<PairedTimes> {
  const times = { stet: [] as KeyTimes[], bare: [] as KeyTimes[] };
  await stet.type(LETTERS_A_ROUND);
  await bare.type(LETTERS_A_ROUND);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.stet.push(await stet.type(LETTERS_A_ROUND));
    times.bare.push(await bare.type(LETTERS_A_ROUND));
  }
  return times;
}

/** Stet's times at one moment beside those of the bare page. */
export function besideBare(
  name: string,
  { stet, bare }: PairedTimes,
  moment: keyof KeyTimes,
  limit: Timing["limit"],
): Measurement {
  return {
    name,
    samples: stet.flatMap((times) => times[moment]),
    baseline: {
      name: "a bare contenteditable with the same text",
      samples: bare.flatMap((times) => times[moment]),
    },
    limit,
  };
}

/** Opens both for a story of so many words, lets them be measured, and puts everything away. */
export async function withTypingPair<Found>(
  words: number,
  measure: (pair: TypingPair) => Promise<Found>,
): Promise<Found> {
  const document = inventedStory(1, words);
  const home = await newsroomWith(document);
  const browser = await chromium.launch(browserLaunch());
  const host = await browserWindows(browser, home);
  const window = await host.openWindow();
  await window.locator('[data-kind="paragraph"]').first().waitFor();
  const bare = await typingPage(await barePage(browser, document));
  const stet = await typingPage(window);
  await window.bringToFront();
  await caretInMiddle(window, '[data-kind="paragraph"]');
  const found = await measure({ stet, bare, window });
  await host.end();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
  return found;
}
