import type { Locator, Page } from "@playwright/test";
import { pictureSaying } from "#tests/support/pictures.ts";
import { comparison, differences, versions } from "./driver/comparison.ts";
import { isAccessible } from "./driver/axe.ts";
import { dropFiles } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
  storyText,
} from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";

const FIRST = "The harbor board voted on Tuesday night.";
const SECOND = "The old wall dates from 1911.";

/** Writes a headline and two paragraphs, and keeps them as “First read”, by key alone. */
async function keptStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Seawall goes to voters");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type(FIRST);
  await page.keyboard.press("Enter");
  await page.keyboard.type(SECOND);
  await keepAs(page, "First read");
  await expect(storyText(page)).toBeFocused();
  return page;
}

async function keepAs(page: Page, name: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Shift+S");
  await expect(page.getByLabel("Keep this version as")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`This version is kept as “${name}”.`)).toBeVisible();
}

/** Changes the headline and adds a sentence to the second paragraph. */
async function editOn(page: Page): Promise<void> {
  await caretAtEnd(fields(page, "Paragraph").nth(1));
  await page.keyboard.type(" It leaks.");
  await caretAtEnd(fields(page, "Headline"));
  await page.keyboard.press("ControlOrMeta+Backspace");
  await page.keyboard.type("the town");
  await saysSaved(page);
}

async function isFocused(element: Locator): Promise<boolean> {
  if (!(await element.isVisible())) return false;
  return element.evaluate((found) => found === document.activeElement);
}

