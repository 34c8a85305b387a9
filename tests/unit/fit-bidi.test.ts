import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { galleyOf } from "#renderer/fit/galley.ts";
import { createCompositor } from "#shared/fit/compose/index.ts";
import { visualOrder } from "#shared/fit/compose/reading-order.ts";
import { bidiLevels, hasRightToLeft, runsRightToLeft } from "#shared/fit/shaping/direction.ts";
import { storyFitter } from "#shared/fit/depth/index.ts";
import { paragraph, story, textBlock } from "#shared/document/builders.ts";
import { DOCUMENT_SCHEMA, type StoryDocument } from "#shared/document/index.ts";
import { broadsheetCompositor, broadsheetSetting } from "#tests/support/fit-desk.ts";
import { newsStyle, openTestFonts, TEST_FACES } from "#tests/support/compositor.ts";
import { shapedRows } from "#tests/support/hb-shape.ts";
import { notRun } from "#tests/support/outside-programs.ts";

/** A line as it is seen from left to right, one character after the other. */
function seen(line: string): string {
  const characters = Array.from(line);
  const levels = bidiLevels(characters, runsRightToLeft(line) ? 1 : 0);
  return visualOrder(levels)
    .map((at) => characters[at] ?? "")
    .join("");
}

const HEBREW = fc.constantFrom("א", "ב", "ג", "ד", "ה", "ו", "ז", "ח");

describe("Text that runs from right to left", () => {
  // What stands on the right is the left-to-right reading of the screen, as UAX #9 has it.
  it.each([
    ["harbor", "harbor"],
    ["שלום", "םולש"],
    ["ab שלום cd", "ab םולש cd"],
    ["ab שלום עולם cd", "ab םלוע םולש cd"],
    ["שלום ab cd עולם", "םלוע ab cd םולש"],
    ["שלום 123 עולם", "םלוע 123 םולש"],
    ["מחיר 1,234.50 שקל", "לקש 1,234.50 ריחמ"],
    ["מחיר $50 כאן", "ןאכ $50 ריחמ"],
    ["abc 12 שלום 34 def", "abc 12 34 םולש def"],
    ["שלום!", "!םולש"],
    ["ab שלום!", "ab םולש!"],
    // Brackets are mirrored when they are shaped; here they are seen as they are typed.
    ["ab שלום (עולם) cd", "ab )םלוע( םולש cd"],
    ["שלום (harbor 1911) עולם", "םלוע )harbor 1911( םולש"],
    ["שלוֹם ab", "ab םֹולש"],
  ])("%s is seen as %s", (line, screen) => {
    expect(seen(line)).toBe(screen);
  });

  it("leaves text without it as it is, and never loses or doubles a piece", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ maxLength: 1 }), HEBREW)), (pieces) => {
        const line = pieces.join("");
        const characters = Array.from(line);
        const order = visualOrder(bidiLevels(characters, runsRightToLeft(line) ? 1 : 0));
        expect([...order].toSorted((a, b) => a - b)).toEqual(characters.map((_, at) => at));
        expect(hasRightToLeft(line) || seen(line) === line).toBe(true);
      }),
    );
  });
});

async function galley(text: string) {
  const compositor = await broadsheetCompositor();
  const document: StoryDocument = {
    schema: DOCUMENT_SCHEMA,
    blocks: [{ id: "b_p", kind: "paragraph", runs: [{ text }] }],
  };
  return galleyOf(storyFitter({ setting: broadsheetSetting(), compositor }).fit(document), compositor);
}

describe("Right-to-left copy in the galley", () => {
  it("has its words from right to left, its last line at the right edge, and its places in the text", async () => {
    const { lines, measurePt } = await galley("שלום עולם 123");
    const pieces = lines[0]?.pieces ?? [];
    expect(pieces.map(({ text, isRightToLeft }) => [text, isRightToLeft])).toEqual([
      ["שלום", true],
      ["עולם", true],
      ["123", false],
    ]);
    const [first, second, third] = pieces.map(({ xPt }) => xPt);
    expect(first).toBeGreaterThan(second ?? Infinity);
    expect(second).toBeGreaterThan(third ?? Infinity);
    const right = Math.max(...pieces.map(({ xPt, widthPt }) => xPt + widthPt));
    expect(right).toBeCloseTo(measurePt, 0);
    expect(pieces.map(({ place }) => place?.offset)).toEqual([0, 5, 10]);
  });

  it("stays within the measure and as wide as it was set, line by line", async () => {
    const words = ["שלום", "harbor", "עולם", "1911,", "הנמל"];
    const { lines, measurePt } = await galley(
      Array.from({ length: 60 }, (_, nr) => words[(nr * nr + nr) % words.length]).join(" "),
    );
    expect(lines.length).toBeGreaterThan(3);
    for (const { pieces } of lines) {
      expect(Math.min(...pieces.map(({ xPt }) => xPt))).toBeGreaterThan(-0.5);
      expect(Math.max(...pieces.map(({ xPt, widthPt }) => xPt + widthPt))).toBeLessThan(measurePt + 1);
    }
  });
});

