import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Compositor, CopyRun, ParagraphOrder } from "#shared/fit/compose/index.ts";
import { finalView, hasRuns, MARKS, type StoryDocument } from "#shared/document/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { ALIGNMENTS, COMPOSERS, type TextStyle } from "#shared/fit/kit/kit.ts";
import { newsStyle, RIGID, testCompositor } from "#tests/support/compositor.ts";

let compositor: Compositor;
beforeAll(async () => {
  compositor = await testCompositor();
});

const WORDS = [
  "the",
  "seawall",
  "reconstruction",
  "Oldmarsh",
  "it’s",
  "well-known",
  "und\u00ADer\u00ADstand",
  "https://example.org/a/b",
  "office",
  "—",
  "3-year-old",
  "$4.50",
  "ŵord",
  "İstanbul",
  "日本語の新聞",
  "שלום",
  "e\u0301te\u0301",
  "👩‍👩‍👧",
  "αβγ",
  "“quoted”",
];
const JOINTS = [" ", " ", " ", " ", "  ", "\u00A0", "\n", "\t", "\u200B", "\u2060", "/", "\u2009"];

const anyText = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...JOINTS)), { maxLength: 40 })
  .map((pieces) => pieces.flat().join(""));
const anyRun: fc.Arbitrary<CopyRun> = fc.record(
  {
    text: fc.oneof(
      { weight: 4, arbitrary: anyText },
      {
        weight: 1,
        arbitrary: fc
          .string({ unit: "grapheme", maxLength: 60 })
          .map((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, " ")),
      },
    ),
    marks: fc.subarray([...MARKS]),
    sizePt: fc.double({ min: 6, max: 18, noNaN: true }),
    capitals: fc.constantFrom("all" as const, "small" as const),
  },
  { requiredKeys: ["text"] },
);
const anyStyle: fc.Arbitrary<TextStyle> = fc
  .record({
    composer: fc.constantFrom(...COMPOSERS),
    alignment: fc.constantFrom(...ALIGNMENTS),
    trackingPerMille: fc.constantFrom(0, 0, 15, -10),
    indentFirstPt: fc.constantFrom(0, 9, -9),
    indentLeftPt: fc.constantFrom(9, 20),
    hyphenation: fc.constantFrom(newsStyle().hyphenation, null),
  })
  .map((changes) => newsStyle(changes));
const anyOrder: fc.Arbitrary<ParagraphOrder> = fc
  .record({
    runs: fc.array(anyRun, { maxLength: 4 }),
    style: anyStyle,
    widthPt: fc.double({ min: 90, max: 320, noNaN: true }),
    cap: fc.boolean(),
  })
  .map(({ runs, style, widthPt, cap }) => ({
    runs,
    style,
    widthPt,
    dropCap: cap ? { lines: 2, characters: 1, face: style.face, gapPt: 2 } : null,
  }));

function linesOf(text: string, style: TextStyle): number {
  return compositor.compose({ runs: [{ text }], style, widthPt: 120 }).lines.length;
}

/** How many lines the final text of a story has. */
function finalLines(document: StoryDocument): number {
  return finalView(document)
    .blocks.filter(hasRuns)
    .map(({ runs }) => compositor.compose({ runs, style: newsStyle(), widthPt: 100 }).lines.length)
    .reduce((sum, own) => sum + own, 0);
}

