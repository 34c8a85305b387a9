import type { Page } from "@playwright/test";
import { finalText, finalView, hasRuns, originalView, type Block } from "#shared/document/index.ts";
import {
  caretAtEnd,
  caretAtStart,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
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
  return `${tracked?.deleted ? "¶-" : ""}${tracked?.inserted ? "¶+" : ""}${tracked?.moves ? "↕" : ""}${tracked?.facts ? "≠" : ""}${text}`;
}

function committed(stet: Stet): readonly string[] {
  return theCommittedStory(stet.home)
    .blocks.map(told)
    .filter((line) => line !== "");
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

/**
 * What is committed is `lines` behind the headline, and the text before all changes is what it was.
 * Undo leads back to before them and redo to them again, block by block as they were stored.
 */
async function isTold(stet: Stet, page: Page, lines: readonly string[], paragraphs = START): Promise<void> {
  await expect.poll(() => committed(stet)).toEqual(["Far and near", ...lines]);
  const { blocks } = theCommittedStory(stet.home);
  const start = originalView({ schema: 2, blocks })
    .blocks.filter(hasRuns)
    .map(({ runs }) => finalText(runs));
  expect(start.filter((text) => text !== "")).toEqual(["Far and near", ...paragraphs]);
  for (let step = 0; step < 14; step += 1) await page.keyboard.press("ControlOrMeta+Z");
  await expect(storyText(page).locator("[data-ins], [data-del], [data-fmt], [data-tracked]")).toHaveCount(0);
  for (let step = 0; step < 14; step += 1) await page.keyboard.press("ControlOrMeta+Shift+Z");
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
  await isTold(stet, page, ["The[+x+][- counc-]il votes tonight.", START[1] ?? ""]);
});

test("a word, a line and a selection over two paragraphs are struck at once", async ({ stet }) => {
  const page = await suggestingIn(stet, "One two three.", "Four five.", "Six seven.");
  await caretAtEnd(fields(page, "Paragraph").nth(0));
  await page.keyboard.press("ControlOrMeta+Backspace");
  await caretAtStart(fields(page, "Paragraph").nth(1));
  await press(page, "ArrowRight", 5);
  await press(page, "Shift+ArrowRight", 9);
  await page.keyboard.press("Delete");
  await page.keyboard.type("x");
  await isTold(
    stet,
    page,
    ["One two three[-.-]", "Four [-five.-]", "¶-[-Six-][+x+] seven."],
    ["One two three.", "Four five.", "Six seven."],
  );
});

test("typing over a selection strikes it and stands behind it, cut and paste go the same way", async ({
  stet,
}) => {
  const page = await suggestingIn(stet);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await press(page, "Shift+ArrowRight", 7);
  await page.keyboard.type("board");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("ControlOrMeta+X");
  await caretAtEnd(fields(page, "Paragraph").nth(1));
  await page.keyboard.press("ControlOrMeta+V");
  await isTold(stet, page, [
    "The [-council-][+board+][- votes tonight.-]",
    "Rents rise again.[+ votes tonight.+]",
  ]);
  expect(printed(stet)).toEqual(["Far and near", "The board", "Rents rise again. votes tonight."]);
});

test("Enter, joining and another kind are changes of blocks", async ({ stet }) => {
  const page = await suggestingIn(stet, "One two.", "Three.", "Four.");
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await page.keyboard.press("Enter");
  await caretAtStart(fields(page, "Paragraph").nth(2));
  await page.keyboard.press("Backspace");
  await expect.poll(() => committed(stet)).toEqual(["Far and near", "One ", "¶+two.", "¶-Three.", "Four."]);
  await caretAtStart(fields(page, "Paragraph").nth(3));
  await page.keyboard.press("ControlOrMeta+Alt+7");
  await isTold(stet, page, ["One ", "¶+two.", "¶-Three.", "≠Four."], ["One two.", "Three.", "Four."]);
});

test("an input method, a dead key and typography as you type are tracked when they are done", async ({
  stet,
}) => {
  const page = await suggestingIn(stet);
  await caretAtEnd(fields(page, "Paragraph").first());
  await compose(page, ["ㅅ", "서"], "서");
  await compose(page, ["ㅇ", "우", "울"], "울");
  await compose(page, ["´"], "é");
  await page.keyboard.type(` "a" --`);
  await isTold(stet, page, ["The council votes tonight.[+서울é “a” —+]", START[1] ?? ""]);
});

test("composing over a selection and in the middle of a word", async ({ stet }) => {
  const page = await suggestingIn(stet);
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 6);
  await compose(page, ["お", "おお"], "大");
  await press(page, "Shift+ArrowRight", 5);
  await compose(page, ["さ"], "阪");
  await isTold(stet, page, ["The co[+大+][-uncil-][+阪+] votes tonight.", START[1] ?? ""]);
});

test("bold and a link are changes of the look", async ({ stet }) => {
  const page = await suggestingIn(stet);
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await press(page, "Shift+ArrowRight", 7);
  await page.keyboard.press("ControlOrMeta+B");
  await isTold(stet, page, ["The {*council*} votes tonight.", START[1] ?? ""]);
});

test("replacing all is suggested word by word", async ({ stet }) => {
  const page = await suggestingIn(stet);
  await page.keyboard.press("ControlOrMeta+Alt+F");
  await page.keyboard.type("ts");
  await page.keyboard.press("Tab");
  const field = page.getByRole("textbox", { name: "Replace with" });
  await field.fill("tsy");
  await field.press("ControlOrMeta+Enter");
  await expect
    .poll(() => printed(stet))
    .toEqual(["Far and near", "The council votes tonight.", "Rentsy rise again."]);
});

