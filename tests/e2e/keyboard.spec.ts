import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { pictureSaying } from "#tests/support/pictures.ts";
import { forDialog, pasteText } from "./driver/carried-files.ts";
import {
  deskRows,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { NEWS_PAGE } from "./driver/news-page.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test } from "./driver/stet.ts";

/** Expects the focus to be on something that a person sees, and to look like it. */
async function focusIsSeen(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const focused = document.activeElement;
        if (!(focused instanceof HTMLElement) || focused === document.body) return "nowhere";
        const { width, height } = focused.getBoundingClientRect();
        if (width < 1 || height < 1) return `on something unseen: ${focused.outerHTML.slice(0, 120)}`;
        const { outlineStyle, boxShadow } = getComputedStyle(
          focused.querySelector("[role=option][data-active=true]") ?? focused,
        );
        const hasCaret = focused.isContentEditable || focused.matches("input, textarea");
        const isMarked = outlineStyle !== "none" || boxShadow !== "none" || hasCaret;
        return isMarked
          ? "seen"
          : `on something that does not look like it: ${focused.outerHTML.slice(0, 120)}`;
      }),
    )
    .toBe("seen");
}

/** Presses Tab until the focus is on the control of this name. */
async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return "";
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return element.ariaLabel ?? (labels.map((label) => label.textContent).join(" ") || element.textContent);
    });
    if (typeof name === "string" ? focused === name : name.test(focused)) return;
    await page.keyboard.press(key);
    await focusIsSeen(page);
  }
  throw new Error(`Tab does not lead to ${String(name)}`);
}

