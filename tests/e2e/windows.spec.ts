import type { Page } from "@playwright/test";
import { caretAtEnd, deskRows, fields, onNewStory, saysSaved, storyText } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";

/** The window that opens by what is done. */
async function opened(page: Page, act: () => Promise<void>): Promise<Page> {
  const [other] = await Promise.all([page.context().waitForEvent("page"), act()]);
  await expect(storyText(other)).toBeFocused();
  return other;
}

function first(page: Page) {
  return fields(page, "Paragraph").first();
}

test.skip(({ hostName }) => hostName === "electron", "not run: the driver follows one window of the app");

test("a story opens in another window by key, from the list and from its menu", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits");
  await saysSaved(page);
  await page.keyboard.press("Alt+Shift+N");
  await expect(fields(page, "Headline")).toHaveText("");
  await page.keyboard.type("Harbor shut");
  await saysSaved(page);
  await expect(deskRows(page)).toHaveCount(2);

  const byKey = await opened(page, () => page.keyboard.press("ControlOrMeta+Alt+O"));
  await expect(fields(byKey, "Headline")).toHaveText("Harbor shut");
  expect(new URL(byKey.url()).hash).toBe("");

  const ferry = deskRows(page).filter({ hasText: "Ferry waits" });
  const fromMenu = await opened(page, async () => {
    await ferry.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Open in a new window" }).click();
  });
  await expect(fields(fromMenu, "Headline")).toHaveText("Ferry waits");

  const fromList = await opened(page, async () => {
    await page.getByRole("listbox", { name: "Stories" }).focus();
    await page.keyboard.press("w");
  });
  await expect(fields(fromList, "Headline")).toHaveText("Ferry waits");
  await expect(fields(page, "Headline")).toHaveText("Harbor shut");
  await page.close();
  await byKey.bringToFront();
  await caretAtEnd(fields(byKey, "Headline"));
  await byKey.keyboard.type(" again");
  await saysSaved(byKey);
});

test("two windows that write one story in turn have the same text, their own carets, and undo nothing of each other", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits");
  await caretAtEnd(first(page));
  await page.keyboard.type("The ferry waits.");
  await saysSaved(page);
  const other = await opened(page, () => page.keyboard.press("ControlOrMeta+Alt+O"));
  await expect(first(other)).toHaveText("The ferry waits.");

  // The other window's caret stands in the middle of the very paragraph that is written in here.
  await caretAtEnd(first(other));
  for (let step = 0; step < 6; step += 1) await other.keyboard.press("ArrowLeft");
  await page.bringToFront();
  await page.keyboard.type(" Nobody knows why.");
  await expect(first(other)).toHaveText("The ferry waits. Nobody knows why.");
  await saysSaved(page);
  await other.bringToFront();
  await other.keyboard.type("still ");
  await expect(first(page)).toHaveText("The ferry still waits. Nobody knows why.");
  await saysSaved(other);

  // Here nothing of the other window's is undone; there its own is.
  await page.bringToFront();
  await page.keyboard.press("ControlOrMeta+z");
  await page.waitForTimeout(500);
  await expect(first(other)).toHaveText("The ferry still waits. Nobody knows why.");
  await other.bringToFront();
  await other.keyboard.press("ControlOrMeta+z");
  await expect(first(other)).toHaveText("The ferry waits. Nobody knows why.");
  await expect(first(page)).toHaveText("The ferry waits. Nobody knows why.");

  // The caret here stands where it stood, behind the last letter that was typed.
  await saysSaved(other);
  await page.bringToFront();
  await page.keyboard.type(" Yet.");
  await expect(first(other)).toHaveText("The ferry waits. Nobody knows why. Yet.");
  await expect(page.getByRole("region", { name: "Two versions" })).toBeHidden();
  await saysSaved(page);
  expect(theCommittedStory(stet.home).lines).toContain("paragraph: The ferry waits. Nobody knows why. Yet.");
});
