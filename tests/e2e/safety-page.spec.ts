import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { pictureSaying } from "#tests/support/pictures.ts";
import { isAccessible } from "./driver/axe.ts";
import { dropFiles } from "./driver/carried-files.ts";
import { fields, onNewStory, runCommand, saysSaved, stateLine, storyText } from "./driver/desk-window.ts";
import { spoilPhotos, unplug } from "./driver/spoilt-files.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

function safetyPage(page: Page): Locator {
  return page.getByRole("dialog", { name: "Newsroom safety" });
}

function part(page: Page, name: string): Locator {
  return safetyPage(page).getByRole("region", { name, exact: true });
}

/** The state line, which a dialog keeps from assistive technology but not from the eye. */
function lineBehind(page: Page): Locator {
  return page.getByRole("contentinfo", { name: "State of the story", includeHidden: true });
}

async function onWrittenStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates shut early");
  await saysSaved(page);
  return page;
}

/** Makes a folder that stands for a USB disk, and has the newsroom copied to it. */
async function chooseUsb(page: Page, stet: Stet): Promise<string> {
  const usb = path.join(stet.home, "USB");
  mkdirSync(usb);
  const second = part(page, "Second folder");
  await second.getByLabel("Choose a folder").fill(usb);
  await second.getByRole("button", { name: "Use this folder" }).press("Enter");
  await expect(second.getByRole("button", { name: "Stop copying to USB" })).toBeVisible();
  return usb;
}

