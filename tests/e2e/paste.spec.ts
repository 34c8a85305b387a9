import type { Locator, Page } from "@playwright/test";
import { hasRuns, type Block } from "#shared/document/index.ts";
import { COPIED_PAGES, copiedFrom } from "#tests/support/copied-pages.ts";
import { pastedLine } from "#tests/support/paste-page.ts";
import { isAccessible } from "./driver/axe.ts";
import { pasteText, putOnClipboard } from "./driver/carried-files.ts";
import { caretAtEnd, fields, onNewStory, runCommand, stateLine, storyText } from "./driver/desk-window.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

/** A story with a headline and an empty body, the caret in the body. */
async function withHeadline(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => committed(stet)).toEqual(["headline: Mine", "byline: ", "paragraph: "]);
  return page;
}

function committed(stet: Stet): readonly string[] {
  return theCommittedStory(stet.home).blocks.map(pastedLine);
}

function notices(page: Page): Locator {
  return page.getByRole("log", { name: "Notices" });
}

/** The change that put a block's text in; null where nobody's is open. */
function changeOf(block: Block): string | null {
  return hasRuns(block) ? (block.runs[0]?.inserted?.id ?? null) : null;
}

async function paste(page: Page, copied: { readonly html: string; readonly text: string }): Promise<void> {
  await putOnClipboard(page, copied);
  await page.keyboard.press("ControlOrMeta+V");
}

const PDF = copiedFrom("pdf-chrome.txt");
const PDF_LINES = PDF.text.split("\r\n").filter((line) => line !== "");

test("copy from every program becomes the desk's blocks, and one undo gives the story back exactly", async ({
  stet,
}) => {
  const page = await withHeadline(stet);
  const before = theCommittedStory(stet.home).blocks;
  for (const [name, { lines, sentence }] of Object.entries(COPIED_PAGES)) {
    await test.step(name, async () => {
      await paste(page, copiedFrom(name));
      await expect(notices(page)).toContainText(sentence);
      // Under a headline of its own, the story has the title of the page as a subhead.
      const placed = lines.map((line) => line.replace(/^headline: (.*)$/, "subhead: $1"));
      await expect.poll(() => committed(stet)).toEqual(["headline: Mine", "byline: ", ...placed]);
      await page.keyboard.press("ControlOrMeta+Z");
      await expect.poll(() => theCommittedStory(stet.home).blocks).toEqual(before);
    });
  }
});

test("a whole article pasted into a new story fills its headline and its body", async ({ stet }) => {
  const page = await onNewStory(stet);
  await paste(page, copiedFrom("web-article.html"));
  await expect(fields(page, "Headline")).toHaveText("Market hours shift again");
  const { lines } = COPIED_PAGES["web-article.html"] ?? { lines: [] };
  const [, ...body] = lines;
  await expect
    .poll(() => committed(stet))
    .toEqual(["headline: Market hours {italic|shift} again", "byline: ", ...body]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => committed(stet)).toEqual(["headline: ", "byline: ", "paragraph: "]);
});

test("the line after a paste takes it back, or does it again in another way, as one step", async ({
  stet,
}) => {
  const page = await withHeadline(stet);
  await page.keyboard.type("Before. ");
  await paste(page, copiedFrom("google-docs-lists.html"));
  await expect(fields(page, "List item")).toHaveCount(3);
  await notices(page).getByRole("button", { name: "Paste as plain text instead" }).click();
  await expect(fields(page, "List item")).toHaveCount(0);
  const asText = [
    "paragraph: Before. Clear the drains",
    "paragraph: North side first",
    "paragraph: Move the pumps",
    "paragraph: That is all.",
  ];
  await expect.poll(() => committed(stet).slice(2)).toEqual(asText);
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(" Typed.");
  await expect.poll(() => committed(stet).at(-1)).toBe("paragraph: That is all. Typed.");
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => committed(stet).slice(2)).toEqual(["paragraph: Before. "]);

  await paste(page, PDF);
  await expect(fields(page, "Paragraph")).toHaveCount(3);
  await notices(page).getByRole("button", { name: "Keep the source’s lines" }).click();
  const [first = "", ...others] = PDF_LINES;
  await expect
    .poll(() => committed(stet).slice(2))
    .toEqual([`paragraph: Before. ${first}`, ...others.map((line) => `paragraph: ${line}`)]);
  await page.keyboard.press("ControlOrMeta+Z");
  await paste(page, PDF);
  await notices(page).getByRole("button", { name: "Undo" }).click();
  await expect(notices(page)).toBeEmpty();
  await expect.poll(() => committed(stet).slice(2)).toEqual(["paragraph: Before. "]);
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(fields(page, "Paragraph")).toHaveCount(3);
});

