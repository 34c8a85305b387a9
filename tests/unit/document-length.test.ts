import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headline, paragraph, story, textBlock } from "#shared/document/builders.ts";
import {
  countStory,
  countText,
  finalText,
  hasRuns,
  lengthOf,
  storyLength,
  textFigures,
  type MeasuredPart,
} from "#shared/document/index.ts";
import { USUAL_LENGTH_FIGURES } from "#shared/contract/view-choices.ts";
import { estimateText, minutesText } from "#renderer/view/length-words.ts";
import { anyStory, anyStoryText } from "#tests/support/any-story.ts";

const BASIS = { charactersPerLine: 10, wordsPerMinute: 200 };

function columnOf(...texts: readonly string[]): readonly MeasuredPart[] {
  return texts.map((text) => ({ figures: textFigures(text), place: "column" }));
}

function lines(...texts: readonly string[]): number {
  return lengthOf(columnOf(...texts), BASIS).lines;
}

describe("The length of a story", () => {
  it("begins each paragraph on a line of its own and counts a started line whole", () => {
    expect(lines("")).toBe(0);
    expect(lines("a")).toBe(1);
    expect(lines("ten signs!")).toBe(1);
    expect(lines("eleven sign")).toBe(2);
    expect(lines("a", "b", "eleven sign")).toBe(4);
  });

  it("begins a line after a line break, an empty one too", () => {
    expect(lines("a\nb")).toBe(2);
    expect(lines("a\n\nb")).toBe(3);
  });

  it("sets a dateline in the first line of the paragraph that it leads", () => {
    const led = story(textBlock("dateline", "OSLO"), paragraph("five!"));
    expect(storyLength(led, BASIS).lines).toBe(1);
    expect(storyLength(story(textBlock("dateline", "OSLO"), paragraph("sixsix")), BASIS).lines).toBe(2);
    expect(storyLength(story(textBlock("dateline", "OSLO")), BASIS).lines).toBe(1);
  });

  it("gives headlines no line of the column, and their words all the same", () => {
    const length = storyLength(story(headline("Tide gates shut early")), BASIS);
    expect(length).toMatchObject({ words: 4, lines: 0, characters: 21, withoutSpaces: 18 });
  });

  it("leaves struck text out, and notes where they stand", () => {
    const deleted = { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" } as const;
    const struck = story(paragraph(["Kept. ", { text: "Gone entirely.", deleted }]));
    expect(storyLength(struck, BASIS)).toMatchObject({ words: 1, characters: 6, withoutSpaces: 5, lines: 1 });
  });

  it("counts no-break and thin spaces as spaces, and line ends as nothing", () => {
    const length = lengthOf(columnOf("a\u00A0b\u2009c\td\ne"), BASIS);
    expect(length).toMatchObject({ characters: 8, withoutSpaces: 5 });
  });

  it("has the words and characters of the count that is saved, whatever the story", () => {
    fc.assert(
      fc.property(anyStory(), fc.integer({ min: 1, max: 120 }), (any, charactersPerLine) => {
        const length = storyLength(any, { charactersPerLine, wordsPerMinute: 238 });
        expect({ words: length.words, characters: length.characters }).toEqual(countStory(any).all);
        expect(length.withoutSpaces).toBeLessThanOrEqual(length.characters);
        expect(length.minutes).toBeCloseTo(length.words / 238);
      }),
    );
  });

  it("needs no more lines where more characters go into one, and at least what the characters fill", () => {
    fc.assert(
      fc.property(fc.array(anyStoryText), fc.integer({ min: 1, max: 60 }), (texts, charactersPerLine) => {
        const at = (per: number): number =>
          lengthOf(columnOf(...texts), { charactersPerLine: per, wordsPerMinute: 238 }).lines;
        const characters = texts.reduce((sum, text) => sum + countText(text).characters, 0);
        expect(at(charactersPerLine + 1)).toBeLessThanOrEqual(at(charactersPerLine));
        expect(at(charactersPerLine)).toBeGreaterThanOrEqual(Math.ceil(characters / charactersPerLine));
      }),
    );
  });

  it("is measured anew where a block was replaced by another of the same id", () => {
    const before = story(paragraph("one two"));
    const [block] = before.blocks;
    if (!block || !hasRuns(block)) throw new Error("no paragraph");
    const after = { ...before, blocks: [{ ...block, runs: [{ text: "one two three" }] }] };
    expect(finalText(block.runs)).toBe("one two");
    expect(storyLength(before, BASIS).words).toBe(2);
    expect(storyLength(after, BASIS).words).toBe(3);
  });

  it("is told as an estimate", () => {
    const words = Array.from({ length: 476 }, () => "word").join(" ");
    expect(estimateText(storyLength(story(paragraph(words)), USUAL_LENGTH_FIGURES))).toBe(
      "about 67 lines, 2 min",
    );
    expect(minutesText(0)).toBe("0 min");
    expect(minutesText(0.1)).toBe("under 1 min");
    expect(minutesText(0.8)).toBe("1 min");
  });
});
