import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readingOfFile, settledReading } from "#tests/support/readings.ts";

const FIXTURES = new URL("fixtures/intake/", import.meta.url);

/** What each source shows. Its reading, checked by eye, stands beside it as `<name>.reading`. */
const SOURCES: Readonly<Record<string, string>> = {
  "agency-message": "an American agency message with its header, carets, (More) and -30-",
  feature: "a feature in UTF-16 with subheads, a pull quote, lists and an end mark",
  "french-page": "a French page in Windows-1252",
  "german-agency": "a German agency message in Windows-1252, wrapped, with its notebook below",
  indented: "a wrapped text whose paragraphs are indented, headline centred in capitals",
  "local-page": "a local paper's page with furniture above, below and between the paragraphs",
  "no-headline": "a dispatch that begins with its dateline",
  "plain-brief": "a brief without byline or dateline",
  "quoted-mail": "a story quoted in a mail, with the mail's header",
  "repeated-headline": "a page whose title repeats the headline",
  "swedish-page": "a Swedish page in Latin-1 with dialogue dashes",
  traps: "a story whose paragraphs look like furniture, credits and taglines, and are none",
  "two-captions": "a page with two captions, each with its credit on a line of its own",
};

describe("whole pages and messages are read part by part", () => {
  it.each(Object.entries(SOURCES))("%s: %s", async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`${name}.txt`, FIXTURES)));
    const expected = readFileSync(new URL(`${name}.reading`, FIXTURES), "utf8");
    expect(settledReading(await readingOfFile(`${name}.txt`, bytes))).toBe(expected);
  });

  it("has a line for every source in the folder", () => {
    const names = readdirSync(FIXTURES).filter((name) => name.endsWith(".txt"));
    expect(names.map((name) => name.replace(".txt", "")).toSorted()).toEqual(Object.keys(SOURCES).toSorted());
  });
});
