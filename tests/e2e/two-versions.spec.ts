import type { Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import {
  caretAtEnd,
  fields,
  onNewStory,
  runCommand,
  saysSaved,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { committedStories, theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

test.beforeEach(({ hostName }) => {
  test.skip(hostName === "electron", "not run: the desktop app has one window");
});

function banner(page: Page) {
  return page.getByRole("region", { name: "Two versions" });
}

/** Two windows on one story of two paragraphs, with nothing to save in either. */
async function twoWindows(stet: Stet): Promise<readonly [Page, Page]> {
  const first = await onNewStory(stet);
  await first.keyboard.type("Ferry waits");
  await caretAtEnd(fields(first, "Paragraph"));
  await first.keyboard.type("The ferry waits.");
  await first.keyboard.press("Enter");
  await first.keyboard.type("The harbor is shut.");
  await saysSaved(first);
  const second = await stet.openWindow();
  await expect(storyText(second)).toContainText("The harbor is shut.");
  return [first, second];
}

/** Both windows type at once, so that the second save meets the first. */
async function typeAtOnce(first: Page, second: Page, words: readonly [string, string]): Promise<void> {
  await caretAtEnd(fields(first, "Paragraph").first());
  await caretAtEnd(fields(second, "Paragraph").last());
  await Promise.all([
    first.keyboard.type(words[0], { delay: 15 }),
    second.keyboard.type(words[1], { delay: 15 }),
  ]);
  await Promise.all([saysSaved(first), saysSaved(second)]);
}

test("a window that nobody types in follows what is saved in another", async ({ stet }) => {
  const [first, second] = await twoWindows(stet);
  await caretAtEnd(fields(first, "Paragraph").last());
  await first.keyboard.type(" Nobody knows for how long.");
  await expect(fields(second, "Paragraph").last()).toHaveText(
    "The harbor is shut. Nobody knows for how long.",
  );
  await caretAtEnd(fields(second, "Paragraph").first());
  await second.keyboard.type(" It is patient.");
  await expect(fields(first, "Paragraph").first()).toHaveText("The ferry waits. It is patient.");
  await expect(banner(first)).toBeHidden();
  await expect(banner(second)).toBeHidden();
  expect(committedStories(stet.home)).toHaveLength(1);
});

test("two windows that type at once make two versions, both are told, and merging brings both together", async ({
  stet,
}) => {
  const [first, second] = await twoWindows(stet);
  await typeAtOnce(first, second, [" It has done so for days.", " The wind is too strong."]);
  await expect(banner(first)).toContainText("This story has two versions: yours and one from another window");
  await expect(banner(second)).toContainText("This story has two versions");

  await second.keyboard.type(" And typing goes on.");
  await saysSaved(second);
  await banner(first).getByRole("button", { name: "Merge" }).click();
  const merged = [
    "headline: Ferry waits",
    "paragraph: The ferry waits. It has done so for days.",
    "paragraph: The harbor is shut. The wind is too strong. And typing goes on.",
  ];
  const text = () => theCommittedStory(stet.home).lines.filter((line) => line !== "byline: ");
  await expect.poll(text).toEqual(merged);
  for (const page of [first, second]) {
    await expect(fields(page, "Paragraph").first()).toHaveText("The ferry waits. It has done so for days.");
    await expect(fields(page, "Paragraph").last()).toContainText("And typing goes on.");
    await expect(banner(page)).toBeHidden();
  }

  await caretAtEnd(fields(second, "Paragraph").last());
  await second.keyboard.type(" Both go on.");
  await expect(fields(first, "Paragraph").last()).toContainText("Both go on.");
  await expect(banner(first)).toBeHidden();
});

test("a paragraph that both changed stands twice after merging, and the page leads there", async ({
  stet,
}) => {
  const [first, second] = await twoWindows(stet);
  await caretAtEnd(fields(first, "Headline"));
  await caretAtEnd(fields(second, "Headline"));
  await Promise.all([
    first.keyboard.type(" for spring", { delay: 15 }),
    second.keyboard.type(" for summer", { delay: 15 }),
  ]);
  const [mine, theirs] = [banner(first), banner(second)];
  await expect(mine).toBeVisible();
  await expect(theirs).toBeVisible();
  await runCommand(first, "Merge the two versions");
  const places = first.getByRole("region", { name: "Merged" });
  await expect(places).toContainText("1 place was changed in both versions");
  await places.getByRole("button", { name: "“Ferry waits for spring”" }).click();
  await expect(storyText(first)).toBeFocused();
  await expect(fields(first, "Headline")).toHaveText(["Ferry waits for spring", "Ferry waits for summer"]);
  await expect(fields(second, "Headline")).toHaveCount(2);
  await places.getByRole("button", { name: "Done" }).click();
  await expect(places).toBeHidden();
});

for (const [choice, stays] of [
  ["Keep mine", "The ferry waits. Mine."],
  ["Keep theirs", "The ferry waits."],
] as const) {
  test(`“${choice}” leaves one text, and the other in the history`, async ({ stet }) => {
    const [first, second] = await twoWindows(stet);
    await typeAtOnce(first, second, [" Mine.", " Theirs."]);
    await expect(banner(first)).toBeVisible();
    await expect(banner(second)).toBeVisible();
    await banner(first).getByRole("button", { name: choice }).click();
    await expect(banner(first)).toBeHidden();
    await expect(banner(second)).toBeHidden();
    for (const page of [first, second]) await expect(fields(page, "Paragraph").first()).toHaveText(stays);
    await expect.poll(() => theCommittedStory(stet.home).lines.join("\n")).toContain(stays);

    await caretAtEnd(fields(first, "Headline"));
    await first.keyboard.type("!");
    await expect(fields(second, "Headline")).toHaveText("Ferry waits!");
  });
}

test("keeping the other version can be undone", async ({ stet }) => {
  const [first, second] = await twoWindows(stet);
  await typeAtOnce(first, second, [" Mine.", " Theirs."]);
  await banner(first).getByRole("button", { name: "Keep theirs" }).click();
  await expect(fields(first, "Paragraph").first()).toHaveText("The ferry waits.");
  await first.keyboard.press("ControlOrMeta+Z");
  await expect(fields(first, "Paragraph").first()).toHaveText("The ferry waits. Mine.");
  await saysSaved(first);
  await expect(fields(second, "Paragraph").first()).toHaveText("The ferry waits. Mine.");
});

test("a version whose window was closed is told of when the story is opened again", async ({ stet }) => {
  const [first, second] = await twoWindows(stet);
  await typeAtOnce(first, second, [" Mine.", " Theirs."]);
  await expect(banner(first)).toBeVisible();
  await stet.closeWindow(second);
  await stet.restart();
  const again = await stet.openWindow();
  await expect(banner(again)).toContainText("This story has two versions");
  await banner(again).getByRole("button", { name: "Merge" }).click();
  await expect(fields(again, "Paragraph")).toHaveText([
    "The ferry waits. Mine.",
    "The harbor is shut. Theirs.",
  ]);
  await expect(stateLine(again)).toContainText("Saved on this laptop");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the banner and the comparison of two versions, ${colorScheme}`, async ({
    stet,
  }) => {
    const [first, second] = await twoWindows(stet);
    await first.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await typeAtOnce(first, second, [" Mine.", " Theirs."]);
    await expect(banner(first)).toBeVisible();
    await isAccessible(first, "two versions");
    await banner(first).getByRole("button", { name: "Compare" }).click();
    const comparison = first.getByRole("region", { name: /compared with Yours$/ });
    await expect(comparison).toBeVisible();
    await isAccessible(first, "two versions, compared");
    await first.keyboard.press("Escape");
    await expect(comparison).toBeHidden();
    await expect(storyText(first)).toBeFocused();
  });
}
