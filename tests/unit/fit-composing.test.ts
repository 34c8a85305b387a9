import { beforeAll, describe, expect, test } from "vitest";
import type { ComposedParagraph, Compositor, CopyRun, ParagraphOrder } from "#shared/fit/compose/index.ts";
import type { TextStyle } from "#shared/fit/kit/kit.ts";
import { fontFile, newsStyle, openTestFonts, RIGID, testCompositor } from "#tests/support/compositor.ts";
import { createCompositor } from "#shared/fit/compose/index.ts";
import { loadHyphenators } from "#shared/fit/hyphenate/languages.ts";
import { inventedParagraphs } from "#tests/support/invented-news.ts";

let compositor: Compositor;
beforeAll(async () => {
  compositor = await testCompositor();
});

const BOARD =
  "The harbor board quietly dropped the seawall plan after a long night without debate, for the third time this year, and nobody from the ferry company was there.";

function order(
  copy: string | readonly CopyRun[],
  changes: Partial<TextStyle> = {},
  widthPt = 130,
): ParagraphOrder {
  return { runs: typeof copy === "string" ? [{ text: copy }] : copy, style: newsStyle(changes), widthPt };
}

function set(
  copy: string | readonly CopyRun[],
  changes: Partial<TextStyle> = {},
  widthPt = 130,
): ComposedParagraph {
  return compositor.compose(order(copy, changes, widthPt));
}

function wide(text: string, trackingPerMille = 0): number {
  return compositor.widthOf({ runs: [{ text }], style: newsStyle({ trackingPerMille }) });
}

/** A measure in which the words stand on one line, and nothing more does. */
function justWide(words: string): number {
  return wide(words) + 0.5;
}

function glyphsOfOffice(trackingPerMille: number): number {
  return compositor.draw(order("office", { trackingPerMille })).lines[0]?.runs[0]?.glyphs.length ?? 0;
}

/** How often two lines in a row end in a hyphen where whole paragraphs of news are weighed. */
function doubleHyphens(changes: Partial<TextStyle>): number {
  return inventedParagraphs(9, 1500)
    .flatMap((text) => set(text, { ...changes, composer: "optimum-fit" }, 84).lines)
    .filter(({ ends }, nr, all) => ends === "hyphen" && all[nr + 1]?.ends === "hyphen").length;
}

/** Whether three words in this measure, with the spaces that the font has, are said to be close to breaking elsewhere. */
function isWithinAHair(widthPt: number): boolean {
  const rigid = { justification: RIGID, hyphenation: null, indentFirstPt: 0 } as const;
  return set("aaaa bbbb cccc", rigid, widthPt).slack.near !== null;
}

/** How far each line stands from the left and from the right end of its room, set with the font's own spaces. */
function margins(
  alignment: "left" | "right" | "center",
): readonly (readonly [left: number, right: number])[] {
  return set(BOARD, { alignment }).lines.map(({ leftPt, setPt, roomPt, naturalPt, spacing }) => {
    expect(setPt).toBe(naturalPt);
    expect(spacing).toEqual({ wordSpace: 100, letterSpace: 0, glyphScale: 100 });
    return [leftPt - (130 - roomPt), 130 - leftPt - setPt];
  });
}

/** How many of the lines of 2,500 words come out loose. */
function looseLines(composer: TextStyle["composer"]): number {
  return inventedParagraphs(7, 2500)
    .flatMap((text) => set(text, { composer }).lines)
    .filter(({ tightness }) => tightness === "loose").length;
}

/** The lines as they are read, with the hyphens that were set. */
function read({ text, lines }: ComposedParagraph): readonly string[] {
  return lines.map(
    ({ start, end, ends }) => `${text.slice(start, end).trimEnd()}${ends === "hyphen" ? "-" : ""}`,
  );
}

