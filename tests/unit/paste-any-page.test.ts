import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blockText } from "#shared/document/index.ts";
import { browserForTests } from "#tests/support/browser.ts";
import { openPastePage, type PastePage, type PasteReading } from "#tests/support/paste-page.ts";

const RUNS = 150;
const LONG_MS = 120_000;

const INLINE = ["b", "i", "em", "strong", "u", "s", "sup", "sub", "span", "font", "a", "o:p", "mark", "code"];
const BLOCKS = [
  "p",
  "div",
  "h1",
  "h2",
  "ul",
  "ol",
  "li",
  "blockquote",
  "pre",
  "section",
  "figure",
  "td",
  "table",
  "tr",
];
const DROPPED = ["script", "style", "template", "textarea", "title", "iframe", "object"];
const ATTRIBUTES = [
  "",
  ' style="font-weight:700;color:red;background:url(https://bad.example/x.png)"',
  " style='font-family:\"A;B\";mso-list:l0 level1 lfo1'",
  ' class="MsoListParagraph x"',
  ' onclick="alert(1)" ONLOAD=x()',
  ' href="https://example.org/"',
  " href=javascript:alert(1)",
  ' src="https://bad.example/p.gif"',
  ' dir="rtl" lang=ar',
  ' title="a > b < c"',
  " x=\"'\" y='\"'",
];

/** A word that is found again: numbered in the order in which it stands in the page. */
const WORD = /w\d+x/g;

interface Part {
  readonly tag: string;
  readonly attributes: string;
  readonly inside: readonly (Part | null)[];
}

const { page: anyPage } = fc.letrec<{ page: readonly (Part | null)[]; part: Part }>((tie) => ({
  page: fc.array(fc.option(tie("part"), { freq: 2 }), { maxLength: 5, depthIdentifier: "page" }),
  part: fc.record({
    tag: fc.constantFrom(...INLINE, ...INLINE, ...BLOCKS, ...DROPPED),
    attributes: fc.constantFrom(...ATTRIBUTES),
    inside: fc.oneof({ maxDepth: 6, depthIdentifier: "page" }, fc.constant([null]), tie("page")),
  }),
}));

/** The page as HTML, every place for text filled with a word of its own. */
function written(parts: readonly (Part | null)[], next: { nr: number }): string {
  return parts
    .map((part) => {
      if (part === null) return `w${String(next.nr++)}x &amp; `;
      return `<${part.tag}${part.attributes}>${written(part.inside, next)}</${part.tag}>`;
    })
    .join("");
}

const SOUP = [
  ...[...INLINE, ...BLOCKS, ...DROPPED].flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...ATTRIBUTES.map((attributes) => `<p${attributes}>`),
  ...ATTRIBUTES.map((attributes) => `<img${attributes}>`),
  "<br>",
  "<hr/>",
  "<!--",
  "-->",
  "<![if !supportLists]>",
  "<!--[if gte mso 9]><xml>",
  "<![endif]-->",
  "<svg><script>",
  "<math><mi>",
  "<p style='",
  '<a href="',
  "<",
  ">",
  "&nbsp;",
  "&#0;",
  "\u0000",
  "\uD800",
  "\u000B",
  "\n\n",
  "\t",
  "<link rel=stylesheet href=https://bad.example/x.css>",
  "<meta http-equiv=refresh content='0;url=https://bad.example/'>",
  "<base href=https://bad.example/>",
  "<style>@import url(https://bad.example/y.css);p{background:url(//bad.example/z)}</style>",
  "<video src=https://bad.example/v autoplay>",
  "<link rel=preload as=image href=https://bad.example/l.png>",
];

const anySoup = fc
  .array(fc.oneof(fc.constantFrom(...SOUP), fc.constant(null)), { maxLength: 60 })
  .map((pieces) => pieces.map((piece, nr) => piece ?? `w${String(nr)}x `).join(""));

function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

