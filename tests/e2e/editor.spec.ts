import type { Page } from "@playwright/test";
import { drawPicture } from "#tests/support/pictures.ts";
import { dropFiles, pasteText } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  caretAtStart,
  fields,
  onNewStory,
  saysSaved,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { storeNewerBlock, theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

/** Curly quotes, dashes, no-break and thin and hair spaces, a soft hyphen, letters of central Europe, markup, emoji. */
const EVERY_SIGN = "“Łódź’s ‘őr’” – č — … ½ a\u00A0b c\u2009d e\u200Af co\u00ADop & <b> &amp; 👩‍🚀 ų";

/** Types into the body of a new story; gives the window with the caret behind the last word. */
async function withBody(stet: Stet, ...paragraphs: readonly string[]): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  for (const [at, text] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(text);
  }
  return page;
}

function committedLines(stet: Stet) {
  return theCommittedStory(stet.home).lines;
}

/** Closes the window and opens another on the same story. */
async function openedAgain(stet: Stet, page: Page): Promise<Page> {
  await stet.closeWindow(page);
  const again = await stet.openWindow();
  await expect(storyText(again)).toBeFocused();
  return again;
}

test("every sign that is typed or pasted is the same after a save and another opening", async ({ stet }) => {
  let page = await withBody(stet, EVERY_SIGN);
  await page.keyboard.press("Enter");
  await pasteText(page, EVERY_SIGN);
  const expected = [
    "headline: Tide gates",
    "byline: ",
    `paragraph: ${EVERY_SIGN}`,
    `paragraph: ${EVERY_SIGN}`,
  ];
  await expect.poll(() => committedLines(stet)).toEqual(expected);
  page = await openedAgain(stet, page);
  const shown = await fields(page, "Paragraph").evaluateAll((blocks) =>
    blocks.map((block) => block.textContent),
  );
  expect(shown).toEqual([EVERY_SIGN, EVERY_SIGN]);
  await page.keyboard.type("!");
  await expect
    .poll(() => committedLines(stet))
    .toEqual([...expected.slice(0, 3), `paragraph: ${EVERY_SIGN}!`]);
});

