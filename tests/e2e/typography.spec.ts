import type { Page } from "@playwright/test";
import { drawPicture } from "#tests/support/pictures.ts";
import { isAccessible } from "./driver/axe.ts";
import { forDialog } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
  storyText,
} from "./driver/desk-window.ts";
import { compose } from "./driver/input-method.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

/** A new story with a headline, and the caret in an empty paragraph. */
async function onParagraph(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Harbor");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(fields(page, "Paragraph")).toHaveCount(1);
  return page;
}

function paragraph(page: Page) {
  return fields(page, "Paragraph").first();
}

/** Chooses another locale in the settings and goes back to the text. */
async function chooseStyle(page: Page, name: RegExp): Promise<void> {
  const panel = await showPanel(page, "Settings");
  const choice = panel.getByRole("combobox", { name: "Language and style" });
  const option = await choice.locator("option", { hasText: name }).getAttribute("value");
  await choice.selectOption(option);
  await caretAtEnd(paragraph(page));
}

test("what is typed comes out as a newspaper sets it", async ({ stet }) => {
  const page = await onParagraph(stet);
  await page.keyboard.type(
    `"'Twas the '90s," she said--"rock 'n' roll, 6'2" and 5 1/2 miles..." on 11/22/2026.`,
  );
  await expect(paragraph(page)).toHaveText(
    "“’Twas the ’90s,” she said—“rock ’n’ roll, 6′2″ and 5½ miles…” on 11/22/2026.",
  );
  await saysSaved(page);
  await stet.closeWindow(page);
  await expect(paragraph(await stet.openWindow())).toHaveText(/^“’Twas the ’90s,”/);
});

test("one Backspace takes a substitution back to what was typed, and it stays so", async ({ stet }) => {
  const page = await onParagraph(stet);
  await page.keyboard.type(`a "`);
  await expect(paragraph(page)).toHaveText("a “");
  await page.keyboard.press("Backspace");
  await expect(paragraph(page)).toHaveText(`a "`);
  await page.keyboard.type("b--");
  await expect(paragraph(page)).toHaveText(`a "b—`);
  await page.keyboard.press("Backspace");
  await expect(paragraph(page)).toHaveText(`a "b--`);
  await page.keyboard.type(" 1/2 ");
  await expect(paragraph(page)).toHaveText(`a "b-- ½ `);
  await page.keyboard.press("Backspace");
  await expect(paragraph(page)).toHaveText(`a "b-- 1/2 `);
  await page.keyboard.type("c");
  await expect(paragraph(page)).toHaveText(`a "b-- 1/2 c`);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(paragraph(page)).toHaveText(`a "b-- 1/`);
});

test("Backspace is Backspace again once the caret has been elsewhere", async ({ stet }) => {
  const page = await onParagraph(stet);
  await page.keyboard.type(`so--`);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Backspace");
  await expect(paragraph(page)).toHaveText("so");
});

test("undo takes back the substitution first, then what was typed, and redo brings both again", async ({
  stet,
}) => {
  const page = await onParagraph(stet);
  await page.keyboard.type(`Wait...`);
  await expect(paragraph(page)).toHaveText("Wait…");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(paragraph(page)).toHaveText("Wait...");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(paragraph(page)).toHaveText("Wait…");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(paragraph(page)).toHaveText("");
});

