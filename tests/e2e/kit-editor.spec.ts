import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import {
  goesOnAfterCrash,
  inEmptyNewsroom,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
} from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

const PARAGRAPHS = [
  "The lock keepers of the upper canal will open the gates by hand again from Monday, because the pump that was to spare them the walk has been under water since the night of the storm.",
  "Barges wait at both ends. The carriers speak of ninety thousand crowns a week, the waterways board of a pump that is on its way, by road, from a yard four hundred miles off.",
];

const FONTS = path.resolve(import.meta.dirname, "../../node_modules/@expo-google-fonts/source-serif-4");

function depth(page: Page): Locator {
  return page.locator(".state-fit-depth");
}

async function lines(of: Locator): Promise<number> {
  return Number.parseInt((await of.textContent()) ?? "", 10);
}

/** A new story, saved and set, with the editor of its kit open. */
async function onKit(stet: Stet): Promise<{ readonly page: Page; readonly sheet: Locator }> {
  const page = await onNewStory(stet);
  await page.keyboard.insertText("Keepers crank the canal gates by hand");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  for (const [nth, text] of PARAGRAPHS.entries()) {
    if (nth > 0) await page.keyboard.press("Enter");
    await page.keyboard.insertText(text);
  }
  await saysSaved(page);
  await expect(depth(page)).toHaveText(/\d+ lines/, { timeout: 30_000 });
  await page.keyboard.press("ControlOrMeta+Alt+Shift+K");
  const sheet = page.getByRole("dialog", { name: "Desk kit: Stet Broadsheet" });
  await expect(sheet.locator("[data-depth=story]")).toHaveText(/\d+ lines/, { timeout: 30_000 });
  return { page, sheet };
}

function sizeOf(sheet: Locator, style: string): Promise<number> {
  return sheet
    .locator(`[data-style=${style}] text`)
    .first()
    .evaluate((text) => Number(text.getAttribute("font-size")));
}

test("another leading and headline size are seen in the sample at once, and the story is set in them once they are saved", async ({
  stet,
}) => {
  const { page, sheet } = await onKit(stet);
  const before = await lines(depth(page));
  const story = sheet.locator("[data-depth=story]");
  expect(await lines(story)).toBe(before);

  await sheet.getByRole("tab", { name: "Headline", exact: true }).click();
  await sheet.getByLabel("Size", { exact: true }).fill("48");
  await expect.poll(() => sizeOf(sheet, "headline")).toBe(48);
  await sheet.getByRole("tab", { name: "Paragraph", exact: true }).click();
  await sheet.getByLabel("Size", { exact: true }).fill("12");
  await sheet.getByLabel("Leading", { exact: true }).fill("13,5");
  await expect.poll(() => sizeOf(sheet, "paragraph")).toBe(12);
  await expect.poll(() => lines(story)).toBeGreaterThan(before);
  await expect(story).toContainText(`before: ${String(before)} lines`);
  expect(await lines(depth(page))).toBe(before);
  const now = await lines(story);

  await sheet.getByRole("button", { name: "Save as a kit of its own" }).click();
  await expect(page.getByRole("dialog")).toContainText("Stet Broadsheet, copy is saved");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect.poll(() => lines(depth(page))).toBe(now);

  // A new version of it takes its place wherever it is used, and the story goes over by itself.
  await page.keyboard.press("ControlOrMeta+Alt+Shift+K");
  const own = page.getByRole("dialog", { name: "Desk kit: Stet Broadsheet, copy" });
  await expect(own.getByLabel("Leading", { exact: true })).toHaveValue("13.5");
  await own.getByLabel("Size", { exact: true }).fill("9");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(own).toContainText("is saved");
  await page.keyboard.press("Escape");
  await expect.poll(() => lines(depth(page))).toBe(before);
});

