import type { Locator, Page } from "@playwright/test";
import { drawPicture } from "#tests/support/pictures.ts";
import { isAccessible } from "./driver/axe.ts";
import { forDialog } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  caretAtStart,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  storyText,
} from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

/** A new story with a headline and paragraphs of these texts, typography as you type off. */
async function onStory(stet: Stet, headline: string, ...paragraphs: readonly string[]): Promise<Page> {
  const page = await onNewStory(stet);
  await runCommand(page, "Typography as you type off");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(headline);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  for (const [nth, text] of paragraphs.entries()) {
    if (nth > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(text);
  }
  return page;
}

function bar(page: Page): Locator {
  return page.getByRole("search", { name: "Find in this story" });
}

async function openBar(page: Page, keys = "ControlOrMeta+f"): Promise<Locator> {
  await page.keyboard.press(keys);
  await expect(bar(page).getByRole("textbox", { name: "Find" })).toBeFocused();
  return bar(page);
}

function paragraphs(page: Page): Locator {
  return fields(page, "Paragraph");
}

/** What is marked on the page as found: every hit, and the current one. */
async function marked(page: Page) {
  const [all, current] = await page.evaluate(() =>
    ["find-hit", "find-current"].map((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      }),
    ),
  );
  return { all, current };
}

function selection(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.getSelection()?.toString());
}

test("words are found as they are typed, counted, marked without touching the text, and selected at the end", async ({
  stet,
}, testInfo) => {
  const page = await onStory(stet, "Harbor wall", "The harbor is old.", "A harbor, two Harbors.");
  await caretAtStart(paragraphs(page).first());
  const before = await storyText(page).evaluate((element) => element.innerHTML);
  const find = await openBar(page);
  await page.keyboard.type("harbor");
  await expect(find.getByRole("status")).toHaveText("2 of 4");
  expect(await marked(page)).toEqual({ all: ["Harbor", "harbor", "Harbor"], current: ["harbor"] });
  expect(await storyText(page).evaluate((element) => element.innerHTML)).toBe(before);
  await page.keyboard.press("Enter");
  await expect(find.getByRole("status")).toHaveText("3 of 4");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+F3");
  await expect(find.getByRole("status")).toHaveText("1 of 4");
  await page.keyboard.press("Shift+Enter");
  await expect(find.getByRole("status")).toHaveText("4 of 4. On from the end.");
  await page.screenshot({ path: testInfo.outputPath("find.png") });
  await page.keyboard.press("Escape");
  await expect(find).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  expect(await selection(page)).toBe("Harbor");
  expect(await marked(page)).toEqual({ all: [], current: [] });
  await page.keyboard.type("Port");
  await expect(paragraphs(page).nth(1)).toHaveText("A harbor, two Ports.");
});

test("F3 goes on from the caret in the text, with the bar or without, and the bar begins with what is selected", async ({
  stet,
}) => {
  const page = await onStory(stet, "One", "fog and fog", "fog");
  await caretAtStart(paragraphs(page).first());
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  const find = await openBar(page);
  await expect(find.getByRole("textbox", { name: "Find" })).toHaveValue("fog");
  await expect(find.getByRole("status")).toHaveText("1 of 3");
  await page.keyboard.press("Escape");
  expect(await selection(page)).toBe("fog");
  await page.keyboard.press("F3");
  await expect(find.getByRole("status")).toHaveText("2 of 3");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+g");
  await expect(find.getByRole("status")).toHaveText("3 of 3");
  await page.keyboard.type("mist");
  await expect(paragraphs(page).nth(1)).toHaveText("mist");
  await expect(find.getByRole("status")).toHaveText(/of 2$/);
  await page.keyboard.press("Escape");
  await expect(find).toBeHidden();
});