test("what a space would show at the end of a line, Enter shows too, as a step of undo of its own", async ({
  stet,
}) => {
  const page = await onParagraph(stet);
  await page.keyboard.type("We’ll get 'em");
  await page.keyboard.press("Enter");
  await page.keyboard.type("It ran 5 1/2");
  await page.keyboard.press("Enter");
  await expect(fields(page, "Paragraph")).toHaveText(["We’ll get ’em", "It ran 5½", ""]);
  await page.keyboard.type("Next");
  await expect(fields(page, "Paragraph")).toHaveText(["We’ll get ’em", "It ran 5½", "Next"]);
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(fields(page, "Paragraph")).toHaveText(["We’ll get ’em", "It ran 5 1/2", ""]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(fields(page, "Paragraph")).toHaveText(["We’ll get ’em", "It ran 5 1/2"]);
});

test("headlines, captions and the edges of bold text are set alike, and bold stays bold", async ({
  stet,
}) => {
  const page = await onParagraph(stet);
  await caretAtEnd(fields(page, "Headline"));
  await page.keyboard.type(`: 'It's ours'`);
  await expect(fields(page, "Headline")).toHaveText("Harbor: ‘It’s ours’");
  const bytes = await drawPicture(320, 200);
  await caretAtEnd(paragraph(page));
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.keyboard.press("ControlOrMeta+Shift+p"),
  ]);
  await dialog.setFiles(forDialog({ name: "quay.jpg", mediaType: "image/jpeg", bytes }));
  await fields(page, "Photo").locator("img").click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type(`The "quay"`);
  await page.keyboard.press("Tab");
  await page.keyboard.type(`Ana's`);
  await expect(fields(page, "Caption")).toHaveText("The “quay”");
  await expect(fields(page, "Credit")).toHaveText("Ana’s");
  await caretAtEnd(paragraph(page));
  await page.keyboard.type(`see "`);
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type(`bold`);
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type(`" and 1/`);
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type(`2--so`);
  await expect(paragraph(page)).toHaveText("see “bold” and ½—so");
  await expect(paragraph(page).locator("strong").first()).toHaveText("bold");
  await expect(paragraph(page).locator("strong").last()).toHaveText("—so");
});

test("French, German and Swedish quotes and spaces follow the choice in the settings", async ({ stet }) => {
  const page = await onParagraph(stet);
  await chooseStyle(page, /^French/);
  await page.keyboard.type(`"Quoi?" dit-il : l'eau`);
  await expect(paragraph(page)).toHaveText("«\u00A0Quoi\u202F?\u00A0» dit-il\u00A0: l’eau", {
    useInnerText: true,
  });
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Backspace");
  await chooseStyle(page, /^German/);
  await page.keyboard.type(`"Wie geht's 'dort'?" -- gut`);
  await expect(paragraph(page)).toHaveText("„Wie geht’s ‚dort‘?“ – gut");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Backspace");
  await chooseStyle(page, /^Swedish/);
  await page.keyboard.type(`"Hej"`);
  await expect(paragraph(page)).toHaveText("”Hej”");
});

test("a rule that is off leaves its characters, and everything is left with typography off", async ({
  stet,
}) => {
  const page = await onParagraph(stet);
  const panel = await showPanel(page, "Settings");
  await panel.getByRole("checkbox", { name: /^Dashes/ }).uncheck();
  await caretAtEnd(paragraph(page));
  await page.keyboard.type(`"a--b" `);
  await expect(paragraph(page)).toHaveText("“a--b” ");
  const asYouType = panel.getByRole("checkbox", { name: "Typography as you type" });
  await runCommand(page, "Typography as you type off");
  await expect(asYouType).not.toBeChecked();
  await page.keyboard.type(`"it's"... `);
  await expect(paragraph(page)).toHaveText(`“a--b” "it's"... `);
  await runCommand(page, "Typography as you type on");
  await expect(asYouType).toBeChecked();
  await page.keyboard.type(`it's`);
  await expect(paragraph(page)).toHaveText(`“a--b” "it's"... it’s`);
});

