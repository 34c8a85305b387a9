import type { Locator, Page } from "@playwright/test";
import { isAccessible } from "./driver/axe.ts";
import { pasteText } from "./driver/carried-files.ts";
import { caretAtEnd, fields, onNewStory, saysSaved } from "./driver/desk-window.ts";
import { theCommittedStory } from "./driver/stored-stories.ts";
import { expect, test, type Stet } from "./driver/stet.ts";

/** Has the system of this window prefer German from now on, as where somebody changes it in the system's settings. */
async function preferGerman(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "languages", { value: ["de-DE", "en-US"], configurable: true });
    window.dispatchEvent(new Event("languagechange"));
  });
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
}

function germanText(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Text von / });
}

function germanFields(page: Page, name: string): Locator {
  return germanText(page).getByRole("group", { name, exact: true });
}

/** A story with a headline and two paragraphs, in a window that speaks German from then on. */
async function onGermanStory(stet: Stet): Promise<Page> {
  const page = await onNewStory(stet);
  await page.keyboard.type("Die Deichtore schließen");
  await caretAtEnd(fields(page, "Paragraph"));
  await page.keyboard.type("Der Hafenrat tagte am Dienstag.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Der alte Deich ist von 1911.");
  await saysSaved(page);
  await preferGerman(page);
  return page;
}

/** Elements that say more than there is room for, or stand on one another, among these. */
async function cutOff(within: Locator, selector: string): Promise<readonly string[]> {
  return within.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
      )
      .map(({ textContent, className }) => `${className}: ${textContent}`),
  );
}

test("another language names the blocks of the open story at once, and the story stays what it was", async ({
  stet,
}) => {
  const page = await onNewStory(stet);
  await page.keyboard.type("Die Deichtore schließen");
  await expect.poll(() => theCommittedStory(stet.home).lines).toContain("headline: Die Deichtore schließen");
  const before = theCommittedStory(stet.home).blocks;
  await preferGerman(page);

  await expect(germanFields(page, "Titel")).toHaveText("Die Deichtore schließen");
  await expect(germanFields(page, "Autorenzeile")).toHaveAttribute("data-placeholder", "Von …");
  await expect(germanFields(page, "Absatz")).toHaveAttribute("data-placeholder", "Hier schreiben");
  await caretAtEnd(germanFields(page, "Titel"));
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(germanFields(page, "Titel")).toHaveText("");
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(germanFields(page, "Titel")).toHaveText("Die Deichtore schließen");
  await expect.poll(() => theCommittedStory(stet.home).blocks).toEqual(before);

  await caretAtEnd(germanFields(page, "Absatz"));
  await page.keyboard.press("ControlOrMeta+Alt+7");
  await expect(germanFields(page, "Zwischentitel")).toHaveCount(1);
});

test("the find bar looks, counts and replaces in German", async ({ stet }) => {
  const page = await onGermanStory(stet);
  await caretAtEnd(germanFields(page, "Absatz").first());
  await page.keyboard.press("ControlOrMeta+Alt+F");
  const bar = page.getByRole("search", { name: "In diesem Text suchen" });
  await bar.getByRole("textbox", { name: "Suchen" }).fill("Der");
  await bar.getByRole("button", { name: "Groß/klein beachten" }).click();
  await expect(bar.getByRole("status")).toHaveText("2 von 2");
  await bar.getByRole("button", { name: "Nur in" }).click();
  await bar.getByRole("button", { name: "Liste" }).click();
  await expect(bar.getByRole("checkbox", { name: "Bildunterschrift" })).toBeVisible();
  await expect(bar.getByText("2 von 2 angehakt")).toBeVisible();
  expect(await cutOff(bar, ".find-way, .button, .find-choice, .hit-kind")).toEqual([]);
  await isAccessible(page, "the find bar in German");
  await bar.getByRole("textbox", { name: "Ersetzen durch" }).fill("Ein");
  await bar.getByRole("button", { name: "Alle 2 ersetzen" }).click();
  await expect(bar.getByRole("status")).toHaveText("2 Stellen ersetzt.");
  await bar.getByRole("button", { name: "Regulärer Ausdruck" }).click();
  await bar.getByRole("textbox", { name: "Suchen" }).fill("(Ein");
  await expect(bar.getByRole("status")).toHaveText(
    "Dieser reguläre Ausdruck ist nicht lesbar: Eine Klammer ( ist nicht geschlossen.",
  );
});