describe("lines", () => {
  test("an empty paragraph is one line, and so is a short one", () => {
    expect(set("").lines).toHaveLength(1);
    expect(set("Short.").lines).toMatchObject([{ start: 0, end: 6, ends: "last", ratio: 0 }]);
  });

  test("justified lines fill the measure, the first less its indent, the last as it comes", () => {
    const { lines } = set(BOARD);
    expect(lines[0]).toMatchObject({ leftPt: 9, roomPt: 121 });
    for (const line of lines.slice(0, -1)) expect(line.setPt).toBeCloseTo(line.roomPt, 6);
    const last = lines.at(-1);
    expect(last?.setPt).toBe(last?.naturalPt);
    expect(last?.ends).toBe("last");
  });

  test("left, right and center are set with the font's own spaces", () => {
    for (const [left] of margins("left")) expect(left).toBe(0);
    for (const [, right] of margins("right")) expect(right).toBeCloseTo(0, 6);
    for (const [left, right] of margins("center")) expect(left).toBeCloseTo(right, 6);
  });

  test("indents on both sides narrow every line", () => {
    const { lines } = set(BOARD, { indentLeftPt: 12, indentRightPt: 6, indentFirstPt: -12 });
    expect(lines[0]).toMatchObject({ leftPt: 0, roomPt: 124 });
    expect(lines[1]).toMatchObject({ leftPt: 12, roomPt: 112 });
  });

  test("optimum fit looks at the whole paragraph: fewer loose lines than line by line", () => {
    expect(looseLines("single-line")).toBeGreaterThan(10);
    expect(looseLines("optimum-fit")).toBeLessThan(looseLines("single-line") * 0.9);
  });

  test("loose and tight lines are marked by what the style allows", () => {
    const loose = set(
      "unquestionably straightforward misunderstandings notwithstanding",
      { hyphenation: null },
      120,
    );
    expect(loose.lines[0]?.tightness).toBe("loose");
    expect(loose.lines[0]?.ratio).toBeGreaterThan(1);
    const even = set(BOARD, {}, 300);
    expect(even.lines.every(({ tightness }) => tightness !== "loose")).toBe(true);
  });
});

describe("where a line may end", () => {
  test("at a typed line break, which leaves the line ragged", () => {
    const { lines } = set("First line\nsecond line of it");
    expect(lines).toMatchObject([
      { start: 0, end: 11, ends: "forced", ratio: 0 },
      { start: 11, ends: "last" },
    ]);
    expect(lines[1]?.leftPt).toBe(0);
    expect(set("Ends with one\n").lines).toHaveLength(2);
    expect(set("One\n\nthree").lines).toHaveLength(3);
  });

  test("never at a no-break space, a no-break hyphen or a word joiner", () => {
    const spaces = { hyphenation: null, alignment: "left", indentFirstPt: 0 } as const;
    const at = (joint: string): readonly string[] =>
      read(set(`aaaa bbbb${joint}cccc dddd`, spaces, justWide("aaaa bbbb-")));
    expect(at(" ")).toEqual(["aaaa bbbb", "cccc dddd"]);
    expect(at("-")).toEqual(["aaaa bbbb-", "cccc dddd"]);
    for (const joint of ["\u00A0", "\u2011", "\u2060"]) {
      expect(at(joint).some((line) => line.startsWith("cccc"))).toBe(false);
    }
  });

  test("after an em dash, an en dash and a slash, not before", () => {
    const spaces = { hyphenation: null, alignment: "left", indentFirstPt: 0 } as const;
    for (const mark of ["\u2014", "\u2013", "/"]) {
      expect(read(set(`aaaa bbbb${mark}cccc`, spaces, justWide(`aaaa bbbb${mark}`)))).toEqual([
        `aaaa bbbb${mark}`,
        "cccc",
      ]);
      expect(read(set(`aaaa bbbb${mark}cccc`, spaces, justWide("aaaa bbbb")))[0]).toBe("aaaa");
    }
  });

  test("at a zero-width space, which is not seen", () => {
    const { lines } = set("aaaabbbb\u200Bcccc", { hyphenation: null, indentFirstPt: 0 }, 48);
    expect(lines).toMatchObject([{ end: 9, ends: "break" }, { start: 9 }]);
  });

  test("at a soft hyphen, which then shows, and at no other place of that word", () => {
    const soft = set("The understand\u00ADings were", { indentFirstPt: 0 }, 78);
    expect(soft.lines[0]).toMatchObject({ ends: "hyphen", end: 15 });
    const shown = compositor.draw(order("The understand\u00ADings were", { indentFirstPt: 0 }, 78));
    expect(shown.lines[0]?.runs.at(-1)?.glyphs.at(-1)?.text).toBe("-");
    const inOne = compositor.draw(order("under\u00ADstand", {}, 300));
    expect(
      inOne.lines[0]?.runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(""),
    ).not.toContain("-");
    expect(set("under\u00ADstand", {}, 300).lines[0]?.naturalPt).toBeCloseTo(
      set("understand", {}, 300).lines[0]?.naturalPt ?? 0,
      1,
    );
  });

  test("by force, and said so, in what is longer than the measure", () => {
    for (const composer of ["single-line", "optimum-fit"] as const) {
      const composed = set(
        "See https://example.org/oldmarsh/council/minutes_of_the_winter_session now",
        { composer },
        70,
      );
      expect(composed.lines.every(({ setPt, roomPt }) => setPt <= roomPt + 1e-3)).toBe(true);
      expect(composed.troubles.some(({ kind }) => kind === "forced-apart")).toBe(true);
      expect(read(composed).some((line) => line.endsWith("-"))).toBe(false);
    }
  });

  test("what fits nowhere is set too wide and said so", () => {
    const { troubles, lines } = set("Wide", { indentFirstPt: 0 }, 3);
    expect(lines.length).toBe(4);
    expect(troubles.some(({ kind }) => kind === "too-wide")).toBe(true);
  });
});

