import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { blockText } from "#shared/document/index.ts";
import { filesUnder } from "#tests/support/exporting.ts";
import { pasteText } from "./driver/carried-files.ts";
import {
  caretAtEnd,
  fields,
  inEmptyNewsroom,
  onNewStory,
  saysSaved,
  showPanel,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { bringIn, longCopy } from "./driver/long-copy.ts";
import { stallWhile } from "./driver/stalls.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

test.describe.configure({ timeout: 180_000 });

/** How long a machine with much else to do may take for what is big. */
const PATIENCE = { timeout: 60_000 };
const TYPED = " Typed at the end";

const MANY_WORDS = longCopy(120_000);
const BOOK = MANY_WORDS.text;
const MANY_BLOCKS = Array.from(
  { length: 5_000 },
  (_, nr) => `Item ${String(nr + 1)} of the list was read out.`,
);
const SENTENCE =
  "The harbor board put off the seawall plan once more, and nobody at the desk was surprised. ";
const LONG_PARAGRAPH = `${SENTENCE.repeat(Math.ceil((200 * 1024) / SENTENCE.length))}That was all.`;
/** Families, flags, skin colors, keycaps, letters beyond the first plane, and combining marks. */
const ODD_LETTERS = [
  "👩‍👩‍👧‍👦 met 🏴󠁧󠁢󠁳󠁣󠁴󠁿 fans, 🇸🇪🇳🇴 and 👍🏽 in row 7️⃣.",
  "𝔗𝔥𝔢 𝒹𝑒𝓈𝓀 wrote 𐐔𐐯𐑅𐐨𐑉𐐯𐐻, 𠜎𠜱𠝹 and e\u0301 a\u0308 ż̴̡͓.",
];

/** Timings are told and not judged: the machine may have much else to do. */
function tell(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

function paragraphsOf(stet: Stet): readonly string[] {
  return theCommittedStory(stet.home)
    .blocks.filter(({ kind }) => kind === "paragraph")
    .map(blockText);
}

async function copied(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  return page.evaluate(() => navigator.clipboard.readText());
}

async function exportedText(page: Page, stet: Stet): Promise<string> {
  const into = path.join(stet.home, "exported");
  mkdirSync(into);
  const panel = await showPanel(page, "Export");
  for (const name of ["InCopy story (ICML)", "Word (DOCX)", "NITF 3.6", "Plain text"])
    await panel.getByRole("checkbox", { name }).check();
  await panel.getByLabel("Into the folder").fill(into);
  await panel.getByRole("button", { name: "Export", exact: true }).click();
  await expect(panel.getByRole("heading", { name: "Exported" })).toBeVisible(PATIENCE);
  const files = await filesUnder(into);
  const text = files.find((name) => /(?<!captions|report)\.txt$/.test(name));
  expect(files.filter((name) => /\.(?:icml|docx|xml)$/.test(name))).toHaveLength(3);
  return readFileSync(path.join(into, text ?? ""), "utf8");
}

/** Types at the end, saves, undoes, finds the last words, copies and exports a story: all of its paragraphs are there each time. */
async function isUsable(page: Page, stet: Stet, what: string, paragraphs: readonly string[]): Promise<void> {
  const last = fields(page, "Paragraph").last();
  const told: string[] = [];
  const step = async (name: string, act: () => Promise<void>): Promise<void> => {
    const { longestMs, tookMs } = await stallWhile(page, act);
    told.push(`${name} ${tookMs.toFixed(0)} ms, longest stall ${longestMs.toFixed(0)} ms`);
  };
  const [end = ""] = paragraphs.slice(-1);

  await storyText(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await step("17 keys", async () => {
    await page.keyboard.type(TYPED);
    await expect(last).toHaveText(`${end}${TYPED}`);
  });
  await saysSaved(page);
  await expect.poll(() => paragraphsOf(stet).at(-1), PATIENCE).toBe(`${end}${TYPED}`);
  await step("undo", async () => {
    await page.keyboard.press("ControlOrMeta+z");
    await expect(last).toHaveText(end);
  });
  await step("find", async () => {
    await page.keyboard.press("ControlOrMeta+f");
    const find = page.getByRole("textbox", { name: "Find", exact: true });
    await expect(find).toBeFocused(PATIENCE);
    await find.fill(end.slice(-12));
    await expect(page.locator(".find-count")).toContainText(/\d+ of \d+|found/, PATIENCE);
    await page.keyboard.press("Escape");
  });
  await step("copy", async () => {
    expect((await copied(page)).split("\n\n").slice(-paragraphs.length)).toEqual(paragraphs);
  });
  await page.keyboard.press("ControlOrMeta+End");
  await saysSaved(page);
  expect(paragraphsOf(stet)).toEqual(paragraphs);
  let text = "";
  await step("export", async () => {
    text = await exportedText(page, stet);
  });
  for (const paragraph of paragraphs)
    if (!text.includes(paragraph)) throw new Error(`not exported: ${paragraph}`);
  tell(`${what}: ${told.join("; ")}`);
}

/** Leaves the story that is open, comes back to it, and tells how long that took. */
async function isOpenedAgain(stet: Stet, page: Page, what: string, lastWords: string): Promise<Page> {
  await stet.closeWindow(page);
  const again = await stet.openWindow();
  const began = Date.now();
  // A query by role would lay out thousands of blocks that are put off, one by one, and time itself.
  const last = (): Promise<string | undefined> =>
    again.evaluate(() => [...document.querySelectorAll('[data-kind="paragraph"]')].at(-1)?.textContent);
  await expect.poll(last, PATIENCE).toBe(lastWords);
  tell(`${what}: open again after ${String(Date.now() - began)} ms`);
  return again;
}

for (const [what, copy] of [
  ["120,000 words", BOOK.split("\n\n")],
  ["5,000 blocks", MANY_BLOCKS],
  ["a paragraph of 200 KB", ["Tide gates shut early.", LONG_PARAGRAPH]],
  ["emoji and letters beyond the first plane", ["A line of its own to begin with.", ...ODD_LETTERS]],
] as const) {
  test(`${what} from a text file: opened, typed in, saved, undone, found, copied and exported`, async ({
    stet,
  }) => {
    const page = await inEmptyNewsroom(stet);
    const { longestMs, tookMs } = await stallWhile(page, () => bringIn(page, "big.txt", copy.join("\n\n")));
    tell(`${what}: brought in in ${tookMs.toFixed(0)} ms, longest stall ${longestMs.toFixed(0)} ms`);
    await expect(fields(page, "Paragraph").last()).toHaveText(copy.at(-1) ?? "", PATIENCE);
    await saysSaved(page);
    const again = await isOpenedAgain(stet, page, what, copy.at(-1) ?? "");
    await isUsable(again, stet, what, paragraphsOf(stet));
  });
}

for (const [what, copy, asHtml] of [
  ["120,000 words as text", BOOK.split("\n\n"), false],
  ["120,000 words as HTML", BOOK.split("\n\n"), true],
  ["5,000 blocks as HTML", MANY_BLOCKS, true],
  ["a paragraph of 200 KB as text", [LONG_PARAGRAPH], false],
] as const) {
  test(`${what} can be pasted into a story, is saved whole, keeps what is typed at once behind it, and is undone`, async ({
    stet,
  }) => {
    const page = await onNewStory(stet);
    await page.keyboard.type("Mine");
    await caretAtEnd(fields(page, "Paragraph"));
    await saysSaved(page);
    const html = asHtml ? copy.map((text) => `<p>${text}</p>`).join("") : "";
    const { longestMs, tookMs } = await stallWhile(page, async () => {
      await pasteText(page, copy.join("\n\n"), html);
      await page.keyboard.type("!");
      await expect(fields(page, "Paragraph").last()).toHaveText(`${copy.at(-1) ?? ""}!`, PATIENCE);
    });
    tell(`${what}: pasted in ${tookMs.toFixed(0)} ms, longest stall ${longestMs.toFixed(0)} ms`);
    await page.keyboard.type(TYPED);
    await expect.poll(() => paragraphsOf(stet).at(-1), PATIENCE).toBe(`${copy.at(-1) ?? ""}!${TYPED}`);
    expect(paragraphsOf(stet)).toHaveLength(copy.length);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => paragraphsOf(stet), PATIENCE).toEqual([""]);
  });
}

test("a long paste says that it is under way, leaves the page answering, and can be stopped without a trace", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type("Mine");
  await saysSaved(page);
  const notices = page.getByRole("log", { name: "Notices" });
  const long = Array.from({ length: 18_000 }, (_, nr) => `Item ${String(nr + 1)} was read out.`).join("\n\n");

  await pasteText(page, long);
  await expect(notices).toContainText("Pasting 18,000 paragraphs…");
  await notices.getByRole("button", { name: "Stop and take it back" }).click();
  await expect(fields(page, "Paragraph")).toHaveText(["Mine"], PATIENCE);
  await expect(notices).not.toContainText("Pasting");
  await page.keyboard.type("!");
  await expect(fields(page, "Paragraph")).toHaveText(["Mine!"]);
  await expect.poll(() => paragraphsOf(stet), PATIENCE).toEqual(["Mine!"]);

  await pasteText(page, MANY_BLOCKS.join("\n\n"));
  await expect(fields(page, "Paragraph").last()).toHaveText(MANY_BLOCKS.at(-1) ?? "", PATIENCE);
  await expect
    .poll(() => paragraphsOf(stet), PATIENCE)
    .toEqual([`Mine!${MANY_BLOCKS[0] ?? ""}`, ...MANY_BLOCKS.slice(1)]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(fields(page, "Paragraph")).toHaveText(["Mine!"], PATIENCE);
});

const SPOILT = "The ferry\u0000 waits\ud83d at the \udc4dquay.";
const MENDED = "The ferry waits\ufffd at the \ufffdquay.";

test("half characters and NULs that are pasted are replaced or left out, and it is said", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Mine");
  await caretAtEnd(fields(page, "Paragraph"));
  await storyText(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, SPOILT);
  await expect(fields(page, "Paragraph")).toHaveText(MENDED);
  await expect(page.getByRole("log", { name: "Notices" })).toContainText(
    "Left out: 1 control character, 2 half characters (\uFFFD stands for each).",
  );
  await expect.poll(() => paragraphsOf(stet)).toEqual([MENDED]);
});

test("half characters and NULs that are typed never reach the story, and typing goes on", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await caretAtEnd(fields(page, "Paragraph"));
  await page.evaluate((text) => document.execCommand("insertText", false, text), SPOILT);
  await expect(page.getByRole("log", { name: "Notices" })).toContainText(
    "1 control character left out, 2 half characters replaced by \uFFFD.",
  );
  await page.keyboard.type(" On it goes 👍.");
  await expect.poll(() => paragraphsOf(stet)).toEqual([`${MENDED} On it goes 👍.`]);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect.poll(() => paragraphsOf(stet)).toEqual([`${MENDED} On it goes `]);
});