describe("Right-to-left copy in its column", () => {
  it("has its indents, its bullets and the even side of ragged lines at the right", async () => {
    const compositor = await broadsheetCompositor();
    const document = story(
      paragraph("הנמל נפתח"),
      paragraph("הנמל נפתח אתמול בבוקר לכל הסירות של העיר"),
      textBlock("subhead", "כמה זה עולה"),
      textBlock("listItem", "תשע שנים של תשלומים מדמי העגינה"),
      textBlock("endMark", "סוף"),
    );
    const { lines, measurePt } = galleyOf(
      storyFitter({ setting: broadsheetSetting(), compositor }).fit(document),
      compositor,
    );
    const edges = (block: number): readonly (readonly [number, number])[] =>
      lines
        .filter(({ end }) => end?.block === document.blocks[block]?.id)
        .map(({ pieces }) => [
          Math.min(...pieces.map(({ xPt }) => xPt)),
          Math.max(...pieces.map(({ xPt, widthPt }) => xPt + widthPt)),
        ]);
    const [first, second] = edges(1);
    expect(first?.[1]).toBeCloseTo(measurePt - 9, 0);
    expect(second?.[1]).toBeCloseTo(measurePt, 0);
    expect(edges(2)[0]?.[1]).toBeCloseTo(measurePt, 0);
    const bullet = lines.flatMap(({ pieces }) => pieces).find(({ text }) => text === "•");
    expect((bullet?.xPt ?? 0) + (bullet?.widthPt ?? 0)).toBeCloseTo(measurePt, 0);
    expect(edges(3).every(([, right]) => right <= measurePt + 0.1)).toBe(true);
    expect(edges(4)[0]?.[0]).toBeCloseTo(0, 0);
    expect((await galley("שלום harbor")).isRightToLeft).toBe(true);
    expect((await galley("harbor שלום")).isRightToLeft).toBe(false);
  });

  it("opens and closes its brackets the way that it runs", async () => {
    const compositor = await broadsheetCompositor();
    const glyphsOf = (text: string) => {
      const style = newsStyle({ face: { family: "Source Serif 4", style: "regular" } });
      const { lines } = compositor.draw({ runs: [{ text }], style, widthPt: 300 });
      return lines.flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs));
    };
    const [opening, closing] = glyphsOf("()");
    const mirrored = glyphsOf("שלום (עולם)");
    expect(mirrored.find(({ text }) => text === "(")?.id).toBe(closing?.id);
    expect(mirrored.find(({ text }) => text === ")")?.id).toBe(opening?.id);
  });

  const DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
  const missing = notRun(["hb-shape"], [DEJAVU]);
  it.skipIf(missing)(
    `has its letters joined and its marks placed as hb-shape does ${missing ?? ""}`,
    async () => {
      const arabic = { family: "DejaVu Sans", style: "regular", bytes: readFileSync(DEJAVU) } as const;
      const fonts = await openTestFonts([arabic, ...TEST_FACES]);
      const compositor = createCompositor({ fonts, hyphenators: new Map() });
      const style = newsStyle({ face: arabic, sizePt: 10, indentFirstPt: 0 });
      const copy = ["الميناء", "قَرَّرَتْ", "ثلاثة", "שָׁלוֹם", "لامدينة"];
      for (const [nr, row] of shapedRows(DEJAVU, copy).entries()) {
        const { lines } = compositor.draw({ runs: [{ text: copy[nr] ?? "" }], style, widthPt: 200 });
        const drawn = lines.flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs));
        let penPt = 200 - row.reduce((sum, { ax }) => sum + ax, 0) * (10 / 2048);
        const wished = row.map(({ g, ax, dx, dy }) => {
          const atPt = penPt + (dx * 10) / 2048;
          penPt += (ax * 10) / 2048;
          return [g, atPt.toFixed(2), ((dy * 10) / 2048).toFixed(2)].join(" ");
        });
        const had = drawn.map(({ id, xPt, yPt }) => [id, xPt.toFixed(2), yPt.toFixed(2)].join(" "));
        expect(had.toSorted()).toEqual(wished.toSorted());
      }
    },
  );

  it("gives no letter space to letters that are joined", async () => {
    const compositor = await broadsheetCompositor();
    const style = newsStyle({ face: { family: "Source Serif 4", style: "regular" }, trackingPerMille: 100 });
    const widthOf = (text: string, trackingPerMille: number): number =>
      compositor.widthOf({ runs: [{ text }], style: { ...style, trackingPerMille } });
    expect(widthOf("ميناء", 100)).toBeCloseTo(widthOf("ميناء", 0), 6);
    expect(widthOf("נמל", 100)).toBeGreaterThan(widthOf("נמל", 0));
  });
});
