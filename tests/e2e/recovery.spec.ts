import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import SqliteDatabase from "better-sqlite3";
import { isAccessible } from "./driver/axe.ts";
import {
  caretAtEnd,
  fields,
  inEmptyNewsroom,
  onNewStory,
  runCommand,
  saysSaved,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { cutDatabase, spoilBackups, spoilDatabase } from "./driver/spoilt-files.ts";
import { committedStories, ownNewsroom } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

function endedScreen(page: Page): Locator {
  return page.getByRole("dialog", { name: "Stet ended without closing" });
}

function damageScreen(page: Page): Locator {
  return page.getByRole("dialog", { name: "The newsroom’s database was damaged, and is replaced" });
}

/** Where the caret was last known to be, in the story that was made last. */
function lastCaret(home: string): unknown {
  const sql = new SqliteDatabase(path.join(ownNewsroom(home), "newsroom.db"), { readonly: true });
  try {
    return sql.prepare("SELECT caret_offset FROM place ORDER BY story DESC LIMIT 1").pluck().get();
  } finally {
    sql.close();
  }
}

/** Writes a story of a headline and a paragraph, and waits until it is committed, the place of the caret too. */
async function write(page: Page, stet: Stet, headline: string, text: string): Promise<void> {
  await runCommand(page, "New story");
  await expect(fields(page, "Headline")).toHaveText("");
  await page.keyboard.type(headline);
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type(text);
  await saysSaved(page);
  await expect
    .poll(() => committedStories(stet.home).flatMap(({ lines }) => lines))
    .toContain(`paragraph: ${text}`);
  await expect.poll(() => lastCaret(stet.home)).toBe(text.length);
}

async function writeTwo(stet: Stet): Promise<void> {
  const page = await inEmptyNewsroom(stet);
  await write(page, stet, "Tide gates shut early", "The harbor master had them closed at four.");
  // The caret stays inside of the text, for the way back to it.
  for (let step = 0; step < " at four.".length; step += 1) await page.keyboard.press("ArrowLeft");
  await write(page, stet, "Ferry runs late", "The noon boat left at one.");
}

/** Expects a screen to say where something lies, and it to be there. */
async function liesThere(screen: Locator, what: string): Promise<string> {
  const row = screen.getByRole("term").filter({ hasText: what }).locator("+ dd");
  const file = (await row.locator("code").textContent()) ?? "";
  expect(existsSync(file), file).toBe(true);
  return file;
}

test("after a kill, the screen lists what was being written, and one key goes on where the caret was", async ({
  stet,
}) => {
  await writeTwo(stet);
  await stet.restart({ crash: true });
  const page = await stet.openWindow();
  const screen = endedScreen(page);
  await expect(screen).toContainText("Everything that was saved is here.");
  const rows = screen.getByRole("list", { name: "Stories that were being written" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Ferry runs late");
  await expect(rows.first()).toContainText(/saved \d\d:\d\d:\d\d/);
  await expect(rows.last()).toContainText("Tide gates shut early");
  await expect(screen.getByRole("button", { name: "Continue" })).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(screen).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(" Nobody was told.");
  await expect(fields(page, "Paragraph")).toHaveText("The noon boat left at one. Nobody was told.");

  const another = await stet.openWindow();
  await expect(fields(another, "Headline")).toHaveText("Ferry runs late");
  await expect(endedScreen(another)).toBeHidden();
});

test("a digit opens another story at the caret it had; the arrow keys and Enter do too", async ({ stet }) => {
  await writeTwo(stet);
  await stet.restart({ crash: true });
  const page = await stet.openWindow();
  await expect(endedScreen(page).getByRole("button", { name: "Continue" })).toBeFocused();
  await page.keyboard.press("2");
  await expect(fields(page, "Headline")).toHaveText("Tide gates shut early");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(" again");
  await expect(fields(page, "Paragraph")).toHaveText("The harbor master had them closed again at four.");
  await saysSaved(page);
  await expect
    .poll(() => committedStories(stet.home)[0]?.lines.at(-1))
    .toBe("paragraph: The harbor master had them closed again at four.");

  await write(page, stet, "Fog on the flats", "The horn blew twice.");
  await stet.restart({ crash: true });
  const later = await stet.openWindow();
  const rows = endedScreen(later).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText("Tide gates shut early");
  await expect(endedScreen(later).getByRole("button", { name: "Continue" })).toBeFocused();
  await later.keyboard.press("Shift+Tab");
  await later.keyboard.press("ArrowUp");
  await later.keyboard.press("ArrowDown");
  await expect(rows.last().getByRole("button")).toBeFocused();
  await later.keyboard.press("Enter");
  await expect(fields(later, "Headline")).toHaveText("Tide gates shut early");
  await expect(endedScreen(later)).toBeHidden();
});

test("text that never reached the newsroom stands beside what was saved, and its story offers it", async ({
  stet,
  hostName,
}) => {
  test.skip(hostName === "electron", "not run: the desktop app dies with its windows");
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry runs late");
  await saysSaved(page);
  const comeBack = await stet.killUnderWindows();
  await page.keyboard.type(" again");
  await expect(stateLine(page)).toContainText("your text is kept here");
  await page.close();
  await comeBack();
  const again = await stet.openWindow();
  const row = endedScreen(again).getByRole("listitem");
  await expect(row).toContainText(/saved \d\d:\d\d:\d\d/);
  await expect(row).toContainText(/Typed \d\d:\d\d:\d\d and not saved: this browser has it/);
  await isAccessible(again, "text that was not saved");
  await again.keyboard.press("1");
  await again
    .getByRole("region", { name: "Typed and not saved" })
    .getByRole("button", { name: "Put it back" })
    .click();
  await expect(fields(again, "Headline")).toHaveText("Ferry runs late again");
});

test("a kill with nothing at stake is a notice that goes by itself, not a screen", async ({ stet }) => {
  await inEmptyNewsroom(stet);
  await stet.restart({ crash: true });
  const page = await stet.openWindow();
  const notice = page.getByRole("status").filter({ hasText: "Stet ended without closing the last time." });
  await expect(notice).toBeVisible();
  await expect(endedScreen(page)).toBeHidden();
  await expect(notice).toBeHidden();
});

test("an orderly end tells nothing", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Quiet night");
  await saysSaved(page);
  await stet.closeWindow(page);
  await stet.restart();
  const again = await stet.openWindow();
  await expect(fields(again, "Headline")).toHaveText("Quiet night");
  await expect(again.getByRole("dialog")).toHaveCount(0);
  await expect(again.getByText("ended without closing")).toHaveCount(0);
});

test("a database that is cut short is replaced, and the report says what came back and where the rest lies", async ({
  stet,
}) => {
  await writeTwo(stet);
  await stet.restart({ whileAway: () => cutDatabase(stet.home) });
  const page = await stet.openWindow();
  const screen = damageScreen(page);
  await expect(screen).toContainText("newsroom.db");
  await expect(screen).toContainText("cut short");
  await expect(screen).toContainText("from the backup of");
  await expect(screen).toContainText("2 stories");
  await liesThere(screen, "The damaged files");
  const report = await liesThere(screen, "This report as a file");
  expect(readFileSync(report, "utf8")).toContain("Recovery of a newsroom");

  await screen.getByRole("button", { name: "Copy path: the report" }).click();
  await expect(screen.getByText(/The path is on the clipboard|could not be copied/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(screen).toBeHidden();
  await expect(fields(page, "Headline")).toHaveText("Ferry runs late");
  await expect(fields(page, "Paragraph")).toHaveText("The noon boat left at one.");

  await test.step("Escape only puts it off; Continue is the end of it", async () => {
    await runCommand(page, "What was recovered");
    await expect(screen).toBeVisible();
    await screen.getByRole("button", { name: "Continue" }).press("Enter");
    await expect(screen).toBeHidden();
    await stet.closeWindow(page);
    await stet.restart();
    const again = await stet.openWindow();
    await expect(fields(again, "Headline")).toHaveText("Ferry runs late");
    await expect(again.getByRole("dialog")).toHaveCount(0);
  });
});

test("a kill and a damaged database together: the report and what was being written stand on one screen", async ({
  stet,
}) => {
  await writeTwo(stet);
  await stet.restart();
  const page = await stet.openWindow();
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type(" It was full.");
  await expect
    .poll(() => committedStories(stet.home)[1]?.lines.at(-1))
    .toBe("paragraph: The noon boat left at one. It was full.");
  await stet.restart({ crash: true, whileAway: () => spoilDatabase(stet.home) });
  const again = await stet.openWindow();
  const screen = damageScreen(again);
  await expect(screen.getByRole("button", { name: "Continue" })).toBeFocused();
  await expect(screen).toContainText("2 stories");
  await expect(screen.getByRole("heading", { name: "What was being written" })).toBeVisible();
  await again.keyboard.press("Enter");
  await expect(screen).toBeHidden();
  await expect(fields(again, "Headline")).toHaveText("Ferry runs late");
});

test("with every backup damaged too, Stet starts, and all that can be read lies as text", async ({
  stet,
}) => {
  await writeTwo(stet);
  await stet.restart({
    whileAway: () => {
      spoilBackups(stet.home);
      cutDatabase(stet.home);
    },
  });
  const page = await stet.openWindow();
  const screen = damageScreen(page);
  await expect(screen).toContainText("There was no good backup.");
  await expect(screen.getByRole("heading", { name: "Backups that are damaged as well" })).toBeVisible();
  const text = await liesThere(screen, "All that can be read, as text");
  expect(text.startsWith(ownNewsroom(stet.home) + path.sep)).toBe(true);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on what is told after a kill and after damage, ${colorScheme}`, async ({
    stet,
  }) => {
    await writeTwo(stet);
    await stet.restart({ crash: true });
    const page = await stet.openWindow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(endedScreen(page)).toBeVisible();
    await isAccessible(page, "what was being written");
    await stet.restart({ crash: true, whileAway: () => cutDatabase(stet.home) });
    const again = await stet.openWindow();
    await again.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(damageScreen(again)).toBeVisible();
    await isAccessible(again, "the report of a recovery");
  });
}
