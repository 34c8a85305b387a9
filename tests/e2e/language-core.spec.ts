import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { drawPicture } from "#tests/support/pictures.ts";
import { dropFiles } from "./driver/carried-files.ts";
import { inEmptyNewsroom, runCommand } from "./driver/desk-window.ts";
import { expect, test } from "./driver/stet.ts";

const COPY = [
  "Hafen bleibt zu",
  "Von Ilse Varga",
  "NORRBY – Nach dem Sturm bleibt der Hafen zu, sagte die Bürgermeisterin am Dienstag\u0001 im Rathaus.",
  "Die Fähre fährt erst am Freitag wieder, hieß es aus dem Amt. Bis dahin gilt der Notfahrplan.",
].join("\n\n");

/** Words that stand in English sentences and in no German one of these screens. */
const ENGLISH = /\b(?:the|is|are|was|were|and|of|with|not|begins|ends|left|text that|only|says)\b/u;

async function isGermanOnly(part: Locator, own: readonly string[] = []): Promise<void> {
  let said = (await part.innerText()).replaceAll("\n", " | ");
  for (const text of own) said = said.replaceAll(text, "…");
  expect(said).not.toMatch(ENGLISH);
}

async function inGerman(page: Page): Promise<void> {
  await runCommand(page, "Language of the interface: Deutsch");
  await expect(page.getByRole("navigation", { name: "Textliste" })).toBeVisible();
}

function dropCopy(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  return dropFiles(page.getByRole("main"), { name, mediaType: "text/plain", bytes });
}

test("what the core says of copy, pictures and exports is German where German is spoken", async ({
  stet,
}) => {
  const page = await inEmptyNewsroom(stet);
  await inGerman(page);
  const sheet = page.getByRole("dialog", { name: "Text hereinholen" });

  await test.step("copy that is refused", async () => {
    for (const [name, bytes, why] of [
      [
        "notizen.txt",
        await drawPicture(40, 30, "png"),
        "notizen.txt ist kein Text: Die Datei beginnt wie ein PNG-Bild.",
      ],
      ["leer.txt", new Uint8Array(), "leer.txt ist leer: 0 Byte."],
    ] as const) {
      await dropCopy(page, name, bytes);
      await expect(sheet.getByRole("alert").filter({ hasText: why })).toBeVisible();
      await isGermanOnly(sheet);
      await page.keyboard.press("Escape");
      await expect(sheet).toBeHidden();
    }
  });

  await test.step("how copy was read, and what of it no story can hold", async () => {
    await dropCopy(page, "hafen.txt", Buffer.from(COPY));
    await expect(sheet).toContainText("1 Zeichen ist weggefallen: Steuerzeichen");
    await expect(sheet).toContainText("der erste Titel über dem Text");
    await expect(sheet).toContainText("Autor: Ilse Varga");
    await expect(sheet).toContainText("Ort: NORRBY");
    await isGermanOnly(sheet);
    await sheet.getByRole("button", { name: /^Hereinholen/ }).click();
    await expect(sheet).toBeHidden();
  });

  await test.step("a picture that is refused", async () => {
    await dropFiles(page.getByRole("main").getByRole("textbox").first(), {
      name: "kai.jpg",
      mediaType: "image/jpeg",
      bytes: (await drawPicture(400, 300)).subarray(0, 900),
    });
    await expect(page.getByText(/^kai\.jpg ist abgeschnitten: Die 900 Byte/)).toBeVisible();
  });

  await test.step("what an export could not carry, and one that fails", async () => {
    await page.getByRole("main").getByText("Bis dahin gilt der Notfahrplan").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Shift+Home");
    await page.keyboard.press("ControlOrMeta+I");
    const into = path.join(stet.home, "out");
    mkdirSync(into);
    await page.getByRole("tab", { name: "Export" }).click();
    const panel = page.getByRole("tabpanel", { name: "Export" });
    const folder = panel.getByLabel("In den Ordner");
    await folder.fill("halb/gesagt");
    const start = panel.getByRole("button", { name: "Exportieren", exact: true });
    await start.click();
    await expect(panel.getByRole("alert")).toHaveText(/Gebraucht wird der ganze Pfad eines Ordners\.$/);
    await folder.fill(into);
    await start.click();
    await expect(panel.getByRole("heading", { name: "Was verloren ging" })).toBeVisible();
    await expect(panel).toContainText("Als einfacher Text gesetzt: kursiver Text an 1 Stelle.");
    await isGermanOnly(panel, [into]);
  });
});
