import type { Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import {
  caretAtEnd,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

const SENTENCE = "The harbor board voted on Tuesday night to let the town decide on the seawall. ";
const PARAGRAPHS = 24;

/** A story longer than the window, with the caret in a paragraph in its middle. */
async function onLongStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates shut early");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  for (let at = 0; at < PARAGRAPHS; at += 1) {
    await page.keyboard.insertText(`${String(at)}. ${SENTENCE.repeat(4).trim()}`);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.insertText("The end.");
  await saysSaved(page);
  await fields(page, "Paragraph").nth(12).scrollIntoViewIfNeeded();
  await caretAtEnd(fields(page, "Paragraph").nth(12));
  return page;
}

/** Where the line with the caret is on screen, by the middle of the letter before the caret. */
function caretPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const selection = document.getSelection();
    const { focusNode, focusOffset } = selection ?? {};
    if (!focusNode || focusOffset === undefined) throw new Error("there is no caret");
    const range = document.createRange();
    range.setStart(focusNode, Math.max(0, focusOffset - 1));
    range.setEnd(focusNode, focusOffset);
    const box = range.getBoundingClientRect();
    return (box.top + box.bottom) / 2;
  });
}

async function holdsCaret(page: Page, what: string, change: () => Promise<void>): Promise<void> {
  const before = await caretPx(page);
  await change();
  await expect.poll(async () => Math.abs((await caretPx(page)) - before), { message: what }).toBeLessThan(3);
}

function fontPx(page: Page): Promise<number> {
  return fields(page, "Paragraph")
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

/** The characters in the full lines of a paragraph, on average. */
function charactersInLine(page: Page): Promise<number> {
  return fields(page, "Paragraph")
    .first()
    .evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      const length = text?.nodeValue?.length ?? 0;
      const tops: number[] = [];
      if (!text) return 0;
      for (let at = 0; at < length; at += 1) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        tops.push(Math.round(range.getBoundingClientRect().top));
      }
      const last = tops.at(-1);
      const full = tops.filter((top) => top !== last);
      return full.length / new Set(full).size;
    });
}

test("the text grows by key and not the window, the caret stays where it is, and it is remembered", async ({
  stet,
}, testInfo) => {
  const page = await onLongStory(stet);
  expect(await fontPx(page)).toBe(18);
  await holdsCaret(page, "larger", () => page.keyboard.press("ControlOrMeta+Equal"));
  await expect.poll(() => fontPx(page)).toBeCloseTo(19.8);
  await holdsCaret(page, "larger again", () => page.keyboard.press("ControlOrMeta+Shift+Equal"));
  await expect.poll(() => fontPx(page)).toBeCloseTo(22.5);
  expect(await page.evaluate(() => window.devicePixelRatio)).toBe(1);
  await page.screenshot({ path: testInfo.outputPath("larger.png") });
  for (let step = 0; step < 4; step += 1)
    await holdsCaret(page, "smaller", () => page.keyboard.press("ControlOrMeta+Minus"));
  await expect.poll(() => fontPx(page)).toBeCloseTo(14.4);
  await page.keyboard.type(" More.");
  await expect(fields(page, "Paragraph").nth(12)).toHaveText(/ More\.$/);
  await saysSaved(page);
  await stet.closeWindow(page);
  const again = await stet.openWindow();
  await expect.poll(() => fontPx(again)).toBeCloseTo(14.4);
  await again.keyboard.press("ControlOrMeta+0");
  await expect.poll(() => fontPx(again)).toBe(18);
});

