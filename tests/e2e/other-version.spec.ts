import type { Locator, Page } from "@playwright/test";
import { drawPicture, pictureSaying } from "#tests/support/pictures.ts";
import { comparison, differences, versions } from "./driver/comparison.ts";
import { isAccessible } from "./driver/axe.ts";
import { dropFiles, forDialog, pasteText, type CarriedFile } from "./driver/carried-files.ts";
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

const LEAD = "The harbor board voted four to three on Tuesday night to send the seawall to voters.";
const WALL = "The old wall dates from 1911, and it leaks at every spring tide.";
const COST = "A new one costs four million, the board’s engineer said on Monday.";

const REWRITE = [
  "Seawall goes to voters in May",
  "By Mara Quill",
  COST.replace("four million", "five million").replace("’", "'"),
  LEAD,
  WALL,
  "The vote is on the second Tuesday in May, and nobody on the board spoke against it.",
].join("\n\n");

function textFile(name: string, text: string): CarriedFile {
  return { name, mediaType: "text/plain", bytes: new TextEncoder().encode(text) };
}

function sheet(page: Page): Locator {
  return page.getByRole("dialog", { name: "Compare with another version" });
}

/** A saved story with a headline, three paragraphs and a photo behind the first. */
async function onSeawall(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Seawall goes to voters");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type(LEAD);
  await page.keyboard.press("Enter");
  await page.keyboard.type(WALL);
  await page.keyboard.press("Enter");
  await page.keyboard.type(COST.replace("’", "'"));
  await caretAtEnd(fields(page, "Paragraph").first());
  const bytes = await pictureSaying(stet.home, "-XMP-dc:Description=Waves over the harbor steps.");
  await dropFiles(fields(page, "Paragraph").first(), { name: "harbor.jpg", mediaType: "image/jpeg", bytes });
  await expect(fields(page, "Caption")).toHaveText("Waves over the harbor steps.");
  await expect.poll(() => stored(stet)).toContain("photo: Waves over the harbor steps.");
  await saysSaved(page);
  return page;
}

/** What the newsroom has of the story, line by line. */
function stored(stet: Stet): readonly string[] {
  return theCommittedStory(stet.home).lines;
}

test("a reporter's new file is compared with the story and marked as tracked changes by its author, in one step of undo", async ({
  stet,
}) => {
  const page = await onSeawall(stet);
  const before = stored(stet);
  await runCommand(page, "Compare with a file or pasted text");
  await expect(sheet(page).getByLabel("Paste another version of this story")).toBeFocused();
  const chooser = page.waitForEvent("filechooser");
  await sheet(page).getByRole("button", { name: "Choose a file…" }).click();
  await (await chooser).setFiles(forDialog(textFile("rewrite.txt", REWRITE)));

  await expect(sheet(page).getByRole("listbox", { name: "Parts of the source" })).toBeFocused();
  await expect(sheet(page).getByRole("option").filter({ hasText: "By Mara Quill" })).toContainText("Byline");
  await expect(sheet(page).getByLabel("Whose version")).toHaveValue("Mara Quill");
  await isAccessible(page, "another version as it was read");
  await page.keyboard.press("ControlOrMeta+Enter");

  await expect(comparison(page)).toBeVisible();
  await expect(page.getByText("rewrite.txt, by Mara Quill")).toBeVisible();
  await expect(
    page.getByText("rewrite.txt has none of these, so they stay as they are: photo."),
  ).toBeVisible();
  await expect(differences(page).first()).toBeFocused();
  await expect(differences(page).filter({ hasText: "Photo" })).toHaveCount(0);
  await expect(differences(page).filter({ hasText: "Paragraph moved from below" })).toHaveCount(1);
  await isAccessible(page, "another version beside the story");
  expect(stored(stet)).toEqual(before);

  await page.getByRole("button", { name: "Mark as tracked changes by Mara Quill" }).press("Enter");
  await expect(comparison(page)).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  await expect(page.getByText(/^\d tracked changes by Mara Quill from rewrite\.txt/)).toBeVisible();
  await expect(fields(page, "Headline").getByRole("insertion")).toHaveText(" in May");
  await expect(storyText(page).getByRole("insertion").filter({ hasText: "five" })).toHaveCount(1);
  await expect(storyText(page).getByRole("deletion").filter({ hasText: "four" })).toHaveCount(1);
  await expect(fields(page, "Caption")).toHaveText("Waves over the harbor steps.");
  const changes = await showPanel(page, "Changes");
  await expect(changes.getByRole("option", { name: /Mara Quill/ }).first()).toContainText("Mara Quill");
  const original = await showPanel(page, "Original");
  await expect(original.getByRole("heading", { name: "rewrite.txt" })).toBeVisible();
  await expect(original).toContainText("The vote is on the second Tuesday in May");

  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(storyText(page).getByRole("insertion")).toHaveCount(0);
  await expect.poll(() => stored(stet)).toEqual(before);
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(fields(page, "Headline").getByRole("insertion")).toHaveText(" in May");
  await runCommand(page, "Accept all changes");
  await expect(fields(page, "Headline")).toHaveText("Seawall goes to voters in May");
  await expect(fields(page, "Byline")).toHaveText("By Mara Quill");
  await expect(fields(page, "Paragraph").first()).toContainText("five million");
  await expect(fields(page, "Caption")).toHaveText("Waves over the harbor steps.");
  expect(stet.complaints).toEqual([]);
});

