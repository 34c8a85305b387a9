import { describe, expect, it } from "vitest";
import { readCopy, storyFromReading } from "#main/formats/plain-text/read.ts";
import { INTAKE_MAX_BYTES } from "#shared/contract/limits.ts";
import { type ReadKind } from "#shared/contract/intake.ts";
import { blockText, NO_PICTURE, type Block } from "#shared/document/index.ts";
import { readingOfPaste } from "#tests/support/readings.ts";
import { sentences } from "#tests/support/sentences.ts";

const PAGE = `Council sends transit tax to voters
Half-cent levy would pay for night buses

By Jane Q. O’Dea and John Roe
The Associated Example

A bus leaves the depot Monday. (Ana Ruiz)

SPOKANE, Wash. — The City Council voted on Tuesday night to let the voters decide.

Advertisement

It took four hours.

What it would cost

• Ten dollars a year, the mayor said.
• Nothing, her rival said.

Nobody else spoke, and the council went home at ten.

This article originally appeared in the Valley News.`;

async function blocksOf(
  text: string,
  kinds: Readonly<Record<string, ReadKind>> = {},
): Promise<readonly Block[]> {
  return storyFromReading(await readingOfPaste(text), kinds).document.blocks;
}

async function told(
  text: string,
  kinds: Readonly<Record<string, ReadKind>> = {},
): Promise<readonly (readonly [string, string])[]> {
  return (await blocksOf(text, kinds)).map((block) => [block.kind, blockText(block)] as const);
}

/** The place of a part in a reading, as `kinds` names it. */
async function partAt(text: string, start: string): Promise<string> {
  const part = (await readingOfPaste(text)).parts.find((part) => part.text.startsWith(start));
  return String(part?.index);
}

describe("a reading becomes a story", () => {
  it("every part lands in its block, in order", async () => {
    expect(await told(PAGE)).toEqual([
      ["headline", "Council sends transit tax to voters"],
      ["deck", "Half-cent levy would pay for night buses"],
      ["byline", "By Jane Q. O’Dea and John Roe"],
      ["source", "The Associated Example"],
      ["photo", "A bus leaves the depot Monday.\nAna Ruiz"],
      ["dateline", "SPOKANE, Wash. —"],
      ["paragraph", "The City Council voted on Tuesday night to let the voters decide."],
      ["paragraph", "It took four hours."],
      ["subhead", "What it would cost"],
      ["listItem", "Ten dollars a year, the mayor said."],
      ["listItem", "Nothing, her rival said."],
      ["paragraph", "Nobody else spoke, and the council went home at ten."],
      ["tagline", "This article originally appeared in the Valley News."],
    ]);
  });

  it("the byline keeps its line and its facts, the agency from the line under it", async () => {
    expect((await blocksOf(PAGE)).find((block) => block.kind === "byline")).toMatchObject({
      authors: ["Jane Q. O’Dea", "John Roe"],
      agency: "The Associated Example",
      runs: [{ text: "By Jane Q. O’Dea and John Roe" }],
    });
  });

  it("a caption waits for its picture, its credit apart and without brackets", async () => {
    expect((await blocksOf(PAGE)).find((block) => block.kind === "photo")).toMatchObject({
      asset: NO_PICTURE,
      caption: [{ text: "A bus leaves the depot Monday." }],
      credit: [{ text: "Ana Ruiz" }],
    });
  });

  it("a credit on its own line joins its caption", async () => {
    const blocks = await told(
      `Ferry runs aground\nBy John Roe\n\nThe ferry leans on the bar Sunday.\nAna Ruiz / The Paper\n\nA ferry ran onto a sandbar in fog on Sunday morning.`,
    );
    expect(blocks[2]).toEqual(["photo", "The ferry leans on the bar Sunday.\nAna Ruiz / The Paper"]);
  });

  it("the signs of a wire format are taken off titles and bylines", async () => {
    expect(
      await told(
        "^BC-US--Transit,1<\n^Voters to decide on buses<\n^By JANE DOE=\n^Associated Example=\n\tSPOKANE, Wash. (AX) — The council met on Tuesday night.",
      ),
    ).toEqual([
      ["headline", "Voters to decide on buses"],
      ["byline", "By JANE DOE"],
      ["source", "Associated Example"],
      ["dateline", "SPOKANE, Wash. (AX) —"],
      ["paragraph", "The council met on Tuesday night."],
    ]);
  });

  it("a name's line alone is a byline that stands as it was written", async () => {
    const blocks = await blocksOf(
      "Council sends tax to voters\nJane Doe\n\nThe council voted on Tuesday night to let the voters decide.",
    );
    expect(blocks[1]).toMatchObject({
      kind: "byline",
      authors: ["Jane Doe"],
      agency: null,
      runs: [{ text: "Jane Doe" }],
    });
  });

  it("a quotation's speaker goes under it", async () => {
    const blocks = await told(
      "The last bus\n\nThe council voted on Tuesday night to let the voters decide.\n\n“It is not about the nickel.”\n— Hal Brandt\n\nNobody else spoke, and the council went home.",
    );
    expect(blocks[2]).toEqual(["pullQuote", "“It is not about the nickel.”\n— Hal Brandt"]);
  });

  it("special characters come through as they were", async () => {
    const copy = "Prices rose by 3\u2009½\u00A0% & fell <again>, said Łukasz Őry\u00ADné — “twice”… at € 5.";
    expect(await told(`Prices rise in Harbor City\n\n${copy}`)).toEqual([
      ["headline", "Prices rise in Harbor City"],
      ["paragraph", copy],
    ]);
  });
});