test("pasted text and what an input method composes stay as they come", async ({ stet }) => {
  const page = await onParagraph(stet);
  await storyText(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", `"it's" -- 1/2.`);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(paragraph(page)).toHaveText(`"it's" -- 1/2.`);
  await compose(page, ["k", "か", "かn", "かん"], `漢"--'`);
  await expect(paragraph(page)).toHaveText(`"it's" -- 1/2.漢"--'`);
  await page.keyboard.type(` "`);
  await expect(paragraph(page)).toHaveText(`"it's" -- 1/2.漢"--' “`);
  // A dead key of a keyboard is composed too: what comes of it is a typed quote.
  await page.keyboard.type("so");
  await compose(page, ['"'], '"');
  await expect(paragraph(page)).toHaveText(`"it's" -- 1/2.漢"--' “so”`);
});

test("a whole story is cleaned as one step of undo, with a list to take single changes back", async ({
  stet,
}, testInfo) => {
  const page = await onParagraph(stet);
  await runCommand(page, "Typography as you type off");
  const panel = await showPanel(page, "Settings");
  await expect(panel.getByRole("checkbox", { name: "Typography as you type" })).not.toBeChecked();
  await caretAtEnd(paragraph(page));
  await page.keyboard.type(`"It's the '90s,"  she said -- no , wait... 1/2 of it.`);
  await page.keyboard.press("Enter");
  await page.keyboard.type(`The dogs' 6'2" owner.`);
  const second = fields(page, "Paragraph").nth(1);
  await page.keyboard.press("ControlOrMeta+Shift+'");
  const report = page.getByRole("region", { name: "Typography cleaned up" });
  await expect(report).toBeFocused();
  await expect(report.getByRole("status")).toHaveText(
    "12 changes in this story. One undo takes them all back.",
  );
  await expect(paragraph(page)).toHaveText("“It’s the ’90s,” she said — no, wait… ½ of it.");
  await expect(second).toHaveText("The dogs’ 6′2″ owner.");
  await isAccessible(page, "typography cleaned up");
  await page.screenshot({ path: testInfo.outputPath("cleaned.png") });

  await report.getByRole("button", { name: /^Take back: ' became ′/ }).click();
  await expect(second).toHaveText(`The dogs’ 6'2″ owner.`);
  await expect(report.getByRole("status")).toHaveText("11 of 12 changes stand.");
  await report.getByRole("button", { name: /^Show: " became ″/ }).click();
  await expect(storyText(page)).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe("″");
  await report.getByRole("button", { name: "Done" }).click();
  await expect(report).toBeHidden();
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(paragraph(page)).toHaveText(`"It's the '90s,"  she said -- no , wait... 1/2 of it.`, {
    useInnerText: true,
  });
  await expect(second).toHaveText(`The dogs' 6'2" owner.`);

  await runCommand(page, "Clean up typography in the whole story");
  await report.getByRole("button", { name: "Take all back" }).click();
  await expect(report).toBeHidden();
  await expect(second).toHaveText(`The dogs' 6'2" owner.`);
});

test("a story that is in order says so", async ({ stet }) => {
  const page = await onParagraph(stet);
  await page.keyboard.type(`"Fine."`);
  await runCommand(page, "Clean up typography in the whole story");
  const report = page.getByRole("region", { name: "Typography cleaned up" });
  await expect(report.getByRole("status")).toContainText("Nothing to clean up");
  await page.keyboard.press("Escape");
  await expect(report).toBeHidden();
  await expect(storyText(page)).toBeFocused();
});

test("invisibles are shown by key, change neither the text nor what is copied, and are remembered", async ({
  stet,
}, testInfo) => {
  const page = await onParagraph(stet);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const odd =
    "One space, two  spaces, no\u00A0break, nar\u202Frow, th\u2009in, en\u2002em\u2003, soft\u00ADhyphen, zero\u200Bwidth, tab\there.";
  await page.keyboard.insertText(odd);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("A line of its own.");
  const before = await storyText(page).evaluate((element) => element.innerHTML);
  const marks = page.locator("canvas.invisibles");
  await expect(marks).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Shift+8");
  await expect(marks).toBeVisible();
  await expect
    .poll(() =>
      marks.evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.filter((value, at) => at % 4 === 3 && value > 0).length;
      }),
    )
    .toBeGreaterThan(200);
  expect(await storyText(page).evaluate((element) => element.innerHTML)).toBe(before);
  await isAccessible(page, "invisibles");
  await page.screenshot({ path: testInfo.outputPath("invisibles.png") });
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(odd);
  await stet.closeWindow(page);
  const again = await stet.openWindow();
  await expect(again.locator("canvas.invisibles")).toBeVisible();
  await runCommand(again, "Dark theme");
  await again.screenshot({ path: testInfo.outputPath("invisibles-dark.png") });
  await runCommand(again, "Show or hide invisibles");
  await expect(again.locator("canvas.invisibles")).toHaveCount(0);
});

test("the settings of typography can be read and used by everybody", async ({ stet }, testInfo) => {
  const page = await onParagraph(stet);
  await showPanel(page, "Settings");
  await isAccessible(page, "typography in the settings");
  await page.screenshot({ path: testInfo.outputPath("settings.png") });
});