describe("marks and sizes", () => {
  test("bold, italic and both are other faces of the family", () => {
    const faces = compositor
      .draw(
        order(
          [
            { text: "plain " },
            { text: "bold ", marks: ["bold"] },
            { text: "italic ", marks: ["italic"] },
            { text: "both", marks: ["bold", "italic"] },
          ],
          {},
          300,
        ),
      )
      .lines[0]?.runs.map(({ face }) => face.style);
    expect(faces).toEqual(["regular", "bold", "italic", "boldItalic"]);
  });

  test("super- and subscript are smaller and off the baseline", () => {
    const runs = compositor.draw(
      order(
        [
          { text: "H" },
          { text: "2", marks: ["subscript"] },
          { text: "O" },
          { text: "a", marks: ["superscript"] },
        ],
        {},
        300,
      ),
    ).lines[0]?.runs;
    expect(runs?.map(({ risePt }) => Math.sign(risePt))).toEqual([0, -1, 0, 1]);
    expect(runs?.[1]?.sizePt).toBeCloseTo(9.5 * 0.583);
  });

  test("small capitals are the font's own where it has them, else scaled", () => {
    const text = [{ text: "Nato", marks: ["smallCaps"] }] as const;
    const own = compositor.draw(order(text)).lines[0]?.runs;
    expect(own).toHaveLength(1);
    const plain = compositor.draw(order("Nato")).lines[0]?.runs[0]?.glyphs[1]?.id;
    expect(own?.[0]?.glyphs[1]?.id).not.toBe(plain);
    const sans = { face: { family: "Libre Franklin", style: "regular" } } as const;
    const scaled = compositor.draw(order(text, sans)).lines[0]?.runs;
    expect(scaled?.map(({ sizePt }) => sizePt)).toEqual([9.5, 9.5 * 0.7]);
    const capital = compositor.draw(order("A", sans)).lines[0]?.runs[0]?.glyphs[0]?.id;
    expect(scaled?.[1]?.glyphs[0]?.id).toBe(capital);
  });

  test("ligatures and kerning come from the font; tracked copy has no ligatures", () => {
    expect(glyphsOfOffice(0)).toBeLessThan(6);
    expect(glyphsOfOffice(20)).toBe(6);
    expect(wide("AV")).toBeLessThan(wide("A") + wide("V"));
  });

  test("tracking widens every letter but the last", () => {
    expect(wide("nine", 100) - wide("nine")).toBeCloseTo(3 * 0.95, 6);
  });

  test("a dateline of its own face leads the paragraph", () => {
    const runs: readonly CopyRun[] = [
      { text: "Oldmarsh — ", face: { family: "Source Serif 4", style: "bold" }, capitals: "all" },
      { text: BOARD },
    ];
    const drawn = compositor.draw(order(runs)).lines[0]?.runs;
    expect(drawn?.[0]?.face.style).toBe("bold");
    expect(drawn?.[0]?.glyphs[1]?.id).toBe(
      compositor.draw(order([{ text: "OL", marks: ["bold"] }])).lines[0]?.runs[0]?.glyphs[1]?.id,
    );
    expect(set(runs).text.startsWith("Oldmarsh")).toBe(true);
  });

  test("a drop cap takes its letters from the first lines and narrows them", () => {
    const withCap: ParagraphOrder = {
      ...order(BOARD, { indentFirstPt: 0 }),
      dropCap: { lines: 3, characters: 1, face: { family: "Source Serif 4", style: "bold" }, gapPt: 3 },
    };
    const { dropCap, lines } = compositor.compose(withCap);
    expect(dropCap).toMatchObject({ end: 1, lines: 3 });
    const besidePt = (dropCap?.widthPt ?? 0) + 3;
    expect(lines.slice(0, 4).map(({ leftPt }) => leftPt)).toEqual([besidePt, besidePt, besidePt, 0]);
    expect(lines[0]?.start).toBe(0);
    const drawn = compositor.draw(withCap);
    expect(drawn.dropCap[0]?.glyphs.map(({ text }) => text)).toEqual(["T"]);
    expect(drawn.lines[0]?.runs[0]?.glyphs[0]).toMatchObject({ text: "h", offset: 1 });
    const quoted = compositor.compose({ ...withCap, runs: [{ text: `“${BOARD}` }] });
    expect(quoted.dropCap?.end).toBe(2);
  });

  test("a bullet stands at the first indent, and the text after it", () => {
    const list = { ...order(BOARD, { indentLeftPt: 10, indentFirstPt: -10 }), lead: "•" };
    const drawn = compositor.draw(list);
    expect(drawn.lead[0]?.glyphs.map(({ text, xPt }) => [text, xPt])).toEqual([["•", 0]]);
    expect(
      compositor
        .compose(list)
        .lines.slice(0, 2)
        .map(({ leftPt }) => leftPt),
    ).toEqual([10, 10]);
  });
});

