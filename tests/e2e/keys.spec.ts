import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { isInstalled } from "#tests/support/outside-programs.ts";
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

async function onParagraph(stet: Stet, text: string): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Harbor");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(fields(page, "Paragraph")).toHaveCount(1);
  await page.keyboard.type(text);
  return page;
}

function paragraph(page: Page): Locator {
  return fields(page, "Paragraph").first();
}

/** Opens the keyboard page and asks for other keys of a command. */
async function askForKeys(page: Page, command: string): Promise<Locator> {
  const sheet = page.getByRole("dialog", { name: "Keyboard" });
  if (!(await sheet.isVisible())) await page.keyboard.press("F1");
  await sheet.getByRole("searchbox", { name: "Find a command" }).fill(command);
  await sheet.getByRole("button", { name: `Change the keys of ${command}`, exact: true }).click();
  await expect(sheet.getByRole("textbox", { name: `New keys for ${command}` })).toBeFocused();
  return sheet;
}

test("the letters of the selection are set in another case, one step of undo, and stay selected", async ({
  stet,
}) => {
  const page = await onParagraph(stet, "mayor of McDonald county signs off on it");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("ControlOrMeta+Alt+y");
  await expect(paragraph(page)).toHaveText("Mayor of McDonald County Signs Off on It");
  await page.keyboard.press("ControlOrMeta+Alt+u");
  await expect(paragraph(page)).toHaveText("MAYOR OF MCDONALD COUNTY SIGNS OFF ON IT");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(paragraph(page)).toHaveText("Mayor of McDonald County Signs Off on It");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(paragraph(page)).toHaveText("mayor of McDonald county signs off on it");
  await page.keyboard.press("ControlOrMeta+a");
  await caretAtEnd(paragraph(page));
  await page.keyboard.press("Shift+Home");
  for (const text of [
    "Mayor of McDonald county signs off on it",
    "Mayor of McDonald County Signs Off on It",
    "MAYOR OF MCDONALD COUNTY SIGNS OFF ON IT",
    "mayor of mcdonald county signs off on it",
    "mayor of McDonald county signs off on it",
  ]) {
    await page.keyboard.press("ControlOrMeta+F3");
    await expect(paragraph(page)).toHaveText(text);
  }
  await page.keyboard.type("Gone.");
  await expect(paragraph(page)).toHaveText("Gone.");
  await page.keyboard.press("ControlOrMeta+F3");
  await saysSaved(page);
});

test("a command gets other keys, and they hold at once in every window, in hints and in the palette", async ({
  stet,
}) => {
  const page = await onParagraph(stet, "word");
  const other = await stet.openWindow();
  const sheet = await askForKeys(page, "All commands");
  await page.keyboard.press("ControlOrMeta+Shift+y");
  await expect(sheet.getByRole("listitem").filter({ hasText: "All commands" })).toContainText("Ctrl+Shift+Y");
  await page.keyboard.press("Escape");
  await expect(stateLine(page)).toContainText("Ctrl+Shift+Y");
  await expect(stateLine(other)).toContainText("Ctrl+Shift+Y");
  await other.keyboard.press("ControlOrMeta+k");
  await expect(other.getByRole("combobox", { name: "Find a command" })).toBeHidden();
  await other.keyboard.press("ControlOrMeta+Shift+y");
  await expect(other.getByRole("combobox", { name: "Find a command" })).toBeFocused();
});

test("a key that another command has is taken from it by name, also from those that the editor answers itself", async ({
  stet,
}) => {
  const page = await onParagraph(stet, "word");
  const sheet = await askForKeys(page, "UPPER CASE");
  await page.keyboard.press("ControlOrMeta+b");
  await expect(sheet.getByRole("status")).toHaveText("Ctrl+B is the key of “Bold”.");
  await isAccessible(page, "keyboard page with a conflict");
  await sheet.getByRole("button", { name: "Leave it there" }).click();
  await page.keyboard.press("ControlOrMeta+b");
  await sheet.getByRole("button", { name: "Take it from “Bold”" }).click();
  await page.keyboard.press("Escape");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+b");
  await expect(paragraph(page)).toHaveText("WORD");
  await expect(paragraph(page).locator(".text-bold")).toHaveCount(0);

  await askForKeys(page, "UPPER CASE");
  await sheet.getByRole("button", { name: /^Put back Ctrl\+Alt\+U/ }).click();
  await page.keyboard.press("Escape");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("ControlOrMeta+b");
  await expect(paragraph(page).locator(".text-bold")).toHaveText("WORD");
});

test("keys that belong to the machine are refused with the reason, and all are put back at once", async ({
  stet,
}) => {
  const page = await onParagraph(stet, "word");
  const sheet = await askForKeys(page, "Bold");
  await page.keyboard.press("ControlOrMeta+c");
  await expect(sheet.getByRole("status")).toHaveText("Ctrl+C copies, everywhere on this machine.");
  await page.keyboard.press("k");
  await expect(sheet.getByRole("status")).toHaveText("K types a character. Hold Ctrl with it.");
  await page.keyboard.press("Escape");
  await expect(sheet.getByRole("button", { name: "Change the keys of Bold", exact: true })).toBeFocused();
  await askForKeys(page, "Bold");
  await page.keyboard.press("ControlOrMeta+Shift+y");
  await askForKeys(page, "Italic");
  await sheet.getByRole("button", { name: "No key" }).click();
  await sheet.getByRole("button", { name: "Put all keys back (2 commands)" }).click();
  await expect(sheet.getByRole("button", { name: "Choose them again" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("ControlOrMeta+i");
  await expect(paragraph(page).locator(".text-italic")).toHaveText("word");
});

test("the keyboard page prints on two sheets at most, black on white, without what can be pressed", async ({
  stet,
}) => {
  const page = await onParagraph(stet, "word");
  await runCommand(page, "Dark theme");
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await runCommand(page, "Print the keyboard page");
  await expect(page.locator("html[data-printed]")).toHaveCount(1);
  await isAccessible(page, "keyboard page, dark");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toContainText("Ctrl+Shift+S");
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("searchbox", { name: "Find a command" })).toBeHidden();
  const file = path.join(stet.home, "keyboard.pdf");
  writeFileSync(file, await page.pdf({ format: "A4", preferCSSPageSize: true }));
  test.skip(!isInstalled("pdfinfo"), "not run: pdfinfo is not installed");
  const pages = /^Pages:\s+(\d+)/m.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))?.[1];
  expect(Number(pages)).toBeGreaterThan(0);
  expect(Number(pages)).toBeLessThanOrEqual(2);
});

