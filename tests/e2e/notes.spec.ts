import type { Locator, Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import {
  caretAtEnd,
  caretAtStart,
  deskRows,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  showPanel,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { anchored, committedNotes } from "./driver/stored-notes.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";

async function sign(page: Page, name: string): Promise<void> {
  const settings = await showPanel(page, "Settings");
  const field = settings.getByRole("textbox", { name: "Your name" });
  await field.fill(name);
  await field.press("Enter");
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await page.keyboard.press(key);
}

/** A saved story with a headline and two paragraphs, worked on by Ana Ruiz. */
async function onStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Far and near");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type("The council votes tonight.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Rents rise again.");
  await saysSaved(page);
  await sign(page, "Ana Ruiz");
  return page;
}

async function selectCouncil(page: Page): Promise<void> {
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 4);
  await press(page, "Shift+ArrowRight", 7);
}

/** Asks a query about the council, by key alone. */
async function ask(page: Page, asked = "Ben Okoro"): Promise<void> {
  await selectCouncil(page);
  await page.keyboard.press("ControlOrMeta+Alt+/");
  await expect(page.getByRole("textbox", { name: "Your query" })).toBeFocused();
  await page.keyboard.type("Which council?");
  await page.keyboard.press("Tab");
  await page.keyboard.type(asked);
  await page.keyboard.press("Enter");
  await expect(storyText(page)).toBeFocused();
}

function cards(page: Page): Locator {
  return page.getByRole("list", { name: "Notes and queries in this story" }).locator(".note");
}

/** The heads of the cards, which have the focus for them. */
function heads(page: Page): Locator {
  return cards(page).locator("[aria-expanded]");
}

function marked(page: Page): Locator {
  return storyText(page).locator("[data-noted=query], [data-noted=note]");
}

