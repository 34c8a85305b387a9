import type { Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import { deskRows, fields, onNewStory, runCommand, saysSaved, storyText } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

function binRows(page: Page) {
  return page.getByRole("listbox", { name: "Stories in the bin" }).getByRole("option");
}

function notices(page: Page) {
  return page.getByRole("region", { name: "Window notices" });
}

async function writeHeadline(page: Page, headline: string): Promise<void> {
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(headline);
  await saysSaved(page);
}

test("a story deleted in the desk list goes to the bin, and Undo brings it back at once", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await writeHeadline(page, "Ferry waits");
  await page.getByRole("listbox", { name: "Stories" }).focus();
  await page.keyboard.press("Delete");
  await expect(notices(page)).toContainText("is in the bin for 30 days.");
  await expect(storyText(page)).toBeHidden();
  await expect(deskRows(page)).toHaveCount(0);
  await notices(page).getByRole("button", { name: "Undo" }).click();
  await expect(fields(page, "Headline")).toHaveText("Ferry waits");
  await expect(deskRows(page)).toHaveCount(1);
});

test("the bin shows what is in it, for how long and why; a story in it can be read and put back", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await writeHeadline(page, "Ferry waits");
  await runCommand(page, "Spike…");
  const sheet = page.getByRole("dialog", { name: /^Spike / });
  await expect(sheet.getByRole("button", { name: "Spike", exact: true })).toBeDisabled();
  await sheet.getByLabel("Why it does not run").fill("No second source.");
  await page.keyboard.press("Enter");
  await expect(notices(page)).toContainText("is spiked and in the bin for 30 days.");

  await runCommand(page, "Show the bin");
  await expect(binRows(page)).toHaveCount(1);
  await expect(binRows(page)).toContainText("30 days left");
  await expect(binRows(page)).toContainText(/Spiked at \d\d:\d\d: No second source/);
  await binRows(page).click();
  const banner = page.getByRole("region", { name: "In the bin" });
  await expect(banner).toContainText("It goes for good in 30 days.");
  await expect(fields(page, "Headline")).toHaveText("Ferry waits");
  await expect(storyText(page)).toHaveAttribute("aria-readonly", "true");
  await page.keyboard.type("Nothing of this is typed.");
  await expect(fields(page, "Headline")).toHaveText("Ferry waits");

  await banner.getByRole("button", { name: "Put back" }).click();
  await expect(banner).toBeHidden();
  await expect(page.getByText("Nothing in the bin")).toBeVisible();
  await page.getByRole("button", { name: "Back to the desk" }).click();
  await expect(deskRows(page)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await fields(page, "Headline").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" again");
  await expect(fields(page, "Headline")).toHaveText("Ferry waits again");
  await saysSaved(page);
});

test("P puts the story back from the list of the bin", async ({ stet }) => {
  const page = await onNewStory(stet);
  await writeHeadline(page, "Ferry waits");
  await runCommand(page, "Move to the bin");
  await runCommand(page, "Show the bin");
  await page.getByRole("listbox", { name: "Stories in the bin" }).focus();
  await page.keyboard.press("p");
  await expect(binRows(page)).toHaveCount(0);
  await runCommand(page, "Leave the bin");
  await expect(deskRows(page)).toHaveCount(1);
});

test("the menu of a story in the list sends it on, duplicates it, kills it", async ({ stet }) => {
  const page = await onNewStory(stet);
  await writeHeadline(page, "Ferry waits");
  await deskRows(page).first().click({ button: "right" });
  const menu = page.getByRole("menu", { name: /^What to do with / });
  await menu.getByRole("menuitem", { name: "Duplicate story" }).click();
  await expect(deskRows(page)).toHaveCount(2);
  await expect(fields(page, "Headline")).toHaveText("Ferry waits");

  await page.getByRole("listbox", { name: "Stories" }).focus();
  await page.keyboard.press("Shift+F10");
  await expect(menu).toBeVisible();
  await menu.getByRole("menuitem", { name: "Kill" }).click();
  await expect(notices(page)).toContainText("will not run.");
  await expect(page.getByRole("listbox", { name: "Stories" })).toBeFocused();
});

test("a story that another window puts in the bin is kept with what was being typed", async ({
  stet,
  hostName,
}) => {
  test.skip(hostName === "electron", "not run: the desktop app has one window");
  const page = await onNewStory(stet);
  await writeHeadline(page, "Ferry waits");
  const other = await stet.openWindow();
  await expect(storyText(other)).toContainText("Ferry waits");
  await storyText(page).focus();
  const typing = page.keyboard.type(" for the wind to turn and the sea to calm down", { delay: 20 });
  await other.getByRole("listbox", { name: "Stories" }).focus();
  await other.keyboard.press("Delete");
  await typing;
  const banner = page.getByRole("region", { name: "In the bin" });
  await expect(banner).toBeVisible();
  const shown = await fields(page, "Headline").textContent();
  await banner.getByRole("button", { name: "Put back" }).click();
  await expect(banner).toBeHidden();
  await saysSaved(page);
  await expect(fields(page, "Headline")).toHaveText(shown ?? "");
  await expect(page.getByRole("region", { name: "Two versions" })).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the bin, its story, the menu and the spike, ${colorScheme}`, async ({
    stet,
  }) => {
    const page = await onNewStory(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await writeHeadline(page, "Ferry waits");
    await deskRows(page).first().click({ button: "right" });
    await expect(page.getByRole("menu")).toBeVisible();
    await isAccessible(page, "the menu of a story");
    await page.keyboard.press("Escape");
    await runCommand(page, "Show the bin");
    await expect(page.getByText("Nothing in the bin")).toBeVisible();
    await isAccessible(page, "an empty bin");
    await runCommand(page, "Spike…");
    await expect(page.getByLabel("Why it does not run")).toBeFocused();
    await isAccessible(page, "the spike");
    await page.keyboard.type("No second source.");
    await page.keyboard.press("Enter");
    await binRows(page).click();
    await expect(page.getByRole("region", { name: "In the bin" })).toBeVisible();
    await isAccessible(page, "a story in the bin");
  });
}