test("one hit, the ticked ones or all are replaced, each as one step of undo, and saved", async ({
  stet,
}, testInfo) => {
  const page = await onStory(stet, "Fog", "fog one, fog two", "fog three");
  await caretAtStart(paragraphs(page).first());
  const find = await openBar(page, "ControlOrMeta+h");
  await page.keyboard.type("fog");
  await expect(find.getByRole("status")).toHaveText("2 of 4");
  await page.keyboard.press("Tab");
  await find.getByRole("textbox", { name: "Replace with" }).focus();
  await page.keyboard.type("mist");
  await page.keyboard.press("Enter");
  await expect(paragraphs(page).first()).toHaveText("mist one, fog two");
  await expect(find.getByRole("status")).toContainText("2 of 3");

  await find.getByRole("button", { name: "List" }).click();
  const list = find.getByRole("listbox", { name: "Hits in this story" });
  await expect(list.getByRole("option")).toHaveText([
    /Headline.*Fog.*Mist/,
    /Paragraph.*fog.*two/,
    /fog.*three/,
  ]);
  await list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(find.getByText("2 of 3 ticked")).toBeVisible();
  await isAccessible(page, "find and replace with its list");
  await page.screenshot({ path: testInfo.outputPath("list.png") });
  await runCommand(page, "Dark theme");
  await isAccessible(page, "find and replace in the dark");
  await page.screenshot({ path: testInfo.outputPath("list-dark.png") });
  await find.getByRole("button", { name: "Replace 2 ticked" }).click();
  await expect(paragraphs(page)).toHaveText(["mist one, mist two", "mist three"]);
  await expect(fields(page, "Headline")).toHaveText("Fog");
  await expect(find.getByRole("status")).toContainText("2 places replaced.");
  await find.getByRole("button", { name: "Undo" }).click();
  await expect(paragraphs(page)).toHaveText(["mist one, fog two", "fog three"]);

  await find.getByRole("textbox", { name: "Replace with" }).focus();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(fields(page, "Headline")).toHaveText("Mist");
  await expect(paragraphs(page)).toHaveText(["mist one, mist two", "mist three"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(fields(page, "Headline")).toHaveText("Fog");
  await expect(paragraphs(page)).toHaveText(["mist one, fog two", "fog three"]);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(fields(page, "Headline")).toHaveText("Mist");
  await saysSaved(page);
  await stet.closeWindow(page);
  await expect(paragraphs(await stet.openWindow())).toHaveText(["mist one, mist two", "mist three"]);
});

test("the keys go on working in the bar when nothing is left to replace", async ({ stet }) => {
  const page = await onStory(stet, "Ferries", "A fog, a fog.");
  const find = await openBar(page, "ControlOrMeta+h");
  await page.keyboard.type("fog");
  await find.getByRole("textbox", { name: "Replace with" }).fill("mist");
  await find.getByRole("button", { name: "Replace all 2" }).press("Enter");
  await expect(paragraphs(page).first()).toHaveText("A mist, a mist.");
  await expect(find.getByRole("textbox", { name: "Replace with" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(find).toBeHidden();
  await expect(storyText(page)).toBeFocused();
});

test("patterns put in what their groups held; a broken one says why, an endless one is stopped", async ({
  stet,
}) => {
  const page = await onStory(stet, "Names", "Ana Berg and Ben Holm", "a".repeat(60));
  const find = await openBar(page, "ControlOrMeta+Alt+f");
  await find.getByRole("button", { name: "Regular expression" }).click();
  const words = find.getByRole("textbox", { name: "Find" });
  await words.fill("(\\w+) (Berg|Holm");
  await expect(find.getByRole("status")).toHaveText(
    "This regular expression cannot be read: a bracket ( is not closed.",
  );
  await words.fill("(a+)+$b");
  await expect(find.getByRole("status")).toHaveText(/^This pattern takes too long/, { timeout: 15_000 });
  await words.fill("x*");
  await expect(find.getByRole("status")).toHaveText(/^This pattern matches only between letters/);
  await words.fill("(\\w+) (Berg|Holm)");
  await expect(find.getByRole("status")).toHaveText(/of 2$/);
  await find.getByRole("textbox", { name: "Replace with" }).fill("$2, $1");
  await find.getByRole("button", { name: "Replace all 2" }).click();
  await expect(paragraphs(page).first()).toHaveText("Berg, Ana and Holm, Ben");
});

test("a search keeps to whole words, case, accents, marks and places", async ({ stet }, testInfo) => {
  const page = await onStory(stet, "Cafe fog", "café CAFE cafes");
  await page.keyboard.type(" ");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type("cafe");
  await page.keyboard.press("ControlOrMeta+b");
  const bytes = await drawPicture(320, 200);
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.keyboard.press("ControlOrMeta+Shift+p"),
  ]);
  await dialog.setFiles(forDialog({ name: "quay.jpg", mediaType: "image/jpeg", bytes }));
  await fields(page, "Photo").locator("img").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("The cafe");
  await caretAtEnd(paragraphs(page).first());
  const find = await openBar(page, "ControlOrMeta+h");
  await page.keyboard.type("cafe");
  const count = find.getByRole("status");
  await expect(count).toHaveText(/of 5$/);
  await find.getByRole("button", { name: "Ignore accents" }).click();
  await expect(count).toHaveText(/of 6$/);
  await find.getByRole("button", { name: "Whole words" }).click();
  await expect(count).toHaveText(/of 5$/);
  await find.getByRole("button", { name: "Match case" }).click();
  await expect(count).toHaveText(/of 3$/);
  await find.getByRole("button", { name: "Only in" }).click();
  await find.getByRole("checkbox", { name: "Caption" }).check();
  await expect(count).toHaveText("1 of 1");
  await isAccessible(page, "where to look");
  await page.screenshot({ path: testInfo.outputPath("limits.png") });
  await find.getByRole("checkbox", { name: "Caption" }).uncheck();
  await find.getByRole("checkbox", { name: "Bold" }).check();
  await expect(count).toHaveText("1 of 1");
  await find.getByRole("textbox", { name: "Replace with" }).fill("bar");
  await find.getByRole("button", { name: "Replace all 1" }).click();
  await expect(paragraphs(page).first().locator("strong")).toHaveText("bar");
  await expect(fields(page, "Caption")).toHaveText("The cafe");
});

test("a format is looked for without words, and set or cleared by replacing, in the story and in all of them", async ({
  stet,
}, testInfo) => {
  const page = await onStory(stet, "Names of ships", "The ");
  await page.keyboard.press("ControlOrMeta+i");
  await page.keyboard.type("Solveig");
  await page.keyboard.press("ControlOrMeta+i");
  await page.keyboard.type(" and the ");
  await page.keyboard.press("ControlOrMeta+i");
  await page.keyboard.type("Brekke");
  const find = await openBar(page, "ControlOrMeta+h");
  await find.getByRole("textbox", { name: "Find" }).fill("");
  await find.getByRole("button", { name: "Only in" }).click();
  await find.getByRole("checkbox", { name: "Italic" }).check();
  await expect(find.getByRole("status")).toHaveText(/of 2$/);
  await find.getByRole("button", { name: "Format" }).click();
  await find.getByRole("combobox", { name: "Italic" }).selectOption("cleared");
  await find.getByRole("combobox", { name: "Small caps" }).selectOption("set");
  await find.getByRole("button", { name: "List" }).click();
  await expect(find.getByRole("listbox").getByRole("option").first()).toContainText("small caps, not italic");
  await isAccessible(page, "a format to find and to set");
  await page.screenshot({ path: testInfo.outputPath("format.png") });
  await runCommand(page, "Dark theme");
  await isAccessible(page, "a format to find and to set, in the dark");
  await page.screenshot({ path: testInfo.outputPath("format-dark.png") });
  await find.getByRole("button", { name: "Replace all 2" }).click();
  await expect(paragraphs(page).first().locator("em")).toHaveCount(0);
  await expect(paragraphs(page).first()).toHaveText("The Solveig and the Brekke");
  await storyText(page).focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(paragraphs(page).first().locator("em")).toHaveText(["Solveig", "Brekke"]);
  await saysSaved(page);

  await page.keyboard.press("ControlOrMeta+Alt+Shift+f");
  const sheet = page.getByRole("dialog", { name: "Find and replace in stories" });
  await sheet.getByRole("button", { name: "Search" }).click();
  await expect(sheet.getByRole("status", { name: "Found" })).toHaveText(/^2 places in 1 story/);
  await sheet.getByRole("button", { name: "Format 2 ticked" }).click();
  await expect(sheet.getByRole("status", { name: "Outcome" })).toContainText("2 places replaced in 1 story.");
  await page.keyboard.press("Escape");
  await expect(paragraphs(page).first().locator("em")).toHaveCount(0);
});

test("words are found and replaced across stories, in the open one too, and taken back", async ({
  stet,
}, testInfo) => {
  const page = await onStory(stet, "Fog on the quay", "The fog stayed.");
  await saysSaved(page);
  await runCommand(page, "New story");
  await expect(fields(page, "Headline")).toHaveText("");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type("More fog");
  await saysSaved(page);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+f");
  const sheet = page.getByRole("dialog", { name: "Find and replace in stories" });
  await expect(sheet.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.type("fog");
  await page.keyboard.press("Enter");
  const found = sheet.getByRole("status", { name: "Found" });
  await expect(found).toHaveText("3 places in 2 stories, of 2 searched.");
  await sheet.getByRole("textbox", { name: "Replace with" }).fill("mist");
  await isAccessible(page, "find in stories");
  await page.screenshot({ path: testInfo.outputPath("stories.png") });
  const list = sheet.getByRole("listbox", { name: "Hits in stories" });
  await list.getByRole("option").filter({ hasText: "The" }).filter({ hasText: "stayed." }).click();
  await sheet.getByRole("button", { name: "Replace 2 ticked" }).click();
  const outcome = sheet.getByRole("status", { name: "Outcome" });
  await expect(outcome).toContainText("2 places replaced in 2 stories. History keeps each as it was before.");
  await expect(found).toHaveText("1 place in 1 story, of 2 searched.");
  // Behind a dialog the page is hidden from assistive technology.
  const title = page.locator(".story-page [data-kind=headline]");
  await expect(title).toHaveText("More mist");
  await sheet.getByRole("button", { name: "Undo" }).click();
  await expect(outcome).toHaveText("Taken back in 2 stories.");
  await expect(title).toHaveText("More fog");
  await expect(found).toHaveText("3 places in 2 stories, of 2 searched.");
  await list.focus();
  await list.getByRole("option").filter({ hasText: "stayed." }).click();
  await page.keyboard.press("o");
  await expect(sheet).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  await expect(paragraphs(page)).toHaveText(["The fog stayed."]);
  await expect.poll(() => selection(page)).toBe("fog");
  await runCommand(page, "Dark theme");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+f");
  await isAccessible(page, "find in stories in the dark");
  await page.screenshot({ path: testInfo.outputPath("stories-dark.png") });
});
