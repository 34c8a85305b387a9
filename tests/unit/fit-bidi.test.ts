import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { galleyOf } from "#renderer/fit/galley.ts";
import { bidiLevels, hasRightToLeft, runsRightToLeft, visualOrder } from "#shared/fit/compose/bidi.ts";
import { storyFitter } from "#shared/fit/depth/index.ts";
import { DOCUMENT_SCHEMA, type StoryDocument } from "#shared/document/index.ts";
import { broadsheetCompositor, broadsheetSetting } from "#tests/support/fit-desk.ts";

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
