import type { Page } from "@playwright/test";
import { fields, onNewStory, storyText } from "./driver/desk-window.ts";
import { compose } from "./driver/input-method.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

/** A new story with the caret behind these words in its first paragraph. */
async function inBody(stet: Stet, text: string): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Far and near");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(text);
  return page;
}

function lastLine(stet: Stet): string | undefined {
  return theCommittedStory(stet.home).lines.at(-1);
}

test("Korean syllables are built letter by letter, in bold and between words, and undo takes them back", async ({
  stet,
}) => {
  const page = await inBody(stet, "From ");
  await compose(page, ["ㅅ", "서"], "서");
  await compose(page, ["ㅇ", "우", "울"], "울");
  await page.keyboard.type(" by ");
  await page.keyboard.press("ControlOrMeta+b");
  await compose(page, ["ㄱ", "기"], "기");
  await compose(page, ["ㅊ", "차"], "차");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type(" now");
  await expect(fields(page, "Paragraph")).toHaveText("From 서울 by 기차 now");
  await expect.poll(() => lastLine(stet)).toBe("paragraph: From 서울 by 기차 now");
  expect(theCommittedStory(stet.home).blocks.at(-1)).toMatchObject({
    runs: [{ text: "From 서울 by " }, { text: "기차", marks: ["bold"] }, { text: " now" }],
  });
  for (let step = 0; step < 40; step += 1) await page.keyboard.press("ControlOrMeta+z");
  for (let step = 0; step < 40; step += 1) await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(fields(page, "Paragraph")).toHaveText("From 서울 by 기차 now");
});

test("Japanese is chosen over a selection, and a composition that is given up leaves nothing", async ({
  stet,
}) => {
  const page = await inBody(stet, "The mayor of Kyoto");
  for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press("Shift+ArrowLeft");
  await compose(page, ["お", "おお", "おおさ", "おおさか", "大阪"], "大阪");
  await expect(fields(page, "Paragraph")).toHaveText("The mayor of 大阪");
  await compose(page, ["な", "なr", ""], "");
  await page.keyboard.type(".");
  await expect.poll(() => lastLine(stet)).toBe("paragraph: The mayor of 大阪.");
});

test("accents that combine, flags and families are one letter to the keys", async ({ stet }) => {
  const page = await inBody(stet, "Ae\u0301");
  await page.keyboard.insertText("👩‍👩‍👧");
  await page.keyboard.insertText("🇸🇪");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("x");
  await expect.poll(() => lastLine(stet)).toBe("paragraph: Ae\u0301x👩‍👩‍👧");
  await page.keyboard.press("Delete");
  await page.keyboard.type(" हिन्दी");
  await expect.poll(() => lastLine(stet)).toBe("paragraph: Ae\u0301x हिन्दी");
});

test("a paragraph in Arabic or Hebrew runs from the right, its neighbours do not, and words of both mix", async ({
  stet,
}) => {
  const page = await inBody(stet, "قالت العمدة إن الجسر سيفتح غدا.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("The bridge opens tomorrow.");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("הגשר ייפתח מחר, says Stet 2026.");
  const paragraphs = fields(page, "Paragraph");
  const directions = await paragraphs.evaluateAll((all) =>
    all.map((each) => getComputedStyle(each).direction),
  );
  expect(directions).toEqual(["rtl", "ltr", "rtl"]);
  await paragraphs.first().click();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await expect
    .poll(() => theCommittedStory(stet.home).lines.slice(-3))
    .toEqual([
      "paragraph: قالت العمدة إن الجسر سيفتح غدا.!",
      "paragraph: The bridge opens tomorrow.",
      "paragraph: הגשר ייפתח מחר, says Stet 2026.",
    ]);
  await expect(storyText(page)).toBeFocused();
});