test("two people in turn, decided on one by one, with the text kept over a reload", async ({ stet }) => {
  const page = await suggestingIn(stet);
  const sign = async (name: string): Promise<void> => {
    const settings = await showPanel(page, "Settings");
    const field = settings.getByRole("textbox", { name: "Your name" });
    await field.fill(name);
    await field.press("Enter");
  };
  await sign("Ana Ruiz");
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await page.keyboard.type("whole new ");
  await sign("Ben Okoro");
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 10);
  await press(page, "Delete", 4);
  await expect
    .poll(() => committed(stet))
    .toEqual(["Far and near", "The [+whole +][-[+new +]-]council votes tonight.", START[1]]);
  await expect(stateLine(page)).toContainText("2 changes");
  await page.reload();
  await expect(stateLine(page)).toContainText("Suggesting");
  await expect(storyText(page).locator("[role=deletion]")).toHaveText("new ");
  await page.keyboard.press("ControlOrMeta+6");
  const list = page.getByRole("listbox", { name: "Changes in this story" });
  await expect(list.getByRole("option")).toHaveCount(2);
  await expect(list).toBeFocused();
  await expect(list.getByRole("option").nth(1)).toContainText("Ben Okoro");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Alt+Enter");
  await expect
    .poll(() => committed(stet))
    .toEqual(["Far and near", "The [+whole +]council votes tonight.", START[1]]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(list.getByRole("option")).toHaveCount(2);
  await runCommand(page, "Reject all changes");
  await expect.poll(() => committed(stet)).toEqual(["Far and near", ...START]);
  await expect(list.getByRole("option")).toHaveCount(0);
});

test("marked-up, final and original text of one story", async ({ stet }) => {
  const page = await suggestingIn(stet);
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await press(page, "Shift+ArrowRight", 8);
  await page.keyboard.type("board ");
  await caretAtStart(fields(page, "Paragraph").nth(1));
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+2");
  await expect(stateLine(page)).toContainText("Final");
  await expect(storyText(page).locator("[data-del]").first()).toBeHidden();
  await expect
    .poll(async () => (await storyText(page).innerText()).replaceAll(/\s+/gu, " "))
    .toContain("The board votes tonight.Rents rise again.");
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await page.keyboard.press("Backspace");
  await page.keyboard.type("-");
  await expect
    .poll(() => printed(stet))
    .toEqual(["Far and near", "The-board votes tonight.Rents rise again."]);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+3");
  const original = page.getByRole("document", { name: /before its open changes/ });
  await expect(original.getByRole("group", { name: "Paragraph" })).toHaveText(START);
  await expect(storyText(page)).toBeHidden();
  await page.keyboard.type("nothing");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+1");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("F7");
  await page.keyboard.press("ControlOrMeta+Alt+Backspace");
  await saysSaved(page);
});

test("the page says once, and for a while, that the switch was turned", async ({ stet }) => {
  const page = await onNewStory(stet);
  const said = page.getByRole("log", { name: "Notices" }).locator(".notice");
  await page.keyboard.press("ControlOrMeta+Alt+G");
  await expect(said).toHaveText([/^Your suggestions bear no name yet/]);
  await page.keyboard.press("ControlOrMeta+Alt+G");
  await expect(said).toHaveText([/^You edit the text itself again/]);
  await expect(said).toHaveCount(0, { timeout: 15_000 });
});

test("a block that is dragged by its handle has moved", async ({ stet }) => {
  const page = await suggestingIn(stet, ...START, "The mayor is away.");
  const last = await fields(page, "Paragraph").nth(2).boundingBox();
  const first = await fields(page, "Paragraph").first().boundingBox();
  if (!last || !first) throw new Error("the paragraphs are not on screen");
  const handle = page.locator(".block-handle");
  await expect(async () => {
    await page.mouse.move(last.x + 40, last.y + last.height / 2 - 1);
    await page.mouse.move(last.x + 40, last.y + last.height / 2);
    await expect(handle).toBeVisible({ timeout: 500 });
  }).toPass();
  const grip = await handle.boundingBox();
  if (!grip) throw new Error("there is no handle");
  await page.mouse.move(grip.x + 8, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(first.x + 40, first.y + 2, { steps: 5 });
  await page.mouse.up();
  const paragraphs = [...START, "The mayor is away."];
  await isTold(stet, page, ["↕The mayor is away.", ...START], paragraphs);
});

test("a line of which only the kind changed is named by its words; in the final text a line that is all struck keeps its place, and the margin names nobody", async ({
  stet,
}) => {
  const page = await suggestingIn(
    stet,
    "The council votes tonight.",
    "Rents rise again.",
    "The ferry waits.",
  );
  const [, second, third] = ["first", "second", "third"].map((_, nth) => fields(page, "Paragraph").nth(nth));
  if (!second || !third) throw new Error("the story has three paragraphs");
  await caretAtStart(third);
  await runCommand(page, "Turn into subhead");
  await expect(fields(page, "Subhead")).toHaveText("The ferry waits.");
  await caretAtStart(second);
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await expect(second.getByRole("deletion")).toHaveText("Rents rise again.");
  const changes = await showPanel(page, "Changes");
  await expect(changes.getByRole("option").filter({ hasText: "Kind" })).toContainText("The ferry waits.");

  const margin = page.locator(".margin-line");
  await second.getByRole("deletion").hover();
  await expect(margin).toBeVisible();
  await runCommand(page, "Final text, as it prints");
  await expect(margin).toBeHidden();
  const heightOf = async (): Promise<number> => (await second.boundingBox())?.height ?? 0;
  await expect.poll(heightOf).toBeGreaterThan(10);
  await fields(page, "Subhead").hover();
  await expect(margin).toBeHidden();
  await runCommand(page, "Original text, before the open changes");
  await expect(margin).toBeHidden();
  expect(stet.complaints).toEqual([]);
});
