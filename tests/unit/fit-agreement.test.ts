import { describe, expect, test } from "vitest";
import type { Compositor } from "#shared/fit/compose/index.ts";
import type { TextStyle } from "#shared/fit/kit/kit.ts";
import { fontPath, newsStyle, RIGID, testCompositor } from "#tests/support/compositor.ts";
import { shapedWidths } from "#tests/support/hb-shape.ts";
import { inventedStories } from "#tests/support/invented-news.ts";
import { officeLines } from "#tests/support/libreoffice.ts";
import { notRun } from "#tests/support/outside-programs.ts";
import { typstLines } from "#tests/support/typst.ts";

const MEASURES_PT = [110, 130, 204] as const;
const SIZE_PT = 9.5;
const INDENT_PT = 9;
const STORIES = inventedStories();

/** The rules that the other programs have: any number of hyphens, two letters before one and three after. */
const THEIR_HYPHENS = {
  language: "en-us",
  shortestWord: 2,
  before: 2,
  after: 3,
  ladder: 0,
  capitals: true,
  lastWord: true,
} as const;
/** Typst's `simple` and LibreOffice never draw a line together. */
const LINE_BY_LINE = newsStyle({ justification: RIGID, hyphenation: THEIR_HYPHENS });
/** Typst's own limits for `optimized`: two thirds to one and a half of a space. */
const ALL_AT_ONCE = newsStyle({
  composer: "optimum-fit",
  justification: { ...RIGID, wordSpace: { min: 200 / 3, desired: 100, max: 150 } },
  hyphenation: THEIR_HYPHENS,
});

function ourLines(compositor: Compositor, style: TextStyle, widthPt: number): readonly number[] {
  return STORIES.map((story) =>
    story.reduce(
      (sum, text) => sum + compositor.compose({ runs: [{ text }], style, widthPt }).lines.length,
      0,
    ),
  );
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, lines) => sum + lines, 0);
}

/** Stories whose counts are further apart than 3 percent, or than one line where that is less than a line. */
function apart(ours: readonly number[], theirs: readonly number[]): readonly string[] {
  return STORIES.flatMap((story, nr) => {
    const own = ours[nr] ?? Number.NaN;
    const other = theirs[nr] ?? Number.NaN;
    if (Math.abs(own - other) <= Math.max(1, other * 0.03)) return [];
    const words = story.join(" ").split(" ").length;
    return [`${String(words)} words: ${String(own)} lines, the other program ${String(other)}`];
  });
}

describe("line counts agree with Typst, same font and same rules", () => {
  test("the stories are at least 20, of 150 to 3,000 words", () => {
    const words = STORIES.map((story) => story.join(" ").split(" ").length);
    expect(words.length).toBeGreaterThanOrEqual(20);
    expect(Math.min(...words)).toBeLessThan(170);
    expect(Math.max(...words)).toBeGreaterThan(2990);
  });

  for (const widthPt of MEASURES_PT) {
    const order = { stories: STORIES, widthPt, sizePt: SIZE_PT, indentPt: INDENT_PT };

    test(`the single-line composer and "simple" at ${String(widthPt)} pt`, async () => {
      const ours = ourLines(await testCompositor(), LINE_BY_LINE, widthPt);
      const theirs = typstLines({ ...order, linebreaks: "simple" }).map(total);
      expect(apart(ours, theirs)).toEqual([]);
      expect(total(ours) / total(theirs)).toBeCloseTo(1, 2);
    });

    test(`optimum fit and "optimized" at ${String(widthPt)} pt`, async () => {
      const ours = ourLines(await testCompositor(), ALL_AT_ONCE, widthPt);
      const theirs = typstLines({ ...order, linebreaks: "optimized" }).map(total);
      expect(apart(ours, theirs)).toEqual([]);
      expect(total(ours) / total(theirs)).toBeCloseTo(1, 2);
    });
  }
});

describe("line counts agree with LibreOffice, hyphenated", () => {
  const missing = notRun(["soffice", "pdftotext"], ["/usr/share/hyphen/hyph_en_US.dic"]);
  test.skipIf(missing !== null)(
    `the single-line composer in three measures${missing === null ? "" : ` (${missing})`}`,
    { timeout: 180_000 },
    async () => {
      const compositor = await testCompositor();
      const theirs = officeLines({
        stories: STORIES,
        measuresPt: MEASURES_PT,
        sizePt: SIZE_PT,
        indentPt: INDENT_PT,
      });
      const ours = MEASURES_PT.map((widthPt) => ourLines(compositor, LINE_BY_LINE, widthPt));
      for (const [nr, own] of ours.entries()) {
        expect(apart(own, theirs[nr] ?? [])).toEqual([]);
        expect(total(own) / total(theirs[nr] ?? [])).toBeCloseTo(1, 2);
      }
    },
  );
});

describe("every line is as wide as HarfBuzz says", () => {
  const missing = notRun(["hb-shape"]);
  for (const composer of ["single-line", "optimum-fit"] as const) {
    const reason = missing === null ? "" : ` (${missing})`;
    test.skipIf(missing !== null)(`${composer}: each line, shaped alone by hb-shape${reason}`, async () => {
      const compositor = await testCompositor();
      const style = newsStyle({ composer });
      const lines = STORIES.slice(0, 17)
        .flat()
        .flatMap((text) =>
          compositor.compose({ runs: [{ text }], style, widthPt: 118 }).lines.map((line) => ({
            naturalPt: line.naturalPt,
            seen: `${text.slice(line.start, line.end).trimEnd()}${line.ends === "hyphen" ? "-" : ""}`,
          })),
        );
      const units = shapedWidths(
        fontPath("SourceSerif4", "regular"),
        lines.map(({ seen }) => seen),
      );
      const off = lines.filter(
        ({ naturalPt }, nr) => Math.abs(naturalPt - ((units[nr] ?? 0) * SIZE_PT) / 1000) > 1e-6,
      );
      expect(off).toEqual([]);
      expect(lines.length).toBeGreaterThan(1000);
    });
  }
});
