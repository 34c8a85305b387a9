import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { blockText } from "#shared/document/index.ts";
import { browserWindows } from "#tests/e2e/driver/browser-window.ts";
import { putOnClipboard } from "#tests/e2e/driver/carried-files.ts";
import { browserLaunch } from "#tests/support/browser-launch.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { timeKey } from "./key-until.ts";
import { openBenchDesk } from "./large-newsroom.ts";
import type { Measurement } from "./statistics.ts";

const WORDS = 10_000;
const ROUNDS = 24;
const MOST_MS = 500;

interface Copied {
  readonly html: string;
  readonly text: string;
}

const DOCS_STYLE =
  "font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;";

function docsSpans(text: string): string {
  return text
    .split(", ")
    .map(
      (part, nr) =>
        `<span style="${DOCS_STYLE}font-weight:${nr % 2 === 0 ? "400" : "700"};">${part}, </span>`,
    )
    .join("");
}

/** The invented story as Google Docs copies it: every run in a span with a style of its own. */
function fromGoogleDocs(paragraphs: readonly string[]): string {
  const body = paragraphs.map(
    (text) => `<p dir="ltr" style="line-height:1.38;margin-top:0pt;">${docsSpans(text)}</p>`,
  );
  return `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-bench">${body.join("")}</b>`;
}

/** The same as Word copies it, without its head of 40,000 characters. */
function fromWord(paragraphs: readonly string[]): string {
  const body = paragraphs.map(
    (text) =>
      `<p class=MsoNormal style='margin-bottom:0in;line-height:normal'><span style='font-size:12.0pt;font-family:"Times New Roman",serif'>${text.replaceAll(", ", `,<span style='mso-spacerun:yes'>  </span><i style='mso-bidi-font-style:normal'>so</i> `)}<o:p></o:p></span></p>`,
  );
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->${body.join("\n")}<!--EndFragment--></body></html>`;
}

async function measure(page: Page, copied: Copied, last: string): Promise<readonly number[]> {
  await putOnClipboard(page, copied);
  const samples: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const tookMs = await timeKey(page, {
      press: "ControlOrMeta+V",
      code: "KeyV",
      selector: ".story-page",
      words: last,
    });
    // The first round only warms the page up.
    if (round > 0) samples.push(tookMs);
    await page.keyboard.press("ControlOrMeta+Z");
    await page.waitForFunction(
      (words) => document.querySelector(".story-page")?.textContent.includes(words) === false,
      last,
    );
  }
  return samples;
}

/** Pasting 10,000 words into a story through the real clipboard: from the key until they are painted. */
export async function pasteBench(): Promise<readonly Measurement[]> {
  const home = mkdtempSync(path.join(tmpdir(), "stet-bench-"));
  const host = await openBenchDesk(home);
  const made = await host.desk.stories.create({ facts: { slug: "pasting" }, document: inventedStory(2, 50) });
  if (!made.ok) throw new Error(made.error.message);
  await host.desk.settings.change({ lastStory: made.value.summary.id });
  await host.close();
  const paragraphs = [...inventedStory(3, WORDS).blocks.map(blockText), "The last word of it."];
  const sources: readonly (readonly [string, Copied])[] = [
    ["Google Docs", { html: fromGoogleDocs(paragraphs), text: paragraphs.join("\n") }],
    ["Word", { html: fromWord(paragraphs), text: paragraphs.join("\n") }],
    ["a PDF, as text", { html: "", text: paragraphs.join("\n\n").replace(/(.{60,70}) /g, "$1\n") }],
  ];
  const browser = await chromium.launch(browserLaunch());
  const windows = await browserWindows(browser, home);
  const page = await windows.openWindow();
  const last = page.locator('[data-kind="paragraph"]').last();
  await last.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  const found: Measurement[] = [];
  for (const [name, copied] of sources) {
    found.push({
      name: `pasting 10,000 words from ${name}, key to paint`,
      samples: await measure(page, copied, "The last word of it"),
      limit: { p95Ms: MOST_MS },
    });
  }
  await windows.end();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
  return found;
}