test("the page opens by key, from the list of commands and from the state line, and gives the caret back", async ({
  stet,
}) => {
  const page = await onWrittenStory(stet);
  await page.keyboard.press("ControlOrMeta+Shift+H");
  await expect(part(page, "Saved")).toContainText(
    /The last change was saved on this laptop at \d\d:\d\d:\d\d/,
  );
  await expect(part(page, "Saved")).toContainText("free on its disk");
  await expect(part(page, "Backups")).toContainText("There is no backup yet.");
  await page.keyboard.press("Escape");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(" today");
  await expect(fields(page, "Headline")).toHaveText("Tide gates shut early today");

  await runCommand(page, "Newsroom safety");
  await expect(safetyPage(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(safetyPage(page)).toBeHidden();
  await stateLine(page)
    .getByRole("button", { name: /^Newsroom safety/ })
    .click();
  await expect(safetyPage(page)).toBeVisible();
});

test("a backup and the test of a restore are made by keyboard, and say what they hold", async ({ stet }) => {
  const page = await onWrittenStory(stet);
  await runCommand(page, "Back up now");
  await expect(part(page, "Backups")).toContainText(/Backed up at \d\d:\d\d: 1 story, \d+ blocks/);
  await expect(part(page, "Backups")).toContainText("read back and found whole");
  await expect(part(page, "Test of a restore")).toContainText("No backup was tested yet.");

  const test_ = part(page, "Test of a restore").getByRole("button", { name: "Test a restore", exact: true });
  await test_.focus();
  await page.keyboard.press("Enter");
  await expect(part(page, "Test of a restore")).toContainText(
    /Tested \d\d:\d\d: the backup of \d\d:\d\d came back whole in [\d.]+ m?s, 1 story, \d+ blocks/,
  );
  await expect(test_).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(stateLine(page)).toContainText(/Backed up \d\d:\d\d/);

  await test.step("the next start knows when a restore was tested last", async () => {
    await stet.closeWindow(page);
    await stet.restart();
    const again = await stet.openWindow();
    await expect(stateLine(again)).toContainText(/Backed up \d\d:\d\d/);
    await again.keyboard.press("ControlOrMeta+Shift+H");
    await expect(part(again, "Test of a restore")).toContainText(/Tested \d\d:\d\d/);
  });
});

test("a restore cannot be tested before there is a backup, and the page says so", async ({ stet }) => {
  const page = await onWrittenStory(stet);
  await runCommand(page, "Test a restore");
  await expect(part(page, "Test of a restore").getByRole("alert")).toContainText("There is no backup yet.");
});

test("the second folder is told while it is there, while it is not, and when it is back", async ({
  stet,
}) => {
  const page = await onWrittenStory(stet);
  await runCommand(page, "Back up now");
  const second = part(page, "Second folder");
  const usb = await chooseUsb(page, stet);
  await expect(second).toContainText("USB is in step.");
  await expect(second).toContainText("lies on the same disk as the newsroom");

  const backUp = part(page, "Backups").getByRole("button", { name: "Back up now", exact: true });
  const plugIn = unplug(usb);
  await backUp.click();
  await expect(second).toContainText("is not there: the disk is not plugged in");
  await expect(lineBehind(page)).toContainText("USB not there");
  await expect(part(page, "Backups")).toContainText("Backed up at");

  plugIn();
  await backUp.click();
  await expect(second).toContainText("USB is in step.");
  await expect(lineBehind(page)).toContainText("USB in step");

  await test.step("leaving it can be undone", async () => {
    await second.getByRole("button", { name: "Stop copying to USB" }).click();
    await expect(second).toContainText("USB gets no more copies. What lies in it stays.");
    await expect(lineBehind(page)).not.toContainText("USB");
    await second.getByRole("button", { name: "Undo" }).click();
    await expect(second.getByRole("button", { name: "Stop copying to USB" })).toBeVisible();
  });
});

test("a folder that is not there or lies in the newsroom is refused in words", async ({ stet }) => {
  const page = await onWrittenStory(stet);
  await runCommand(page, "Newsroom safety");
  const second = part(page, "Second folder");
  await second.getByLabel("Choose a folder").fill(path.join(stet.home, "nowhere"));
  await page.keyboard.press("Enter");
  await expect(second.getByRole("alert")).toContainText("nowhere is not there. Plug the disk in");
  await second.getByLabel("Choose a folder").fill(path.join(stet.home, "newsroom"));
  await page.keyboard.press("Enter");
  await expect(second.getByRole("alert")).toContainText("lies in the newsroom itself");
});

test("a check finds a spoilt photo and brings it back from the second folder", async ({ stet }) => {
  const page = await onWrittenStory(stet);
  await dropFiles(storyText(page), {
    name: "gates.jpg",
    mediaType: "image/jpeg",
    bytes: await pictureSaying(stet.home, "-XMP-dc:Description=The tide gates, shut."),
  });
  await expect(storyText(page).getByRole("img", { name: "The tide gates, shut." })).toBeVisible();
  await saysSaved(page);
  await runCommand(page, "Back up now");
  await expect(part(page, "Backups")).toContainText("Backed up at");
  await chooseUsb(page, stet);
  await expect(part(page, "Second folder")).toContainText("USB is in step.");

  const health = part(page, "Health check");
  const check = health.getByRole("button", { name: "Check the newsroom", exact: true });
  await check.press("Enter");
  await expect(health).toContainText("The database is sound");
  await expect(health).toContainText("Every story can be read: 1 story.");
  await expect(health).toContainText("Every photo is what it was when it came in: 1 photo");
  await expect(health.getByRole("row")).toHaveCount(3);
  await expect(health.getByRole("row", { name: "second folder" })).toContainText("Good");

  spoilPhotos(stet.home);
  await check.press("Enter");
  await expect(health).toContainText(/gates\.jpg: its file had changed; it was brought back from .*USB/);
  await check.press("Enter");
  await expect(health).toContainText("Every photo is what it was when it came in: 1 photo");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the page, empty and full, ${colorScheme}`, async ({ stet }) => {
    const page = await onWrittenStory(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await runCommand(page, "Newsroom safety");
    await expect(part(page, "Saved")).toContainText("The last change was saved");
    await isAccessible(page, "newsroom safety, nothing backed up");
    await part(page, "Backups").getByRole("button", { name: "Back up now", exact: true }).click();
    await expect(part(page, "Backups")).toContainText("Backed up at");
    const usb = await chooseUsb(page, stet);
    await expect(part(page, "Second folder")).toContainText("USB is in step.");
    await part(page, "Test of a restore")
      .getByRole("button", { name: "Test a restore", exact: true })
      .click();
    await expect(part(page, "Test of a restore")).toContainText("came back whole");
    await part(page, "Health check").getByRole("button", { name: "Check the newsroom", exact: true }).click();
    await expect(part(page, "Health check")).toContainText("The database is sound");
    await isAccessible(page, "newsroom safety, all looked at");
    unplug(usb);
    await part(page, "Backups").getByRole("button", { name: "Back up now", exact: true }).click();
    await expect(part(page, "Second folder")).toContainText("is not there");
    await isAccessible(page, "newsroom safety, the second folder away");
    await page.keyboard.press("Escape");
    await isAccessible(page, "the state line, the second folder away");
  });
}