describe("lines wrapped at a measure are paragraphs again", () => {
  const WRAPPED = `The report, by two city-owned think tanks, compares the well-
known routes with those that nobody knows, and finds that transporta-
tion is a promise. Its authors rode 212 lines in first- and
second-hand coats.

Nobody paid for transportation, and the well-known routes were late.
They knew.`;

  it("a parted word is whole where the text proves it, a compound keeps its hyphen, a suspended one its space", async () => {
    expect((await told(WRAPPED)).map(([, text]) => text)).toEqual([
      "The report, by two city-owned think tanks, compares the well-known routes with those that nobody knows, and finds that transportation is a promise. Its authors rode 212 lines in first- and second-hand coats.",
      "Nobody paid for transportation, and the well-known routes were late.",
      "They knew.",
    ]);
  });

  it("an unproven one keeps its hyphen: nothing is guessed away", async () => {
    const [first] = await told(
      "The council of the city met on Tuesday night to speak about trans-\nport, which it had put off until the very last day of the session.",
    );
    expect(first?.[1]).toContain("trans-port, which");
  });

  it("indents part paragraphs where no empty line does", async () => {
    const text = `    The council of the city met on Tuesday night to speak of buses and
of those who ride them when the rest of the city is asleep.
    It voted at midnight, when most of the riders had gone home to bed
or to work.`;
    expect((await told(text)).map(([, line]) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "The council",
      "It voted",
    ]);
  });

  it("a text of one paragraph to a line is left as it stands", async () => {
    const long =
      "The council of the city met on Tuesday night to speak of buses and of those who ride them when the rest of the city is asleep, and voted.";
    expect(await told(`${long}\n${long}`)).toHaveLength(2);
  });
});

describe("what the person changes holds", () => {
  it("furniture that was skipped becomes a paragraph, a paragraph is left out", async () => {
    const kinds = {
      [await partAt(PAGE, "Advertisement")]: "paragraph",
      [await partAt(PAGE, "It took")]: "skip",
    } as const;
    const texts = (await told(PAGE, kinds)).map(([, text]) => text);
    expect(texts).toContain("Advertisement");
    expect(texts).not.toContain("It took four hours.");
  });

  it("a paragraph becomes a caption without a credit", async () => {
    const blocks = await blocksOf(PAGE, { [await partAt(PAGE, "It took")]: "caption" });
    expect(blocks.filter((block) => block.kind === "photo").map(blockText)).toEqual([
      "A bus leaves the depot Monday.\nAna Ruiz",
      "It took four hours.",
    ]);
  });

  it("two headlines below each other are one, one apart is another wording of it", async () => {
    const below = await told(PAGE, { "1": "headline" });
    expect(below[0]).toEqual([
      "headline",
      "Council sends transit tax to voters Half-cent levy would pay for night buses",
    ]);
    const apart = await blocksOf(PAGE, { [await partAt(PAGE, "What it")]: "headline" });
    expect(apart.filter((block) => block.kind === "headline")).toMatchObject([
      {
        runs: [{ text: "Council sends transit tax to voters" }],
        alternates: [[{ text: "What it would cost" }]],
      },
    ]);
  });

  it("a dateline that is none goes back to the head of its paragraph", async () => {
    const blocks = await told(PAGE, { [await partAt(PAGE, "SPOKANE")]: "paragraph" });
    expect(blocks).toContainEqual([
      "paragraph",
      "SPOKANE, Wash. — The City Council voted on Tuesday night to let the voters decide.",
    ]);
  });

  it("any line can be the byline", async () => {
    const blocks = await blocksOf(PAGE, { [await partAt(PAGE, "What it")]: "byline" });
    expect(blocks.filter((block) => block.kind === "byline")).toHaveLength(2);
  });
});

describe("what cannot be read is refused in a sentence", () => {
  it.each([
    ["nothing", "", "empty-file"],
    ["white space", " \n\t", "empty-file"],
    ["too much", "é".repeat(INTAKE_MAX_BYTES / 2 + 1), "too-large"],
  ])("a paste of %s", async (_, text, code) => {
    const reading = await readCopy({ from: "paste", text });
    expect(reading).toMatchObject({ ok: false, error: { code } });
  });

  it("a file says its name", async () => {
    const reading = await readCopy({ from: "file", name: "harbor.txt", bytes: new Uint8Array() });
    expect(reading).toMatchObject({
      ok: false,
      error: { code: "empty-file", message: "harbor.txt is empty: 0 bytes. Ask for it again." },
    });
  });

  it("marked-up text is read, with a warning", async () => {
    const { warnings } = await readingOfPaste("<?xml version='1.0'?>\n<nitf><p>The council met.</p></nitf>");
    expect(sentences(warnings)).toEqual([
      "This is marked-up text (XML or HTML): it was read with its tags. Paste the page as it reads instead.",
    ]);
  });
});
