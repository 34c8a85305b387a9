import type { Locator, Page } from "@playwright/test";
import {
  caretAtEnd,
  deskRows,
  fields,
  onNewStory,
  saysSaved,
  showPanel,
  storyText,
} from "./driver/desk-window.ts";
import { bringIn, longCopy } from "./driver/long-copy.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

test.describe.configure({ timeout: 60_000 });

const WORDS = 30_000;
/** Below the height of a line of the page. */
const A_LINE_PX = 26;
const { text: COPY, lastWords: LAST_WORDS } = longCopy(WORDS);

async function onLongStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Brief");
  await saysSaved(page);
  await bringIn(page, "tide-gates.txt", COPY);
  await expect(fields(page, "Paragraph").last()).toHaveText(LAST_WORDS);
  return page;
}

/** Takes another story onto the page and the long one back, which is then just being opened. */
async function openAnew(page: Page): Promise<void> {
  // A row that is still on its way into the list would push the other from under the mouse.
  await expect(deskRows(page)).toHaveCount(2);
  await expect(deskRows(page).last()).toContainText("Brief");
  await deskRows(page).last().click();
  await expect(fields(page, "Headline")).toHaveText("Brief");
  await deskRows(page).filter({ hasNotText: "Brief" }).click();
  await expect(fields(page, "Paragraph").last()).toHaveText(LAST_WORDS);
}

function topPx(field: Locator): Promise<number> {
  return field.evaluate((element) => element.getBoundingClientRect().top);
}

function scroller(page: Page): Locator {
  return page.locator(".story-editor");
}

/** Waits until the page has laid out all of its text. */
async function isLaidOut(page: Page): Promise<void> {
  await expect
    .poll(() =>
      storyText(page).evaluate((text) =>
        [...text.children].every((block) => getComputedStyle(block).contentVisibility === "visible"),
      ),
    )
    .toBe(true);
}

/** True where a field is wholly within the part of the page that is seen, but for a pixel. */
async function isSeen(page: Page, field: Locator): Promise<boolean> {
  const [view, box] = [await scroller(page).boundingBox(), await field.boundingBox()];
  return view !== null && box !== null && box.y >= view.y && box.y + box.height <= view.y + view.height + 1;
}

test("caret and scroll are where they were when a long story is opened in its middle, and nothing moves then", async ({
  stet,
}) => {
  const page = await onLongStory(stet);
  await isLaidOut(page);
  const middle = fields(page, "Paragraph").nth(400);
  await caretAtEnd(middle);
  await page.mouse.wheel(0, 180);
  await page.waitForTimeout(700);
  const before = await topPx(middle);

  await stet.closeWindow(page);
  const again = await stet.openWindow();
  const paragraph = fields(again, "Paragraph").nth(400);
  await expect(paragraph).toBeVisible();
  await expect.poll(async () => Math.abs((await topPx(paragraph)) - before)).toBeLessThan(A_LINE_PX);
  const opened = await topPx(paragraph);
  await isLaidOut(again);
  expect(Math.abs((await topPx(paragraph)) - opened)).toBeLessThan(1);
  await again.keyboard.type(" Typed on.");
  await expect(paragraph).toHaveText(/ Typed on\.$/);
  await saysSaved(again);
});

test("in a story that is just being opened, keys reach its end and everything can be copied", async ({
  stet,
}) => {
  const page = await onLongStory(stet);
  await openAnew(page);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Or nearly.");
  await expect(fields(page, "Paragraph").last()).toHaveText(`${LAST_WORDS} Or nearly.`);
  expect(await isSeen(page, fields(page, "Paragraph").last())).toBe(true);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+Home");
  await saysSaved(page);

  await openAnew(page);
  await page.keyboard.press("ControlOrMeta+Shift+End");
  await page.context().grantPermissions(["clipboard-read"]);
  await page.keyboard.press("ControlOrMeta+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n\n")).toEqual(COPY.split("\n\n"));
  await page.keyboard.press("ControlOrMeta+Home");

  await openAnew(page);
  let presses = 0;
  for (; presses < 400 && !(await isSeen(page, fields(page, "Paragraph").last())); presses += 1)
    await page.keyboard.press("PageDown");
  expect(presses).toBeGreaterThan(50);
  expect(presses).toBeLessThan(400);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("!");
  await expect(fields(page, "Paragraph").last()).toHaveText(`${LAST_WORDS}!`);
});

test("a hit near the end of a story that is just being opened is shown, and stays where it is", async ({
  stet,
}) => {
  const page = await onLongStory(stet);
  await openAnew(page);
  await page.keyboard.press("ControlOrMeta+f");
  await expect(page.getByRole("textbox", { name: "Find", exact: true })).toBeFocused();
  await page.keyboard.type("very last word");
  const last = fields(page, "Paragraph").last();
  await expect.poll(() => isSeen(page, last)).toBe(true);
  const shown = await topPx(last);
  await isLaidOut(page);
  expect(Math.abs((await topPx(last)) - shown)).toBeLessThan(1);
  await page.keyboard.press("Escape");
  await page.keyboard.type("final act");
  await expect(last).toHaveText("And that was the final act of it.");
});

test("a long story that is just being opened scrolls by what the wheel turns, its blocks named in the margin", async ({
  stet,
}) => {
  const page = await onLongStory(stet);
  await openAnew(page);
  await storyText(page).hover({ position: { x: 300, y: 200 } });
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(30);
  }
  await expect.poll(() => scroller(page).evaluate(({ scrollTop }) => scrollTop)).toBe(10_800);
  const seen = await storyText(page).evaluateHandle((text) => {
    const inView = [...text.children].find((block) => block.getBoundingClientRect().top > 200);
    if (!inView) throw new Error("nothing is in view");
    return inView;
  });
  const before = await seen.evaluate((block) => block.getBoundingClientRect().top);
  expect(await seen.evaluate((block) => getComputedStyle(block).contentVisibility)).toBe("visible");
  await isLaidOut(page);
  expect(await seen.evaluate((block) => block.getBoundingClientRect().top)).toBe(before);
  await page.emulateMedia({ media: "print" });
  await expect(fields(page, "Paragraph").last()).toBeVisible();
});

test("a block far down that the outline leads to is shown at once and has the caret", async ({ stet }) => {
  const page = await onLongStory(stet);
  await openAnew(page);
  const outline = await showPanel(page, "Outline");
  await outline.getByRole("listbox").press("End");
  await page.keyboard.press("Enter");
  const last = fields(page, "Paragraph").last();
  await expect.poll(() => isSeen(page, last)).toBe(true);
  await isLaidOut(page);
  expect(await isSeen(page, last)).toBe(true);
  await page.keyboard.type("So: ");
  await expect(last).toHaveText(`So: ${LAST_WORDS}`);
});