function pastedWords({ blocks }: PasteReading): readonly string[] {
  return wordsOf(blocks.map(blockText).join("\n"));
}

function isInOrder(some: readonly string[], all: readonly string[]): boolean {
  let at = -1;
  return some.every((word) => {
    at = all.indexOf(word, at + 1);
    return at >= 0;
  });
}

describe.skipIf(browserForTests() === null)("Any pasted page", () => {
  let page: PastePage;
  beforeAll(async () => {
    page = await openPastePage();
  });
  afterAll(() => page.close());

  it(
    "gives blocks that a story can hold, its words in their order and each at most once",
    async () => {
      await fc.assert(
        fc.asyncProperty(anyPage, async (parts) => {
          const html = written(parts, { nr: 0 });
          // That the blocks are valid is checked by their schema in `read`.
          const words = pastedWords(await page.read({ html }));
          expect(new Set(words).size).toBe(words.length);
          expect(isInOrder(words, wordsOf(await page.textOf(html)))).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    LONG_MS,
  );

  it(
    "loses no word of a page that hides none",
    async () => {
      const isShown = (parts: readonly (Part | null)[]): boolean =>
        parts.every((part) => part === null || (!DROPPED.includes(part.tag) && isShown(part.inside)));
      await fc.assert(
        fc.asyncProperty(anyPage.filter(isShown), async (parts) => {
          const html = written(parts, { nr: 0 });
          const read = await page.read({ html }, "lines");
          expect([...pastedWords(read)].toSorted()).toEqual([...wordsOf(html)].toSorted());
        }),
        { numRuns: RUNS },
      );
    },
    LONG_MS,
  );

  it(
    "may be any heap of broken markup, in every way of pasting",
    async () => {
      await fc.assert(
        fc.asyncProperty(anySoup, fc.constantFrom("house", "text", "lines"), async (html, way) => {
          const words = pastedWords(await page.read({ html, text: way === "text" ? "" : html }, way));
          const all = wordsOf(await page.textOf(html));
          expect(words.length === 0 || isInOrder(words, all) || isInOrder(words, wordsOf(html))).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    LONG_MS,
  );

  it(
    "may be any text",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (text) => {
          const { blocks } = await page.read({ text });
          expect(blocks.every((block) => blockText(block).trim() !== "")).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    LONG_MS,
  );

  it.each([
    ["100,000 paragraphs", "<p>w1x</p>".repeat(100_000), 100_000],
    [
      "100,000 spans in one paragraph",
      `<p>${"<span style='color:red'>w1x </span>".repeat(100_000)}</p>`,
      100_000,
    ],
    [
      "a table of 100,000 cells",
      `<table>${`<tr>${"<td>w1x</td>".repeat(100)}</tr>`.repeat(1_000)}</table>`,
      100_000,
    ],
    ["100,000 elements one in another", `${"<div>".repeat(50_000)}w1x${"<b>".repeat(50_000)}w2x`, 2],
    ["tables one in another", `${"<table><tr><td>a</td><td>".repeat(2_000)}w1x`, 1],
    ["50,000 open style sheets", `w1x${"<style>".repeat(50_000)}`, 1],
    ["a style sheet of a million letters", `<style>${"a,".repeat(500_000)}</style><p>w1x`, 1],
    ["a million spaces", `w1x${" \u00A0".repeat(500_000)}w2x`, 2],
    ["a million line ends", `<pre>w1x${"\n".repeat(1_000_000)}w2x</pre>`, 2],
  ])(
    "is read in time: %s",
    async (_name, html, words) => {
      const read = await page.count(html);
      expect(read.words).toBe(words);
      expect(read.tookMs).toBeLessThan(10_000);
    },
    LONG_MS,
  );

  it("has asked for nothing on the network, and run into nothing that the policy forbids", () => {
    expect(page.asked).toEqual([]);
    expect(page.complaints).toEqual([]);
  });
});