describe("hyphens", () => {
  const NARROW = 62;
  const LONG =
    "Extraordinarily uncharacteristic misunderstandings characterized intergovernmental negotiations";
  const RULES = {
    language: "en-us",
    shortestWord: 5,
    before: 2,
    after: 3,
    ladder: 0,
    capitals: true,
    lastWord: true,
  } as const;

  /** The most lines in a row that end in a hyphen. */
  function longestLadder(changes: Partial<TextStyle>): number {
    return read(set(LONG, changes, NARROW)).reduce(
      ([row, longest], line) => {
        const own = line.endsWith("-") ? row + 1 : 0;
        return [own, Math.max(own, longest)] as const;
      },
      [0, 0] as readonly [number, number],
    )[1];
  }

  test("no more of them in a row than the style allows, as far as that can be", () => {
    expect(longestLadder({ hyphenation: RULES })).toBeGreaterThan(2);
    expect(longestLadder({ hyphenation: { ...RULES, ladder: 1 } })).toBe(1);
    expect(longestLadder({ hyphenation: { ...RULES, ladder: 2 } })).toBe(2);
    expect(doubleHyphens({ hyphenation: RULES })).toBeGreaterThan(3);
    expect(doubleHyphens({ hyphenation: { ...RULES, ladder: 1 } })).toBe(0);
  });

  test("none where the style divides no words", () => {
    expect(longestLadder({ hyphenation: null })).toBe(0);
  });

  test("ragged lines are divided only where they would fall short by three picas", () => {
    const { lines } = set(BOARD, { alignment: "left" });
    const short = lines.filter(({ ends, roomPt, naturalPt }) => ends === "break" && roomPt - naturalPt > 36);
    expect(short).toEqual([]);
    expect(set(BOARD, { alignment: "left" }, 200).lines.some(({ ends }) => ends === "hyphen")).toBe(false);
  });
});

