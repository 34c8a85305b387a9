import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitDateline } from "#shared/newsroom/index.ts";
import { readingOfPaste } from "#tests/support/readings.ts";

type Row = readonly [dateline: string, place: string, agency: string | null];

const DATELINES: readonly Row[] = [
  ["PARIS (AFP) –", "PARIS", "AFP"],
  ["SPOKANE, Wash. —", "SPOKANE", null],
  ["WASHINGTON, Nov. 3 (XYZ) -", "WASHINGTON", "XYZ"],
  ["ST. LOUIS —", "ST. LOUIS", null],
  ["NEW YORK —", "NEW YORK", null],
  ["MEXICO CITY (AP) —", "MEXICO CITY", "AP"],
  ["LONDON/PARIS, 12 March (Agency) --", "LONDON/PARIS", "Agency"],
  ["Paris, 3 nov. –", "Paris", null],
  ["Paris, le 3 novembre 2026 –", "Paris", null],
  ["Geneva (dpa) -", "Geneva", "dpa"],
  ["Hafenstadt (xyz) -", "Hafenstadt", "xyz"],
  ["Frankfurt am Main (dpa) –", "Frankfurt am Main", "dpa"],
  ["Berlin/Hamburg (dpa/lno) -", "Berlin/Hamburg", "dpa/lno"],
  ["BUENOS AIRES, Argentina (AP) _", "BUENOS AIRES", "AP"],
  ["WASHINGTON, D.C. —", "WASHINGTON", null],
  ["STOCKHOLM, Aug 29, 2014 (AFP) -", "STOCKHOLM", "AFP"],
  ["McALLEN, Texas —", "McALLEN", null],
  ["AIX-EN-PROVENCE (AFP) -", "AIX-EN-PROVENCE", "AFP"],
  ["COEUR D’ALENE, Idaho —", "COEUR D’ALENE", null],
  ["L’AQUILA, 3 mar –", "L’AQUILA", null],
  ["(ANSA) - ROMA, 03 NOV -", "ROMA", "ANSA"],
];

const NO_DATELINES = [
  "It was over — and the council knew it.",
  "UPDATE — The council met again.",
  "WATCH — The council meets.",
  "The Fed (FED) - The bank met.",
  "Smith (R-Texas) — the sponsor — did not vote.",
  "Council – after long debate – voted.",
  "“PARIS — The city of light,” she read.",
  "He won 5-2 — The rest is history.",
  "Nov. 3 — The council meets.",
];

describe("a dateline is parted from the paragraph that it leads", () => {
  it.each(DATELINES)("%s", (dateline, place, agency) => {
    const split = splitDateline(`${dateline} The council met.`);
    expect(split).toMatchObject({ dateline, place, agency, rest: "The council met." });
  });

  it("also where the dash is set tight", () => {
    expect(splitDateline("SPOKANE, Wash.—The council met.")).toMatchObject({
      dateline: "SPOKANE, Wash.—",
      rest: "The council met.",
    });
  });

  it.each(NO_DATELINES)("but not: %s", (text) => {
    expect(splitDateline(text)).toBeNull();
  });

  it("keeps every character of any text", () => {
    const words = fc.constantFrom(
      "PARIS",
      "Paris",
      "(AFP)",
      "Nov.",
      "3",
      ",",
      "–",
      "—",
      "-",
      "Wash.",
      "the",
      "The",
      "/",
      "\u00A0",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 12 }).map((list) => list.join(" ")),
          fc.string(),
        ),
        (text) => {
          const split = splitDateline(text);
          const whole = split === null ? text : split.dateline + split.rest;
          expect(whole.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("in a story", () => {
  it("a place before a dash counts where the story begins, and not within it", async () => {
    const { parts } = await readingOfPaste(
      "Ferry runs aground off Gull Point\n\nGULL POINT — A ferry ran onto a sandbar on Sunday.\n\nKESTREL — That was her name, and nobody had forgotten it.",
    );
    expect(parts.map((part) => part.kind)).toEqual(["headline", "dateline", "paragraph", "paragraph"]);
  });

  it("a line of the page above it does not hide it", async () => {
    const { parts } = await readingOfPaste(
      "Ferry runs aground off Gull Point\nBy Jane Doe\nFerry\n\nGULL POINT — A ferry ran onto a sandbar on Sunday.",
    );
    expect(parts.map((part) => part.kind)).toEqual([
      "headline",
      "byline",
      "paragraph",
      "dateline",
      "paragraph",
    ]);
  });

  it("one that stands alone is the dateline of the next paragraph", async () => {
    const { parts } = await readingOfPaste(
      "Ferry runs aground off Gull Point\n\nGULL POINT, Ohio, Nov 3, 2026 (EXA) -\n\nA ferry ran onto a sandbar on Sunday.",
    );
    expect(parts.map((part) => part.kind)).toEqual(["headline", "dateline", "paragraph"]);
  });
});
