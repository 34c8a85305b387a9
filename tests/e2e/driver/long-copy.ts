import { expect, type Page } from "@playwright/test";
import { blockText } from "#shared/document/index.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { dropFiles } from "./carried-files.ts";
import { storyText } from "./desk-window.ts";

/** Invented copy of about so many words, a paragraph to each line, and the words that it ends with. */
export function longCopy(words: number): { readonly text: string; readonly lastWords: string } {
  const lastWords = "And that was the very last word of it.";
  const paragraphs = inventedStory(1, words)
    .blocks.filter(({ kind }) => kind === "paragraph")
    .map(blockText);
  return { text: [...paragraphs, lastWords].join("\n\n"), lastWords };
}

/** Drops a text file on the window and brings it in as it was read. */
export async function bringIn(page: Page, name: string, text: string | Uint8Array): Promise<void> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  await dropFiles(page.getByRole("main"), { name, mediaType: "text/plain", bytes });
  const sheet = page.getByRole("dialog", { name: "Bring copy in" });
  await sheet.getByRole("button", { name: "Bring it in" }).click({ timeout: 60_000 });
  await expect(sheet).toBeHidden({ timeout: 60_000 });
  await expect(storyText(page)).toBeFocused();
}