describe("what is said about a paragraph", () => {
  test("a missing glyph comes from another face, with the character and the place", async () => {
    const fonts = await openTestFonts([
      fontFile("LibreFranklin", "regular"),
      fontFile("SourceSerif4", "regular"),
    ]);
    const two = createCompositor({ fonts, hyphenators: await loadHyphenators([]) });
    const style = newsStyle({ face: { family: "Libre Franklin", style: "regular" } });
    const { troubles } = two.compose({ runs: [{ text: "Café αβ \u{1F600}" }], style, widthPt: 200 });
    expect(troubles).toContainEqual({
      kind: "missing-glyph",
      at: 5,
      character: "α",
      face: { family: "Libre Franklin", style: "regular" },
      instead: { family: "Source Serif 4", style: "regular" },
    });
    expect(troubles).toContainEqual(
      expect.objectContaining({ at: 8, character: "\u{1F600}", instead: null }),
    );
    const drawn = two.draw({ runs: [{ text: "Café αβ" }], style, widthPt: 200 });
    expect(drawn.lines[0]?.runs.map(({ face }) => face.family)).toEqual(["Libre Franklin", "Source Serif 4"]);
  });

  test("a face that the kit lacks is replaced, and said so", () => {
    const sans = { face: { family: "Libre Franklin", style: "regular" } } as const;
    const { troubles } = set([{ text: "bold", marks: ["bold"] }], sans);
    expect(troubles).toMatchObject([
      {
        kind: "missing-face",
        face: { style: "bold" },
        instead: { family: "Libre Franklin", style: "regular" },
      },
    ]);
  });

  test("a last line of one short word is a runt", () => {
    const rigid = { justification: RIGID, hyphenation: null, indentFirstPt: 0 } as const;
    expect(set("aaaa bbbb cccc it.", rigid, justWide("aaaa bbbb cccc")).runt).toBe(true);
    expect(set("aaaa bbbb cccc understood.", rigid, justWide("aaaa bbbb cccc")).runt).toBe(false);
    expect(set("it.", rigid, justWide("aaaa bbbb cccc")).runt).toBe(false);
  });

  test("the slack says what must go for a line fewer, and what may come", () => {
    const { slack, lines } = set(BOARD);
    const last = lines.at(-1);
    expect(slack.toFewerPt).toBe(last?.naturalPt);
    expect(slack.toFewerPt + slack.toMorePt).toBeCloseTo(last?.roomPt ?? 0, 6);
  });
});

describe("how near a line is to breaking elsewhere", () => {
  const RIGIDLY = { justification: RIGID, hyphenation: null, indentFirstPt: 0 } as const;

  test("what it could still hold", () => {
    const [first] = set("aaaa bbbb cccc", RIGIDLY, wide("aaaa bbbb") + 3).lines;
    expect(first?.sparePt).toBeCloseTo(3, 6);
  });

  test("a hair, on either side, is said", () => {
    expect(isWithinAHair(wide("aaaa bbbb") + 0.1)).toBe(true);
    expect(isWithinAHair(wide("aaaa bbbb cccc") - 0.1)).toBe(true);
    expect(isWithinAHair(wide("aaaa bbbb") + 3)).toBe(false);
    expect(isWithinAHair(wide("aaaa bbbb cccc") + 0.1)).toBe(true);
    expect(isWithinAHair(wide("aaaa bbbb cccc") + 3)).toBe(false);
  });

  test("is said of the line that would end elsewhere, and only where a hair more or less does it", () => {
    for (const composer of ["single-line", "optimum-fit"] as const) {
      for (const text of inventedParagraphs(5, 1500)) {
        const { lines, slack } = set(text, { composer }, 116);
        const ends = [0.35, -0.35].map((by) => set(text, { composer }, 116 + by).lines.map(({ end }) => end));
        const own = lines.map(({ end }) => end);
        const isNear = ends.some((other) => other.join() !== own.join());
        expect(slack.near !== null).toBe(isNear);
        const first = Math.min(
          ...ends.map((other) => own.findIndex((end, nr) => end !== other[nr])).filter((at) => at >= 0),
        );
        expect(slack.near).toEqual(
          isNear ? { line: first, changesCount: ends.some(({ length }) => length !== own.length) } : null,
        );
      }
    }
  });

  test("a line drawn together nearly as far as may be is tight", () => {
    const give = { ...RIGIDLY, justification: { ...RIGID, wordSpace: { min: 70, desired: 100, max: 110 } } };
    const words = "aaaa bbbb cccc dddd";
    const spaces = 3 * wide(" ");
    const [line] = set(`${words} eeee`, give, wide(words) - 0.29 * spaces).lines;
    expect(line).toMatchObject({ tightness: "tight", end: words.length + 1 });
    expect(line?.spacing.wordSpace).toBeCloseTo(71, 0);
  });
});

describe("only what changed is set again", () => {
  test("the same copy is remembered, whatever objects it is made of", async () => {
    const fresh = await testCompositor();
    const first = fresh.compose(order(BOARD));
    expect(fresh.compose(structuredClone(order(BOARD)))).toBe(first);
    expect(fresh.work).toMatchObject({ asked: 2, composed: 1 });
    fresh.compose(order(`${BOARD} More.`));
    expect(fresh.work).toMatchObject({ asked: 3, composed: 2 });
  });

  test("another measure or a mark sets it again", async () => {
    const fresh = await testCompositor();
    fresh.compose(order(BOARD));
    fresh.compose(order(BOARD, {}, 131));
    fresh.compose(order([{ text: BOARD, marks: ["italic"] }]));
    expect(fresh.work.composed).toBe(3);
  });
});
