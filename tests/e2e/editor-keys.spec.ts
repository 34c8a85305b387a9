import type { Page } from "@playwright/test";
import { drawPicture } from "#tests/support/pictures.ts";
import { forDialog } from "./driver/carried-files.ts";
import { caretAtEnd, caretAtStart, fields, onNewStory, saysSaved, storyText } from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

/** What is on the page, block by block. */
function lines(page: Page): Promise<readonly string[]> {
  return storyText(page)
    .locator(":scope > .block")
    .evaluateAll((blocks) => blocks.map((block) => block.textContent));
}

/** A new story with a headline, a byline and two paragraphs. */
async function writtenStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Harbor wall waits");
  await page.keyboard.press("Enter");
  await page.keyboard.type("By Ana Ruiz and Ben Foto, Valley News");
  await page.keyboard.press("Enter");
  await page.keyboard.type("The first paragraph.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("The second paragraph.");
  await expect
    .poll(() => lines(page))
    .toEqual([
      "Harbor wall waits",
      "By Ana Ruiz and Ben Foto, Valley News",
      "The first paragraph.",
      "The second paragraph.",
    ]);
  return page;
}

/** The same with a picture between its paragraphs, chosen in the file dialog. */
async function storyWithPhoto(stet: Stet): Promise<Page> {
  const page = await writtenStory(stet);
  const bytes = await drawPicture(320, 200);
  await caretAtEnd(fields(page, "Paragraph").first());
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.keyboard.press("ControlOrMeta+Shift+p"),
  ]);
  await dialog.setFiles(forDialog({ name: "quay.jpg", mediaType: "image/jpeg", bytes }));
  await expect(fields(page, "Photo").locator("img")).toBeVisible();
  return page;
}

/** Pastes HTML where the caret is, as it leaves a word processor: the machine's clipboard would tidy it first. */
function pasteHtml(page: Page, html: string): Promise<void> {
  return storyText(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", pasted);
    clipboardData.setData("text/plain", "not this");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

test("Enter goes from field to field, and the byline says who was read from it", async ({ stet }) => {
  const page = await writtenStory(stet);
  await expect(fields(page, "Byline")).toHaveAttribute("data-facts", "Ana Ruiz · Ben Foto · Valley News");
  await saysSaved(page);
});

test("one key turns a block into another kind, and undo and redo take it back and forth", async ({
  stet,
}) => {
  const page = await writtenStory(stet);
  await page.keyboard.press("ControlOrMeta+Alt+7");
  await expect(fields(page, "Subhead")).toHaveText("The second paragraph.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(fields(page, "Subhead")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(fields(page, "Subhead")).toHaveCount(1);
});

test("everything selected and deleted leaves one empty paragraph, and undo brings all of it back", async ({
  stet,
}) => {
  const page = await storyWithPhoto(stet);
  await caretAtEnd(fields(page, "Headline"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Backspace");
  await expect.poll(() => lines(page)).toEqual([""]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(storyText(page).locator(":scope > .block")).toHaveCount(5);
  await expect(fields(page, "Photo").locator("img")).toBeVisible();
  await saysSaved(page);
});

test("Backspace after a photo selects it, typing then changes nothing, and arrows go into its caption", async ({
  stet,
}) => {
  const page = await storyWithPhoto(stet);
  const after = fields(page, "Paragraph").last();
  await caretAtStart(after);
  await page.keyboard.press("Home");
  await page.keyboard.press("Backspace");
  await expect(fields(page, "Photo")).toHaveAttribute("data-selected", "");
  const before = await lines(page);
  await page.keyboard.type("xyz");
  expect(await lines(page)).toEqual(before);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("A caption");
  await page.keyboard.press("Tab");
  await page.keyboard.type("A credit");
  await page.keyboard.press("Enter");
  await page.keyboard.type("What it shows");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("Now: ");
  await expect(fields(page, "Caption")).toHaveText("A caption");
  await expect(fields(page, "Credit")).toHaveText("A credit");
  await expect(fields(page, "Alt text")).toHaveText("What it shows");
  await expect(after).toHaveText("Now: The second paragraph.");
  await expect(fields(page, "Photo").locator("img")).toHaveAttribute("alt", "What it shows");
});

test("a photo that is selected can be cut, pasted elsewhere and deleted", async ({ stet }) => {
  const page = await storyWithPhoto(stet);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await fields(page, "Photo").locator("img").click();
  await page.keyboard.press("ControlOrMeta+x");
  await expect(fields(page, "Photo")).toHaveCount(0);
  await caretAtEnd(fields(page, "Paragraph").last());
  await page.keyboard.press("ControlOrMeta+v");
  await expect(storyText(page).locator(":scope > .block").last()).toHaveAccessibleName("Photo");
  await fields(page, "Photo").locator("img").click();
  await page.keyboard.press("Delete");
  await expect(fields(page, "Photo")).toHaveCount(0);
});

test("text from a word processor keeps its paragraphs, headings, lists and marks and nothing else", async ({
  stet,
}) => {
  const page = await writtenStory(stet);
  await page.keyboard.press("Enter");
  await pasteHtml(
    page,
    `<style>p { color: red }</style><h2>What is next</h2><p style="margin:0">Plain <span style="font-weight:700">bold</span> and <a href="https://example.org/plan">the plan</a>.<img src="https://example.org/x.png"></p><ul><li>One point</li></ul>`,
  );
  await expect(fields(page, "Subhead")).toHaveText("What is next");
  await expect(fields(page, "List item")).toHaveText("One point");
  const pasted = fields(page, "Paragraph").last();
  await expect(pasted).toHaveText("Plain bold and the plan.");
  await expect(pasted.locator("strong")).toHaveText("bold");
  await expect(pasted.getByRole("link")).toHaveAttribute("href", "https://example.org/plan");
  await expect(storyText(page).locator("img")).toHaveCount(0);
});

test("a link is made with the keyboard alone, and a bad address is refused in words", async ({ stet }) => {
  const page = await writtenStory(stet);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("ControlOrMeta+Shift+k");
  const field = page.getByRole("textbox", { name: "Link to" });
  await expect(field).toBeFocused();
  await page.keyboard.type("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("not a web or mail address");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("example.org/wall");
  await page.keyboard.press("Enter");
  await expect(fields(page, "Paragraph").last().getByRole("link")).toHaveAttribute(
    "href",
    "https://example.org/wall",
  );
  await expect(storyText(page)).toBeFocused();
});

test("a block is moved, doubled and deleted by keys", async ({ stet }) => {
  const page = await writtenStory(stet);
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect
    .poll(async () => (await lines(page)).slice(2))
    .toEqual(["The second paragraph.", "The first paragraph."]);
  await page.keyboard.press("ControlOrMeta+Shift+d");
  await expect
    .poll(async () => (await lines(page)).slice(2))
    .toEqual(["The second paragraph.", "The second paragraph.", "The first paragraph."]);
  await page.keyboard.press("ControlOrMeta+Shift+Backspace");
  await expect
    .poll(async () => (await lines(page)).slice(2))
    .toEqual(["The second paragraph.", "The first paragraph."]);
});