test("Backspace at the start of a paragraph joins it to the one above, and Delete at an end the one below", async ({
  stet,
}) => {
  const page = await withBody(stet, "One.", "Two.", "Three.");
  await caretAtStart(fields(page, "Paragraph").nth(1));
  await page.keyboard.press("Backspace");
  await page.keyboard.type(" and ");
  await expect(fields(page, "Paragraph")).toHaveText(["One. and Two.", "Three."]);
  await caretAtEnd(fields(page, "Paragraph").first());
  await page.keyboard.press("Delete");
  await expect(fields(page, "Paragraph")).toHaveText(["One. and Two.Three."]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(fields(page, "Paragraph")).toHaveText(["One. and Two.", "Three."]);
});

test("arrows cross from field to field where one ends", async ({ stet }) => {
  const page = await withBody(stet, "One.", "Two.");
  await caretAtEnd(fields(page, "Paragraph").first());
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("Then ");
  await expect(fields(page, "Paragraph")).toHaveText(["One.", "Then Two."]);
  await caretAtStart(fields(page, "Paragraph").first());
  await page.keyboard.press("ArrowUp");
  await expect(stateLine(page)).toContainText("Byline");
});

test("keys that come faster than the screen each work where the one before left the caret", async ({
  stet,
}) => {
  const page = await withBody(stet, "123456789");
  for (let round = 0; round < 4; round += 1) {
    for (const key of ["Home", "Delete", "End", "Backspace"]) await page.keyboard.press(key);
  }
  await page.keyboard.type("!");
  await expect(fields(page, "Paragraph")).toHaveText("5!");
  await page.keyboard.type(" and words");
  for (let letter = 0; letter < "words".length; letter += 1) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ControlOrMeta+B");
  await expect
    .poll(() => theCommittedStory(stet.home).blocks.at(-1))
    .toMatchObject({ runs: [{ text: "5! and " }, { text: "words", marks: ["bold"] }] });
});

test("a list goes on with Enter and ends with an empty item", async ({ stet }) => {
  const page = await withBody(stet, "Bring:", "a lamp");
  await page.keyboard.press("ControlOrMeta+Alt+9");
  await page.keyboard.press("Enter");
  await page.keyboard.type("dry socks");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Nothing else.");
  await expect(fields(page, "List item")).toHaveText(["a lamp", "dry socks"]);
  await expect(fields(page, "Paragraph")).toHaveText(["Bring:", "Nothing else."]);
  await expect
    .poll(() => committedLines(stet).slice(2))
    .toEqual(["paragraph: Bring:", "listItem: a lamp", "listItem: dry socks", "paragraph: Nothing else."]);
});

test("every kind and every mark that has a key is set by it and stored", async ({ stet }) => {
  const page = await withBody(stet, "word");
  const kinds = [
    "headline",
    "deck",
    "byline",
    "source",
    "dateline",
    "paragraph",
    "subhead",
    "pullQuote",
    "listItem",
  ];
  for (const [at, kind] of kinds.entries()) {
    await page.keyboard.press(`ControlOrMeta+Alt+${String(at + 1)}`);
    await expect.poll(() => committedLines(stet).at(-1)).toBe(`${kind}: word`);
  }
  await page.keyboard.press("ControlOrMeta+Alt+0");
  await expect.poll(() => committedLines(stet).at(-1)).toBe("tagline: word");
  await page.keyboard.press("ControlOrMeta+Alt+6");
  for (const [key, mark] of [
    ["ControlOrMeta+B", "bold"],
    ["ControlOrMeta+I", "italic"],
    ["ControlOrMeta+U", "underline"],
    ["ControlOrMeta+Shift+X", "strikethrough"],
    ["ControlOrMeta+Alt+=", "superscript"],
    ["ControlOrMeta+Alt+-", "subscript"],
    ["ControlOrMeta+Alt+K", "smallCaps"],
  ] as const) {
    await page.keyboard.press("ControlOrMeta+Shift+ArrowLeft");
    await expect(stateLine(page)).toContainText("1 word, 4 characters selected");
    await page.keyboard.press(key);
    await expect
      .poll(() => theCommittedStory(stet.home).blocks.at(-1))
      .toMatchObject({ runs: [{ text: "word", marks: [mark] }] });
    await page.keyboard.press(key);
    await expect.poll(() => JSON.stringify(theCommittedStory(stet.home).blocks.at(-1))).not.toContain(mark);
    await page.keyboard.press("ArrowRight");
  }
});

test("pasted text becomes paragraphs, and in a caption one line", async ({ stet }) => {
  const page = await withBody(stet, "Before. ");
  await pasteText(page, "First of it.\n\nSecond of it.\nThird of it.");
  await expect(fields(page, "Paragraph").first()).toHaveText("Before. First of it.");
  await expect(storyText(page)).toContainText("Third of it.");
  await dropFiles(fields(page, "Paragraph").last(), {
    name: "gates.jpg",
    mediaType: "image/jpeg",
    bytes: await drawPicture(60, 40),
  });
  await expect(fields(page, "Caption")).toHaveCount(1);
  await caretAtEnd(fields(page, "Caption"));
  await pasteText(page, "The gates\n\nat noon", "<p>The <b>gates</b></p><p>at noon</p>");
  await expect(fields(page, "Caption")).toHaveText("The gates at noon");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ana Ruiz");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Iron gates in gray water");
  await expect
    .poll(() => theCommittedStory(stet.home).blocks.find((block) => block.kind === "photo"))
    .toMatchObject({
      caption: [{ text: "The " }, { text: "gates", marks: ["bold"] }, { text: " at noon" }],
      credit: [{ text: "Ana Ruiz" }],
      alt: "Iron gates in gray water",
    });
});

test("what an input method composes arrives once, and whole", async ({ stet }) => {
  const page = await withBody(stet, "In ");
  const input = await page.context().newCDPSession(page);
  for (const text of ["と", "とう", "とうき", "とうきょう"]) {
    await input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await input.send("Input.insertText", { text: "東京" });
  await page.keyboard.type(" today");
  await expect(fields(page, "Paragraph")).toHaveText("In 東京 today");
  await input.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
  await input.send("Input.insertText", { text: "é" });
  await expect.poll(() => committedLines(stet).at(-1)).toBe("paragraph: In 東京 todayé");
});

test("a block from a newer Stet stands closed in the story and comes out of an edit as it went in", async ({
  stet,
}) => {
  let page = await withBody(stet, "Before it.");
  await saysSaved(page);
  const newer = {
    id: "b_from_2031",
    kind: "scoreboard",
    home: "Oldmarsh",
    rows: [{ goals: 3, at: [12, 40, 88.5] }],
    ł: null,
  };
  await expect.poll(() => committedLines(stet).at(-1)).toBe("paragraph: Before it.");
  await stet.closeWindow(page);
  storeNewerBlock(stet.home, newer);

  page = await stet.openWindow();
  const closed = storyText(page).getByRole("note");
  await expect(closed).toHaveText("A block “scoreboard” from a newer Stet. It is kept as it is.");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type(" Still before it.");
  await page.keyboard.press("Delete");
  await expect(closed).toHaveAttribute("data-selected");
  await page.keyboard.type("xyz");
  await expect(closed).toHaveText("A block “scoreboard” from a newer Stet. It is kept as it is.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Behind it.");
  await expect
    .poll(() => committedLines(stet).slice(2))
    .toEqual(["paragraph: Before it. Still before it.", "unknown: ", "paragraph: Behind it."]);
  expect(theCommittedStory(stet.home).blocks.find(({ kind }) => kind === "unknown")).toEqual({
    id: newer.id,
    kind: "unknown",
    raw: newer,
  });
});
