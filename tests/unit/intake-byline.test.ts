import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeByline } from "#shared/document/index.ts";
import { parseByline } from "#shared/newsroom/index.ts";
import { readingOfPaste } from "#tests/support/readings.ts";

type Row = readonly [line: string, authors: readonly string[], agency: string | null];

const BYLINES: readonly Row[] = [
  ["By Jane Doe", ["Jane Doe"], null],
  ["By Jane Q. O’Dea", ["Jane Q. O’Dea"], null],
  ["By Ludwig van der Berg", ["Ludwig van der Berg"], null],
  ["By María José Núñez-Ortiz", ["María José Núñez-Ortiz"], null],
  ["By Ana Ruiz, Bo Lind and Carla Gomez Valley News", ["Ana Ruiz", "Bo Lind", "Carla Gomez"], "Valley News"],
  [
    "By Ana Ruiz, Bo Lind, and Carla Gomez Valley News",
    ["Ana Ruiz", "Bo Lind", "Carla Gomez"],
    "Valley News",
  ],
  ["By María José Núñez-Ortiz Valley News", ["María José Núñez-Ortiz"], "Valley News"],
  [
    "By Ludwig van der Berg and Jane Q. O'Dea Valley News",
    ["Ludwig van der Berg", "Jane Q. O'Dea"],
    "Valley News",
  ],
  ["By Jane Doe Harbor Valley News", ["Jane Doe"], "Harbor Valley News"],
  ["By Jane Doe and John Roe The Associated Example", ["Jane Doe", "John Roe"], "The Associated Example"],
  ["By Jane Doe AFP", ["Jane Doe"], "AFP"],
  ["By Jane Doe | Valley News", ["Jane Doe"], "Valley News"],
  ["By Jane Doe | Crosscut Northwest", ["Jane Doe"], "Crosscut Northwest"],
  ["By Jane Doe / The Paper", ["Jane Doe"], "The Paper"],
  ["By Ann Lee & Bob Ray — Valley News", ["Ann Lee", "Bob Ray"], "Valley News"],
  ["By JANE DOE, The Associated Example", ["JANE DOE"], "The Associated Example"],
  ["By JANE DOE AND JOHN ROE", ["JANE DOE", "JOHN ROE"], null],
  ["^By JANE DOE and JOHN ROE=", ["JANE DOE", "JOHN ROE"], null],
  ["By Jane Doe and John Roe, Valley News", ["Jane Doe", "John Roe"], "Valley News"],
  ["By Jane Doe, Staff Writer", ["Jane Doe"], null],
  ["By Jane Doe, Valley News Political Reporter", ["Jane Doe"], "Valley News"],
  ["By Jane Doe, Special to The Valley News", ["Jane Doe"], "Special to The Valley News"],
  ["By Jane Doe for Valley News", ["Jane Doe"], "Valley News"],
  ["By Jane Doe in Berlin and John Roe in Paris", ["Jane Doe", "John Roe"], null],
  ["By Jane Doe (text) and John Roe (photos)", ["Jane Doe", "John Roe"], null],
  ["By John Doe, Jr. and Jane Roe", ["John Doe Jr.", "Jane Roe"], null],
  ["By John Doe III, Valley News", ["John Doe III"], "Valley News"],
  ["By Jane Doe • Nov. 3, 2026 • 5 min read", ["Jane Doe"], null],
  ["By Jane Doe, jane@valley.example", ["Jane Doe"], null],
  ["BY JANE DOE Published: Nov. 3, 2026", ["JANE DOE"], null],
  ["STAFF WRITER", [], null],
  ["By Emily Post", ["Emily Post"], null],
  ["By The Associated Example", [], "The Associated Example"],
  ["By Staff and wire reports", [], "Staff and wire reports"],
  ["By dpa correspondents =", [], "dpa correspondents"],
  ["Von Anna Müller und Jörg Weiß, dpa", ["Anna Müller", "Jörg Weiß"], "dpa"],
  ["Von Anna Müller (dpa)", ["Anna Müller"], "dpa"],
  ["Par Jean-Luc d’Aubigné et Hélène Roy avec l’AXP", ["Jean-Luc d’Aubigné", "Hélène Roy"], "AXP"],
  ["Av Åsa Öberg och Lars af Klint/TT", ["Åsa Öberg", "Lars af Klint"], "TT"],
  ["Por Ana García y Luis Peña", ["Ana García", "Luis Peña"], null],
  ["Jane Doe, Valley News", ["Jane Doe"], "Valley News"],
  ["Jane Doe", ["Jane Doe"], null],
  ["De Niro, Robert", ["De Niro", "Robert"], null],
  ["Valley News", [], "Valley News"],
  ["By ", [], null],
  ["", [], null],
];

describe("a byline gives its people and its agency", () => {
  it.each(BYLINES)("%s", (line, authors, agency) => {
    expect(parseByline(line)).toEqual({ authors, agency });
  });

  it("reads back what a byline is set from", () => {
    const people = fc.subarray(["Jane Q. O’Dea", "Ludwig van der Berg", "Ana Ruiz", "María Núñez-Ortiz"], {
      minLength: 1,
    });
    const agency = fc.constantFrom(
      null,
      "Valley News",
      "The Associated Example",
      "AFP",
      "Harbor Valley News",
    );
    fc.assert(
      fc.property(people, agency, (authors, agency) => {
        expect(parseByline(composeByline({ authors, agency }))).toEqual({ authors, agency });
      }),
    );
  });

  it("finds no empty author in any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => `By ${text}`),
        ),
        (text) => {
          const { authors, agency } = parseByline(text);
          expect(authors.every((author) => author.trim() !== "")).toBe(true);
          expect(agency).not.toBe("");
        },
      ),
    );
  });

  it("does not look for names in a paragraph", () => {
    expect(parseByline(`By the time ${"the council met, ".repeat(40)}`)).toEqual({
      authors: [],
      agency: null,
    });
  });
});

const STORY =
  "The City Council voted on Tuesday night to let voters decide on the levy.\n\nIt took four hours.";

async function kindOf(line: string): Promise<string | undefined> {
  const { parts } = await readingOfPaste(`Council sends transit tax to voters\n\n${line}\n\n${STORY}`);
  return parts.find((part) => part.text === line)?.kind;
}

describe("a line is taken for a byline", () => {
  it.each([
    "By Jane Doe",
    "by Jane Doe",
    "JANE DOE | Valley News",
    "Jane Doe",
    "Von Anna Müller",
    "Par Hélène Roy",
    "By the Valley News staff",
  ])("%s", async (line) => {
    expect(await kindOf(line)).toBe("byline");
  });

  it.each([
    "By Tuesday, the river had crested.",
    "By the Numbers",
    "By Land and Sea",
    "By a nose, the mayor’s plan survives the night",
    "“By Jane Doe”",
    "De Gaulle’s shadow over the port",
  ])("but not: %s", async (line) => {
    expect(await kindOf(line)).not.toBe("byline");
  });

  it("the line under it is the source line", async () => {
    const { parts } = await readingOfPaste(
      `Council sends transit tax to voters\nBy Jane Doe\nStaff writer\n\n${STORY}`,
    );
    expect(parts.slice(0, 3).map((part) => part.kind)).toEqual(["headline", "byline", "source"]);
  });
});
