import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { hasRuns, type Block, type StoryDocument } from "#shared/document/index.ts";
import { storyDocumentSchema } from "#shared/document/document-schema.ts";
import { compose } from "#tests/e2e/driver/input-method.ts";
import { z } from "zod";
import { browserLaunch } from "./browser-launch.ts";
import { bundleEntry } from "./bundle-entry.ts";

const ADDRESS = "http://localhost:49151/";

/** The desk's editor by itself on a page of a real Chromium: keys go in as a person's do. */
export interface SuggestingPage {
  readonly page: Page;
  readonly show: (document: StoryDocument) => Promise<void>;
  /** Whose edits are suggested from now on; null for nobody's. */
  readonly by: (person: string | null) => Promise<void>;
  readonly story: () => Promise<StoryDocument>;
  /** Where the caret is: the count of its block from the top, and the offset, struck text counted. */
  readonly caret: () => Promise<string>;
  readonly run: (command: string) => Promise<void>;
  /**
   * Does what a person would: `→3` goes to the right, `⇧→3` selects, `⌫` `⌦` `⏎` are keys, `ctrl+x`
   * a shortcut, `ime:お,おお=大` an input method; anything else is typed.
   */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

const NAMED: Readonly<Record<string, string>> = {
  "→": "ArrowRight",
  "←": "ArrowLeft",
  "↑": "ArrowUp",
  "↓": "ArrowDown",
  "⌫": "Backspace",
  "⌦": "Delete",
  "⏎": "Enter",
  end: "End",
  home: "Home",
};

async function pressOne(page: Page, key: string): Promise<void> {
  const composed = /^ime:(.*)=(.*)$/u.exec(key);
  if (composed) {
    await compose(page, (composed[1] ?? "").split(","), composed[2] ?? "");
    return;
  }
  const named = /^(⇧?)((?:ctrl\+)?)(→|←|↑|↓|⌫|⌦|⏎|end|home)(\d*)$/u.exec(key);
  if (named) {
    const [, shift, control, name = "", times] = named;
    const press = `${control === "" ? "" : "Control+"}${shift === "" ? "" : "Shift+"}${NAMED[name] ?? name}`;
    for (let nth = 0; nth < Number(times === "" ? 1 : times); nth += 1) await page.keyboard.press(press);
    return;
  }
  if (/^ctrl\+(?:shift\+)?.$/u.test(key)) {
    await page.keyboard.press(key.replace("ctrl", "Control").replace("shift", "Shift"));
    return;
  }
  await page.keyboard.type(key);
}

/** Opens the page; close it when the tests are over. */
export async function openSuggestingPage(): Promise<SuggestingPage> {
  const script = await bundleEntry(path.join(import.meta.dirname, "suggesting-page-entry.ts"));
  const browser = await chromium.launch(browserLaunch());
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route("**/*", async (route) => {
    const isPage = route.request().url() === ADDRESS;
    await route.fulfill({
      contentType: isPage ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8",
      body: isPage
        ? '<!doctype html><style>.story-page{white-space:pre-wrap}</style><body></body><script src="/page.js"></script>'
        : script,
    });
  });
  await page.goto(ADDRESS);
  const ask = (name: string, ...given: readonly unknown[]): Promise<unknown> =>
    page.evaluate(
      ([asked, words]) => {
        const answer: unknown = Reflect.get(globalThis, asked);
        if (typeof answer !== "function") throw new Error("the page is not ready");
        return answer(...words) as unknown;
      },
      [name, given] as const,
    );
  return {
    page,
    complaints,
    show: async (document) => void (await ask("show", document)),
    by: async (person) => void (await ask("person", person)),
    story: async () => storyDocumentSchema.parse(await ask("story")),
    caret: async () => z.string().parse(await ask("caret")),
    run: async (command) => void (await ask("runCommand", command)),
    press: async (...keys) => {
      for (const key of keys) await pressOne(page, key);
    },
    close: () => browser.close(),
  };
}

/** A block with its changes: `[-struck-]`, `[+put in+]`, `{*marked anew*}`, and `¶-`, `¶+`, `↕`, `≠` for its break, place and facts. */
export function told(block: Block): string {
  const texts = hasRuns(block) ? [block.runs] : block.kind === "photo" ? [block.caption, block.credit] : [];
  const text = texts
    .map((runs) =>
      runs
        .map(({ text: own, inserted, deleted, formats }) => {
          const put = inserted ? `[+${own}+]` : own;
          const struck = deleted ? `[-${put}-]` : put;
          return formats ? `{*${struck}*}` : struck;
        })
        .join(""),
    )
    .join(" | ");
  const { tracked } = block;
  const signs = [
    tracked?.deleted ? "¶-" : "",
    tracked?.inserted ? "¶+" : "",
    tracked?.moves ? "↕" : "",
    tracked?.facts ? "≠" : "",
  ];
  return `${signs.join("")}${text}`;
}