test("measure, line spacing and typeface change by key and by the settings, in place", async ({
  stet,
}, testInfo) => {
  const page = await onLongStory(stet);
  await page.keyboard.press("ControlOrMeta+Backslash");
  await page.keyboard.press("ControlOrMeta+Shift+Backslash");
  await expect(page.getByRole("complementary", { name: "About this story" })).toBeHidden();
  const medium = await charactersInLine(page);
  expect(medium).toBeGreaterThan(60);
  expect(medium).toBeLessThan(78);
  await holdsCaret(page, "wider", () => page.keyboard.press("ControlOrMeta+Alt+BracketRight"));
  await expect.poll(() => charactersInLine(page)).toBeGreaterThan(medium + 10);
  await holdsCaret(page, "narrower", async () => {
    await page.keyboard.press("ControlOrMeta+Alt+BracketLeft");
    await page.keyboard.press("ControlOrMeta+Alt+BracketLeft");
  });
  await expect.poll(() => charactersInLine(page)).toBeLessThan(medium - 10);
  await page.screenshot({ path: testInfo.outputPath("narrow.png") });
  await holdsCaret(page, "line spacing", () => page.keyboard.press("ControlOrMeta+Alt+Shift+BracketRight"));
  await holdsCaret(page, "typeface", () => page.keyboard.press("ControlOrMeta+Alt+Shift+KeyY"));
  const face = () =>
    fields(page, "Paragraph")
      .first()
      .evaluate((element) => getComputedStyle(element).fontFamily);
  await expect.poll(face).toMatch(/^"Libre Franklin/);
  await holdsCaret(page, "dyslexia", () => page.keyboard.press("ControlOrMeta+Alt+Shift+KeyL"));
  await page.screenshot({ path: testInfo.outputPath("apart.png") });
  await page.keyboard.press("ControlOrMeta+Alt+Shift+KeyL");

  await page.keyboard.press("ControlOrMeta+Shift+Backslash");
  const panel = await showPanel(page, "Settings");
  await panel.getByRole("combobox", { name: /^Measure/ }).selectOption("characters");
  const characters = panel.getByLabel("Characters in a line of the page, about");
  await characters.fill("48");
  await characters.press("Enter");
  await expect.poll(async () => Math.abs((await charactersInLine(page)) - 46)).toBeLessThan(4);
  await characters.fill("7");
  await characters.press("Enter");
  await expect(panel.getByRole("alert")).toHaveText("A whole number from 20 to 160, please.");
  await isAccessible(page, "the settings of the view");
  await characters.press("Escape");
  await panel.getByRole("combobox", { name: /^Typeface/ }).selectOption("systemMono");
  await expect.poll(face).toMatch(/monospace/);
  await expect.poll(async () => Math.abs((await charactersInLine(page)) - 46)).toBeLessThan(4);
  await page.screenshot({ path: testInfo.outputPath("settings.png") });
  await runCommand(page, "The usual view");
  await expect.poll(() => charactersInLine(page)).toBeCloseTo(medium);
});

test("a dateline runs into its paragraph, whatever the view: the second line begins at the edge", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates shut early");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("ALDER QUAY");
  await page.keyboard.press("ControlOrMeta+Alt+5");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(SENTENCE.repeat(4).trim());
  const lead = fields(page, "Paragraph").first();
  const secondLine = (): Promise<number> =>
    lead.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = [...range.getClientRects()];
      const [first, second] = [...new Set(lines.map(({ top }) => Math.round(top)))];
      const at = lines.filter(({ top }) => Math.round(top) === second).map(({ left }) => left);
      if (first === undefined || at.length === 0) throw new Error("the paragraph has one line");
      return Math.round(Math.min(...at) - element.getBoundingClientRect().left);
    });
  await expect.poll(secondLine).toBe(0);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+L");
  await expect(page.locator("[data-letters=loose]")).toBeVisible();
  await expect.poll(secondLine, "with letters apart").toBe(0);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+L");
  await page.setViewportSize({ width: 900, height: 700 });
  await expect.poll(secondLine, "without a margin").toBe(0);
});

test("a choice of the view holds in every window at once, and the caret of each stays", async ({ stet }) => {
  const page = await onLongStory(stet);
  const other = await stet.openWindow();
  await expect(fields(other, "Paragraph")).toHaveCount(PARAGRAPHS + 1);
  await fields(other, "Paragraph").nth(8).scrollIntoViewIfNeeded();
  await caretAtEnd(fields(other, "Paragraph").nth(8));
  const before = await caretPx(other);
  await page.keyboard.press("ControlOrMeta+Equal");
  await expect.poll(() => fontPx(other)).toBeCloseTo(19.8);
  expect(Math.abs((await caretPx(other)) - before)).toBeLessThan(3);
});

test("distraction-free shows the page and the save state only, and Escape brings everything back", async ({
  stet,
}, testInfo) => {
  const page = await onLongStory(stet);
  const desk = page.getByRole("navigation");
  const rail = page.getByRole("complementary", { name: "About this story" });
  await holdsCaret(page, "distraction-free", () => page.keyboard.press("ControlOrMeta+Alt+Backslash"));
  await expect(desk).toBeHidden();
  await expect(rail).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type(" Typed alone.");
  await saysSaved(page);
  await expect(stateLine(page)).not.toContainText("words");
  expect((await storyText(page).boundingBox())?.width).toBeGreaterThan(700);
  await isAccessible(page, "distraction-free");
  await page.screenshot({ path: testInfo.outputPath("alone.png") });
  await holdsCaret(page, "back again", () => page.keyboard.press("Escape"));
  await expect(desk).toBeVisible();
  await expect(rail).toBeVisible();
  await expect(storyText(page)).toBeFocused();
  await expect(stateLine(page)).toContainText("words");

  await page.keyboard.press("ControlOrMeta+Alt+Backslash");
  await expect(rail).toBeHidden();
  await page.keyboard.press("ControlOrMeta+1");
  await expect(rail).toBeVisible();
  await expect(rail.getByRole("tab", { name: "Facts" })).toHaveAttribute("aria-selected", "true");
});

