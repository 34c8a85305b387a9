import { beforeAll, describe, expect, test } from "vitest";
import type { Compositor } from "#shared/fit/compose/index.ts";
import { fitHeadline, type BrokenHeadline, type HeadlineFit } from "#shared/fit/headline/index.ts";
import { newsStyle, RIGID, testCompositor } from "#tests/support/compositor.ts";

let compositor: Compositor;
beforeAll(async () => {
  compositor = await testCompositor();
});

const STYLE = newsStyle({
  face: { family: "Source Serif 4", style: "bold" },
  sizePt: 36,
  leadingPt: 36,
  alignment: "left",
  justification: RIGID,
  hyphenation: null,
  indentFirstPt: 0,
});

function fit(text: string, widthPt: number, lines: number): HeadlineFit {
  return fitHeadline(compositor, { runs: [{ text }], style: STYLE, widthPt, lines });
}

function read(headline: BrokenHeadline | null): readonly string[] | undefined {
  return headline?.lines.map(({ text }) => text);
}

describe("the width of a headline", () => {
  test("is that of its real face, line by line", () => {
    const { asTyped, countPt } = fit("Council sends transit tax\nto voters in Oldmarsh", 420, 2);
    expect(asTyped.lines.map(({ text }) => text)).toEqual([
      "Council sends transit tax",
      "to voters in Oldmarsh",
    ]);
    for (const { text, widthPt, overPt, overCounts } of asTyped.lines) {
      expect(widthPt).toBe(compositor.widthOf({ runs: [{ text }], style: STYLE }));
      expect(overPt).toBeCloseTo(widthPt - 420, 9);
      expect(overCounts).toBeCloseTo(overPt / countPt, 9);
    }
  });

  test("fits, is over, or is short by more than two counts", () => {
    const widthPt = compositor.widthOf({ runs: [{ text: "Harbor board drops plan" }], style: STYLE });
    const { countPt } = fit("x", 100, 1);
    const line = (measurePt: number): string | undefined =>
      fit("Harbor board drops plan", measurePt, 1).asTyped.lines[0]?.fit;
    expect(line(widthPt)).toBe("fits");
    expect(line(widthPt + 1.9 * countPt)).toBe("fits");
    expect(line(widthPt + 2.1 * countPt)).toBe("short");
    expect(fit("Harbor board drops plan\nTwo", widthPt - 1, 2).asTyped.lines[0]?.fit).toBe("over");
    expect(fit("Harbor board drops plan", widthPt - 1, 1).asTyped.fits).toBe(false);
  });

  test("without typed breaks each line is filled as far as it goes; too many lines do not fit", () => {
    const { asTyped } = fit("Council sends transit tax to voters", 300, 1);
    expect(asTyped.lines.length).toBeGreaterThan(1);
    expect(asTyped.lines.every(({ fit: own }) => own !== "over")).toBe(true);
    expect(asTyped.fits).toBe(false);
  });
});

describe("bad breaks", () => {
  const CASES: readonly (readonly [text: string, fault: string | null])[] = [
    ["Board sends plan to\nvoters in spring", "verb"],
    ["Board sends plan with\nlittle comment", "preposition"],
    ["Voters reject the\nseawall plan", "article"],
    ["Board drops plan and\ngoes home", "conjunction"],
    ["Council will\nbuild seawall", "verb"],
    ["Council backs new\nseawall plan", "adjective"],
    ["Judge faults dangerous\nbridge design", "adjective"],
    ["Harbor board puts\noff vote on seawall", "verb"],
    ["Storm shuts\ndown the ferry", "verb"],
    ["Harbor board puts off\nvote on seawall", null],
    ["Board puts seawall off\nuntil spring", null],
    ["Growers drive up\nto the gates", "preposition"],
    ["Board votes on\nnew seawall", "preposition"],
    ["Voters choose Ilse\nVarga as mayor", "name"],
    ["Voters thank Mayor\nVarga for plan", "name"],
    ["Auditor finds $4\nmillion missing", "number"],
    ["Mayor drops her\nseawall plan", "possessive"],
    ["Council drops plan\nfor seawall", null],
    ["Mayor to council:\nBuild it", null],
    ["Varga\nwins again", null],
  ];
  for (const [text, fault] of CASES) {
    test(`${text.replace("\n", " | ")}: ${fault ?? "none"}`, () => {
      expect(fit(text, 600, 2).asTyped.lines[0]?.fault).toBe(fault);
      expect(fit(text, 600, 2).asTyped.lines[1]?.fault).toBeNull();
    });
  }

  test("where every word has a capital, no capital tells a name", () => {
    expect(fit("Council Sends Transit\nTax To Voters", 600, 2).asTyped.lines[0]?.fault).toBeNull();
  });
});

describe("the best break", () => {
  test("fits, is balanced, and ends in no little word", () => {
    const { best } = fit("Council sends transit tax to voters in November", 460, 2);
    expect(best?.fits).toBe(true);
    expect(best?.lines).toHaveLength(2);
    expect(best?.lines[0]?.fault).toBeNull();
    expect(read(best)?.join(" ")).toBe("Council sends transit tax to voters in November");
  });

  test("keeps a name together where another line fits as well", () => {
    expect(read(fit("Voters elect Ilse Varga as first mayor", 400, 2).best)).toEqual([
      "Voters elect Ilse Varga",
      "as first mayor",
    ]);
  });

  test("prefers a bad break to a line that does not fit", () => {
    const text = "Voters choose Bartholomew Featherstone as mayor";
    const widthPt = compositor.widthOf({ runs: [{ text: "Voters choose Bartholomew" }], style: STYLE }) + 2;
    const { best } = fit(text, widthPt, 2);
    expect(best?.fits).toBe(true);
    expect(best?.lines[0]?.fault).toBe("name");
  });

  test("there is none for fewer words than lines", () => {
    expect(fit("Flood", 400, 2).best).toBeNull();
    expect(read(fit("Flood recedes", 400, 2).best)).toEqual(["Flood", "recedes"]);
  });

  test("keeps no-break spaces, and marks", () => {
    expect(
      read(fit("Norrby’s St.\u00A0Olaf bell returns", 300, 2).best)?.some((line) =>
        line.includes("St.\u00A0Olaf"),
      ),
    ).toBe(true);
    const italic = fitHeadline(compositor, {
      runs: [{ text: "The " }, { text: "Tern", marks: ["italic"] }, { text: " sails again" }],
      style: STYLE,
      widthPt: 400,
      lines: 1,
    });
    expect(read(italic.asTyped)).toEqual(["The Tern sails again"]);
  });
});