async function openFromHistory(page: Page, version: string): Promise<void> {
  if (!(await isFocused(versions(page)))) await page.keyboard.press("ControlOrMeta+4");
  await expect(versions(page)).toBeFocused();
  const row = versions(page).getByRole("option", { name: version });
  await expect(row).toBeVisible();
  while ((await row.getAttribute("data-active")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(comparison(page)).toBeVisible();
}

test("a version is kept, compared and put back, a paragraph at a time or whole, by key alone", async ({
  stet,
}) => {
  const page = await keptStory(stet);
  await editOn(page);
  await openFromHistory(page, "First read");

  await expect(page.getByText("4 words added, 1 deleted")).toBeVisible();
  await expect(differences(page)).toHaveCount(2);
  await expect(differences(page).first()).toBeFocused();
  await expect(differences(page).first().locator("del")).toHaveText("voters");
  await expect(differences(page).first().locator("ins")).toHaveText("the town");
  await page.keyboard.press("n");
  await expect(differences(page).nth(1)).toBeFocused();
  await expect(differences(page).nth(1).locator("ins")).toHaveText(" It leaks.");

  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Paragraph put back as it was.")).toBeVisible();
  await expect(differences(page)).toHaveCount(1);
  await expect(differences(page).first()).toBeFocused();
  await expect.poll(() => theCommittedStory(stet.home).lines).toContain(`paragraph: ${SECOND}`);

  await page.keyboard.press("ControlOrMeta+Z");
  await expect(differences(page)).toHaveCount(2);
  await expect.poll(() => theCommittedStory(stet.home).lines).toContain(`paragraph: ${SECOND} It leaks.`);

  await page.keyboard.press("Escape");
  await expect(comparison(page)).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(" tonight");
  await expect(fields(page, "Headline")).toHaveText("Seawall goes to the town tonight");
  await saysSaved(page);

  await openFromHistory(page, "First read");
  await runCommand(page, "Put this part back");
  await expect.poll(() => theCommittedStory(stet.home).lines).toContain("headline: Seawall goes to voters");
  await expect(page.getByRole("button", { name: "Put this version back" })).toBeVisible();
  await page.getByRole("button", { name: "Put this version back" }).press("Enter");
  await expect(comparison(page)).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  await expect(fields(page, "Paragraph").nth(1)).toHaveText(SECOND);
  await expect
    .poll(() => theCommittedStory(stet.home).lines.slice(-2))
    .toEqual([`paragraph: ${FIRST}`, `paragraph: ${SECOND}`]);
  await expect(
    versions(page).getByRole("option", { name: "Before a version was put back" }).first(),
  ).toBeVisible();

  await page.keyboard.press("ControlOrMeta+Z");
  await expect(fields(page, "Paragraph").nth(1)).toHaveText(`${SECOND} It leaks.`);
  await expect(fields(page, "Headline")).toHaveText("Seawall goes to voters");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(fields(page, "Headline")).toHaveText("Seawall goes to the town tonight");
});

test("what changed since a version becomes tracked changes, each to be decided on, and one undo takes them away", async ({
  stet,
}) => {
  const page = await keptStory(stet);
  await editOn(page);
  await runCommand(page, "What changed since the last version");
  await page.getByRole("button", { name: "Mark as tracked changes" }).click();
  await expect(comparison(page)).toBeHidden();
  await expect(page.getByText(/^\d tracked changes since /)).toBeVisible();
  const headlineText = fields(page, "Headline");
  await expect(headlineText.getByRole("deletion")).toHaveText("voters");
  await expect(headlineText.getByRole("insertion")).toHaveText("the town");
  await expect(fields(page, "Paragraph").nth(1).getByRole("insertion")).toHaveText(" It leaks.");
  await runCommand(page, "Reject all changes");
  await expect(headlineText).toHaveText("Seawall goes to voters");
  await expect(fields(page, "Paragraph").nth(1)).toHaveText(SECOND);
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(headlineText).toHaveText("Seawall goes to the town");
  await expect(page.getByRole("deletion")).toHaveCount(0);
  await expect.poll(() => theCommittedStory(stet.home).lines).toContain("headline: Seawall goes to the town");
});

test("the notice's Undo takes a restored version back and keeps what was written since", async ({ stet }) => {
  const page = await keptStory(stet);
  await editOn(page);
  await runCommand(page, "What changed since the last version");
  await page.getByRole("button", { name: "Put this version back" }).click();
  await expect(fields(page, "Paragraph").nth(1)).toHaveText(SECOND);
  await caretAtEnd(fields(page, "Paragraph").first());
  await page.keyboard.type(" Four to three.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(fields(page, "Paragraph").nth(1)).toHaveText(`${SECOND} It leaks.`);
  await expect(fields(page, "Paragraph").first()).toHaveText(`${FIRST} Four to three.`);
  await expect(fields(page, "Headline")).toHaveText("Seawall goes to the town");
});

test("a version brings its facts back, and the notice says which stay and takes them back", async ({
  stet,
}) => {
  const page = await keptStory(stet);
  const panel = await showPanel(page, "Facts");
  await panel.getByLabel("Page", { exact: true }).fill("B4");
  await page.keyboard.press("Enter");
  await editOn(page);
  await runCommand(page, "What changed since the last version");
  await page.getByRole("button", { name: "Put this version back" }).click();
  await expect(page.getByText(/is as it was: .* Its facts are back too\./)).toBeVisible();
  await showPanel(page, "Facts");
  await expect(panel.getByLabel("Page", { exact: true })).toHaveValue("");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(panel.getByLabel("Page", { exact: true })).toHaveValue("B4");
  await expect(fields(page, "Headline")).toHaveText("Seawall goes to the town");
});

test("a paragraph that moved is known again, and so is a caption that changed", async ({ stet }) => {
  const page = await keptStory(stet);
  await dropFiles(fields(page, "Paragraph").nth(1), {
    name: "gates.jpg",
    mediaType: "image/jpeg",
    bytes: await pictureSaying(stet.home, "-XMP-dc:Description=The tide gates, shut."),
  });
  await expect(fields(page, "Caption")).toHaveText("The tide gates, shut.");
  await saysSaved(page);
  await keepAs(page, "With the picture");
  await caretAtEnd(fields(page, "Caption"));
  await page.keyboard.type(" Seen at low tide.");
  await caretAtEnd(fields(page, "Paragraph").first());
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await saysSaved(page);
  await openFromHistory(page, "With the picture");

  await expect(page.getByText("4 words added, 1 paragraph moved, 1 picture changed")).toBeVisible();
  const photo = comparison(page).getByRole("article", { name: "Photo changed" });
  await expect(photo.locator("ins")).toHaveText(" Seen at low tide.");
  await expect(photo.getByRole("img")).toBeVisible();
  await expect(
    comparison(page).getByRole("article", { name: /^Paragraph moved from (above|below)$/ }),
  ).toBeVisible();
  await expect(
    comparison(page).getByRole("article", { name: /^Paragraph moved (up|down) from here$/ }),
  ).toBeVisible();
});

test("the focus stays in the panel that a key asked for, however late the browser tells of the caret", async ({
  stet,
}) => {
  const page = await keptStory(stet);
  const inPanel = page.getByRole("complementary").locator(":focus");
  for (let turn = 0; turn < 8; turn += 1) {
    await caretAtEnd(fields(page, "Headline"));
    await page.keyboard.type("!");
    await saysSaved(page);
    await page.keyboard.press("ControlOrMeta+4");
    await page.waitForTimeout(150);
    await expect(inPanel).toHaveCount(1, { timeout: 1_000 });
  }
});

test("two versions are compared with each other, and the facts that differ are named", async ({ stet }) => {
  const page = await keptStory(stet);
  await editOn(page);
  await runCommand(page, "Send to copy");
  await keepAs(page, "To the lawyer");
  await caretAtEnd(fields(page, "Headline"));
  await page.keyboard.type("!");
  await saysSaved(page);

  await page.keyboard.press("ControlOrMeta+4");
  await expect(versions(page).getByRole("option").first()).toHaveText(/To the lawyer/);
  await expect(versions(page).getByRole("option", { name: "Status changed to Copy" })).toBeVisible();
  await expect(page.getByRole("complementary").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("c");
  await expect(page.getByLabel("Compare with")).toHaveValue("marked");
  const first = versions(page).getByRole("option", { name: "First read" });
  while ((await first.getAttribute("data-active")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(comparison(page)).toContainText("Status");
  await expect(
    page.getByRole("region", { name: /First read.* compared with .*To the lawyer/ }),
  ).toBeVisible();
  await expect(comparison(page).locator(".compared-fact del")).toHaveText("Draft");
  await expect(comparison(page).locator(".compared-fact ins")).toHaveText("Copy");
  await expect(comparison(page).locator("ins", { hasText: "!" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Put the earlier back" })).toBeVisible();
});

test("the page keeps its caret and its scroll behind a comparison", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("A long story");
  await caretAtEnd(fields(page, "Paragraph"));
  for (let line = 1; line <= 24; line += 1) {
    await page.keyboard.insertText(
      `Paragraph ${String(line)} of a story that is longer than the window is high.`,
    );
    await page.keyboard.press("Enter");
  }
  await keepAs(page, "Long");
  await caretAtEnd(fields(page, "Headline"));
  const scroller = page.locator(".story-editor");
  const scrolled = await scroller.evaluate((element) => {
    element.scrollTo(0, 500);
    return element.scrollTop;
  });
  expect(scrolled).toBe(500);
  await openFromHistory(page, "Long");
  await expect(page.getByText("No difference in the text")).toBeVisible();
  await expect(comparison(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(storyText(page)).toBeFocused();
  await expect(comparison(page)).toBeHidden();
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(scrolled);
  await page.keyboard.type(" indeed");
  await expect(fields(page, "Headline")).toHaveText("A long story indeed");
});

test("the timeline grows by itself and stays on the version that was chosen", async ({ stet }) => {
  const page = await keptStory(stet);
  await page.keyboard.press("ControlOrMeta+4");
  await expect(versions(page)).toBeFocused();
  const rows = versions(page).getByRole("option");
  await expect(rows).toHaveCount(2);
  await page.keyboard.press("End");
  await runCommand(page, "Send to slot");
  await expect(rows).toHaveCount(3);
  await expect(rows.last()).toHaveAttribute("data-active", "true");
  await expect(rows.first()).toContainText("Status changed to Slot");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the history and a comparison, ${colorScheme}`, async ({ stet }) => {
    const page = await keptStory(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await editOn(page);
    await caretAtEnd(fields(page, "Paragraph").nth(1));
    await page.keyboard.press("Alt+Shift+ArrowUp");
    await page.keyboard.press("ControlOrMeta+4");
    await expect(versions(page)).toBeFocused();
    await isAccessible(page, "the history");
    await page.keyboard.press("k");
    await isAccessible(page, "the field for a version's name");
    await page.keyboard.press("Escape");
    await openFromHistory(page, "First read");
    await isAccessible(page, "a comparison");
  });
}
