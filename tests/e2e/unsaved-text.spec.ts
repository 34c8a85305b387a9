import type { Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import {
  caretAtEnd,
  deskRows,
  fields,
  goesOnAfterCrash,
  onNewStory,
  saysSaved,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { committedStories, theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

test.beforeEach(({ hostName }) => {
  test.skip(hostName === "electron", "not run: the desktop app dies with its windows");
});

function offer(page: Page) {
  return page.getByRole("region", { name: "Typed and not saved" });
}

function lines(stet: Stet): string {
  return theCommittedStory(stet.home).lines.join("\n");
}

/** A story with a headline and a paragraph, all of it saved. */
async function savedStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type("The ferry waits.");
  await expect.poll(() => lines(stet)).toContain("The ferry waits.");
  await saysSaved(page);
  return page;
}

/** Kills the host, types on, and closes the window without a host; then Stet is started again. */
async function typedIntoNothing(stet: Stet, page: Page, words: string): Promise<Page> {
  const comeBack = await stet.killUnderWindows();
  await page.keyboard.type(words);
  await expect(stateLine(page)).toContainText(
    "Not saved. The newsroom is not answering: your text is kept here",
  );
  // What is typed in the last second may be lost with the window: nobody types any more.
  await page.waitForTimeout(1_000);
  await page.close();
  await comeBack();
  const again = await stet.openWindow();
  await goesOnAfterCrash(again);
  return again;
}

test("text typed while the host is dead waits in the browser and is put back by the person", async ({
  stet,
}) => {
  const page = await typedIntoNothing(
    stet,
    await savedStory(stet),
    " Then the host died, and nobody noticed.",
  );
  await expect(offer(page)).toContainText(/^7 words typed at \d\d:\d\d never reached the newsroom\./);
  expect(lines(stet)).not.toContain("nobody noticed");
  await offer(page).getByRole("button", { name: "Put them back" }).click();
  await expect(offer(page)).toBeHidden();
  await expect(fields(page, "Paragraph")).toHaveText(
    "The ferry waits. Then the host died, and nobody noticed.",
  );
  await expect.poll(() => lines(stet)).toContain("Then the host died, and nobody noticed.");
  await page.reload();
  await expect(storyText(page)).toContainText("nobody noticed.");
  await expect(offer(page)).toBeHidden();
});

test("a window that outlives its host saves by itself when the host is back", async ({ stet }) => {
  const page = await savedStory(stet);
  const comeBack = await stet.killUnderWindows();
  await page.keyboard.type(" Typed into nothing.");
  await expect(stateLine(page)).toContainText("your text is kept here");
  await comeBack();
  // Another window is let in at the address of the host, and with it every window of this browser.
  const other = await stet.openWindow();
  await expect(stateLine(page)).toContainText("Saved on this laptop", { timeout: 20_000 });
  expect(lines(stet)).toContain("Typed into nothing.");
  // Whichever window came first is told of the crash, and the story stands behind what is told.
  const behind = other.getByRole("textbox", { name: /^Text of /, includeHidden: true });
  await expect(behind).toContainText("Typed into nothing.");
  await expect(offer(other)).toBeHidden();
});

test("what is typed after coming back and what was kept are both in the story", async ({ stet }) => {
  const page = await typedIntoNothing(stet, await savedStory(stet), " Kept.");
  await caretAtEnd(fields(page, "Headline"));
  await page.keyboard.type(" again");
  await saysSaved(page);
  await offer(page).getByRole("button", { name: "Put it back" }).click();
  await expect.poll(() => lines(stet)).toContain("The ferry waits. Kept.");
  expect(lines(stet)).toContain("headline: Ferry waits again");
});

test("it is shown before anybody decides, and thrown away only on the person's word", async ({ stet }) => {
  const page = await typedIntoNothing(stet, await savedStory(stet), " Kept.");
  await offer(page).getByRole("button", { name: "Show" }).click();
  const comparison = page.getByRole("region", { name: /^In the newsroom compared with/ });
  await expect(comparison.locator("ins").filter({ hasText: "Kept." })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(offer(page)).toBeVisible();
  await offer(page).getByRole("button", { name: "Throw away" }).click();
  await expect(offer(page)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(offer(page)).toBeVisible();
  await offer(page).getByRole("button", { name: "Throw away" }).click();
  await page.reload();
  await expect(storyText(page)).toBeVisible();
  await expect(offer(page)).toBeHidden();
  expect(lines(stet)).not.toContain("Kept.");
});

test("text for another story than the one that opens is told of, too", async ({ stet }) => {
  const page = await typedIntoNothing(stet, await savedStory(stet), " Kept.");
  await expect(offer(page)).toBeVisible();
  await page.keyboard.press("Alt+Shift+N");
  await expect(deskRows(page)).toHaveCount(2);
  await page.reload();
  const notice = page.getByRole("region", { name: "Window notices" });
  await expect(notice).toContainText(/What was typed in .* never reached the newsroom/);
  await notice.getByRole("button", { name: "Open it" }).click();
  await expect(offer(page)).toBeVisible();
});

test("where the story was changed meanwhile, what was kept comes back as a second version", async ({
  stet,
}) => {
  const page = await savedStory(stet);
  const comeBack = await stet.killUnderWindows();
  await page.keyboard.type(" Kept.");
  await expect(stateLine(page)).toContainText("your text is kept here");
  await page.close();
  await comeBack();
  const other = await stet.openWindow();
  await goesOnAfterCrash(other);
  await expect(offer(other)).toBeVisible();
  await caretAtEnd(fields(other, "Headline"));
  await other.keyboard.type(" longer");
  await saysSaved(other);
  await other.reload();
  await offer(other).getByRole("button", { name: "Put it back" }).click();
  const versions = other.getByRole("region", { name: "Two versions" });
  await expect(versions).toBeVisible();
  await versions.getByRole("button", { name: "Merge" }).click();
  await expect.poll(() => lines(stet)).toContain("The ferry waits. Kept.");
  expect(lines(stet)).toContain("headline: Ferry waits longer");
});

test("a window that is closed in the middle of a word has saved the word", async ({ stet }) => {
  const page = await savedStory(stet);
  await page.keyboard.type(" In the middle of a wo");
  await stet.closeWindow(page);
  await expect.poll(() => lines(stet)).toContain("In the middle of a wo");
  const again = await stet.openWindow();
  await expect(storyText(again)).toContainText("In the middle of a wo");
  await expect(offer(again)).toBeHidden();
});

test("each edit is committed within a second, with only the blocks that changed", async ({ stet }) => {
  const page = await savedStory(stet);
  const began = Date.now();
  await page.keyboard.type(" One more.");
  await expect.poll(() => lines(stet), { intervals: [20] }).toContain("One more.");
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(committedStories(stet.home)).toHaveLength(1);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the offer and on the state of a dead host, ${colorScheme}`, async ({ stet }) => {
    const page = await savedStory(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const comeBack = await stet.killUnderWindows();
    await page.keyboard.type(" Kept.");
    await expect(stateLine(page)).toContainText("your text is kept here");
    await isAccessible(page, "a dead host");
    await page.close();
    await comeBack();
    const again = await stet.openWindow();
    await again.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await goesOnAfterCrash(again);
    await expect(offer(again)).toBeVisible();
    await isAccessible(again, "text that never arrived");
    await offer(again).getByRole("button", { name: "Show" }).click();
    await isAccessible(again, "text that never arrived, shown");
  });
}