test("a story is written, its kinds changed, a photo set and the story sent out, without a mouse", async ({
  stet,
}) => {
  test.setTimeout(90_000);
  const page = await stet.openWindow();

  await test.step("from the first screen to the first word", async () => {
    await expect(page.getByRole("button", { name: "Start an empty newsroom" })).toBeVisible();
    await tabTo(page, /^Start an empty newsroom/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "An empty newsroom" })).toBeVisible();
    await page.keyboard.press("Alt+Shift+N");
    await expect(storyText(page)).toBeFocused();
    await page.keyboard.type("Tide gates shut early");
    await page.keyboard.press("Enter");
    await page.keyboard.type("By Ana Ruiz");
    await page.keyboard.press("Enter");
    await page.keyboard.type("The gates closed an hour before the flood.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Who decides");
  });

  await test.step("one key changes the kind of a block", async () => {
    await page.keyboard.press("ControlOrMeta+Alt+7");
    await expect(fields(page, "Subhead")).toHaveText("Who decides");
    await expect(stateLine(page)).toContainText("Subhead");
    await page.keyboard.press("Enter");
    await page.keyboard.type("The harbor board does.");
    await expect(fields(page, "Paragraph")).toHaveCount(2);
  });

  await test.step("every dialog takes the focus and gives it back to the word it came from", async () => {
    await page.keyboard.press("ControlOrMeta+K");
    await expect(page.getByRole("combobox", { name: "Find a command" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(storyText(page)).toBeFocused();
    await page.keyboard.type(" Always.");
    await page.keyboard.press("F1");
    await expect(page.getByRole("dialog", { name: "Keyboard" })).toContainText("New story");
    await page.keyboard.press("Escape");
    await expect(storyText(page)).toBeFocused();
    await page.keyboard.press("ControlOrMeta+Shift+I");
    await expect(page.getByRole("dialog", { name: "Bring copy in" }).getByRole("textbox")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(storyText(page)).toBeFocused();
    await page.keyboard.type(" Nobody asked.");
    await expect(fields(page, "Paragraph").last()).toHaveText("The harbor board does. Always. Nobody asked.");
  });

  await test.step("a command found by a few letters opens the picture dialog", async () => {
    const chooser = page.waitForEvent("filechooser");
    await runCommand(page, "Insert photo…");
    const bytes = await pictureSaying(stet.home, "-XMP-dc:Description=The gates, shut.");
    await (await chooser).setFiles(forDialog({ name: "gates.jpg", mediaType: "image/jpeg", bytes }));
    await expect(fields(page, "Caption")).toHaveText("The gates, shut.");
    await expect(storyText(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ana Ruiz");
    await expect(fields(page, "Credit")).toHaveText("Ana Ruiz");
    await saysSaved(page);
  });

  await test.step("the facts are set and the caret comes back", async () => {
    await page.keyboard.press("ControlOrMeta+1");
    await expect(page.getByLabel("Slug")).toBeFocused();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("tide-gates");
    await tabTo(page, "Page");
    await page.keyboard.type("B4");
    await page.keyboard.press("Escape");
    await expect(storyText(page)).toBeFocused();
    await expect
      .poll(() => theCommittedStory(stet.home).facts)
      .toMatchObject({ slug: "tide-gates", page: "B4" });
  });

  await test.step("every panel of the rail opens by its key and takes the focus", async () => {
    for (const [key, panel] of [
      ["ControlOrMeta+1", "Facts"],
      ["ControlOrMeta+2", "Photos"],
      ["ControlOrMeta+3", "Original"],
      ["ControlOrMeta+5", "Outline"],
      ["ControlOrMeta+,", "Settings"],
      ["ControlOrMeta+Shift+E", "Export"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole("tab", { name: panel })).toHaveAttribute("aria-selected", "true");
      await expect(page.getByRole("complementary").locator(":focus")).toHaveCount(1);
      await focusIsSeen(page);
    }
  });

  await test.step("the export starts, and its result is reached", async () => {
    const into = path.join(stet.home, "out");
    mkdirSync(into);
    await tabTo(page, "Into the folder");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(into);
    await tabTo(page, "Export");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Exported" })).toBeVisible();
    await focusIsSeen(page);
  });

  await test.step("the desk list is searched, and the story opened from there", async () => {
    await page.keyboard.press("ControlOrMeta+Shift+F");
    await expect(page.getByRole("searchbox", { name: "Find stories" })).toBeFocused();
    await page.keyboard.type("gates hour");
    await expect(deskRows(page)).toHaveCount(1);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("listbox", { name: "Stories" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(storyText(page)).toBeFocused();
  });
});

test("a page that is pasted is gone through and brought in without a mouse", async ({ stet }) => {
  const page = await stet.openWindow();
  await expect(page.getByRole("button", { name: "Start an empty newsroom" })).toBeVisible();
  await tabTo(page, /^Start an empty newsroom/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "An empty newsroom" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+I");
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await pasteText(page, NEWS_PAGE);
  const parts = page.getByRole("listbox", { name: "Parts of the source" });
  await expect(parts).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("t");
  await expect(parts.getByRole("option").first()).toContainText("Tagline");
  await page.keyboard.press("x");
  await expect(parts.getByRole("option").first()).toContainText("Leave out");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(fields(page, "Headline")).toHaveText("Harbor board sends seawall plan to voters");
  await expect(storyText(page)).toBeFocused();
});

test("what is typed at once behind a command of the palette is typed into the page, and the command came first", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates shut. ");
  const palette = page.getByRole("combobox", { name: "Find a command" });
  for (let turn = 1; turn <= 8; turn += 1) {
    await page.keyboard.press("ControlOrMeta+K");
    await expect(palette).toBeFocused();
    await page.keyboard.type("italic");
    await expect(page.getByRole("option", { name: "Italic" }).first()).toHaveAttribute("data-highlighted");
    await Promise.all([page.keyboard.press("Enter"), page.keyboard.type(String(turn))]);
    await expect(fields(page, "Headline")).toHaveText(`Tide gates shut. ${"12345678".slice(0, turn)}`);
  }
  await expect(fields(page, "Headline").locator("em")).toHaveText(["1", "3", "5", "7"]);
});

test("F6 goes round the panes, and folding one away never loses the focus", async ({ stet }) => {
  const page = await stet.openWindow();
  await page.getByRole("button", { name: "Start an empty newsroom" }).click();
  await expect(page.getByRole("heading", { name: "An empty newsroom" })).toBeVisible();
  await page.keyboard.press("Alt+Shift+N");
  await expect(storyText(page)).toBeFocused();
  await expect(page.getByRole("tabpanel", { name: "Facts" }).getByRole("textbox").first()).toBeVisible();
  await page.keyboard.press("F6");
  await expect(page.getByRole("complementary").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("F6");
  await expect(page.getByRole("navigation").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+\\");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await focusIsSeen(page);
  await page.keyboard.press("ControlOrMeta+1");
  await expect(page.getByLabel("Slug")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Shift+\\");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await focusIsSeen(page);
});
