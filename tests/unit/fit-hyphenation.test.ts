import { beforeAll, describe, expect, test } from "vitest";
import type { Hyphenators } from "#shared/fit/compose/index.ts";
import { divisionsOf } from "#shared/fit/hyphenate/divisions.ts";
import { loadHyphenators } from "#shared/fit/hyphenate/languages.ts";
import { HYPHENATION_LANGUAGES, type Hyphenation, type HyphenationLanguage } from "#shared/fit/kit/kit.ts";
import { newsStyle, testCompositor } from "#tests/support/compositor.ts";

let hyphenators: Hyphenators;
beforeAll(async () => {
  hyphenators = await loadHyphenators(HYPHENATION_LANGUAGES);
});

const USUAL: Hyphenation = {
  language: "en-us",
  shortestWord: 5,
  before: 2,
  after: 3,
  ladder: 3,
  capitals: true,
  lastWord: true,
};

/** The text with a hyphen at every place at which it may be divided. */
function divided(text: string, changes: Partial<Hyphenation> = {}): string {
  const rules = { ...USUAL, ...changes };
  const hyphenator = hyphenators.get(rules.language) ?? null;
  return divisionsOf(text, 0, text.length, rules, hyphenator)
    .toReversed()
    .reduce((marked, { at }) => `${marked.slice(0, at)}-${marked.slice(at)}`, text);
}

describe("where words are divided", () => {
  const WORDS: readonly (readonly [language: HyphenationLanguage, word: string, divided: string])[] = [
    ["en-us", "hyphenation", "hy-phen-ation"],
    ["en-us", "concatenation", "con-cate-na-tion"],
    ["en-us", "declination", "dec-li-na-tion"],
    ["en-us", "associate", "as-so-ciate"],
    ["en-us", "supercalifragilistic", "su-per-cal-ifrag-ilis-tic"],
    ["en-gb", "democracy", "demo-cracy"],
    ["en-us", "democracy", "democ-racy"],
    ["de", "Silbentrennung", "Sil-ben-tren-nung"],
    ["de", "Straßenbahn", "Stra-ßen-bahn"],
    ["fr", "typographie", "ty-po-gra-phie"],
    ["sv", "avstavning", "av-stav-ning"],
  ];
  for (const [language, word, expected] of WORDS) {
    test(`${language}: ${expected}`, () => {
      expect(divided(word, { language })).toBe(expected);
    });
  }

  test("a capital at the beginning makes no difference, unless the style divides no such words", () => {
    expect(divided("Hyphenation")).toBe("Hy-phen-ation");
    expect(divided("Hyphenation", { capitals: false })).toBe("Hyphenation");
    expect(divided("hyphenation", { capitals: false })).toBe("hy-phen-ation");
  });

  test("not in words that are too short, nor too near their ends", () => {
    expect(divided("hyphenation", { shortestWord: 12 })).toBe("hyphenation");
    expect(divided("hyphenation", { before: 3 })).toBe("hyphen-ation");
    expect(divided("hyphenation", { after: 6 })).toBe("hy-phenation");
    expect(divided("“concatenation,”", { before: 4 })).toBe("“concate-na-tion,”");
  });

  test("not in acronyms, and not in addresses", () => {
    for (const text of [
      "UNESCO",
      "https://example.org/administration",
      "www.administration.example",
      "information@example.org",
      "administration/information.html",
    ]) {
      expect(divided(text)).toBe(text);
    }
  });

  test("both kinds of apostrophe are part of the word", () => {
    expect(divided("superintendent’s")).toBe(divided("superintendent's").replace("'", "’"));
  });

  test("at soft hyphens only, where somebody put them", () => {
    expect(divided("hyphena\u00ADtion")).toBe("hyphena\u00AD-tion");
    expect(divisionsOf("a\u00ADb", 0, 3, null, null)).toEqual([{ at: 2, soft: true }]);
  });
});

describe("the kit's rules in a paragraph", () => {
  test("the last word is left whole where the style says so", async () => {
    const compositor = await testCompositor(hyphenators);
    const ends = (lastWord: boolean): readonly string[] => {
      const style = newsStyle({ hyphenation: { ...USUAL, lastWord }, indentFirstPt: 0 });
      const { lines } = compositor.compose({ runs: [{ text: "The administration" }], style, widthPt: 55 });
      return lines.map((line) => line.ends);
    };
    expect(ends(true)).toContain("hyphen");
    expect(ends(false)).not.toContain("hyphen");
  });

  test("a language without patterns divides nothing", async () => {
    const compositor = await testCompositor(await loadHyphenators(["en-us"]));
    const style = newsStyle({ hyphenation: { ...USUAL, language: "sv" } });
    const { lines } = compositor.compose({
      runs: [{ text: "en avstavningsbar beskrivning" }],
      style,
      widthPt: 60,
    });
    expect(lines.some((line) => line.ends === "hyphen")).toBe(false);
  });
});