test("once something else is typed, the line has nothing to press and goes by itself", async ({ stet }) => {
  const page = await withHeadline(stet);
  await paste(page, copiedFrom("word-mac.html"));
  await expect(notices(page).getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.type(" More.");
  await expect(notices(page)).toContainText("Pasted 5 blocks from Word.");
  await expect(notices(page).getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(notices(page)).toBeEmpty({ timeout: 15_000 });
});

test("Paste as text takes the words alone, by its key and by its command", async ({ stet }) => {
  const page = await withHeadline(stet);
  const copied = { html: "<h2>Head</h2><p>One <b>bold</b></p>", text: "Head\n\nOne bold" };
  await putOnClipboard(page, copied);
  await page.keyboard.press("ControlOrMeta+Shift+V");
  await expect.poll(() => committed(stet).slice(2)).toEqual(["paragraph: Head", "paragraph: One bold"]);
  await page.keyboard.press("ControlOrMeta+Z");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await runCommand(page, "Paste as text");
  await expect.poll(() => committed(stet).slice(2)).toEqual(["paragraph: Head", "paragraph: One bold"]);
  await expect(storyText(page)).toBeFocused();
});

test("Paste keeping the source's paragraphs makes a block of every line", async ({ stet }) => {
  const page = await withHeadline(stet);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await putOnClipboard(page, PDF);
  await page.keyboard.press("ControlOrMeta+Alt+V");
  await expect.poll(() => committed(stet).slice(2)).toEqual(PDF_LINES.map((line) => `paragraph: ${line}`));
  await page.keyboard.press("ControlOrMeta+Z");
  await putOnClipboard(page, { html: "<p>One <b>bold</b><br>Two</p>", text: "One bold\nTwo" });
  await runCommand(page, "Paste keeping the source’s paragraphs");
  await expect.poll(() => committed(stet).slice(2)).toEqual(["paragraph: One {bold|bold}", "paragraph: Two"]);
});

test("where the window may not read the clipboard, it says which key to press, and that key does it", async ({
  stet,
}) => {
  const page = await withHeadline(stet);
  await page.context().clearPermissions();
  await putOnClipboard(page, PDF);
  await runCommand(page, "Paste keeping the source’s paragraphs");
  await expect(notices(page)).toContainText(
    /This window may not read the clipboard by itself\. Press (?:Ctrl\+|⌘)V now: it is pasted with the paragraphs of its source\./,
  );
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+V");
  await expect.poll(() => committed(stet).slice(2)).toEqual(PDF_LINES.map((line) => `paragraph: ${line}`));
  await expect(notices(page)).toBeEmpty();
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("ControlOrMeta+V");
  await expect(fields(page, "Paragraph")).toHaveCount(3);
});

test("headline and byline take one line, and a selection over blocks is replaced", async ({ stet }) => {
  const page = await withHeadline(stet);
  await caretAtEnd(fields(page, "Headline"));
  await pasteText(page, " and\nyours", "<p> <b>and</b><br><i>yours</i></p>");
  await page.keyboard.press("Enter");
  await pasteText(page, "By Ana Ruiz, Valley News");
  await page.keyboard.press("Enter");
  await pasteText(page, "One.\nTwo.\nThree.");
  await expect
    .poll(() => committed(stet))
    .toEqual([
      "headline: Mineand {italic|yours}",
      "byline: By Ana Ruiz, Valley News",
      "paragraph: One.",
      "paragraph: Two.",
      "paragraph: Three.",
    ]);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+ArrowUp");
  await pasteText(page, "All.", "<h2>Head</h2><p>All.</p>");
  await expect.poll(() => committed(stet).slice(2)).toEqual(["subhead: Head", "paragraph: All."]);
});

test("the line after a paste is reached by keys and accessible, in the light and the dark", async ({
  stet,
}) => {
  const page = await withHeadline(stet);
  await paste(page, PDF);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await isAccessible(page, `the line after a paste, ${scheme}`);
  }
  await page.keyboard.press("Tab");
  await expect(notices(page).getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => committed(stet).slice(2)).toEqual(PDF_LINES.map((line) => `paragraph: ${line}`));
});

test("long copy goes in by turns while suggesting, as one change and one step of undo", async ({ stet }) => {
  const page = await withHeadline(stet);
  await page.keyboard.press("ControlOrMeta+Alt+G");
  await expect(stateLine(page)).toContainText("Suggesting");
  const lines = Array.from({ length: 1_400 }, (_, nr) => `Line ${String(nr)} of the long copy.`);
  await pasteText(page, lines.join("\n\n"));
  const paragraphs = fields(page, "Paragraph");
  await expect(paragraphs).toHaveCount(lines.length);
  await expect(paragraphs.nth(700)).toHaveText("Line 700 of the long copy.");
  await expect(stateLine(page)).toContainText("1 change");
  await expect
    .poll(() => new Set(theCommittedStory(stet.home).blocks.map(changeOf)).size, { timeout: 20_000 })
    .toBe(2);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(paragraphs).toHaveCount(1);
  await expect(stateLine(page)).not.toContainText("1 change");
});

test("more than can be pasted at once is refused by name, and nothing is changed", async ({ stet }) => {
  const page = await withHeadline(stet);
  await paste(page, { html: "", text: "One.\n".repeat(20_001) });
  await expect(notices(page)).toContainText(
    "Nothing was pasted: that is 20,001 paragraphs, and 20,000 can be pasted at once. Paste it in parts, or bring it in as a file.",
  );
  await expect(fields(page, "Paragraph")).toHaveText([""]);
});
