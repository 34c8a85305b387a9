import { expect, type Locator, type Page } from "@playwright/test";
import type { Stet } from "./stet.ts";

/** Opens a window and starts an empty newsroom in it. */
export async function inEmptyNewsroom(stet: Stet): Promise<Page> {
  const page = await stet.openWindow();
  await page.getByRole("button", { name: "Start an empty newsroom" }).click();
  await expect(page.getByRole("heading", { name: "An empty newsroom" })).toBeVisible();
  return page;
}

/** Opens a window on an empty newsroom with one new story in it, the caret in its headline. */
export async function onNewStory(stet: Stet): Promise<Page> {
  const page = await inEmptyNewsroom(stet);
  await page.getByRole("main").getByRole("button", { name: "Write a story" }).click();
  await expect(storyText(page)).toBeFocused();
  return page;
}

/** Waits for what is told after a crash, and goes on with the story on the page. Where nothing was saved before the crash it is a notice. */
export async function goesOnAfterCrash(page: Page): Promise<void> {
  const screen = page.getByRole("dialog", { name: "Stet ended without closing" });
  const notice = page.getByRole("status").filter({ hasText: "Stet ended without closing" });
  await expect(screen.or(notice)).toBeVisible();
  if (await notice.isVisible()) return;
  await expect(screen.getByRole("button", { name: "Continue" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(screen).toBeHidden();
}

/** The page that the open story is written on. */
export function storyText(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Text of / });
}

/** The fields of the open story that the desk calls so: `Headline`, `Paragraph`, `Caption`. */
export function fields(page: Page, name: string): Locator {
  return storyText(page).getByRole("group", { name, exact: true });
}

/** Where to click to have the caret at an edge of a field; null where it is empty: anywhere. */
function edgeOf(field: Locator, edge: "start" | "end") {
  return field.evaluate((element, at) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const rect = at === "start" ? rects[0] : rects.at(-1);
    if (element.textContent === "" || !rect) return null;
    return { x: at === "start" ? rect.left + 1 : rect.right - 1, y: (rect.top + rect.bottom) / 2 };
  }, edge);
}

/** Clicks before the first letter of a field or behind its last one, until the caret is there. */
async function caretAt(field: Locator, edge: "start" | "end"): Promise<void> {
  await expect(async () => {
    await field.scrollIntoViewIfNeeded();
    const at = await edgeOf(field, edge);
    if (at) await field.page().mouse.click(at.x, at.y);
    else await field.click();
    expect(
      await field.evaluate((element) => element.contains(document.getSelection()?.anchorNode ?? null)),
    ).toBe(true);
  }).toPass();
}

/** Puts the caret before the first letter of a field. */
export function caretAtStart(field: Locator): Promise<void> {
  return caretAt(field, "start");
}

/** Puts the caret behind the last letter of a field. */
export function caretAtEnd(field: Locator): Promise<void> {
  return caretAt(field, "end");
}

/** The line at the foot of the window. */
export function stateLine(page: Page): Locator {
  return page.getByRole("contentinfo", { name: "State of the story" });
}

/** Waits until the window says that everything is saved. */
export async function saysSaved(page: Page): Promise<void> {
  await expect(stateLine(page)).toContainText(/^Saved on this laptop /);
}

/** The desk list's rows. */
export function deskRows(page: Page): Locator {
  return page.getByRole("listbox", { name: "Stories" }).getByRole("option");
}

/** Shows a panel of the rail. */
export async function showPanel(page: Page, name: string): Promise<Locator> {
  const rail = page.getByRole("complementary", { name: "About this story" });
  await rail.getByRole("tab", { name }).click();
  return rail.getByRole("tabpanel", { name });
}

/** Runs a command from the list of all commands. */
export async function runCommand(page: Page, command: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+K");
  const box = page.getByRole("combobox", { name: "Find a command" });
  await expect(box).toBeFocused();
  await page.keyboard.type(command);
  await expect(page.getByRole("option", { name: command }).first()).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(box).toBeHidden();
}
