import type { Locator, Page } from "@playwright/test";
import { drawPicture } from "#tests/support/pictures.ts";
import { isAccessible } from "./driver/axe.ts";
import { forDialog } from "./driver/carried-files.ts";
import { caretAtEnd, caretAtStart, fields, onNewStory, saysSaved, storyText } from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";

/** What is on the page, block by block: its kind and its text. */
function lines(page: Page): Promise<readonly string[]> {
  return storyText(page)
    .locator(":scope > .block")
    .evaluateAll((blocks) =>
      blocks.map((block) => {
        const own = block.cloneNode(true);
        if (!(own instanceof HTMLElement)) return "";
        for (const wordings of own.querySelectorAll(".wordings")) wordings.remove();
        return `${block.getAttribute("aria-label") ?? ""}: ${own.textContent}`;
      }),
    );
}

/** A new story with a headline, no byline and the paragraphs given, the caret behind the last. */
async function storyOf(stet: Stet, headline: string, ...paragraphs: readonly string[]): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type(headline);
  await caretAtEnd(fields(page, "Paragraph"));
  for (const [at, text] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(text);
  }
  return page;
}

function wordings(page: Page): Locator {
  return storyText(page).getByRole("list", { name: "Other wordings of the headline" }).getByRole("listitem");
}

test("wordings of a headline are kept under it, printed in turn, undone and stored", async ({ stet }) => {
  const page = await storyOf(stet, "Seawall goes to voters", "Copy.");
  await caretAtEnd(fields(page, "Headline"));
  await page.keyboard.press("ControlOrMeta+Alt+A");
  await expect(wordings(page)).toHaveText(["Seawall goes to votersRemove"]);
  await page.keyboard.type("Voters get ");
  await page.keyboard.press("ControlOrMeta+I");
  await page.keyboard.type("the wall");
  await expect.poll(async () => (await lines(page))[0]).toBe("Headline: Voters get the wall");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+S");
  await expect.poll(async () => (await lines(page))[0]).toBe("Headline: Seawall goes to voters");
  await expect(wordings(page).locator(".text-italic")).toHaveText("the wall");
  await saysSaved(page);
  await expect
    .poll(() => theCommittedStory(stet.home).blocks[0])
    .toMatchObject({
      runs: [{ text: "Seawall goes to voters" }],
      alternates: [[{ text: "Voters get " }, { text: "the wall", marks: ["italic"] }]],
    });
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(async () => (await lines(page))[0]).toBe("Headline: Voters get the wall");
  await wordings(page).getByRole("button", { name: "Print “Seawall goes to voters”" }).click();
  await expect.poll(async () => (await lines(page))[0]).toBe("Headline: Seawall goes to voters");
  await page.keyboard.type("!");
  await expect.poll(async () => (await lines(page))[0]).toBe("Headline: Seawall goes to voters!");
  await wordings(page)
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect(wordings(page)).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(wordings(page)).toHaveCount(1);
});

test("an empty headline with other wordings can still be typed in", async ({ stet }) => {
  const page = await storyOf(stet, "One", "Copy.");
  await caretAtEnd(fields(page, "Headline"));
  await page.keyboard.press("ControlOrMeta+Alt+A");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("Two");
  await expect.poll(() => lines(page)).toEqual(["Headline: Two", "Byline: ", "Paragraph: Copy."]);
  await expect(wordings(page)).toHaveCount(1);
});