describe("whatever is set", () => {
  test("no text is lost or doubled between lines", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { text, lines } = compositor.compose(order);
        expect(text).toBe(order.runs.map((run) => run.text).join(""));
        expect(lines[0]?.start).toBe(0);
        expect(lines.at(-1)?.end).toBe(text.length);
        for (const [nr, line] of lines.entries()) {
          expect(line.start).toBe(nr === 0 ? 0 : lines[nr - 1]?.end);
          expect(line.end >= line.start).toBe(true);
        }
        expect(lines.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      }),
      { numRuns: 250 },
    );
  });

  test("no line is wider than its room unless that is said, and none is drawn closer than allowed", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { lines, troubles } = compositor.compose(order);
        const said = new Set(
          troubles.flatMap((trouble) => (trouble.kind === "too-wide" ? [trouble.line] : [])),
        );
        for (const [nr, { setPt, roomPt, spacing }] of lines.entries()) {
          expect(setPt <= roomPt + 2e-3 || said.has(nr)).toBe(true);
          expect(spacing.wordSpace).toBeGreaterThanOrEqual(75 - 1e-6);
          expect(spacing.letterSpace).toBeGreaterThanOrEqual(-1 - 1e-6);
          expect(spacing.glyphScale).toBeGreaterThanOrEqual(98 - 1e-6);
        }
      }),
      { numRuns: 250 },
    );
  });

  test("what is drawn is what was counted: every glyph's text once, each line as wide as set", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { text, lines, dropCap } = compositor.compose(order);
        const drawn = compositor.draw(order);
        expect(drawn.lines).toHaveLength(lines.length);
        for (const [nr, { runs }] of drawn.lines.entries()) {
          const line = lines[nr];
          if (!line) throw new RangeError("a line was drawn that was not set");
          const own = runs.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join("");
          const seen = text.slice(Math.max(line.start, nr === 0 ? (dropCap?.end ?? 0) : 0), line.end);
          const shown = line.ends === "hyphen" ? `${seen}-` : seen;
          expect(
            shown.startsWith(own) && shown.slice(own.length).trim().replaceAll("\u200B", "") === "",
          ).toBe(true);
          // What runs from right to left is drawn in the order in which it is read.
          const start = Math.min(...runs.map(({ leftPt }) => leftPt));
          const end = Math.max(...runs.map(({ rightPt }) => rightPt));
          expect(runs.length === 0 ? line.setPt : end - start).toBeCloseTo(line.setPt, 3);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("setting one paragraph after the other gives what a fresh compositor gives", async () => {
    const fresh = await testCompositor();
    fc.assert(
      fc.property(
        fc.array(anyOrder, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        anyText,
        (orders, at, more) => {
          for (const order of orders) fresh.compose(order);
          const changed = orders.map((order, nr) =>
            nr === at % orders.length ? { ...order, runs: [...order.runs, { text: more }] } : order,
          );
          const before = fresh.work.composed;
          const incremental = changed.map((order) => fresh.compose(order));
          expect(fresh.work.composed - before).toBeLessThanOrEqual(1);
          expect(incremental).toEqual(changed.map((order) => compositor.compose(order)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the single-line composer", () => {
  const SIMPLE = newsStyle({ justification: RIGID, hyphenation: null });
  const GIVING = newsStyle();
  const sentences = fc
    .array(fc.constantFrom("the", "seawall", "board", "quietly", "dropped", "reconstruction", "it", "a"), {
      minLength: 1,
      maxLength: 60,
    })
    .map((words) => words.join(" "));

  test("more text is never less deep", () => {
    fc.assert(
      fc.property(sentences, sentences, (text, more) => {
        expect(linesOf(`${text} ${more}`, SIMPLE)).toBeGreaterThanOrEqual(linesOf(text, SIMPLE));
        expect(linesOf(`${more} ${text}`, SIMPLE)).toBeGreaterThanOrEqual(linesOf(text, SIMPLE));
      }),
      { numRuns: 150 },
    );
  });

  test("with hyphens and spaces that give, text added at the end is at most a line less deep", () => {
    fc.assert(
      fc.property(sentences, sentences, (text, more) => {
        expect(linesOf(`${text} ${more}`, GIVING)).toBeGreaterThanOrEqual(linesOf(text, GIVING) - 1);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what does not print", () => {
  test("deleted text and notes have no depth", () => {
    const at = "2026-05-04T10:00:00Z";
    const deleted = { id: "c_1", by: "u_1", at } as const;
    const plain = story(paragraph("The board met."));
    const joined = story(
      paragraph("The board "),
      { ...paragraph([{ text: "never ", deleted }, "met."]), tracked: { deleted } },
      { ...paragraph([{ text: "At all.", deleted }]), tracked: { deleted } },
    );
    expect(finalLines(joined)).toBe(finalLines(plain));
    const marked: StoryDocument = {
      ...story(
        paragraph([
          { text: "The ", notes: ["n_1"] },
          { text: "long-suffering and much-praised harbor ".repeat(6), deleted },
          { text: "board met." },
        ]),
      ),
      notes: [
        {
          id: "n_1",
          kind: "query",
          by: "u_1",
          at,
          text: "Which board? ".repeat(40),
          state: "open",
          replies: [],
        },
      ],
    };
    expect(finalLines(marked)).toBe(finalLines(plain));
  });
});