test("half characters and NULs in the sheet for copy are told before anything is brought in", async ({
  stet,
}) => {
  const page = await inEmptyNewsroom(stet);
  await page.keyboard.press("ControlOrMeta+Shift+I");
  const sheet = page.getByRole("dialog", { name: "Bring copy in" });
  await sheet.getByRole("textbox").evaluate((box, text) => {
    if (box instanceof HTMLTextAreaElement) box.focus();
    document.execCommand("insertText", false, text);
  }, `Ferry waits\n\n${SPOILT} Nobody knows why, said Ilse Varga on Tuesday.`);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(sheet.locator(".reading-warning")).toHaveText([
    "1 character was dropped: control codes that a story cannot hold.",
    "2 half characters were replaced by \uFFFD: another program has cut characters in two.",
  ]);
  await sheet.getByRole("button", { name: "Bring it in" }).click();
  await expect(fields(page, "Paragraph")).toContainText(MENDED);
  await saysSaved(page);
  expect(paragraphsOf(stet)[0]).toContain(MENDED);
});

test("a file with NULs is brought in without them, says so, and stays beside the story as it came", async ({
  stet,
}) => {
  const page = await inEmptyNewsroom(stet);
  const before = "Ferry waits\n\nThe ferry to Norrby waited at the quay for two hours on Tuesday";
  await bringIn(page, "ferry.txt", `${before}\u0000, and nobody knew why, said Ilse Varga.`);
  await expect(fields(page, "Paragraph")).toHaveText(/on Tuesday, and nobody knew why/);
  const original = await showPanel(page, "Original");
  await expect(original).toContainText("ferry.txt");
  await expect(stateLine(page)).toContainText("words");
});