test("a pull quote, an end mark, a split and a join are made by one key each", async ({ stet }) => {
  const page = await storyOf(stet, "Head", "“It leaks. It always has,” she said.");
  await page.keyboard.press("ControlOrMeta+Alt+P");
  await expect
    .poll(async () => (await lines(page)).slice(2))
    .toEqual(["Paragraph: “It leaks. It always has,” she said.", "Pull quote: “It always has,” she said."]);
  await page.keyboard.press("ControlOrMeta+Alt+E");
  await page.keyboard.press("ControlOrMeta+Alt+E");
  await expect.poll(async () => (await lines(page)).slice(4)).toEqual(["End mark: ■"]);
  await caretAtStart(fields(page, "Pull quote"));
  for (let step = 0; step < 11; step += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Alt+Enter");
  await expect.poll(async () => (await lines(page))[4]).toBe("Pull quote: has,” she said.");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ControlOrMeta+J");
  await expect.poll(async () => (await lines(page))[3]).toBe("Pull quote: “It always has,” she said.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.keyboard.type("After.");
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await page.keyboard.type("Before.");
  await expect
    .poll(async () => (await lines(page)).slice(4))
    .toEqual(["Paragraph: Before.", "Paragraph: After.", "End mark: ■"]);
});

test("a dateline runs into its paragraph, and the keys cross between them", async ({ stet }) => {
  const page = await storyOf(
    stet,
    "Head",
    "PORT ELLERY —",
    "The wall leaks, and it has leaked since 1911, the board was told.",
  );
  await caretAtStart(fields(page, "Paragraph").first());
  await page.keyboard.press("ControlOrMeta+Alt+5");
  const dateline = await fields(page, "Dateline").boundingBox();
  const first = await fields(page, "Paragraph").boundingBox();
  expect(Math.abs((dateline?.y ?? 0) - (first?.y ?? 99))).toBeLessThan(2);
  await caretAtEnd(fields(page, "Dateline"));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("x");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("y");
  await expect
    .poll(async () => (await lines(page)).slice(2))
    .toEqual([
      "Dateline: PORT ELLERY —y",
      "Paragraph: xThe wall leaks, and it has leaked since 1911, the board was told.",
    ]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("z");
  await page.keyboard.press("Home");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("w");
  await expect
    .poll(async () => (await lines(page)).slice(2))
    .toEqual([
      "Dateline: PORT ELLERY —yw",
      "Paragraph: zxThe wall leaks, and it has leaked since 1911, the board was told.",
    ]);
});

test("the outline goes with the caret, leads to each block and moves them", async ({ stet }) => {
  const page = await storyOf(stet, "Head", "The lead.", "Section", "Two words.", "Last.");
  await caretAtEnd(fields(page, "Paragraph").nth(1));
  await page.keyboard.press("ControlOrMeta+Alt+7");
  await page.keyboard.press("ControlOrMeta+5");
  const outline = page.getByRole("listbox", { name: "Outline of this story" });
  const rows = outline.getByRole("option");
  await expect(outline).toBeFocused();
  await expect(rows).toHaveText([
    "HeadlineHead",
    "BylineEmpty",
    "ParagraphThe lead.",
    "SubheadCaret4 wordsSection",
    "ParagraphTwo words.",
    "ParagraphLast.",
  ]);
  await expect(rows.nth(3)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rows.nth(2)).toContainText("Section");
  await expect(rows.nth(2)).toContainText("6 words");
  await expect(rows.nth(2)).toHaveAttribute("data-active", "true");
  await expect(outline).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type("The ");
  await expect
    .poll(async () => (await lines(page)).slice(2))
    .toEqual(["Subhead: Section", "Paragraph: The lead.", "Paragraph: Two words.", "Paragraph: The Last."]);
  await expect(rows.last()).toContainText("CaretThe Last.");
  await page.keyboard.press("ControlOrMeta+Z");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(async () => (await lines(page))[2]).toBe("Paragraph: The lead.");
});

test("a block is dragged by its handle to where the line is, and Escape leaves it", async ({ stet }) => {
  const page = await storyOf(stet, "Head", "One.", "Two.", "Three.");
  const middle = async (at: number) => {
    const box = await fields(page, "Paragraph").nth(at).boundingBox();
    if (!box) throw new Error("the paragraph is not on screen");
    return { x: box.x + 40, y: box.y + box.height / 2, bottom: box.y + box.height };
  };
  const grip = async (at: number): Promise<void> => {
    const { x, y } = await middle(at);
    const handle = page.locator(".block-handle");
    await expect(async () => {
      await page.mouse.move(x, y - 1);
      await page.mouse.move(x, y);
      await expect(handle).toBeVisible({ timeout: 500 });
    }).toPass();
    const box = await handle.boundingBox();
    if (!box) throw new Error("there is no handle");
    expect(Math.abs(box.y + box.height / 2 - y)).toBeLessThan(8);
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
  };
  const body = async (): Promise<readonly string[]> => (await lines(page)).slice(2);

  await grip(0);
  const third = await middle(2);
  await page.mouse.move(third.x, third.y, { steps: 4 });
  await expect(page.locator(".drop-line")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".drop-line")).toBeHidden();
  await page.mouse.up();
  expect(await body()).toEqual(["Paragraph: One.", "Paragraph: Two.", "Paragraph: Three."]);

  await grip(0);
  await page.mouse.move(third.x, third.bottom + 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(body).toEqual(["Paragraph: Two.", "Paragraph: Three.", "Paragraph: One."]);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(body).toEqual(["Paragraph: One.", "Paragraph: Two.", "Paragraph: Three."]);
});

test("a block is dragged in the outline, and a press that goes nowhere leads to the block", async ({
  stet,
}) => {
  const page = await storyOf(stet, "Head", "One.", "Two.", "Three.");
  await page.keyboard.press("ControlOrMeta+5");
  const rows = page.getByRole("listbox", { name: "Outline of this story" }).getByRole("option");
  await expect(rows).toHaveCount(5);
  const [from, to] = [await rows.nth(4).boundingBox(), await rows.nth(2).boundingBox()];
  if (!from || !to) throw new Error("the rows are not on screen");
  await page.mouse.move(from.x + 50, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 50, to.y + 5, { steps: 5 });
  await page.mouse.up();
  await expect(rows.nth(2)).toContainText("Three.");
  await expect(storyText(page)).not.toBeFocused();
  expect((await lines(page)).slice(2)).toEqual(["Paragraph: Three.", "Paragraph: One.", "Paragraph: Two."]);
  await rows.nth(3).click();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type("Now ");
  await expect.poll(async () => (await lines(page))[3]).toBe("Paragraph: Now One.");
});

test("Backspace, Delete and the arrows at the edge of a photo lose nothing", async ({ stet }) => {
  const page = await storyOf(stet, "Head", "Above.", "Below.");
  await caretAtEnd(fields(page, "Paragraph").first());
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.keyboard.press("ControlOrMeta+Shift+p"),
  ]);
  const bytes = await drawPicture(320, 200);
  await dialog.setFiles(forDialog({ name: "quay.jpg", mediaType: "image/jpeg", bytes }));
  await expect(fields(page, "Photo").locator("img")).toBeVisible();
  const selected = fields(page, "Photo").and(page.locator("[data-selected]"));

  await caretAtStart(fields(page, "Paragraph").nth(1));
  await page.keyboard.press("Backspace");
  await expect(selected).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(selected).toBeHidden();
  await page.keyboard.type("!");
  await expect.poll(async () => (await lines(page))[2]).toBe("Paragraph: Above.!");

  await caretAtEnd(fields(page, "Paragraph").first());
  await page.keyboard.press("Delete");
  await expect(selected).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("Caption");
  await expect(fields(page, "Caption")).toHaveText("Caption");

  await caretAtEnd(fields(page, "Alt text"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.type("<");
  await expect.poll(async () => (await lines(page)).at(-1)).toBe("Paragraph: <Below.");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("Alt");
  await expect(fields(page, "Alt text")).toHaveText("Alt");
  await expect(fields(page, "Photo")).toHaveCount(1);
});

test("a byline is written as a line or as facts, and each follows the other", async ({ stet }) => {
  const page = await storyOf(stet, "Head", "Copy.");
  await page.keyboard.press("ControlOrMeta+1");
  await page.getByLabel("Byline", { exact: true }).and(page.locator("input")).fill("Ana Ruiz; Ben Foto");
  await page.keyboard.press("Enter");
  await expect(fields(page, "Byline")).toHaveText("By Ana Ruiz and Ben Foto");
  await page.getByLabel("Agency").fill("Harbor News Service");
  await page.keyboard.press("Enter");
  await expect(fields(page, "Byline")).toHaveText("By Ana Ruiz and Ben Foto, Harbor News Service");
  await expect
    .poll(() => theCommittedStory(stet.home).blocks[1])
    .toMatchObject({ authors: ["Ana Ruiz", "Ben Foto"], agency: "Harbor News Service" });
  await caretAtEnd(fields(page, "Byline"));
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(page.getByLabel("Agency")).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+Y");
  await expect(page.getByLabel("Agency")).toHaveValue("Harbor News Service");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the structure of a story looks right and is accessible in the ${colorScheme}`, async ({
    stet,
  }, testInfo) => {
    const page = await storyOf(
      stet,
      "Seawall goes to voters",
      "PORT ELLERY —",
      "The wall leaks, and it has leaked since 1911, the harbor board was told on Tuesday night. “It always has,” the engineer said.",
    );
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press("ControlOrMeta+Alt+P");
    for (const [key, text] of [
      ["B", "By the numbers"],
      ["B", "1911: the year of the wall"],
      ["9", "A lamp"],
      ["9", "Dry socks"],
    ] as const) {
      await page.keyboard.press("ControlOrMeta+Enter");
      await page.keyboard.press(`ControlOrMeta+Alt+${key}`);
      await page.keyboard.type(text);
    }
    await page.keyboard.press("ControlOrMeta+Alt+E");
    await caretAtStart(fields(page, "Paragraph").first());
    await page.keyboard.press("ControlOrMeta+Alt+5");
    await caretAtEnd(fields(page, "Headline"));
    await page.keyboard.press("ControlOrMeta+Alt+A");
    await page.keyboard.type("Voters to judge a wall that has leaked for a century");
    await page.keyboard.press("ControlOrMeta+5");
    await expect(page.getByRole("listbox", { name: "Outline of this story" })).toBeFocused();
    const quote = await fields(page, "Pull quote").boundingBox();
    await page.mouse.move((quote?.x ?? 0) + 20, (quote?.y ?? 0) + 10);
    await page.mouse.move((quote?.x ?? 0) + 22, (quote?.y ?? 0) + 12);
    await expect(page.locator(".block-handle")).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath(`structure-${colorScheme}.png`) });
    await isAccessible(page, "a story with every kind of structure");
  });
}
