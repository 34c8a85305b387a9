import type { Page } from "@playwright/test";
import { blockText } from "#shared/document/index.ts";
import {
  caretAtEnd,
  fields,
  onNewStory,
  saysSaved,
  showPanel,
  stateLine,
  storyText,
} from "./driver/desk-window.ts";
import { expect, test, type Stet } from "./driver/stet.ts";
import { committedNotes } from "./driver/stored-notes.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";

test.beforeEach(({ hostName }) => {
  test.skip(hostName === "electron", "not run: the desktop app reads its parts from its own package");
});

function headline(window: Page) {
  return window.locator('[data-kind="headline"]');
}

/** A window that is read anew and gets some of its parts late: each time `untilItCame` looks, those asked for by then come. */
async function withPartsOnTheirWay(
  stet: Stet,
  parts: RegExp,
): Promise<{ readonly page: Page; readonly untilItCame: (look: () => Promise<void>) => Promise<void> }> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits for the ferry");
  await saysSaved(page);
  const held: (() => void)[] = [];
  await page.route(parts, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await page.reload();
  await expect(storyText(page)).toBeFocused();
  return {
    page,
    untilItCame: async (look) => {
      await expect(async () => {
        for (const release of held.splice(0)) release();
        await look();
      }).toPass();
    },
  };
}

test("a panel that the host cannot give is waited for, and the story stays as it is", async ({ stet }) => {
  const page = await onNewStory(stet);
  let isAway = true;
  await page.route("**/assets/export-panel*.js", (route) => (isAway ? route.abort() : route.continue()));
  page.removeAllListeners("console");
  await page.reload();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.type("Ferry waits");

  await page.getByRole("tab", { name: "Export" }).click();
  await expect(page.getByText("Waiting for the newsroom…")).toBeVisible();
  await expect(storyText(page)).toContainText("Ferry waits");

  isAway = false;
  await expect(page.getByText("Waiting for the newsroom…")).toBeHidden();
  await expect(page.getByRole("complementary").getByRole("button", { name: /^Export/ })).toBeVisible();
});

test("what is typed at once behind the key of a field that is still on its way is typed into it", async ({
  stet,
}) => {
  const { page, untilItCame } = await withPartsOnTheirWay(
    stet,
    /assets\/(?:palette|find-bar|find-run)[^/]*\.js/,
  );

  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("ferryx");
  await page.keyboard.press("Backspace");
  const find = page.getByRole("textbox", { name: "Find", exact: true });
  await untilItCame(async () => {
    await expect(find).toHaveValue("ferry", { timeout: 500 });
  });
  await expect(page.locator(".find-count")).toContainText("1 of 2");
  await page.keyboard.press("Escape");
  await expect(find).toBeHidden();

  await page.reload();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("keybo");
  const palette = page.getByRole("combobox", { name: "Find a command" });
  await untilItCame(async () => {
    await expect(palette).toHaveValue("keybo", { timeout: 500 });
  });
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(storyText(page)).toContainText("Ferry waits for the ferry");
});

