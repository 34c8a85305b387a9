import type { Page } from "@playwright/test";
import { finalText, finalView, hasRuns, originalView, type Block } from "#shared/document/index.ts";
import { caretAtEnd, caretAtStart, fields, onNewStory, saysSaved, stateLine, storyText } from "./driver/desk-window.ts";
import { compose } from "./driver/input-method.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";

/** Text with its changes: `[-struck-]`, `[+put in+]`, `{*marked anew*}`; a struck or new break as `¶-` or `¶+`. */
function told(block: Block): string {
  if (!hasRuns(block)) return block.kind;
  const text = block.runs
    .map(({ text: own, inserted, deleted, formats }) => {
      const put = inserted ? `[+${own}+]` : own;
      const struck = deleted ? `[-${put}-]` : put;
      return formats ? `{*${struck}*}` : struck;
    })
    .join("");
  const { tracked } = block;
  return `${tracked?.deleted ? "¶-" : ""}${tracked?.inserted ? "¶+" : ""}${tracked?.moves ? "↕" : ""}${text}`;
}

function committed(stet: Stet): readonly string[] {
  return theCommittedStory(stet.home).blocks.map(told).filter((line) => line !== "");
}

const START = ["The council votes tonight.", "Rents rise again."];

/** A story with a headline and two paragraphs, saved; from here on edits are suggested. */
async function suggestingIn(stet: Stet, ...paragraphs: readonly string[]): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Far and near");
  await caretAtEnd(fields(page, "Paragraph"));
  for (const [at, text] of (paragraphs.length > 0 ? paragraphs : START).entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(text);
  }
  await saysSaved(page);
  await page.keyboard.press("ControlOrMeta+Alt+G");
  await expect(stateLine(page)).toContainText("Suggesting");
  return page;
}

/** What is committed is `lines` behind the headline; undo gives back exactly what was, redo this again. */
async function isTold(stet: Stet, page: Page, lines: readonly string[], undo = true): Promise<void> {
  await expect.poll(() => committed(stet)).toEqual(["Far and near", ...lines]);
  const { blocks } = theCommittedStory(stet.home);
  const start = originalView({ schema: 2, blocks }).blocks.filter(hasRuns).map(({ runs }) => finalText(runs));
  expect(start.filter((text) => text !== "")).toEqual(["Far and near", ...START]);
  if (!undo) return;
  for (let step = 0; step < 30; step += 1) await page.keyboard.press("ControlOrMeta+Z");
  await page.waitForTimeout(50);
  for (let step = 0; step < 30; step += 1) await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(storyText(page)).toBeVisible();
  await saysSaved(page);
  await expect.poll(() => theCommittedStory(stet.home).blocks).toEqual(blocks);
}

function printed(stet: Stet): readonly string[] {
  return finalView({ schema: 2, blocks: theCommittedStory(stet.home).blocks })
    .blocks.filter(hasRuns)
    .map(({ runs }) => finalText(runs))
    .filter((text) => text !== "");
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await page.keyboard.press(key);
}

test("typing is one insertion, and goes on being one while the caret stays in it", async ({ stet }) => {
  const page = await suggestingIn(stet);
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await page.keyboard.type("whole ");
  await press(page, "ArrowLeft", 1);
  await page.keyboard.type("s");
  await isTold(stet, page, ["The [+wholes +]council votes tonight.", START[1] ?? ""]);
});

test("Backspace and Delete strike letter by letter, go over what is struck, and take back one's own", async ({
  stet,
}) => {
  const page = await suggestingIn(stet);
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 7);
  await press(page, "Backspace", 3);
  await press(page, "Delete", 2);
  await press(page, "Backspace", 1);
  await page.keyboard.type("xy");
  await press(page, "Backspace", 1);
  await isTold(stet, page, ["Th[+x+][-e council-] votes tonight.", START[1] ?? ""]);
});