test("the history and a comparison are in German", async ({ stet }) => {
  const page = await onGermanStory(stet);
  await page.keyboard.press("ControlOrMeta+Shift+S");
  await page.getByLabel("Diese Fassung behalten als").fill("Erste Lesung");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Diese Fassung ist als „Erste Lesung“ aufgehoben.")).toBeVisible();
  await caretAtEnd(germanFields(page, "Absatz").nth(1));
  await page.keyboard.type(" Er ist undicht.");
  await expect.poll(() => theCommittedStory(stet.home).lines.join()).toContain("undicht");

  await page.keyboard.press("ControlOrMeta+4");
  const versions = page.getByRole("listbox", { name: "Fassungen dieses Textes" });
  const kept = versions.getByRole("option", { name: "Behalten als „Erste Lesung“" });
  await expect(kept).toContainText(/vor \d+ Min\.|gerade eben/);
  await kept.dblclick();
  await expect(page.getByText("3 Wörter hinzugefügt")).toBeVisible();
  const changed = page
    .getByRole("region", { name: "Der Text mit markierten Unterschieden" })
    .getByRole("article", { name: "Absatz geändert" });
  await expect(changed.locator("ins")).toHaveText(" Er ist undicht.");
  await expect(changed.locator("ins")).toHaveAttribute("data-heard", " hinzugefügt: ");
  await changed.hover();
  const comparison = page.locator(".comparison");
  expect(await cutOff(comparison, ".button, .quiet-button")).toEqual([]);
  await isAccessible(page, "a comparison in German");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Absatz wiederhergestellt.")).toBeVisible();
  await expect(page.getByText("Kein Unterschied im Text")).toBeVisible();
});

test("the page of the newsroom's safety is in German", async ({ stet }) => {
  const page = await onGermanStory(stet);
  await page.keyboard.press("ControlOrMeta+Shift+H");
  const sheet = page.getByRole("dialog", { name: "Sicherheit der Redaktion" });
  await expect(sheet.getByText("Es gibt noch keine Sicherung.")).toBeVisible();
  await sheet.getByRole("button", { name: "Jetzt sichern" }).click();
  await expect(sheet.getByText(/^Die letzte ist von .+, zurückgelesen und vollständig\.$/)).toBeVisible();
  await sheet.getByRole("button", { name: "Redaktion prüfen" }).click();
  await expect(sheet.getByText("Jeder Text ist lesbar: 1 Text.")).toBeVisible();
  await sheet.getByRole("button", { name: "Wiederherstellen proben" }).click();
  await expect(sheet.getByText(/kam in .+ vollständig zurück, 1 Text, \d+ Blöcke\.$/)).toBeVisible();
  expect(await cutOff(sheet, ".button, .quiet-button, h3, th, td")).toEqual([]);
  await isAccessible(page, "the safety of the newsroom in German");
});

test("the settings are in German", async ({ stet }) => {
  const page = await onGermanStory(stet);
  const rail = page.getByRole("complementary", { name: "Zu diesem Text" });
  await rail.getByRole("tab", { name: "Optionen" }).click();
  const panel = rail.getByRole("tabpanel", { name: "Optionen" });
  await expect(panel.getByRole("group", { name: "Kontrast und Bewegung" })).toBeVisible();
  await expect(panel.getByRole("combobox", { name: "Sprache und Stil" })).toContainText("Deutsch: „a“ ‚b‘ –");
  await panel.getByRole("button", { name: "Text hinzufügen" }).click();
  await panel.getByRole("button", { name: "Behalten" }).click();
  await expect(panel.getByRole("alert")).toHaveText("Ein Kürzel hat keine Leerzeichen und ist nicht leer.");
  expect(await cutOff(panel, ".button, .quiet-button, label, legend")).toEqual([]);
  await isAccessible(page, "the settings in German");
});

test("what a paste left out, and what was cleaned up, is said in German", async ({ stet }) => {
  const page = await onGermanStory(stet);
  await caretAtEnd(germanFields(page, "Absatz").nth(1));
  await pasteText(
    page,
    "Eins\nZwei",
    "<p style='color:red'>Eins</p><p>Zwei <img src='https://example.org/a.jpg' width='90' height='90'></p>",
  );
  const notices = page.getByRole("log", { name: "Meldungen" });
  await expect(notices).toContainText("2 Absätze eingefügt. Weggelassen: Schriften und Farben, 1 Bild.");
  await isAccessible(page, "a notice of a paste in German");
  await notices.getByRole("button", { name: "Stattdessen als reinen Text einfügen" }).click();
  await page.keyboard.press("ControlOrMeta+Shift+'");
  await expect(page.getByRole("region", { name: "Typografie bereinigt" })).toContainText(
    "Die Typografie dieses Textes ist in Ordnung.",
  );
});