test("what is typed at once is also kept or run where Enter ended it before the field was there", async ({
  stet,
}) => {
  const { page, untilItCame } = await withPartsOnTheirWay(
    stet,
    /assets\/(?:palette|notes-panel|work-on-notes)[^/]*\.js/,
  );

  await page.keyboard.press("ControlOrMeta+Alt+N");
  await page.keyboard.type("Which ferry?");
  await page.keyboard.press("ControlOrMeta+Enter");
  await untilItCame(async () => {
    await expect(page.getByRole("listitem").filter({ hasText: "Which ferry?" })).toBeVisible({
      timeout: 500,
    });
  });
  await expect(storyText(page)).toBeFocused();
  await expect.poll(() => committedNotes(stet).map(({ text }) => text)).toEqual(["Which ferry?"]);

  await page.reload();
  await expect(storyText(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("dark theme");
  await page.keyboard.press("Enter");
  await untilItCame(async () => {
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark", { timeout: 500 });
  });
  await expect(page.getByRole("combobox", { name: "Find a command" })).toBeHidden();
  await expect(fields(page, "Headline")).toHaveText("Ferry waits for the ferry");
});

test("what happens while a window is still being read is known to it when it is there", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits");
  await saysSaved(page);
  const late = await stet.openWindow();
  const { promise: isHeld, resolve: letGo } = Promise.withResolvers<void>();
  const answered = late.waitForEvent("websocket").then((socket) => socket.waitForEvent("framereceived"));
  await late.route(/assets\/index-[^/]*\.js/, async (route) => {
    await isHeld;
    await route.continue();
  });
  await late.reload({ waitUntil: "commit" });
  await answered;
  await page.keyboard.type(" for the tide");
  await saysSaved(page);
  await page.keyboard.press("ControlOrMeta+Alt+Shift+KeyD");
  await page.keyboard.press("ControlOrMeta+Alt+Shift+KeyD");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(late.locator("#stet > *")).toHaveCount(0);
  letGo();
  await expect(late.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(fields(late, "Headline")).toHaveText("Ferry waits for the tide");
  await late.bringToFront();
  await caretAtEnd(fields(late, "Headline"));
  await late.keyboard.type(" again");
  await saysSaved(late);
  await expect(fields(page, "Headline")).toHaveText("Ferry waits for the tide again");
});

test("what is saved elsewhere while the page is still being drawn is on it in the end", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits");
  await saysSaved(page);
  const late = await stet.openWindow();
  await expect(fields(late, "Headline")).toHaveText("Ferry waits");
  const settings = await showPanel(page, "Settings");
  await settings.getByRole("radio", { name: "Deutsch" }).click();
  await expect(late.locator("html")).toHaveAttribute("lang", "de");
  const { promise: isHeld, resolve: letGo } = Promise.withResolvers<void>();
  await late.route(/assets\/german-[^/]*\.js/, async (route) => {
    await isHeld;
    await route.continue();
  });
  // Nothing tells the window of the language before the newsroom does: its page waits for the words.
  await late.evaluate(() => localStorage.clear());
  const isAsked = late.waitForRequest(/german-[^/]*\.js/);
  await late.reload({ waitUntil: "commit" });
  await isAsked;
  await caretAtEnd(headline(page));
  await page.keyboard.type(" for the tide");
  await expect
    .poll(() => theCommittedStory(stet.home).blocks.map(blockText))
    .toContain("Ferry waits for the tide");
  letGo();
  await expect(headline(late)).toHaveText("Ferry waits for the tide");
});

test("a window starts without the library of schemas, which is for whoever serves", async ({ stet }) => {
  const page = await onNewStory(stet);
  const html = await (await page.request.get(page.url())).text();
  const asked = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, address = ""]) => address);
  expect(asked.length).toBeGreaterThan(0);
  const scripts = await Promise.all(
    asked.map(async (address) => (await page.request.get(new URL(address, page.url()).href)).text()),
  );
  expect(scripts.join("")).toContain("Saved on this laptop");
  expect(scripts.filter((script) => script.includes("unrecognized_keys"))).toEqual([]);
});

for (const part of ["fit-worker*.js", "*.wasm"]) {
  test(`the composer whose ${part} the host could not give comes to life when it can`, async ({ stet }) => {
    const page = await onNewStory(stet);
    await page.keyboard.type("Ferry waits");
    await saysSaved(page);
    let isAway = true;
    await page.route(`**/assets/${part}`, (route) => (isAway ? route.abort() : route.continue()));
    page.removeAllListeners("console");
    await page.reload();
    await expect(storyText(page)).toBeFocused();
    const depth = page.locator(".state-fit-depth");
    await expect(depth).toHaveText("–", { timeout: 30_000 });
    await page.keyboard.type("X");
    await expect(storyText(page)).toContainText("X");
    isAway = false;
    await expect(depth).toHaveText(/\d+ lines?/, { timeout: 30_000 });
  });
}

test("a host that is away when the composer starts is waited for, and the story is set when it is back", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Ferry waits");
  await saysSaved(page);
  await page.reload();
  await expect(storyText(page)).toBeFocused();
  page.removeAllListeners("console");
  const comeBack = await stet.killUnderWindows();
  await page.keyboard.type(" for the tide");
  await expect(stateLine(page)).toContainText("your text is kept here", { timeout: 30_000 });
  await comeBack();
  // Another window is let in at the address of the host, and with it every window of this browser.
  await stet.openWindow();
  await expect(stateLine(page)).toContainText("Saved on this laptop", { timeout: 30_000 });
  await expect(page.locator(".state-fit-depth")).toHaveText(/\d+ lines?/, { timeout: 60_000 });
});
