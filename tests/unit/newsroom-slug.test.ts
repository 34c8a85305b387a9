import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, slugFileName, slugFrom } from "#shared/newsroom/index.ts";

describe("a slug", () => {
  it.each([
    ["Council sends transit tax to voters", "council-sends-transit-tax"],
    ["Łódź’s café — où ça?", "lodzs-cafe-ou-ca"],
    ["Straße, Ærø & smørrebrød", "strasse-aero-smorrebrod"],
    ["  --  ", ""],
    ["東京", ""],
  ])("is made of the first words of %j", (words, slug) => {
    expect(slugFrom(words)).toBe(slug);
  });

  it("is plain ASCII with single hyphens, whatever it is made from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        expect(slugFrom(words)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]*)*)?$/);
      }),
    );
  });
});

describe("the file name of a slug", () => {
  it.each([
    ["transit-tax", "transit-tax"],
    ["Transit Tax/2", "transit-tax-2"],
    ["../../etc/passwd", "etc-passwd"],
    ["CON", "con-story"],
    ["東京", "story"],
    ["", "story"],
  ])("of %j is %j, which every file system takes", (slug, name) => {
    expect(slugFileName(slug)).toBe(name);
  });

  it("never leaves its folder and is never empty", () => {
    fc.assert(
      fc.property(fc.string(), (slug) => {
        expect(slugFileName(slug)).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }),
    );
  });
});

describe("folding", () => {
  it("takes accents and case away, also from letters that do not decompose", () => {
    expect(foldText("ŁUKASZ Đoković Ősz Žižek naïve")).toBe("lukasz dokovic osz zizek naive");
  });

  it("is the same when done twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
