import { describe, expect, it } from "vitest";
import type { Reading } from "#shared/contract/intake.ts";
import { readingOfPaste } from "#tests/support/readings.ts";

const FIRST = "The City Council voted on Tuesday night to let the voters decide on the levy.";
const SECOND = "The levy would run for ten years, and the first buses would leave in May.";

function kindOf({ parts }: Reading, text: string): string | undefined {
  return parts.find((part) => part.text === text)?.kind;
}

/** The kind of a line that stands between two paragraphs. */
async function kindWithin(line: string): Promise<string | undefined> {
  return kindOf(
    await readingOfPaste(`Council sends transit tax to voters\n\n${FIRST}\n\n${line}\n\n${SECOND}`),
    line,
  );
}

/** The kind of a line that stands above the headline. */
async function kindAbove(line: string): Promise<string | undefined> {
  return kindOf(
    await readingOfPaste(
      `${line}\nCouncil sends transit tax to voters\nBy Jane Doe\n\n${FIRST}\n\n${SECOND}`,
    ),
    line,
  );
}

describe("page furniture is skipped between the paragraphs of a story", () => {
  it.each([
    "Advertisement",
    "ADVERTISEMENT",
    "Article continues below",
    "Share",
    "Share this article",
    "Facebook Twitter Email Print",
    "Listen to this article",
    "5 min read",
    "Subscribe now",
    "Already a subscriber? Sign in.",
    "Sign up for our free newsletter.",
    "Get the day’s headlines delivered to your inbox",
    "We use cookies to improve your experience.",
    "Read more: Where the night buses would stop",
    "RELATED: Where the night buses would stop",
    "Most read",
    "12 Comments",
    "Be the first to comment",
    "Published Nov. 3, 2026 at 5:12 p.m.",
    "Updated: 4 November 2026, 08:01 GMT",
    "Last updated 3 hours ago",
    "© 2026 Harbor Valley News. All rights reserved.",
    "Privacy Policy | Terms of Use | Contact Us",
    "Tags: transit, taxes",
    "1 of 12",
    "Anzeige",
    "Lesen Sie auch: Wo die Nachtbusse halten",
    "Publicité",
    "Läs också: Här stannar bussarna",
  ])("%s", async (line) => {
    expect(await kindWithin(line)).toBe("skip");
  });

  it.each([
    "Home | News | Sports | Weather",
    "Home News Sports Opinion",
    "Home > News > Local",
    "Menu",
    "Search",
    "Sign in",
    "Harbor Valley News",
    "LOCAL GOVERNMENT",
    "Wednesday, November 4, 2026",
    "62°F Partly cloudy",
    "https://news.example/transit",
    "Skip to main content",
  ])("above the headline also: %s", async (line) => {
    expect(await kindAbove(line)).toBe("skip");
  });
});

describe("what may be the story is never skipped within it", () => {
  it.each([
    "“Share,” she said.",
    "“Subscribe!”",
    "(Nobody laughed.)",
    "Published in 1998, the plan foresaw the same routes.",
    "Share of the cost: half.",
    "Comments were heard until midnight.",
    "Subscribe to the chamber’s view and the levy is a burden.",
    "Sign up for the newsletter at the library desk, the clerk said.",
    "Copyright law does not come into it, the lawyer said.",
    "Read more books, the librarian told the council.",
    "Print is not dead.",
    "Nov. 3 was the day of the vote.",
    "More than 60 people spoke.",
    "Sports",
    "Weather",
    "November 2026",
    "It did.",
    "No",
  ])("%s", async (line) => {
    expect(await kindWithin(line)).not.toBe("skip");
  });

  it("the story goes on below a box of other stories, its subhead too", async () => {
    const reading = await readingOfPaste(
      `Council sends transit tax to voters\n\n${FIRST}\n\nMost read\nFerry grounded off Gull Point\nBaker wins state prize\n\nWhat it would cost\n\n${SECOND}`,
    );
    expect(kindOf(reading, "Ferry grounded off Gull Point")).toBe("skip");
    expect(kindOf(reading, "Baker wins state prize")).toBe("skip");
    expect(kindOf(reading, "What it would cost")).toBe("subhead");
    expect(kindOf(reading, SECOND)).toBe("paragraph");
  });

  it("a subhead under the heading of an empty box stays", async () => {
    const reading = await readingOfPaste(
      `Council sends transit tax to voters\n\n${FIRST}\n\nRecommended for you\n\nHow we got here\n\n${SECOND}`,
    );
    expect(kindOf(reading, "How we got here")).toBe("subhead");
  });

  it("a list without a verb in it stays whole, whatever its lines are called", async () => {
    const { parts } = await readingOfPaste(
      "Results of Saturday’s games\nFootball\nHarbor City 3 Gull Point 1\nSports\nRowing\nGull Point 2 Harbor City 0",
    );
    expect(parts.map((part) => part.kind)).toEqual([
      "headline",
      ...Array.from({ length: 5 }, () => "paragraph"),
    ]);
  });
});

describe("an agency's lines stay out of the story", () => {
  it.each([
    "BC-US--Transit Tax, 1st Ld-Writethru,466",
    "^BC-US--Transit Tax,466<",
    "Germany-politics/",
    "Yemen/conflict/",
    "TRANSIT-TAX-VOTE",
    "Slug: TRANSIT-TAX",
    "Keywords: transit, tax",
    "URGENT",
    "1ST LEAD",
    "UPDATE 2",
    "(240 words)",
    "Words: 240",
    "Eds: Updates with quotes.",
    "eca0124 3 i 93  dpa 1888",
    "AP Photo XHG401, XHG102",
    "EMBARGOED until 6 p.m. Tuesday",
  ])("above the headline: %s", async (line) => {
    expect(await kindAbove(line)).toBe("skip");
  });

  it.each([
    "-30-",
    "ENDS",
    "END",
    "(END)",
    "###",
    "jd/ab",
    "Keywords: TRANSIT/TAX",
    "xyz am jw",
    "032101 GMT Nov 26",
  ])("below the story: %s", async (line) => {
    const reading = await readingOfPaste(
      `Council sends transit tax to voters\n\n${FIRST}\n\n${SECOND}\n\n${line}`,
    );
    expect(kindOf(reading, line)).toBe("skip");
  });

  it.each([
    ["BC-US--Transit Tax, 1st Ld-Writethru,466", "us-transit-tax"],
    ["Germany-politics/", "germany-politics"],
    ["Slug: TRANSIT-TAX", "transit-tax"],
  ])("the slug comes from %s", async (line, slug) => {
    expect((await readingOfPaste(`${line}\nCouncil sends tax to voters\n\n${FIRST}`)).slug).toBe(slug);
  });

  it("else from the headline's telling words, the first paragraph's, the file's name", async () => {
    expect((await readingOfPaste(`The council sends a transit tax to the voters\n\n${FIRST}`)).slug).toBe(
      "council-sends-transit-tax",
    );
    expect((await readingOfPaste(FIRST)).slug).toBe("city-council-voted-tuesday");
    expect((await readingOfPaste("日本語のニュースです。")).slug).toBe("untitled");
  });
});
