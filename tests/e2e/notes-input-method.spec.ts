import type { Locator, Page } from "@playwright/test";
import { noteAnchors } from "#shared/changes/keep-notes.ts";
import { caretAtEnd, caretAtStart, fields, onNewStory, runCommand, saysSaved } from "./driver/desk-window.ts";
import { compose, composing, pressWhileComposing } from "./driver/input-method.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { committedNotes } from "./driver/stored-notes.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";

const WORDS = "The council votes tonight.";

/** The states in which an input method shows 京都 while it is composed. */
const KYOTO = ["き", "きょ", "きょう", "きょうと"];

/** What the newsroom has of the paragraph, and the words in it that the note is on. */
function committed(stet: Stet) {
  const { blocks, lines } = theCommittedStory(stet.home);
  const [anchor] = noteAnchors(blocks).values();
  return { text: lines.at(-1)?.replace("paragraph: ", ""), anchor: anchor?.quote ?? null };
}

function paragraph(page: Page): Locator {
  return fields(page, "Paragraph");
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await page.keyboard.press(key);
}

/** Puts the caret behind so many letters of the paragraph. */
async function caretBehind(page: Page, letters: number): Promise<void> {
  await caretAtStart(paragraph(page));
  await press(page, "ArrowRight", letters);
}

/** A saved paragraph with a query on “council”, the caret in the text again. */
async function onQuery(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Far and near");
  await caretAtEnd(paragraph(page));
  await page.keyboard.type(WORDS);
  await caretBehind(page, 4);
  await press(page, "Shift+ArrowRight", 7);
  await page.keyboard.press("ControlOrMeta+Alt+/");
  await expect(page.getByRole("textbox", { name: "Your query" })).toBeFocused();
  await page.keyboard.type("Which?");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect.poll(() => committed(stet)).toEqual({ text: WORDS, anchor: "council" });
  return page;
}

test("a query, who is asked and a reply are written with an input method; its Enter keeps nothing", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Far and near");
  await caretAtEnd(paragraph(page));
  await page.keyboard.type(WORDS);
  await saysSaved(page);
  await page.keyboard.press("ControlOrMeta+Alt+/");
  const query = page.getByRole("textbox", { name: "Your query" });
  await expect(query).toBeFocused();
  await composing(page, ...KYOTO);
  await pressWhileComposing(page, "Escape");
  await expect(query).toBeFocused();
  await compose(page, [], "京都");
  await expect(query).toHaveValue("京都");
  await page.keyboard.press("Tab");
  await composing(page, "た", "たな", "たなか");
  await pressWhileComposing(page, "Enter");
  await pressWhileComposing(page, "Escape");
  const asked = page.getByRole("combobox", { name: "Ask" });
  await expect(asked).toBeFocused();
  expect(committedNotes(stet)).toEqual([]);
  await compose(page, [], "田中");
  await expect(asked).toHaveValue("田中");
  await page.keyboard.press("Enter");
  await expect.poll(() => committedNotes(stet)).toMatchObject([{ text: "京都", asked: "田中" }]);

  await page.keyboard.press("ControlOrMeta+9");
  await page.keyboard.press("a");
  await compose(page, ["o", "ô"], "ô");
  await compose(page, KYOTO, "京都です");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect.poll(() => committedNotes(stet)[0]?.replies).toMatchObject([{ text: "ô京都です" }]);
  expect(stet.complaints).toEqual([]);
});

test("what an input method writes inside the words of a note is part of them, what it writes at their edges is not", async ({
  stet,
}) => {
  const page = await onQuery(stet);
  await caretBehind(page, 8);
  await compose(page, KYOTO, "京都");
  await expect
    .poll(() => committed(stet))
    .toEqual({ text: "The coun京都cil votes tonight.", anchor: "coun京都cil" });
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => committed(stet)).toEqual({ text: WORDS, anchor: "council" });

  await caretBehind(page, 4);
  await compose(page, KYOTO, "京都");
  await expect
    .poll(() => committed(stet))
    .toEqual({ text: "The 京都council votes tonight.", anchor: "council" });
  await caretBehind(page, 13);
  await compose(page, ["´", "é"], "é");
  await expect
    .poll(() => committed(stet))
    .toEqual({ text: "The 京都councilé votes tonight.", anchor: "council" });

  await caretBehind(page, 9);
  await composing(page, ...KYOTO, "");
  await page.keyboard.type("x");
  await expect
    .poll(() => committed(stet))
    .toEqual({ text: "The 京都couxncilé votes tonight.", anchor: "couxncil" });
  expect(stet.complaints).toEqual([]);
});

test("what an input method writes over the words of a note takes their place, and suggested it stands beside them", async ({
  stet,
}) => {
  const page = await onQuery(stet);
  await caretBehind(page, 4);
  await press(page, "Shift+ArrowRight", 7);
  await compose(page, KYOTO, "京都");
  await expect.poll(() => committed(stet)).toEqual({ text: "The 京都 votes tonight.", anchor: "京都" });
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => committed(stet)).toEqual({ text: WORDS, anchor: "council" });

  await runCommand(page, "Suggesting on or off");
  await caretBehind(page, 8);
  await compose(page, KYOTO, "京都");
  await expect(paragraph(page).getByRole("insertion")).toHaveText("京都");
  await expect.poll(() => committed(stet).anchor).toBe("coun京都cil");
  await runCommand(page, "Reject all changes");
  await expect.poll(() => committed(stet)).toEqual({ text: WORDS, anchor: "council" });
  expect(stet.complaints).toEqual([]);
});
