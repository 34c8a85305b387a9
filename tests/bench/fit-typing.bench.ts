import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { typingPage } from "./key-to-paint.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";
import { besideOther, caretInMiddle, typeInTurn } from "./typing-pair.ts";

const WORDS = 1_500;

interface OpenWindow {
  readonly page: Page;
  readonly end: () => Promise<void>;
}

async function windowOn(browser: Browser, hasFit: boolean): Promise<OpenWindow> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const core = await openBenchDesk(home);
  const made = await core.desk.stories.create({
    facts: { slug: "typing" },
    document: inventedStory(1, WORDS),
  });
  if (!made.ok) throw new Error(made.error.message);
  await core.desk.settings.change({ lastStory: made.value.summary.id });
  await core.close();
  const host = await browserWindows(browser, home);
  const page = await host.openWindow();
  // Without its worker the composer never starts: everything else of the window is the same.
  if (!hasFit) {
    await page.route("**/fit-worker*", (route) => route.abort());
    await page.reload();
  }
  await page.locator('[data-kind="paragraph"]').first().waitFor();
  const shown = page.locator(".state-fit-depth");
  await shown.filter({ hasText: hasFit ? /\d/u : "–" }).waitFor({ timeout: 60_000 });
  return {
    page,
    end: async () => {
      await host.end();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Key to paint with the composer following every edit, beside the same window without it, turn by turn. */
export async function fitTypingBench(): Promise<readonly Measurement[]> {
  const browser = await chromium.launch(browserLaunch());
  const on = await windowOn(browser, true);
  const off = await windowOn(browser, false);
  await caretInMiddle(off.page, '[data-kind="paragraph"]');
  const other = await typingPage(off.page);
  await on.page.bringToFront();
  await caretInMiddle(on.page, '[data-kind="paragraph"]');
  const stet = await typingPage(on.page);
  const times = await typeInTurn({ stet, other, otherName: "without the composer", window: on.page });
  await on.end();
  await off.end();
  await browser.close();
  return [
    besideOther("key to paint with fit on, 1,500 words", times, "onScreen", { ratio: 1.05 }),
    besideOther("the page's own share of it", times, "workDone", null),
  ];
}
