import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCredit } from "#shared/newsroom/index.ts";
import { readingOfPaste } from "#tests/support/readings.ts";

type Row = readonly [text: string, caption: string, credit: string];

const BUS = "A bus leaves the depot Monday.";

const CREDITS: readonly Row[] = [
  [`${BUS} (Jane Doe)`, BUS, "Jane Doe"],
  [`${BUS} (Ludwig van der Berg)`, BUS, "Ludwig van der Berg"],
  [`${BUS} (Jane Doe and John Roe, Valley News)`, BUS, "Jane Doe and John Roe, Valley News"],
  [`${BUS} (AP Photo/Jane Doe)`, BUS, "AP Photo/Jane Doe"],
  ["A bus leaves the depot Monday (AP Photo/Jane Doe)", "A bus leaves the depot Monday", "AP Photo/Jane Doe"],
  [`${BUS} (Jane Q. O’Dea/Valley News)`, BUS, "Jane Q. O’Dea/Valley News"],
  [`${BUS} (Courtesy of the Valley Transit Agency)`, BUS, "Courtesy of the Valley Transit Agency"],
  [`${BUS} [Jane Doe]`, BUS, "Jane Doe"],
  [`${BUS} (AFP)`, BUS, "AFP"],
  [`${BUS} Photo: Jane Doe`, BUS, "Jane Doe"],
  [`${BUS} Photo by Jane Doe`, BUS, "Jane Doe"],
  [`${BUS} Credit: Jane Doe / The Paper`, BUS, "Jane Doe / The Paper"],
  [`${BUS} Jane Doe / The Paper`, BUS, "Jane Doe / The Paper"],
  [`${BUS} Jane Doe/AFP via Getty Images`, BUS, "Jane Doe/AFP via Getty Images"],
  [`${BUS} Courtesy of Jane Doe`, BUS, "Courtesy of Jane Doe"],
  ["Ein Bus fährt ab. Foto: Anna Müller/dpa", "Ein Bus fährt ab.", "Anna Müller/dpa"],
  ["Un bus au dépôt. (Photo Jean Dupont/AFP)", "Un bus au dépôt.", "Photo Jean Dupont/AFP"],
  ["Photo: Jane Doe", "", "Jane Doe"],
  ["Jane Doe / The Paper", "", "Jane Doe / The Paper"],
];

const NO_CREDITS = [
  "He voted for it (Smith did not).",
  "“We won.” (Laughter)",
  "The vote was 5-2. (Jane Doe contributed to this report.)",
  "It rained. (See story, Page 3)",
  "A novel that everyone quotes. (Penguin Books, 320 pages)",
  "She won. (D-Spokane)",
  "(The measure failed in 2019.)",
  "(Jane Doe)",
  "The shop sells CDs and/or books",
  "Photo gallery: the best of the day",
  "Courtesy was the word of the day",
  "Picture this: a river",
];

describe("a caption is parted from its credit", () => {
  it.each(CREDITS)("%s", (text, caption, credit) => {
    expect(splitCredit(text)).toMatchObject({ caption, credit });
  });

  it.each(NO_CREDITS)("no credit: %s", (text) => {
    expect(splitCredit(text)).toBeNull();
  });

  it("loses no letter of any text", () => {
    const words = fc.constantFrom(
      "A bus.",
      "(",
      ")",
      "Jane Doe",
      "/",
      "Photo:",
      "AFP",
      "via",
      "Getty Images",
      "left",
      ".",
      "courtesy of",
      "“No.”",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (list) => {
        const text = list.join(" ");
        const split = splitCredit(text);
        fc.pre(split !== null);
        expect(text).toContain(split?.caption);
        expect(text).toContain(split?.credit);
      }),
      { numRuns: 500 },
    );
  });
});

const BODY = "The council voted on Tuesday night to let the voters decide on the levy, five votes to two.";

async function kinds(text: string): Promise<readonly string[]> {
  return (await readingOfPaste(text)).parts.map((part) => part.kind);
}

describe("in a story", () => {
  it("a sentence in brackets and a short quotation are paragraphs", async () => {
    expect(
      await kinds(
        `Council sends tax to voters\n\n${BODY}\n\n“No.”\n\n(It was the shortest speech.)\n\n${BODY}`,
      ),
    ).toEqual(["headline", "paragraph", "paragraph", "paragraph", "paragraph"]);
  });

  it("an agency's sign behind the last paragraph leaves it a paragraph", async () => {
    expect(
      await kinds(`Council sends tax to voters\n\n${BODY}\n\nThe vote is in May, the mayor said. (dpa)`),
    ).toEqual(["headline", "paragraph", "paragraph"]);
  });

  it("a credit on its own line makes a caption of the line above, not of a paragraph above an empty line", async () => {
    expect(
      await kinds(
        `Council sends tax to voters\n\n${BODY}\n\nA bus at the depot.\nPhoto: Jane Doe\n\n${BODY}`,
      ),
    ).toEqual(["headline", "paragraph", "caption", "caption", "paragraph"]);
    expect(
      await kinds(`Council sends tax to voters\n\n${BODY}\n\n${BODY}\n\nPhoto: Jane Doe\n\n${BODY}`),
    ).toEqual(["headline", "paragraph", "paragraph", "caption", "paragraph"]);
  });
});
