import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { paragraph, story } from "#shared/document/builders.ts";
import {
  canonicalBlock,
  hasRuns,
  runsText,
  type Block,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { typingPage, type KeyTimes } from "./key-to-paint.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";
import { caretInMiddle } from "./typing-pair.ts";

const WORDS = 20_000;
const CHANGES = 2_000;
const ROUNDS = 4;
const LETTERS_A_ROUND = 50;
const DECIDINGS = 6;
const LAST_WORDS = "The very last word of it.";
const AT = "2026-11-28T09:00:00.000Z";

/** The story with so many changes by two people: words put in, struck, replaced and made bold, all over it. */
function withChanges({ blocks }: StoryDocument, count: number): StoryDocument {
  const words = blocks.map((block) => (hasRuns(block) ? runsText(block.runs).split(" ") : []));
  const all = words.reduce((sum, own) => sum + own.length, 0);
  let seen = 0;
  let put = 0;
  const changed = blocks.map((block, at): Block => {
    if (!hasRuns(block)) return block;
    const runs = (words[at] ?? []).flatMap((word): readonly Run[] => {
      seen += 1;
      const plain = { text: `${word} ` };
      if (put >= count || seen < (put * all) / count) return [plain];
      put += 1;
      const stamp = { id: `c_${String(put)}`, by: put % 2 === 0 ? "Ana Ruiz" : "Ben Okoro", at: AT };
      switch (put % 3) {
        case 0:
          return [{ ...plain, deleted: stamp }];
        case 1:
          return [{ text: "more ", inserted: stamp }, plain];
        default:
          return [{ ...plain, marks: ["bold"], formats: [{ ...stamp, added: ["bold"] }] }];
      }
    });
    return canonicalBlock({ ...block, runs });
  });
  return story(...changed, paragraph(LAST_WORDS));
}

/** From the next event of a kind until what is looked for is there and painted, in milliseconds. */
async function watch(page: Page, event: "click" | "keydown", isDone: string): Promise<void> {
  await page.evaluate(
    ([name, test]) => {
      const painted = new Promise<number>((resolve) => {
        window.addEventListener(
          name,
          ({ timeStamp }) => {
            const look = (): void => {
              const page = document.querySelector<HTMLElement>(".story-page");
              const original = document.querySelector(".original-page");
              const marked = document.querySelectorAll(
                ".story-page [data-ins], .story-page [data-del]",
              ).length;
              const done =
                test === "opened"
                  ? page?.textContent.endsWith("The very last word of it.") === true &&
                    page.getAttribute("contenteditable") === "true"
                  : test === "decided"
                    ? marked === 0
                    : test === "undone"
                      ? marked > 0
                      : test === "original"
                        ? original !== null
                        : page?.dataset["changes"] === test && original === null;
              if (!done) {
                requestAnimationFrame(look);
                return;
              }
              const channel = new MessageChannel();
              channel.port1.addEventListener("message", () => resolve(performance.now() - timeStamp));
              channel.port1.start();
              requestAnimationFrame(() => channel.port2.postMessage(null));
            };
            look();
          },
          { once: true, capture: true },
        );
      });
      Object.assign(window, { painted });
    },
    [event, isDone] as const,
  );
}

async function took(page: Page): Promise<number> {
  const tookMs: unknown = await page.evaluate(() => Reflect.get(window, "painted"));
  return z.number().parse(tookMs);
}

async function openTimed(page: Page, slug: string): Promise<number> {
  await page.getByRole("option", { name: "brief" }).click();
  await page.waitForTimeout(300);
  await watch(page, "click", "opened");
  await page.getByRole("option", { name: slug }).click();
  return took(page);
}

async function keyTimed(page: Page, key: string, until: string): Promise<number> {
  await watch(page, "keydown", until);
  await page.keyboard.press(key);
  return took(page);
}

async function runTimed(page: Page, command: string, until: string): Promise<number> {
  await page.keyboard.press("ControlOrMeta+K");
  const box = page.getByRole("combobox", { name: "Find a command" });
  await box.fill(command);
  await page.getByRole("option", { name: command }).first().waitFor();
  await watch(page, "keydown", until);
  await page.keyboard.press("Enter");
  return took(page);
}

async function saved(page: Page): Promise<void> {
  await page
    .getByRole("contentinfo")
    .getByText(/^Saved on this laptop/)
    .waitFor();
}

/** 2,000 open changes in 20,000 words: typing beside the same story without them, opening, views, and accepting all. */
export async function changesBench(): Promise<readonly Measurement[]> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const host = await openBenchDesk(home);
  const plain = story(...inventedStory(1, WORDS).blocks, paragraph(LAST_WORDS));
  const changed = await host.desk.stories.create({
    facts: { slug: "with-marks" },
    document: withChanges(inventedStory(1, WORDS), CHANGES),
  });
  for (const made of [
    changed,
    await host.desk.stories.create({ facts: { slug: "plain-copy" }, document: plain }),
    await host.desk.stories.create({ facts: { slug: "brief" }, document: story(paragraph("A short one.")) }),
  ]) {
    if (!made.ok) throw new Error(made.error.message);
  }
  if (changed.ok) await host.desk.settings.change({ suggestingIn: [changed.value.summary.id] });
  await host.close();

  const browser = await chromium.launch(browserLaunch());
  const windows = await browserWindows(browser, home);
  const page = await windows.openWindow();
  const other = await windows.openWindow();
  const opening: number[] = [];
  // A window behind another is painted once a second.
  await page.bringToFront();
  for (let round = 0; round <= ROUNDS; round += 1) {
    const tookMs = await openTimed(page, "with-marks");
    if (round > 0) opening.push(tookMs);
  }
  await other.bringToFront();
  await openTimed(other, "plain-copy");
  const stet = await typingPage(page);
  const without = await typingPage(other);
  const typing: { readonly changed: KeyTimes[]; readonly plain: KeyTimes[] } = { changed: [], plain: [] };
  await page.bringToFront();
  await caretInMiddle(page, '.story-page [data-kind="paragraph"]');
  await other.bringToFront();
  await caretInMiddle(other, '.story-page [data-kind="paragraph"]');
  await stet.type(LETTERS_A_ROUND);
  await without.type(LETTERS_A_ROUND);
  for (let round = 0; round < ROUNDS; round += 1) {
    typing.changed.push(await stet.type(LETTERS_A_ROUND));
    typing.plain.push(await without.type(LETTERS_A_ROUND));
  }
  await page.bringToFront();
  await saved(page);
  const views: number[] = [];
  const originals: number[] = [];
  const accepting: number[] = [];
  for (let round = 0; round <= DECIDINGS; round += 1) {
    const seen = [
      await keyTimed(page, "ControlOrMeta+Alt+Shift+2", "final"),
      await keyTimed(page, "ControlOrMeta+Alt+Shift+1", "marked"),
    ];
    const original = await keyTimed(page, "ControlOrMeta+Alt+Shift+3", "original");
    seen.push(await keyTimed(page, "ControlOrMeta+Alt+Shift+1", "marked"));
    const accepted = await runTimed(page, "Accept all changes", "decided");
    await saved(page);
    await keyTimed(page, "ControlOrMeta+Z", "undone");
    await saved(page);
    if (round === 0) continue;
    views.push(...seen);
    originals.push(original);
    accepting.push(accepted);
  }
  await windows.end();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
  return [
    {
      name: "key to paint while suggesting, 2,000 open changes in 20,000 words",
      samples: typing.changed.flatMap(({ onScreen }) => onScreen),
      baseline: {
        name: "the same story without changes, not suggesting",
        samples: typing.plain.flatMap(({ onScreen }) => onScreen),
      },
      limit: { ratio: 1.2 },
    },
    {
      name: "the page's own share of it",
      samples: typing.changed.flatMap(({ workDone }) => workDone),
      baseline: {
        name: "the same story without changes, not suggesting",
        samples: typing.plain.flatMap(({ workDone }) => workDone),
      },
      limit: null,
    },
    { name: "opening that story, click to painted", samples: opening, limit: { p95Ms: 400 } },
    { name: "from view to view: marked-up and final", samples: views, limit: { p95Ms: 200 } },
    { name: "to the original", samples: originals, limit: { p95Ms: 200 } },
    { name: "accepting all 2,000 changes, key to painted", samples: accepting, limit: { p95Ms: 300 } },
  ];
}
