import { blockText } from "#shared/document/index.ts";
import { fields, inEmptyNewsroom, saysSaved, storyText } from "./driver/desk-window.ts";
import { bringIn, longCopy } from "./driver/long-copy.ts";
import { stallWhile } from "./driver/stalls.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

test.describe.configure({ timeout: 180_000 });

const PATIENCE = { timeout: 60_000 };
const SENTENCE = "The harbor board put off the seawall plan once more, and nobody was surprised. ";
const LONG_PARAGRAPH = `${SENTENCE.repeat(Math.ceil((200 * 1024) / SENTENCE.length))}That was all.`;

function committedText(stet: Stet): string {
  return theCommittedStory(stet.home).blocks.map(blockText).join("\n\n");
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

for (const [what, copy, sought] of [
  ["120,000 words", longCopy(120_000).text, "the"],
  ["a paragraph of 200 KB", `Tide gates shut early\n\n${LONG_PARAGRAPH}`, "seawall"],
] as const) {
  test(`every hit in ${what} is replaced at once and taken back at once, and nothing else changes`, async ({
    stet,
  }) => {
    const page = await inEmptyNewsroom(stet);
    await bringIn(page, "big.txt", copy);
    await expect(fields(page, "Paragraph").last()).toContainText(copy.slice(-12), PATIENCE);
    await saysSaved(page);
    const before = committedText(stet);
    const hits = countOf(before, new RegExp(`\\b${sought}\\b`, "giu"));
    expect(hits).toBeGreaterThan(2_000);

    await storyText(page).focus();
    await page.keyboard.press("ControlOrMeta+Alt+f");
    const bar = page.getByRole("search");
    const find = page.getByRole("textbox", { name: "Find", exact: true });
    await expect(find).toBeFocused(PATIENCE);
    await find.fill(sought);
    await bar.getByRole("button", { name: "Whole words" }).click();
    const all = bar.getByRole("button", { name: `Replace all ${hits.toLocaleString("en-US")}` });
    await expect(all).toBeVisible(PATIENCE);
    await page.getByRole("textbox", { name: "Replace with" }).fill("zzqx");
    const { longestMs, tookMs } = await stallWhile(page, async () => {
      await all.click();
      await expect(page.getByRole("search")).toContainText(/places replaced\./, PATIENCE);
    });
    process.stdout.write(
      `  ${what}: ${String(hits)} hits replaced in ${tookMs.toFixed(0)} ms, longest stall ${longestMs.toFixed(0)} ms\n`,
    );
    await expect.poll(() => countOf(committedText(stet), /\bzzqx\b/giu), PATIENCE).toBe(hits);
    expect(committedText(stet).replaceAll(/zzqx/giu, sought).toLowerCase()).toBe(before.toLowerCase());
    await page.keyboard.press("Escape");
    await storyText(page).focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => committedText(stet) === before, PATIENCE).toBe(true);
  });
}

test("a pattern that never ends is stopped in a paragraph of 200 KB, and the window goes on", async ({
  stet,
}) => {
  const page = await inEmptyNewsroom(stet);
  await bringIn(page, "big.txt", `Tide gates shut early\n\n${LONG_PARAGRAPH} ${"a".repeat(4_000)}!`);
  await expect(fields(page, "Paragraph").last()).toContainText("aaa!", PATIENCE);
  await storyText(page).focus();
  await page.keyboard.press("ControlOrMeta+f");
  const find = page.getByRole("textbox", { name: "Find", exact: true });
  await expect(find).toBeFocused(PATIENCE);
  await page.getByRole("button", { name: "Regular expression" }).click();
  const { longestMs } = await stallWhile(page, async () => {
    await find.fill("(a+)+$");
    await expect(page.getByRole("search")).toContainText(/takes too long/, PATIENCE);
  });
  process.stdout.write(`  a pattern that never ends: longest stall ${longestMs.toFixed(0)} ms\n`);
  await page.keyboard.press("Escape");
  await storyText(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Goes on.");
  await expect.poll(() => committedText(stet).endsWith(" Goes on."), PATIENCE).toBe(true);
});
