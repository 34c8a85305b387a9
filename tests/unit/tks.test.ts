import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { $selectTk } from "#renderer/editor/tk/tk-marks.ts";
import { DOCUMENT_SCHEMA, type Block, type StoryDocument } from "#shared/document/index.ts";
import { storyTks, tksIn, tkWords } from "#shared/style/placeholders/index.ts";
import { anyStory, anyStoryText } from "#tests/support/any-story.ts";
import { headlessStory } from "#tests/support/headless-story.ts";

function found(text: string): readonly string[] {
  return tksIn(text).map(({ at, length }) => text.slice(at, at + length));
}

describe("A placeholder", () => {
  it.each([
    ["The mayor, TK, said so.", ["TK"]],
    ["It cost $TK million (TK) or TKTK.", ["TK", "(TK)", "TKTK"]],
    ["a tk-year-old, TK’s son and [TK]", ["tk", "TK", "[TK]"]],
    ["TK", ["TK"]],
    ["tktk TKTKTK", ["tktk", "TKTKTK"]],
  ])("is found: %s", (text, tks) => {
    expect(found(text)).toEqual(tks);
  });

  it.each([
    "ATKINS and latke, TKO, Atk",
    "flight TK1981",
    "https://example.org/tk/TK",
    "see example.tk and desk@tk.example",
    "#TK @tk",
    "Tk is a toolkit",
    "",
  ])("is not one: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("stands where it is said to stand, whatever is around it", () => {
    fc.assert(
      fc.property(anyStoryText, anyStoryText, (before, after) => {
        const text = `${before} TK ${after}`;
        expect(tksIn(text)).toContainEqual({ at: before.length + 1, length: 2 });
        for (const { at, length } of tksIn(text)) {
          expect(text.slice(at, at + length)).toMatch(/^[[(]?(?:(?:TK)+|(?:tk)+)[\])]?$/);
        }
      }),
    );
  });
});

const STORY: StoryDocument = {
  schema: DOCUMENT_SCHEMA,
  blocks: [
    {
      id: "b_1",
      kind: "headline",
      runs: [{ text: "Harbor" }],
      alternates: [[{ text: "TK" }]],
    },
    { id: "b_2", kind: "paragraph", runs: [{ text: "Nothing left." }] },
    {
      id: "b_3",
      kind: "paragraph",
      runs: [
        { text: "gone TK ", deleted: { id: "c", by: "u", at: "2026-01-01T00:00:00.000Z" } },
        { text: "The harbor board and its chairwoman, T" },
        { text: "K", marks: ["bold"] },
        { text: ", have not said yet what it will cost." },
      ],
    },
    { id: "b_4", kind: "paragraph", runs: [{ text: "TK" }] },
  ] satisfies Block[],
};

describe("The placeholders of a story", () => {
  it("are those that print, in reading order, with words for where they are", () => {
    const tks = storyTks(STORY);
    expect(tks.map(({ block, at }) => [block, at])).toEqual([
      ["b_3", 37],
      ["b_4", 0],
    ]);
    const [first] = tks;
    expect(first && tkWords(STORY, first)).toBe("paragraph 2, “…and its chairwoman, TK, have not said yet…”");
  });

  it("are gone to one after the other and round again, in both directions", () => {
    const story = headlessStory(STORY);
    story.select([0, 0]);
    const go = (direction: "next" | "previous"): string => {
      story.edit(() => void $selectTk(direction));
      return story.caret();
    };
    expect([go("next"), go("next"), go("next"), go("previous"), go("previous")]).toEqual([
      "2@47",
      "3@2",
      "2@47",
      "3@2",
      "2@47",
    ]);
  });

  it("are never said where there are none", () => {
    fc.assert(
      fc.property(anyStory(1), (document) => {
        for (const tk of storyTks(document)) expect(tkWords(document, tk)).toMatch(/tk/i);
      }),
    );
  });
});