test("one asks, another answers and the first resolves it: ready is refused, then allowed", async ({
  stet,
}) => {
  const page = await onStory(stet);
  await ask(page);
  await expect
    .poll(() => committedNotes(stet))
    .toMatchObject([
      { kind: "query", by: "Ana Ruiz", asked: "Ben Okoro", text: "Which council?", state: "open" },
    ]);
  expect(anchored(stet)).toEqual(["council"]);
  await expect(marked(page)).toHaveText("council");
  await expect(storyText(page).locator("[role=mark]")).toHaveAccessibleDescription(
    "Query by Ana Ruiz: Which council?",
  );
  await expect(stateLine(page)).toContainText("1 query");
  await expect(deskRows(page).first()).toContainText("1 query open");

  await runCommand(page, "Mark ready");
  const refused = page.getByRole("alert").filter({ hasText: "1 query is open" });
  await expect(refused).toContainText("a query in paragraph 1, “Which council?”");
  await caretAtStart(fields(page, "Headline"));
  await refused.getByRole("button", { name: "Go there" }).click();
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe("council");

  await sign(page, "Ben Okoro");
  await page.keyboard.press("ControlOrMeta+9");
  await expect(cards(page)).toHaveCount(1);
  await expect(heads(page).first()).toBeFocused();
  await expect(heads(page).first()).toHaveAccessibleName(/^Ana Ruiz Query · Open/);
  await page.getByRole("combobox", { name: "Show" }).selectOption("mine");
  await expect(cards(page)).toHaveCount(1);
  await heads(page).first().focus();
  await page.keyboard.press("a");
  await page.keyboard.type("The city council.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(cards(page).first()).toContainText("Query · Answered");
  await expect(heads(page).first()).toBeFocused();
  await expect(cards(page).first()).toContainText("The city council.");
  await expect.poll(() => committedNotes(stet)[0]?.state).toBe("answered");
  await expect(stateLine(page)).not.toContainText("query");
  await expect(deskRows(page).first()).not.toContainText("query");

  // Nobody but its author can edit or delete it.
  await page.keyboard.press("Delete");
  await page.keyboard.press("e");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page).getByRole("button", { name: "Delete" })).toHaveCount(1);

  await runCommand(page, "Mark ready");
  await expect(deskRows(page).first()).toContainText("Ready");

  await sign(page, "Ana Ruiz");
  await page.keyboard.press("ControlOrMeta+9");
  await expect(heads(page).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(storyText(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe("council");
  await page.keyboard.press("ControlOrMeta+Alt+R");
  await expect.poll(() => committedNotes(stet)[0]?.state).toBe("resolved");
  await expect(marked(page)).toHaveCount(0);
  await expect(page.getByText("Everything here is resolved.")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(cards(page).first()).toContainText("Query · Answered");
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect.poll(() => committedNotes(stet)[0]?.state).toBe("resolved");
});

test("ready is set all the same where somebody says so, and the history says with what", async ({ stet }) => {
  const page = await onStory(stet);
  await ask(page);
  await runCommand(page, "Mark ready");
  await page
    .getByRole("alert")
    .filter({ hasText: "1 query is open" })
    .getByRole("button", { name: "Set it all the same" })
    .click();
  await expect(deskRows(page).first()).toContainText("Ready");
  const history = await showPanel(page, "History");
  await expect(history).toContainText("ready, with 1 query open");
});

test("a query outlives its words, undo brings them back, and a reload changes nothing", async ({ stet }) => {
  const page = await onStory(stet);
  await ask(page, "");
  await page.keyboard.press("ControlOrMeta+9");
  await page.keyboard.press("Enter");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(cards(page).first()).toContainText("The words are gone.");
  await expect(cards(page).first()).toContainText("council");
  await expect.poll(() => committedNotes(stet)).toMatchObject([{ orphan: { quote: "council" } }]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(cards(page).first()).not.toContainText("The words are gone.");
  await expect(marked(page)).toHaveText("council");
  await expect.poll(() => anchored(stet)).toEqual(["council"]);
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect.poll(() => committedNotes(stet)[0]?.orphan?.quote).toBe("council");
  await page.reload();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+9");
  await expect(cards(page).first()).toContainText("Which council?");
  await expect(cards(page).first()).toContainText("The words are gone.");
});

test("words that are cut and pasted take their note along, and what is typed behind them does not join", async ({
  stet,
}) => {
  const page = await onStory(stet);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ask(page);
  await selectCouncil(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("lors");
  await expect
    .poll(() => theCommittedStory(stet.home).lines)
    .toContain("paragraph: The councillors votes tonight.");
  expect(anchored(stet)).toEqual(["council"]);
  await selectCouncil(page);
  await page.keyboard.press("ControlOrMeta+X");
  await expect.poll(() => committedNotes(stet)[0]?.orphan?.quote).toBe("council");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe("council");
  await caretAtEnd(fields(page, "Paragraph").nth(1));
  await page.keyboard.press("ControlOrMeta+V");
  await expect.poll(() => anchored(stet)).toEqual(["council"]);
  await expect.poll(() => committedNotes(stet)[0]?.orphan).toBeUndefined();
  await expect(fields(page, "Paragraph").nth(1).locator("[data-noted=query]")).toHaveText("council");
});

test("notes are put on a word, a block and nothing at all, gone through, edited and deleted", async ({
  stet,
}) => {
  const page = await onStory(stet);
  await caretAtStart(fields(page, "Paragraph").nth(1));
  await press(page, "ArrowRight", 7);
  await page.keyboard.press("ControlOrMeta+Alt+N");
  // Typed at once, it is meant for the field, which comes a moment later.
  await page.keyboard.type("Since when?");
  await expect(page.getByRole("textbox", { name: "Your note" })).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("Since when?");
  await page.keyboard.press("Escape");
  await expect(storyText(page)).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("Since when?");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect.poll(() => anchored(stet)).toEqual(["rise"]);

  await caretAtEnd(fields(page, "Paragraph").nth(1));
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Alt+N");
  await page.keyboard.type("A line on rents");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect
    .poll(() => committedNotes(stet).map(({ block }) => block !== undefined))
    .toEqual([false, true]);
  await expect(fields(page, "Paragraph").nth(2)).toHaveAccessibleDescription(
    "Note by Ana Ruiz: A line on rents",
  );

  await caretAtStart(fields(page, "Headline"));
  await page.keyboard.press("F9");
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe("rise");
  await expect(cards(page).first()).toHaveAttribute("data-active", "true");
  await page.keyboard.press("F9");
  await expect(cards(page).nth(1)).toHaveAttribute("data-active", "true");
  await page.keyboard.press("Shift+F9");
  await expect(cards(page).first()).toHaveAttribute("data-active", "true");

  await page.keyboard.press("ControlOrMeta+9");
  await expect(heads(page).first()).toBeFocused();
  await page.keyboard.press("e");
  await page.keyboard.type(" This year?");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(cards(page).first()).toContainText("Since when? This year?");
  await expect(cards(page).first()).toContainText("edited");
  await page.keyboard.press("ArrowDown");
  await expect(heads(page).nth(1)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(cards(page)).toHaveCount(1);
  await expect(heads(page).first()).toBeFocused();
  await expect.poll(() => committedNotes(stet)).toHaveLength(1);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(cards(page)).toHaveCount(2);
});

test("a note on a paragraph stays with it where Backspace joins that to the one above, and undo parts them again", async ({
  stet,
}) => {
  const page = await onStory(stet);
  const paragraphs = fields(page, "Paragraph");
  await caretAtEnd(paragraphs.nth(1));
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Alt+N");
  await expect(page.getByRole("textbox", { name: "Your note" })).toBeFocused();
  await page.keyboard.type("Too short to stand alone");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type("So do fares.");
  await expect.poll(() => theCommittedStory(stet.home).lines.at(-1)).toBe("paragraph: So do fares.");
  const own = committedNotes(stet)[0]?.block;
  expect(own).toMatch(/^b_/u);
  await caretAtStart(paragraphs.nth(2));
  await page.keyboard.press("Backspace");
  await expect(paragraphs.nth(1)).toHaveText("Rents rise again.So do fares.");
  await expect(paragraphs.nth(1)).toHaveAccessibleDescription("Note by Ana Ruiz: Too short to stand alone");
  await expect.poll(() => committedNotes(stet)[0]?.block).not.toBe(own);
  expect(committedNotes(stet)[0]?.orphan).toBeUndefined();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(paragraphs).toHaveCount(3);
  await expect.poll(() => committedNotes(stet)[0]?.block).toBe(own);
});

test("another window on the story takes in what is asked and answered", async ({ stet }) => {
  const page = await onStory(stet);
  const other = await stet.openWindow();
  await expect(storyText(other)).toBeVisible();
  await other.keyboard.press("ControlOrMeta+9");
  await ask(page);
  await expect(cards(other)).toContainText("Which council?");
  await expect(marked(other)).toHaveText("council");
  await heads(other).first().focus();
  await other.keyboard.press("a");
  await other.keyboard.type("Ours.");
  await other.keyboard.press("ControlOrMeta+Enter");
  await expect(cards(page)).toContainText("Ours.");
});

test("notes are no text of the story: not in its counts, in search or in its final view", async ({
  stet,
}) => {
  const page = await onStory(stet);
  const counts = stateLine(page).getByText(/characters/);
  const before = await counts.textContent();
  await ask(page);
  await expect(stateLine(page)).toContainText("1 query");
  expect(await counts.textContent()).toBe(before);
  await saysSaved(page);
  await page.keyboard.press("ControlOrMeta+Shift+F");
  await page.keyboard.type("Which");
  await expect(page.getByText("No story found")).toBeVisible();
  await page.keyboard.press("Escape");
  await runCommand(page, "Final text, as it prints");
  await expect
    .poll(() => marked(page).evaluate((words) => getComputedStyle(words).backgroundImage))
    .toBe("none");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the notes, their page and what is written, ${colorScheme}`, async ({ stet }) => {
    const page = await onStory(stet);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await showPanel(page, "Notes");
    await isAccessible(page, `no notes, ${colorScheme}`);
    await ask(page);
    await page.keyboard.press("ControlOrMeta+9");
    await page.keyboard.press("a");
    await page.keyboard.type("The city’s.");
    await isAccessible(page, `a query, ${colorScheme}`);
    await page.keyboard.press("ControlOrMeta+Enter");
    await caretAtEnd(fields(page, "Paragraph").nth(1));
    await page.keyboard.press("ControlOrMeta+Alt+N");
    await page.keyboard.type("By how much?");
    await isAccessible(page, `writing a note, ${colorScheme}`);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(cards(page)).toHaveCount(2);
    await isAccessible(page, `two notes, ${colorScheme}`);
  });
}

test("the margin says who noted what, and when, at the caret and under the pointer", async ({ stet }) => {
  const page = await onStory(stet);
  await ask(page);
  const margin = page.locator(".margin-line");
  await marked(page).hover();
  await expect(margin).toContainText("Ana Ruiz");
  await expect(margin).toContainText(/^Ana RuizQuery · \d/u);
  await expect(margin).not.toContainText("resolves");
  await fields(page, "Headline").hover();
  await expect(margin).toBeHidden();
  await sign(page, "Ben Okoro");
  await caretAtStart(fields(page, "Paragraph").first());
  await press(page, "ArrowRight", 6);
  await expect(margin).toContainText("Ana Ruiz");
  await expect(margin).toContainText(/R resolves$/u);
  await page.keyboard.press("End");
  await expect(margin).toBeHidden();
});

/** What is wider than the place it has. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "#rail, .rail-names, .rail-name, .rail-content, .notes, .note, .note-draft, .notes-foot, .state-line",
      ),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) => `${element.className}: ${String(element.scrollWidth)} in ${String(element.clientWidth)}`,
      ),
  );
}

test("in German everything has its place at 1,024 pixels", async ({ stet }) => {
  const page = await onStory(stet);
  await ask(page);
  await runCommand(page, "Language of the interface: Deutsch");
  await page.setViewportSize({ width: 1_024, height: 800 });
  await page.getByRole("tab", { name: "Notizen" }).click();
  expect(await tooWide(page)).toEqual([]);
  await page
    .getByRole("button", { name: /^Rückfrage/ })
    .last()
    .click();
  await expect(page.getByRole("textbox", { name: "Ihre Rückfrage" })).toBeFocused();
  expect(await tooWide(page)).toEqual([]);
});
