import type { Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import { inEmptyNewsroom, onNewStory, runCommand, saysSaved } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

/** The page that the story is written on, whatever its name is in the language of now. */
function paper(page: Page) {
  return page.getByRole("main").getByRole("textbox").first();
}

async function inGerman(page: Page): Promise<void> {
  await runCommand(page, "Language of the interface: Deutsch");
  await expect(page.getByRole("navigation", { name: "Textliste" })).toBeVisible();
}

/** What is wider than the place it has, of everything that shall never be scrolled sideways. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "body, #desk, #rail, .state-line, .rail-names, .desk-head, .sheet, .rail-content",
      ),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.className || element.id || "body"}: ${String(element.scrollWidth)} in ${String(element.clientWidth)}`,
      ),
  );
}

test("German is spoken at once, and the text, the caret and the undo stay", async ({ stet }) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates shut early");
  await page.keyboard.press("Home");
  await inGerman(page);

  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(paper(page)).toBeFocused();
  await page.keyboard.type("All ");
  await expect(paper(page)).toContainText("All Tide gates shut early");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(paper(page)).not.toContainText("All ");

  const foot = page.getByRole("contentinfo", { name: "Stand des Textes" });
  await expect(foot).toContainText(/^Auf diesem Laptop gespeichert vor /);
  await expect(foot).toContainText("4 Wörter, 21 Zeichen");
  await expect(foot.getByRole("button", { name: /^Befehle/ })).toBeVisible();
  const rail = page.getByRole("complementary", { name: "Zu diesem Text" });
  for (const name of ["Daten", "Fotos", "Vorlage", "Verlauf", "Aufbau", "Export", "Optionen"]) {
    await expect(rail.getByRole("tab", { name })).toBeVisible();
  }
  await expect(rail.getByLabel("Redaktionsschluss")).toBeVisible();
  const list = page.getByRole("navigation", { name: "Textliste" });
  await expect(list.getByRole("status")).toHaveText("1 Text");
  await expect(list.getByRole("listbox", { name: "Texte" }).getByRole("option")).toContainText("Entwurf");

  await runCommandIn(page, "Sprache der Oberfläche: English", "Befehl suchen");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await saysSaved(page);
  await page.keyboard.type("All ");
  await expect(paper(page)).toContainText("All Tide gates shut early");
});

async function runCommandIn(page: Page, command: string, box: string, typed = command): Promise<void> {
  await page.keyboard.press("ControlOrMeta+K");
  await expect(page.getByRole("combobox", { name: box })).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole("option", { name: command }).first()).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: box })).toBeHidden();
}

test("the list of commands is German, and finds a command by its English name too", async ({ stet }) => {
  const page = await onNewStory(stet);
  await inGerman(page);
  await page.keyboard.press("ControlOrMeta+K");
  await expect(page.getByRole("dialog", { name: "Befehle" })).toBeVisible();
  await page.keyboard.type("bin");
  const first = page.getByRole("option", { name: /Papierkorb/ }).first();
  await expect(first).toBeVisible();
  await expect(first).toContainText("Redaktion");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("zzzz");
  await expect(page.getByText("Kein Befehl heißt „zzzz“.")).toBeVisible();
  await isAccessible(page, "the list of commands in German");
  await page.keyboard.press("Escape");

  await runCommandIn(page, "In den Papierkorb legen", "Befehl suchen", "move to the bin");
  await expect(page.getByRole("region", { name: "Meldungen" })).toContainText("liegt 30 Tage im Papierkorb.");
});

test("the keyboard page, the sheets and the panels are German, accessible and not too wide", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Tide gates shut early");
  await inGerman(page);
  for (const widthPx of [1_320, 1_024]) {
    await page.setViewportSize({ width: widthPx, height: 860 });
    for (const name of ["Daten", "Fotos", "Vorlage", "Notizen", "Export", "Optionen"]) {
      await page.getByRole("tab", { name }).click();
      await expect(page.getByRole("tabpanel", { name })).not.toBeEmpty();
      expect(await tooWide(page), `${name} at ${String(widthPx)} px`).toEqual([]);
      if (widthPx === 1_320) await isAccessible(page, `the panel ${name}`);
    }
  }
  await paper(page).click();

  await page.keyboard.press("F1");
  const sheet = page.getByRole("dialog", { name: "Tastatur" });
  await expect(sheet.getByRole("heading", { name: "In der Textliste" })).toBeVisible();
  await expect(sheet.getByRole("listitem").filter({ hasText: "Text hereinholen" })).toContainText(
    "Strg+Umschalt+I",
  );
  await isAccessible(page, "the keyboard page");
  expect(await tooWide(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.keyboard.press("ControlOrMeta+Shift+I");
  const intake = page.getByRole("dialog", { name: "Text hereinholen" });
  await intake
    .getByRole("textbox")
    .fill("Sturm zieht auf\n\nVon Ana Ruiz\n\nDer Sturm zieht von Westen auf, sagt der Hafen.");
  await intake.getByRole("button", { name: /^Lesen/ }).click();
  await expect(intake.getByRole("listbox", { name: "Teile der Vorlage" })).toBeFocused();
  await isAccessible(page, "bringing in");
  expect(await tooWide(page)).toEqual([]);
});

test("German stays after loading again, and every window follows the choice", async ({ stet }) => {
  const page = await onNewStory(stet);
  const other = await stet.openWindow();
  await expect(other.getByRole("navigation", { name: "Desk list" })).toBeVisible();
  await page.keyboard.type("Tide gates shut early");
  await page.getByRole("tab", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Deutsch" }).check();
  await expect(page.getByRole("navigation", { name: "Textliste" })).toBeVisible();
  await expect(other.getByRole("navigation", { name: "Textliste" })).toBeVisible();

  const seen: string[] = [];
  await page.exposeFunction("note", (name: string) => seen.push(name));
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const name = document.querySelector("nav")?.getAttribute("aria-label");
      if (name !== null && name !== undefined) Reflect.get(window, "note")(name);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.getByRole("navigation", { name: "Textliste" })).toBeVisible();
  await expect(paper(page)).toContainText("Tide gates shut early");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  expect(new Set(seen)).toEqual(new Set(["Textliste"]));
});

test("German is fetched when it is chosen, and not before", async ({ stet, hostName }) => {
  test.skip(hostName === "electron", "not run: the desktop app reads its parts from its own package");
  const page = await inEmptyNewsroom(stet);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await expect(page.getByRole("heading", { name: "An empty newsroom" })).toBeVisible();
  await expect.poll(() => asked.some((url) => url.includes("settings-panel"))).toBe(true);
  expect(asked.filter((url) => url.includes("german"))).toEqual([]);
  await runCommand(page, "Language of the interface: Deutsch");
  await expect(page.getByRole("heading", { name: "Eine leere Redaktion" })).toBeVisible();
  expect(asked.filter((url) => url.includes("german"))).toHaveLength(1);
});

test("a system that prefers German has the first screen in German", async ({ stet }) => {
  const page = await stet.openWindow();
  await expect(page.getByRole("button", { name: "Start an empty newsroom" })).toBeVisible();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "languages", { get: () => ["de-AT", "en"] });
  });
  await page.reload();
  await page.getByRole("button", { name: "Eine leere Redaktion beginnen" }).click();
  await expect(page.getByRole("heading", { name: "Eine leere Redaktion" })).toBeVisible();
  await isAccessible(page, "an empty newsroom in German");
});
