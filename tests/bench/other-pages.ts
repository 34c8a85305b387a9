import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { blockText, type StoryDocument } from "#shared/document/index.ts";
import { bundleEntry } from "#tests/support/bundle-entry.ts";

/** A page that Stet's is compared with, holding the same text in the same type. */
export interface OtherPage {
  /** What it is called where the figures are told. */
  readonly name: string;
  readonly open: (browser: Browser, document: StoryDocument) => Promise<Page>;
}

/** The typeface of Stet's page, so that only the editor makes the difference. */
const TYPEFACE = path.resolve(
  import.meta.dirname,
  "../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
);

/** A page with one editable element and nothing in it. */
async function emptyPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1320, height: 860 } });
  const typeface = readFileSync(TYPEFACE).toString("base64");
  await page.setContent(`<!doctype html>
    <style>
      @font-face { font-family: copy; font-weight: 200 900; src: url(data:font/woff2;base64,${typeface}); }
      body { margin: 0; }
      #text { font: 18px/1.5 copy, serif; white-space: pre-wrap; width: 650px; height: 830px; margin: auto; overflow-y: auto; }
    </style>
    <div id="text" contenteditable spellcheck="true"></div>`);
  await page.evaluate(() => window.document.fonts.load("18px copy"));
  return page;
}

/** An editable element as the browser has it. */
export const BARE: OtherPage = {
  name: "a bare contenteditable with the same text",
  open: async (browser, document) => {
    const page = await emptyPage(browser);
    await page.evaluate((paragraphs) => {
      const text = window.document.getElementById("text");
      for (const words of paragraphs) {
        const paragraph = window.document.createElement("p");
        paragraph.textContent = words;
        text?.append(paragraph);
      }
    }, document.blocks.map(blockText));
    return page;
  },
};

/** Lexical's own rich-text set-up with its history: no counts, no typography, nothing saved. */
export const RICH_TEXT: OtherPage = {
  name: "Lexical's own rich text with the same text",
  open: async (browser, document) => {
    const page = await emptyPage(browser);
    await page.addScriptTag({
      content: await bundleEntry(path.join(import.meta.dirname, "rich-text-entry.ts")),
    });
    await page.evaluate((paragraphs) => {
      const show: unknown = Reflect.get(globalThis, "showParagraphs");
      if (typeof show === "function") show(window.document.getElementById("text"), paragraphs);
    }, document.blocks.map(blockText));
    return page;
  },
};
