import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexedText, matchQuery, soughtWords } from "#main/core/search/search-words.ts";
import { snippet, wordPatterns } from "#main/core/search/snippet.ts";
import { anyStoryText } from "#tests/support/any-story.ts";

function marked(words: string, text: string): string | null {
  return snippet([text], wordPatterns(soughtWords(words)));
}

describe("a snippet", () => {
  it.each([
    ["cafe", "A café here", "A \u0002café\u0003 here"],
    ["lodz", "In Łódź now", "In \u0002Łódź\u0003 now"],
    ["stras", "Die Straße", "Die \u0002Straß\u0003e"],
    ["naive", "So nai\u0308ve", "So \u0002nai\u0308ve\u0003"],
    ["office", "An oﬃce", "An \u0002oﬃce\u0003"],
    ["tax vot", "Tax and voters", "\u0002Tax\u0003 and \u0002vot\u0003ers"],
    ["京都", "昨日京都で", "昨日\u0002京\u0003\u0002都\u0003で"],
  ])("for %s marks the words in %j as they are written", (words, text, expected) => {
    expect(marked(words, text)).toBe(expected);
  });

  it("marks whole words and beginnings only, and is null where there are none", () => {
    expect(marked("ransi", "The transit")).toBeNull();
    expect(marked("trans tax", "The transit tax")).toBe("The transit \u0002tax\u0003");
  });

  it("comes from the first text that holds any of the words", () => {
    const patterns = wordPatterns(["needle"]);
    expect(snippet(["hay", "a needle", "needle too"], patterns)).toBe("a \u0002needle\u0003");
  });

  it("is one line, with an ellipsis where text is left out, and cuts no word", () => {
    const found = marked("needle", `${"alpha beta ".repeat(30)}\nneedle\n${"gamma delta ".repeat(30)}`);
    expect(found).toMatch(/^…(?:(?:alpha|beta) )+\u0002needle\u0003(?: (?:gamma|delta))+…$/);
  });

  it("takes any words and any text, and gives back a piece of that text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), anyStoryText, (words, text) => {
        const sought = soughtWords(words);
        if (sought.length === 0) return;
        const found = snippet([text], wordPatterns(sought));
        if (found === null) return;
        const plain = found.replace(/[\u0002\u0003…]/g, "");
        expect(text.replace(/\s+/gu, " ").replaceAll("…", "")).toContain(plain);
      }),
    );
  });
});

describe("sought words", () => {
  it("are letters and digits only, folded like the text in the index", () => {
    expect(soughtWords(" “Łódź”—Straße, O’Dea's 1,500 ")).toEqual([
      "lodz",
      "strasse",
      "o",
      "dea",
      "s",
      "1",
      "500",
    ]);
    expect(indexedText("Łódź Stra\u00ADße")).toBe("lodz strasse");
  });

  it("make a query of nothing but quoted words, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const sought = soughtWords(typed);
        fc.pre(sought.length > 0);
        expect(matchQuery(sought)).toMatch(/^"[\p{L}\p{N}]+"(?: AND "[\p{L}\p{N}]+")*\*$/u);
      }),
    );
  });
});