test("an impossible value is refused at its field with the reason, and keeps the kit from being saved", async ({
  stet,
}) => {
  const { page, sheet } = await onKit(stet);
  const leading = sheet.getByLabel("Leading", { exact: true });
  await leading.fill("much");
  await expect(leading).toHaveAttribute("aria-invalid", "true");
  await expect(leading).toHaveAccessibleDescription("“much” is no figure");
  await leading.fill("0,5");
  await expect(leading).toHaveAccessibleDescription("must be 2 or more");
  await expect(sheet).toContainText("The sample stands as it was");

  await sheet.getByRole("tab", { name: "Page and columns" }).click();
  await expect(sheet.getByRole("tab", { name: "Paragraph to be mended" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(leading).toBeFocused();
  await expect(sheet).toContainText("News, Paragraph, Leading: must be 2 or more");
  await page.keyboard.press("Escape");
  await expect(leading).toHaveValue("10");
  await expect(sheet).toContainText("Nothing is changed.");

  await sheet.getByLabel("Word spaces, least").fill("130");
  await expect(sheet.getByLabel("Word spaces, desired")).toHaveAccessibleDescription(
    "must not fall from least to most",
  );
  await sheet.getByRole("button", { name: "Put everything back" }).click();
  await leading.fill("8");
  await expect(leading).toHaveAccessibleDescription("smaller than the size: lines may touch");
  await expect(leading).toHaveAttribute("aria-invalid", "false");
});

test("everything is done by keys, can be taken back, and is there again when the editor was closed", async ({
  stet,
}) => {
  const { page, sheet } = await onKit(stet);
  await expect(sheet.getByRole("tab", { name: "Paragraph", exact: true })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(sheet.getByRole("tab", { name: "Subhead" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(sheet.getByLabel("Face", { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const size = sheet.getByLabel("Size", { exact: true });
  await expect(size).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(size).toHaveValue("9.5");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(size).toHaveValue("14.5");
  await page.keyboard.press("Alt+PageDown");
  const quoted = sheet.getByRole("tab", { name: "Pull quote" });
  await expect(quoted).toHaveAttribute("aria-selected", "true");
  await sheet.getByLabel("Size", { exact: true }).fill("20");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(sheet.getByLabel("Size", { exact: true })).toHaveValue("13.5");
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(sheet.getByLabel("Size", { exact: true })).toHaveValue("20");
  await sheet.getByRole("button", { name: "was 13.5: put Size back" }).press("Enter");
  await expect(sheet.getByLabel("Size", { exact: true })).toHaveValue("13.5");

  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Alt+Shift+K");
  await sheet.getByRole("tab", { name: "Subhead changed" }).click();
  await expect(size).toHaveValue("14.5");
});

/** Opens the editor in a window and looks for what was left in it. */
async function findsItAsLeft(page: Page): Promise<void> {
  const opened = page.getByRole("dialog", { name: "Desk kit: Stet Broadsheet" });
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+Alt+Shift+K");
    await expect(opened).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await opened.getByRole("tab", { name: /^Paragraph/ }).click();
  await expect(opened.getByLabel("Leading", { exact: true })).toHaveValue("much");
  await opened.getByRole("tab", { name: "Subhead changed" }).click();
  await expect(opened.getByLabel("Size", { exact: true })).toHaveValue("14.5");
}

test("what was not saved is there after a crash, and in another window", async ({ stet }) => {
  const { page, sheet } = await onKit(stet);
  await sheet.getByRole("tab", { name: "Subhead", exact: true }).click();
  const size = sheet.getByLabel("Size", { exact: true });
  await size.fill("14.5");
  await sheet.getByRole("tab", { name: "Paragraph", exact: true }).click();
  await sheet.getByLabel("Leading", { exact: true }).fill("much");
  // Half a second after the last key everything is in the newsroom.
  await expect(async () => {
    const other = await stet.openWindow();
    await findsItAsLeft(other);
    await other.close();
  }).toPass({ timeout: 40_000 });
  await page.close();
  await stet.restart({ crash: true });
  const later = await stet.openWindow();
  await goesOnAfterCrash(later);
  await findsItAsLeft(later);
});

test("page and columns, drop cap and hyphenation, headline codes and picture depths are edited, and the measures follow", async ({
  stet,
}) => {
  const { page, sheet } = await onKit(stet);
  await sheet.getByRole("tab", { name: "Page and columns" }).click();
  await sheet.getByLabel("Gutter").fill("1p6");
  await expect(sheet.getByLabel("1 column", { exact: true })).toHaveValue("111");
  await sheet.getByRole("tab", { name: "First paragraph, dateline" }).click();
  await sheet.getByLabel("Begin with a drop cap").check();
  await expect(sheet.getByLabel("Deep")).toHaveValue("3");
  await expect
    .poll(() =>
      sheet
        .locator("[data-style=paragraph] text")
        .evaluateAll((texts) => Math.max(...texts.map((text) => Number(text.getAttribute("font-size"))))),
    )
    .toBeGreaterThan(25);
  await sheet.getByRole("tab", { name: "Paragraph", exact: true }).click();
  await sheet.getByLabel("Divide words", { exact: true }).uncheck();
  await expect(sheet.getByLabel("Shortest word")).toBeHidden();
  await sheet.getByRole("tab", { name: "Name, grid, headlines" }).click();
  await sheet.getByLabel("Codes", { exact: true }).fill("3-36-2 2-30");
  await expect(sheet.getByLabel("Codes", { exact: true })).toHaveAccessibleDescription(
    "“2-30” is no columns-points-lines",
  );
  await sheet.getByLabel("Codes", { exact: true }).fill("3-36-2 2-30-1");
  await sheet.getByRole("tab", { name: "Pictures" }).click();
  await sheet.getByLabel("3 columns, lying", { exact: true }).fill("200");
  await expect.poll(() => sheet.locator(".kit-sample-box").first().getAttribute("height")).toBe("200");
  await sheet.getByRole("tab", { name: "Fonts" }).click();
  await sheet.getByRole("button", { name: "Take out LibreFranklin_400Regular.ttf" }).click();
  await expect(sheet.getByRole("tab", { name: "Caption to be mended" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Z");
  await sheet.getByLabel("For", { exact: true }).selectOption("newsroom");
  await sheet.getByRole("button", { name: "Save as a kit of its own" }).click();
  await expect(page.getByRole("dialog")).toContainText("is saved");
});

test("a desk takes its own font in with its license, names its family and sets the headline in it", async ({
  stet,
}) => {
  const { page, sheet } = await onKit(stet);
  await sheet.getByRole("tab", { name: "Fonts" }).click();
  await expect(sheet.getByRole("button", { name: "Add", exact: true })).toBeDisabled();
  const choose = async (button: string, file: string): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await sheet.getByRole("button", { name: button }).click();
    await (await chooser).setFiles(path.join(FONTS, file));
  };
  await choose("Font…", "600SemiBold/SourceSerif4_600SemiBold.ttf");
  await choose("Its license…", "LICENSE_FONT");
  await expect(sheet).toContainText("Font: SourceSerif4_600SemiBold.ttf");
  await sheet.getByRole("button", { name: "Add", exact: true }).click();
  const family = sheet.getByLabel("SourceSerif4_600SemiBold.ttf, Family");
  await expect(family).toHaveAccessibleDescription("there is a font for this face already");
  await family.fill("Source Serif Semibold");
  await expect(family).toHaveAttribute("aria-invalid", "false");
  await sheet.getByRole("tab", { name: "Headline", exact: true }).click();
  await sheet.getByLabel("Face", { exact: true }).selectOption("Source Serif Semibold");
  await expect
    .poll(() =>
      sheet
        .locator("[data-style=headline] text")
        .first()
        .evaluate((text) => text.getAttribute("font-family")),
    )
    .toContain("Source Serif Semibold");
  await page.screenshot({ path: "/tmp/kit-own-font.png" });
  await sheet.getByRole("button", { name: "Save as a kit of its own" }).click();
  await expect(page.getByRole("dialog")).toContainText("is saved");
});

test("a kit is opened from the settings, where no story is open too", async ({ stet }) => {
  const page = await inEmptyNewsroom(stet);
  const settings = await showPanel(page, "Settings");
  await settings
    .getByRole("listitem")
    .filter({ hasText: "Stet Tabloid" })
    .getByRole("button", { name: "Edit" })
    .click();
  const sheet = page.getByRole("dialog", { name: "Desk kit: Stet Tabloid" });
  await expect(sheet.locator("[data-depth=sample]")).toHaveText(/\d+ lines/, { timeout: 30_000 });
  await expect(sheet.locator("[data-depth=story]")).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the editor of a kit, ${colorScheme}`, async ({ stet }) => {
    const { page, sheet } = await onKit(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await sheet.getByLabel("Leading", { exact: true }).fill("8");
    await sheet.getByLabel("Size", { exact: true }).fill("10");
    await sheet.getByLabel("First line").fill("lots");
    await sheet.getByLabel("Letter spaces, most").fill("-3");
    await isAccessible(page, "the editor of a kit");
    await page.screenshot({ path: `/tmp/kit-paragraph-${colorScheme}.png` });
    for (const part of [
      "Headline",
      "Page and columns",
      "Fonts",
      "Pictures",
      "First paragraph, dateline",
      "Name and note",
    ]) {
      await sheet.getByRole("tab", { name: part, exact: true }).click();
      await isAccessible(page, `the editor of a kit, ${part}`);
      await page.screenshot({ path: `/tmp/kit-${part.replaceAll(/\W+/g, "-")}-${colorScheme}.png` });
    }
  });
}

test("the editor of a kit speaks German and stands in high contrast and in the system's colors", async ({
  stet,
}) => {
  const { page } = await onKit(stet);
  await page.keyboard.press("Escape");
  await runCommand(page, "Deutsch");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+K");
  const sheet = page.getByRole("dialog", { name: "Satzpaket: Stet Broadsheet" });
  await expect(sheet.locator("[data-depth=story]")).toHaveText(/\d+ Zeilen/, { timeout: 30_000 });
  await sheet.getByLabel("Zeilenabstand", { exact: true }).fill("10,25");
  await expect(sheet.getByRole("button", { name: "vorher 10: Zeilenabstand zurücksetzen" })).toBeVisible();
  await sheet.getByLabel("Schriftgrad", { exact: true }).fill("viel");
  await expect(sheet.getByLabel("Schriftgrad", { exact: true })).toHaveAccessibleDescription(
    "„viel“ ist keine Zahl",
  );
  await page.screenshot({ path: "/tmp/kit-german.png" });
  await page.emulateMedia({ contrast: "more" });
  await isAccessible(page, "the editor of a kit, high contrast");
  await page.screenshot({ path: "/tmp/kit-contrast.png" });
  await page.emulateMedia({ contrast: "no-preference", forcedColors: "active" });
  await page.screenshot({ path: "/tmp/kit-forced.png" });
  await page.emulateMedia({ forcedColors: "none" });
  await page.setViewportSize({ width: 820, height: 700 });
  const tooWide = await sheet
    .locator(".kit-fields, .kit-list, .kit-foot")
    .evaluateAll((parts) =>
      parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.className),
    );
  expect(tooWide).toEqual([]);
  await page.screenshot({ path: "/tmp/kit-narrow.png" });
});
