import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pictureSaying } from "#tests/support/pictures.ts";
import { isAccessible } from "./driver/axe.ts";
import { dropFiles } from "./driver/carried-files.ts";
import { fields, saysSaved, showPanel, storyText } from "./driver/desk-window.ts";
import { NEWS_PAGE } from "./driver/news-page.ts";
import { expect, test } from "./driver/stet.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on every screen, ${colorScheme}`, () => {
    test("axe finds nothing from the first screen to a story with a photo", async ({ stet }) => {
      const page = await stet.openWindow();
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.getByRole("button", { name: "Start an empty newsroom" })).toBeVisible();
      await isAccessible(page, "the first screen");
      await page.getByRole("button", { name: "Start an empty newsroom" }).click();
      await expect(page.getByRole("heading", { name: "An empty newsroom" })).toBeVisible();
      await isAccessible(page, "an empty newsroom");

      await page.getByRole("main").getByRole("button", { name: "Bring copy in" }).click();
      const sheet = page.getByRole("dialog", { name: "Bring copy in" });
      await expect(sheet.getByRole("textbox")).toBeFocused();
      await isAccessible(page, "bringing in, before anything came");
      await sheet.getByRole("textbox").fill(NEWS_PAGE);
      await sheet.getByRole("button", { name: "Read it" }).click();
      await expect(sheet.getByRole("listbox")).toBeFocused();
      await isAccessible(page, "bringing in, the reading");
      await sheet.getByRole("button", { name: "Bring it in" }).click();
      await expect(fields(page, "Headline")).toBeVisible();
      await dropFiles(fields(page, "Subhead"), {
        name: "gates.jpg",
        mediaType: "image/jpeg",
        bytes: await pictureSaying(stet.home, "-XMP-dc:Description=The tide gates, shut."),
      });
      await expect(storyText(page).getByRole("img", { name: "The tide gates, shut." })).toBeVisible();
      await saysSaved(page);
      await isAccessible(page, "a story with a photo");
    });

    test("axe finds nothing on the panels, the dialogs, the notices and an export", async ({ stet }) => {
      const page = await stet.openWindow();
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.getByRole("button", { name: "Start an empty newsroom" }).click();
      await page.getByRole("main").getByRole("button", { name: "Write a story" }).click();
      await expect(storyText(page)).toBeFocused();
      await page.keyboard.type("Tide gates shut early");
      for (const panel of ["Facts", "Photos", "Original", "History", "Export", "Settings"]) {
        await showPanel(page, panel);
        await isAccessible(page, `the panel ${panel}`);
      }

      await storyText(page).click();
      await page.keyboard.press("ControlOrMeta+Shift+K");
      await expect(page.getByLabel("Link to")).toBeFocused();
      await isAccessible(page, "the field for a link");
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+K");
      await expect(page.getByRole("combobox", { name: "Find a command" })).toBeFocused();
      await isAccessible(page, "the list of commands");
      await page.keyboard.type("zzzz");
      await isAccessible(page, "the list of commands, none found");
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
      await isAccessible(page, "the keyboard page");
      await page.keyboard.press("Escape");

      await dropFiles(storyText(page), {
        name: "gates.jpg",
        mediaType: "image/jpeg",
        bytes: new Uint8Array(),
      });
      await expect(page.getByRole("log", { name: "Notices" })).toContainText("gates.jpg");
      await isAccessible(page, "a notice about a picture");
      await dropFiles(page.getByRole("navigation"), {
        name: "empty.txt",
        mediaType: "text/plain",
        bytes: new Uint8Array(),
      });
      await expect(page.getByRole("heading", { name: "empty.txt was not brought in" })).toBeVisible();
      await isAccessible(page, "a file that was refused");
      await page.keyboard.press("Escape");
      await page.getByRole("searchbox", { name: "Find stories" }).fill("nothing has these words");
      await expect(page.getByText("No story found")).toBeVisible();
      await isAccessible(page, "a search that finds nothing");

      const into = path.join(stet.home, "out");
      mkdirSync(into);
      const panel = await showPanel(page, "Export");
      await panel.getByLabel("Into the folder").fill(into);
      await panel.getByRole("button", { name: "Export", exact: true }).click();
      await expect(panel.getByRole("heading", { name: "Exported" })).toBeVisible();
      await isAccessible(page, "the result of an export");
      await panel.getByRole("button", { name: "Export again" }).click();
      writeFileSync(path.join(stet.home, "a-file"), "");
      await panel.getByLabel("Into the folder").fill(path.join(stet.home, "a-file"));
      await panel.getByRole("button", { name: "Export", exact: true }).click();
      await expect(panel.getByRole("alert")).toBeVisible();
      await isAccessible(page, "an export that failed");
    });
  });
}
