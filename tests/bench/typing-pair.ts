import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { StoryDocument } from "#shared/document/index.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { typingPage, type KeyTimes, type TypingPage } from "./key-to-paint.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { OtherPage } from "./other-pages.ts";
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

/** Puts the caret into the middle of a paragraph in the middle of the story, with the mouse. */
export async function caretInMiddle(page: Page, selector: string): Promise<void> {
  const paragraphs = page.locator(selector);
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click({ position: { x: 200, y: 12 } });
}

/** A story open in Stet and the same text on another page, a caret and the pointer in the middle of both. */
export interface TypingPair {
  readonly stet: TypingPage;
  readonly other: TypingPage;
  readonly otherName: string;
  /** The window that Stet's story is in. */
  readonly window: Page;
}

const ROUNDS = 16;
const LETTERS_A_ROUND = 60;

/** How long each key took in both, typed into turn by turn. */
export interface PairedTimes {
  readonly stet: readonly KeyTimes[];
  readonly other: readonly KeyTimes[];
  readonly otherName: string;
}

/** Types into both pages, a round in the one and a round in the other; the first rounds only warm them up. */
export async function typeInTurn({ stet, other, otherName }: TypingPair): Promise<PairedTimes> {
  const times = { stet: [] as KeyTimes[], other: [] as KeyTimes[], otherName };
  await stet.type(LETTERS_A_ROUND);
  await other.type(LETTERS_A_ROUND);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.stet.push(await stet.type(LETTERS_A_ROUND));
    times.other.push(await other.type(LETTERS_A_ROUND));
  }
  return times;
}

/** Stet's times at one moment beside those of the other page. */
export function besideOther(
  name: string,
  { stet, other, otherName }: PairedTimes,
  moment: keyof KeyTimes,
  limit: Timing["limit"],
): Measurement {
  return {
    name,
    samples: stet.flatMap((times) => times[moment]),
    baseline: {
      name: otherName,
      samples: other.flatMap((times) => times[moment]),
    },
    limit,
  };
}

/** Opens both for a story of so many words, lets them be measured, and puts everything away. */
export async function withTypingPair<Found>(
  words: number,
  other: OtherPage,
  measure: (pair: TypingPair) => Promise<Found>,
): Promise<Found> {
  const document = inventedStory(1, words);
  const home = await newsroomWith(document);
  const browser = await chromium.launch(browserLaunch());
  const host = await browserWindows(browser, home);
  const window = await host.openWindow();
  await window.locator('[data-kind="paragraph"]').first().waitFor();
  const page = await other.open(browser, document);
  await caretInMiddle(page, "p");
  const stet = await typingPage(window);
  await window.bringToFront();
  await caretInMiddle(window, '[data-kind="paragraph"]');
  const found = await measure({ stet, other: await typingPage(page), otherName: other.name, window });
  await host.end();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
  return found;
}
