import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { pageHeaders } from "#main/page-policy.ts";
import type { Incoming, PasteWay } from "#renderer/editor/paste/pasted.ts";
import { blockSchema, hasRuns, type Block, type Run } from "#shared/document/index.ts";
import { browserLaunch } from "./browser-launch.ts";
import { bundleEntry } from "./bundle-entry.ts";

const ADDRESS = "http://localhost:49150/";

const readingSchema = z.object({
  blocks: z.array(blockSchema),
  program: z.string().nullable(),
  leftOut: z.record(z.string(), z.number()),
  joined: z.number(),
  hyphens: z.number(),
  tookMs: z.number(),
  sentence: z.string().nullable(),
});

const countSchema = z.object({ words: z.number(), tookMs: z.number() });

/** What a real page made of a paste. */
export type PasteReading = z.infer<typeof readingSchema>;

/** A page of a real Chromium, under Stet's own policy, in which pasted things are read. */
export interface PastePage {
  readonly read: (incoming: Partial<Incoming>, way?: PasteWay) => Promise<PasteReading>;
  /** How many of the numbered words (`w1x`) of a page are pasted, and how long that takes: for pages too large to bring over. */
  readonly count: (html: string) => Promise<z.infer<typeof countSchema>>;
  /** All text of a page, shown or not, in its order. */
  readonly textOf: (html: string) => Promise<string>;
  /** Addresses that the page has asked for, beyond itself. */
  readonly asked: readonly string[];
  /** Errors, and what the page's policy forbade. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

async function serve(page: Page, asked: string[]): Promise<void> {
  const script = await bundleEntry(path.join(import.meta.dirname, "paste-page-entry.ts"));
  const headers = pageHeaders({ pictures: [], connections: [] });
  await page.route("**/*", async (route) => {
    const address = route.request().url();
    if (address === ADDRESS) {
      await route.fulfill({
        headers,
        contentType: "text/html",
        body: '<!doctype html><script src="/paste.js"></script>',
      });
    } else if (address === `${ADDRESS}paste.js`) {
      await route.fulfill({ headers, contentType: "text/javascript; charset=utf-8", body: script });
    } else {
      asked.push(address);
      await route.abort();
    }
  });
}

/** Opens the page; close it when the tests are over. */
export async function openPastePage(): Promise<PastePage> {
  const browser = await chromium.launch(browserLaunch());
  const page = await browser.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await serve(page, asked);
  await page.goto(ADDRESS);
  const ask = (name: string, ...words: readonly unknown[]): Promise<unknown> =>
    page.evaluate(
      ([asked, given]) => {
        const answer: unknown = Reflect.get(globalThis, asked);
        if (typeof answer !== "function") throw new Error("the page is not ready");
        return answer(...given) as unknown;
      },
      [name, words] as const,
    );
  return {
    asked,
    complaints,
    read: async (incoming, way = "house") => {
      const given = await ask("readPaste", { own: "", html: "", text: "", ...incoming }, way);
      return readingSchema.parse(given);
    },
    count: async (html) => countSchema.parse(await ask("countWords", html)),
    textOf: async (html) => z.string().parse(await ask("pageText", html)),
    close: () => browser.close(),
  };
}

function runLine({ text, marks = [], link }: Run): string {
  const marked = marks.length > 0 ? `{${marks.join(" ")}|${text}}` : text;
  return link ? `[${marked}](${link.href})` : marked;
}

/** A block as one line: `listItem: Two lamps, one {bold|dry}`. */
export function pastedLine(block: Block): string {
  if (!hasRuns(block)) return block.kind;
  return `${block.kind}: ${block.runs.map(runLine).join("")}`.replaceAll("\n", "⏎").replaceAll("\t", "⇥");
}