test("typewriter scrolling keeps the line with the caret at one height, and follows no click", async ({
  stet,
}, testInfo) => {
  const page = await onLongStory(stet);
  await runCommand(page, "Typewriter scrolling on or off");
  await page.keyboard.type("!");
  const { height } = page.viewportSize() ?? { height: 0 };
  await expect.poll(async () => Math.abs((await caretPx(page)) - height * 0.4)).toBeLessThan(height * 0.1);
  const steady = await caretPx(page);
  for (const key of [
    "ArrowUp",
    "ArrowUp",
    "End",
    "PageUp",
    "End",
    "ArrowUp",
    "ArrowUp",
    "PageUp",
    "ArrowDown",
  ]) {
    await page.keyboard.press(key);
    await expect.poll(async () => Math.abs((await caretPx(page)) - steady), { message: key }).toBeLessThan(4);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.type("Some more words that are typed here.");
  await expect.poll(async () => Math.abs((await caretPx(page)) - steady)).toBeLessThan(4);
  await page.screenshot({ path: testInfo.outputPath("typewriter.png") });
  const scrolled = () => page.locator(".story-editor").evaluate((element) => element.scrollTop);
  const before = await scrolled();
  await page.mouse.click(640, height * 0.7);
  await page.waitForTimeout(200);
  expect(await scrolled()).toBe(before);
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => Math.abs((await caretPx(page)) - steady)).toBeLessThan(4);
  await page.keyboard.press("ControlOrMeta+Home");
  const headlinePx = async () => (await fields(page, "Headline").boundingBox())?.y ?? 0;
  await expect.poll(async () => Math.abs((await headlinePx()) - steady)).toBeLessThan(40);
});

test("the length of story and selection stands in the state line, and in full by key", async ({
  stet,
}, testInfo) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates shut");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(SENTENCE.repeat(30).trim());
  await expect(stateLine(page)).toContainText("453 words, 2,384 characters, about 66 lines, 2 min");
  await page.keyboard.press("ControlOrMeta+Shift+L");
  const details = page.getByRole("dialog", { name: "Length of the story" });
  await expect(details).toBeVisible();
  const figure = (name: string) => details.getByRole("row", { name }).getByRole("cell");
  await expect(figure("Words")).toHaveText(["453"]);
  await expect(figure("Characters without spaces")).toHaveText(["1,933"]);
  await expect(figure("Lines of the column")).toHaveText(["66"]);
  await isAccessible(page, "the length in full");
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await stateLine(page).getByRole("button", { name: "453 words" }).click();
  await expect(figure("Words")).toHaveText(["453", "453"]);
  await expect(figure("Lines of the column")).toHaveText(["66", "66"]);
  await page.screenshot({ path: testInfo.outputPath("length.png") });
  await details.getByRole("button", { name: "Change these figures" }).click();
  const perLine = page.getByLabel("Characters in a line of the column");
  await expect(perLine).toBeVisible();
  await perLine.fill("72");
  await perLine.press("Enter");
  await expect(stateLine(page)).toContainText("about 33 lines, 2 min");
});

for (const scheme of ["light", "dark"] as const) {
  test(`high contrast is chosen or asked for by the system, ${scheme}`, async ({ stet }, testInfo) => {
    const page = await onNewStory(stet);
    await page.keyboard.type("Tide gates shut early");
    await page.emulateMedia({ colorScheme: scheme });
    const root = page.locator("html");
    await expect(root).toHaveAttribute("data-theme", scheme);
    await expect(root).toHaveAttribute("data-contrast", "usual");
    await page.keyboard.press("ControlOrMeta+Alt+Shift+KeyC");
    await expect(root).toHaveAttribute("data-contrast", "more");
    for (const panel of ["Facts", "History", "Settings"]) {
      await showPanel(page, panel);
      await isAccessible(page, `high contrast, ${scheme}, ${panel}`);
    }
    await page.screenshot({ path: testInfo.outputPath("high.png") });
    await runCommand(page, "Contrast as the system");
    await expect(root).toHaveAttribute("data-contrast", "usual");
    await page.emulateMedia({ colorScheme: scheme, contrast: "more" });
    await expect(root).toHaveAttribute("data-contrast", "more");
    await page.emulateMedia({ colorScheme: scheme, contrast: "no-preference", forcedColors: "active" });
    await isAccessible(page, `forced colours, ${scheme}`);
    await page.screenshot({ path: testInfo.outputPath("forced.png") });
  });
}

test("motion can be switched off, and themes follow by key", async ({ stet }) => {
  const page = await onNewStory(stet);
  const root = page.locator("html");
  const motion = () => root.evaluate((element) => getComputedStyle(element).getPropertyValue("--motion"));
  expect(await motion()).toBe("90ms");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+KeyN");
  await expect.poll(motion).toMatch(/^0m?s$/);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+KeyD");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+KeyD");
  await expect(root).toHaveAttribute("data-theme", "dark");
});
