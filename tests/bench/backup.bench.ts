import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { BACKUPS_NAME, backupsIn } from "#main/core/backup/backup-file.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { heavyNewsroomHome } from "./heavy-newsroom.ts";
import { typingPage } from "./key-to-paint.ts";
import type { Measurement } from "./statistics.ts";
import { caretInMiddle } from "./typing-pair.ts";

const ROUNDS = 4;
const LETTERS_A_ROUND = 40;
const LOOK_EVERY_MS = 100;
const ONE_FRAME_MS = 1_000 / 60;

function newestBackup(home: string): string | undefined {
  return backupsIn(path.join(home, "newsroom", BACKUPS_NAME))[0]?.path;
}

async function askForBackup(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+K");
  await page.getByRole("combobox", { name: "Find a command" }).fill("Back up now");
  await page.keyboard.press("Enter");
  // The safety page shows how far it is; the backup goes on behind the text.
  await page.getByRole("dialog", { name: "Newsroom safety" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator('[contenteditable="true"]:focus').waitFor();
}

/** Typing while a newsroom of 500 MB is backed up, beside typing in the same newsroom while it is not. */
export async function backupBench(): Promise<readonly Measurement[]> {
  const home = await heavyNewsroomHome();
  const browser = await chromium.launch(browserLaunch());
  const host = await browserWindows(browser, home);
  const during: number[] = [];
  const between: number[] = [];
  try {
    const page = await host.openWindow();
    await page.locator('[data-kind="paragraph"]').first().waitFor();
    const hand = await typingPage(page);
    await caretInMiddle(page, '[data-kind="paragraph"]');
    await hand.type(LETTERS_A_ROUND);

    for (let round = 0; round < ROUNDS; round += 1) {
      between.push(...(await hand.type(LETTERS_A_ROUND)).onScreen);
      let newest = newestBackup(home);
      await askForBackup(page);
      during.push(...(await hand.type(LETTERS_A_ROUND)).onScreen);
      for (const before = newest; newest === before; newest = newestBackup(home)) await pause(LOOK_EVERY_MS);
    }
  } finally {
    // Left open, the newsroom would ask the next run what became of its text.
    await host.end();
    await browser.close();
  }
  return [
    {
      name: "key to paint while a newsroom of 500 MB is backed up",
      samples: during,
      baseline: { name: "the same newsroom while it is not backed up", samples: between },
      limit: { laterMs: ONE_FRAME_MS },
    },
  ];
}