test("of several files that are dropped at once one is read, and the sheet says so", async ({ stet }) => {
  const page = await onSeawall(stet);
  await showPanel(page, "History");
  const one = textFile("mara.txt", [LEAD, WALL].join("\n\n"));
  const two = textFile("jonas.txt", [LEAD, COST].join("\n\n"));
  await dropFiles(versions(page), one, two);
  const said = sheet(page).getByRole("status").filter({ hasText: "One version is compared at a time" });
  await expect(said).toHaveText(
    "One version is compared at a time: mara.txt was taken, 1 other file was left out.",
  );
  await isAccessible(page, "one file of several");
  await dropFiles(sheet(page), two, one, one);
  await expect(said).toHaveText(
    "One version is compared at a time: jonas.txt was taken, 2 other files were left out.",
  );
  await dropFiles(sheet(page), one);
  await expect(said).toBeHidden();
  await sheet(page).getByLabel("Whose version").fill("Mara Quill");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("mara.txt, by Mara Quill")).toBeVisible();
  await expect(sheet(page)).toBeHidden();
});

test("a file is dropped on the history, or text pasted; what cannot be read says why, and nothing happens", async ({
  stet,
}) => {
  const page = await onSeawall(stet);
  const before = stored(stet);
  const history = await showPanel(page, "History");
  const picture = new Uint8Array(await drawPicture(64, 48));
  await dropFiles(versions(page), { ...textFile("harbor.txt", ""), bytes: picture });
  await expect(sheet(page).getByRole("alert")).toContainText("harbor.txt was not compared");
  await sheet(page).getByRole("button", { name: "Compare with something else" }).press("Enter");
  await dropFiles(sheet(page), textFile("empty.txt", ""));
  await expect(sheet(page).getByRole("alert")).toContainText("empty.txt was not compared");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();

  await dropFiles(versions(page), textFile("same.txt", [LEAD, WALL, COST].join("\n\n")));
  await expect(sheet(page).getByLabel("Whose version")).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(sheet(page).getByRole("alert")).toHaveText(/^Say whose version this is/);
  await sheet(page).getByLabel("Whose version").fill("Mara Quill");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("No difference in the text")).toBeVisible();
  await page.getByRole("button", { name: "Mark as tracked changes by Mara Quill" }).press("Enter");
  await expect(page.getByText("same.txt has the same text: nothing was marked.")).toBeVisible();

  await history.getByRole("button", { name: "Compare with a file…" }).click();
  await expect(sheet(page).getByLabel("Paste another version of this story")).toBeFocused();
  await pasteText(page, `${LEAD}\n\n${WALL} So the engineer says.\n\n${COST}`);
  await sheet(page).getByLabel("Whose version").fill("Jonas Őry");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Pasted text, by Jonas Őry")).toBeVisible();
  await expect(differences(page)).toHaveCount(1);
  await expect(differences(page).locator("ins")).toHaveText(" So the engineer says.");
  await page.keyboard.press("Escape");
  await expect(comparison(page)).toBeHidden();
  await expect(storyText(page)).toBeFocused();
  expect(stored(stet)).toEqual(before);
  await expect((await showPanel(page, "Original")).getByText("Pasted text")).toHaveCount(0);
  expect(stet.complaints).toEqual([]);
});
