import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "#shared/merge/words.ts";
import { anyStoryText } from "#tests/support/any-story.ts";

describe("text parted into words", () => {
  it.each([
    ["She didn’t, did she?", ["She", " ", "didn’t", ",", " ", "did", " ", "she", "?"]],
    ["the ’90s and ‘ourselves’", ["the", " ", "’90s", " ", "and", " ", "‘", "ourselves", "’"]],
    ["the dogs’ home", ["the", " ", "dogs", "’", " ", "home"]],
    ["O'Dea’s 1,250.50 at 18:30.", ["O'Dea’s", " ", "1,250.50", " ", "at", " ", "18:30", "."]],
    ["well-known – and so on…", ["well", "-", "known", " ", "–", " ", "and", " ", "so", " ", "on", "…"]],
    ["a line\n  another", ["a", " ", "line", "\n", "  ", "another"]],
    ["ex\u00ADtra cafe\u0301", ["ex\u00ADtra", " ", "cafe\u0301"]],
    ["東京 Łódź", ["東", "京", " ", "Łódź"]],
    ["up 👩‍🚀!", ["up", " ", "👩‍🚀", "!"]],
    ["", []],
  ])("is, for %j, what a person would point at", (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it("is the same text when it is put together again", () => {
    fc.assert(
      fc.property(anyStoryText, (text) => {
        expect(splitWords(text).join("")).toBe(text);
      }),
    );
  });
});