test("TKs are counted, marked and gone to, and a story with one is ready only if somebody insists", async ({
  stet,
}) => {
  test.setTimeout(120_000);
  const page = await onParagraph(stet, "The mayor, TK, said the wall costs $TK million.");
  const line = stateLine(page);
  await expect(line.getByRole("button", { name: "2 TKs" })).toBeVisible();
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get("tk") ?? [])].map((range) =>
          range instanceof Range ? range.toString() : "",
        ),
      ),
    )
    .toEqual(["TK", "TK"]);
  await page.keyboard.press("F8");
  await page.keyboard.type("Ana Ruiz");
  await expect(paragraph(page)).toHaveText("The mayor, Ana Ruiz, said the wall costs $TK million.");
  await expect(line.getByRole("button", { name: "1 TK", exact: true })).toBeVisible();

  await runCommand(page, "Mark ready");
  const notice = page.getByRole("alert").filter({ hasText: "TK" });
  await expect(notice).toContainText(
    "1 TK is left in untitled, so it is not ready. It is in paragraph 1, “…said the wall costs $TK million.”",
  );
  await isAccessible(page, "a story with TKs that shall be ready");
  await notice.getByRole("button", { name: "Go there" }).click();
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe("TK");

  const facts = await showPanel(page, "Facts");
  const status = facts.getByLabel("Status");
  await status.selectOption("ready");
  await expect(notice).toBeVisible();
  await expect(status).toHaveValue("draft");
  await notice.getByRole("button", { name: "Set it all the same" }).click();
  await expect(status).toHaveValue("ready");
  const history = await showPanel(page, "History");
  await expect(history).toContainText("Status changed to ready, with 1 TK left");

  await runCommand(page, "Next TK");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type("9");
  await expect(line.getByRole("button", { name: /TK/ })).toHaveCount(0);
  await runCommand(page, "Mark sent");
  await expect(page.getByRole("status").filter({ hasText: "untitled" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("the measure at the caret is converted behind it or in its place, one step of undo", async ({
  stet,
}) => {
  const page = await onParagraph(stet, "He ran 26.2 miles and is 6 feet 2 inches");
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await expect(paragraph(page)).toHaveText("He ran 26.2 miles and is 6 feet 2 inches (1.88 meters)");
  await page.keyboard.type(".");
  await expect(paragraph(page)).toHaveText("He ran 26.2 miles and is 6 feet 2 inches (1.88 meters).");
  await page.keyboard.press("Home");
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await expect(page.getByText("No measure and no amount of money stands at the caret.")).toBeVisible();
  for (let step = 0; step < 9; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+m");
  await expect(paragraph(page)).toHaveText("He ran 42.2 kilometers and is 6 feet 2 inches (1.88 meters).");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(paragraph(page)).toHaveText("He ran 26.2 miles and is 6 feet 2 inches (1.88 meters).");
});

test("boilerplate comes by its code or its name, Tab goes through its fields, and the settings keep it", async ({
  stet,
}) => {
  test.setTimeout(90_000);
  const page = await onParagraph(stet, "nocom");
  await page.keyboard.press("ControlOrMeta+;");
  await expect(paragraph(page)).toHaveText("Name did not immediately respond to a request for comment.");
  await page.keyboard.type("Ruiz");
  await page.keyboard.press("Tab");
  await page.keyboard.type(" So");
  await expect(paragraph(page)).toHaveText("Ruiz did not immediately respond to a request for comment. So");
  await page.keyboard.press("ControlOrMeta+;");
  await expect(page.getByText("No code of a boilerplate text stands before the caret.")).toBeVisible();

  const panel = await showPanel(page, "Settings");
  await panel.getByRole("button", { name: "Add a text" }).click();
  await page.keyboard.type("Weather line");
  await page.keyboard.press("Tab");
  await page.keyboard.type("30");
  await page.keyboard.press("Tab");
  await page.keyboard.type("{slug}: {Place} and {Time}.{cursor}");
  await panel.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(panel.getByRole("alert")).toHaveText("“30” is the code of “End of story”.");
  await isAccessible(page, "settings with a boilerplate text that is written");
  await panel.getByLabel("Code").fill("wx");
  await panel.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(panel.getByText("Weather line")).toBeVisible();
  await panel.getByRole("button", { name: "Delete More to come" }).click();
  await expect(panel.getByText("More to come")).toHaveCount(0);

  await caretAtEnd(paragraph(page));
  await page.keyboard.press("Enter");
  await runCommand(page, "Insert boilerplate: Weather line");
  const last = fields(page, "Paragraph").last();
  await expect(last).toHaveText("untitled: Place and Time.");
  await page.keyboard.type("Harbor");
  await page.keyboard.press("Tab");
  await page.keyboard.type("9 a.m");
  await page.keyboard.press("Tab");
  await page.keyboard.type(" Fog");
  await expect(last).toHaveText("untitled: Harbor and 9 a.m. Fog");
});
