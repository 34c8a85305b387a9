import { describe, expect, it } from "vitest";
import {
  blockWords,
  factDifference,
  reformattedWords,
  sumWords,
} from "#renderer/history/difference-words.ts";
import { factDifferences } from "#renderer/history/fact-differences.ts";
import { markedBlocks } from "#renderer/history/marked-blocks.ts";
import { byline, headline, marked, paragraph, photo, story } from "#shared/document/builders.ts";
import { NO_PICTURE, type StoryDocument } from "#shared/document/index.ts";
import { compareStories } from "#shared/merge/index.ts";
import { NEW_STORY_FACTS } from "#shared/newsroom/index.ts";

function compared(before: StoryDocument, after: StoryDocument) {
  const comparison = compareStories(before, after);
  const blocks = markedBlocks(comparison);
  return {
    sum: sumWords(comparison.summary, blocks),
    words: blocks.filter(({ differs }) => differs).map(blockWords),
    blocks,
  };
}

const HEAD = headline("Seawall goes to voters");
const ONE = paragraph("The board voted on Tuesday night.");
const TWO = paragraph("The old wall dates from 1911.");
const THREE = paragraph("It leaks at every spring tide.");
const PHOTO = photo(NO_PICTURE, "The gates at low tide.", "Ana Ruiz", "Two gates");

describe("A comparison in words", () => {
  it("counts words, moved paragraphs and changed pictures", () => {
    const later = story({ ...HEAD, runs: [{ text: "Seawall goes to the town" }] }, THREE, ONE, TWO, {
      ...PHOTO,
      caption: [{ text: "The gates at high tide." }],
    });
    const { sum, words } = compared(story(HEAD, ONE, TWO, THREE, PHOTO), later);
    expect(sum).toBe("3 words added, 2 deleted, 1 paragraph moved, 1 picture changed");
    expect(words).toEqual([
      "Headline changed",
      "Paragraph moved from below",
      "Paragraph moved up from here",
      "Photo changed",
    ]);
  });

  it("tells down from up", () => {
    const { words } = compared(story(HEAD, ONE, TWO, THREE), story(HEAD, TWO, THREE, ONE));
    expect(words).toEqual(["Paragraph moved down from here", "Paragraph moved from above"]);
  });

  it("names what came and what went, and what moved and changed", () => {
    const changed = { ...ONE, runs: [{ text: "The board voted late on Tuesday night." }] };
    expect(compared(story(HEAD, ONE, TWO, THREE), story(HEAD, TWO, THREE, changed))).toMatchObject({
      words: ["Paragraph moved down from here", "Paragraph moved from above and changed"],
      sum: "1 word added, 1 paragraph moved",
    });
    expect(compared(story(HEAD, ONE), story(HEAD, PHOTO))).toMatchObject({
      words: ["Paragraph deleted", "Photo added"],
      sum: "7 words added, 6 deleted, 1 picture changed",
    });
  });

  it("says so where the words are the same and something else differs", () => {
    const bold = { ...ONE, runs: [marked("The board voted on Tuesday night.", "bold")] };
    const { sum, words } = compared(story(HEAD, ONE), story(HEAD, bold));
    expect(sum).toBe("1 block with the same words changed");
    expect(words).toEqual(["Paragraph changed"]);
  });

  it("finds no difference in an empty paragraph", () => {
    const { sum, words } = compared(story(HEAD, ONE), story(HEAD, paragraph(""), ONE, byline([])));
    expect(sum).toBe("No difference in the text");
    expect(words).toEqual([]);
  });

  it("says how text looks that reads the same", () => {
    expect(reformattedWords({ text: "a" }, marked("a", "bold", "italic"))).toBe(
      "now bold, italic, was plain",
    );
    expect(reformattedWords({ text: "a", notes: ["n_1"] }, { text: "a" })).toBe("notes changed");
  });

  it("tells facts of a block in words, and leaves texts and pictures to be shown", () => {
    const crop = { left: 0.1, top: 0, width: 0.5, height: 1 };
    const { blocks } = compared(story(PHOTO), story({ ...PHOTO, crop, alt: "Three gates" }));
    const [first] = blocks;
    const changes = first && "changes" in first.block ? first.block.changes : [];
    expect(changes.flatMap((change) => factDifference(change) ?? [])).toEqual([
      {
        name: "Crop",
        before: "the whole picture",
        after: "50 % × 100 %, 10 % from the left, 0 % from the top",
      },
    ]);
  });

  it("names the facts of the story that differ as the facts panel names them", () => {
    const facts = { ...NEW_STORY_FACTS, slug: "harbor", desk: "City", priority: 3 };
    const later = { ...facts, status: "copy" as const, page: "A1", needs: ["legal" as const] };
    expect(factDifferences(facts, later, 0)).toEqual([
      { name: "Status", before: "Draft", after: "Copy" },
      { name: "Page", before: "none", after: "A1" },
      { name: "Needs", before: "none", after: "Legal reading" },
    ]);
    expect(factDifferences(facts, facts, 0)).toEqual([]);
  });
});
