import type { Locator, Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import { deskRows, onNewStory, runCommand, saysSaved, showPanel, stateLine } from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { committedStories } from "./driver/stored-stories.ts";

function side(page: Page, name: "left" | "right"): Locator {
  return page.getByRole("region", { name: `Story on the ${name}` });
}

function textOn(page: Page, name: "left" | "right"): Locator {
  return side(page, name).getByRole("textbox", { name: /^Text of / });
}

function headlineOn(page: Page, name: "left" | "right"): Locator {
  return textOn(page, name).getByRole("group", { name: "Headline" });
}

/** Two stories in the newsroom; the second is on the page, the first is opened beside it by its key. */
async function sideBySide(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits");
  await saysSaved(page);
  await page.keyboard.press("Alt+Shift+N");
  await expect(page.getByRole("group", { name: "Headline" })).toHaveText("");
  await page.keyboard.type("Harbor shut");
  await saysSaved(page);
  await expect(deskRows(page)).toHaveCount(2);
  await deskRows(page).filter({ hasText: "Ferry waits" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Open beside" }).click();
  await expect(headlineOn(page, "right")).toHaveText("Ferry waits");
  await expect(headlineOn(page, "left")).toHaveText("Harbor shut");
  await expect(textOn(page, "right")).toBeFocused();
  return page;
}

test("two stories stand side by side, each with its own text, caret, undo and save", async ({
  stet,
}, testInfo) => {
  const page = await sideBySide(stet);
  await page.keyboard.press("End");
  await page.keyboard.type(" for tide");
  await expect(headlineOn(page, "right")).toHaveText("Ferry waits for tide");
  await expect(stateLine(page)).toContainText("4 words");
  await page.keyboard.press("ControlOrMeta+Alt+ArrowLeft");
  await expect(textOn(page, "left")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" today now and then");
  await expect(headlineOn(page, "left")).toHaveText("Harbor shut today now and then");
  await expect(stateLine(page)).toContainText("6 words");
  await saysSaved(page);
  await isAccessible(page, "two stories side by side");
  await page.screenshot({ path: testInfo.outputPath("sides.png") });

  await runCommand(page, "To the story on the right");
  await expect(textOn(page, "right")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(headlineOn(page, "right")).toHaveText("Ferry waits");
  await expect(headlineOn(page, "left")).toHaveText("Harbor shut today now and then");
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(headlineOn(page, "right")).toHaveText("Ferry waits for tide");
  await runCommand(page, "Dark theme");
  await isAccessible(page, "two stories side by side, dark");
  await page.screenshot({ path: testInfo.outputPath("sides-dark.png") });

  await page.keyboard.type("!");
  await stet.closeWindow(page);
  await expect
    .poll(() => committedStories(stet.home).map(({ lines }) => lines[0]))
    .toEqual(["headline: Ferry waits for tide!", "headline: Harbor shut today now and then"]);
});

test("the panels and commands speak of the story with the focus", async ({ stet }) => {
  const page = await sideBySide(stet);
  const panel = await showPanel(page, "Facts");
  const slug = panel.getByLabel("Slug");
  await slug.fill("ferry");
  await slug.press("Enter");
  await expect(side(page, "right").getByRole("button", { name: "Close ferry" })).toBeVisible();
  await textOn(page, "left").click();
  await expect(slug).toHaveValue("untitled");
  const blocks = (name: "left" | "right") => textOn(page, name).getByRole("group").count();
  const before = [await blocks("left"), await blocks("right")] as const;
  await runCommand(page, "Duplicate block");
  await expect.poll(() => blocks("left")).toBe(before[0] + 1);
  expect(await blocks("right")).toBe(before[1]);
});

test("TKs are marked in both stories, and counted for the one with the focus", async ({ stet }) => {
  const page = await sideBySide(stet);
  const marked = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get("tk") ?? [])]
        .map(({ startContainer }) => startContainer.parentElement?.closest(".block")?.textContent ?? "")
        .toSorted(),
    );
  await page.keyboard.press("End");
  await page.keyboard.type(" until TK");
  await expect(stateLine(page)).toContainText("1 TK");
  await page.keyboard.press("ControlOrMeta+Alt+ArrowLeft");
  await page.keyboard.press("End");
  await page.keyboard.type(", TK and TK");
  await expect(stateLine(page)).toContainText("2 TKs");
  await expect
    .poll(marked)
    .toEqual(["Ferry waits until TK", "Harbor shut, TK and TK", "Harbor shut, TK and TK"]);
  await page.keyboard.press("ControlOrMeta+Alt+W");
  await expect(side(page, "right")).toHaveCount(0);
  await expect.poll(marked).toEqual(["Ferry waits until TK"]);
  await expect(stateLine(page)).toContainText("1 TK");
});

test("two stories stand beside each other again after a restart, with the focus where it was", async ({
  stet,
}) => {
  const page = await sideBySide(stet);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+ArrowRight");
  await page.keyboard.press("ControlOrMeta+Alt+ArrowLeft");
  await expect(textOn(page, "left")).toBeFocused();
  await page.waitForTimeout(600);
  await stet.closeWindow(page);
  const again = await stet.openWindow();
  await expect(headlineOn(again, "left")).toHaveText("Harbor shut");
  await expect(headlineOn(again, "right")).toHaveText("Ferry waits");
  await expect(textOn(again, "left")).toBeFocused();
  await expect(again.getByRole("separator", { name: "Width of the left story" })).toHaveAttribute(
    "aria-valuenow",
    "55",
  );
  await again.keyboard.press("End");
  await again.keyboard.type(" again");
  await expect(headlineOn(again, "left")).toHaveText("Harbor shut again");
});

test("a story that is open on one side is gone to and not opened twice", async ({ stet }) => {
  const page = await sideBySide(stet);
  await page.getByRole("listbox", { name: "Stories" }).focus();
  await deskRows(page).filter({ hasText: "Harbor shut" }).click();
  await expect(textOn(page, "left")).toBeFocused();
  await expect(headlineOn(page, "right")).toHaveText("Ferry waits");
  await expect(page.getByText("untitled is open on this side already.").first()).toBeVisible();
});

test("the divider is moved by key and by mouse, and a side is closed with its text saved", async ({
  stet,
}) => {
  const page = await sideBySide(stet);
  const width = async (name: "left" | "right") => (await side(page, name).boundingBox())?.width ?? 0;
  expect(Math.abs((await width("left")) - (await width("right")))).toBeLessThan(3);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+ArrowRight");
  await expect.poll(async () => (await width("left")) - (await width("right"))).toBeGreaterThan(40);
  const divider = page.getByRole("separator", { name: "Width of the left story" });
  await divider.focus();
  await page.keyboard.press("Home");
  await expect(divider).toHaveAttribute("aria-valuenow", "25");
  const box = await divider.boundingBox();
  if (!box) throw new Error("there is no divider");
  await page.mouse.move(box.x + 3, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 200, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => Number(await divider.getAttribute("aria-valuenow"))).toBeGreaterThan(40);

  await textOn(page, "right").click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("A ");
  await page.keyboard.press("ControlOrMeta+Alt+W");
  await expect(side(page, "right")).toBeHidden();
  await expect(page.getByRole("textbox", { name: /^Text of / })).toBeFocused();
  await expect(page.getByRole("group", { name: "Headline" })).toHaveText("Harbor shut");
  await page.keyboard.press("End");
  await page.keyboard.type(" again");
  await expect
    .poll(() => committedStories(stet.home).map(({ lines }) => lines[0]))
    .toEqual(["headline: A Ferry waits", "headline: Harbor shut again"]);
});
