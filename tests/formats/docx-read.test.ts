import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { editedHarbor } from "#tests/support/edited-harbor.ts";
import { anyTrackedStory } from "#tests/support/tracked-edits.ts";
import { finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { thereAndBack } from "#tests/support/read-word.ts";
import { fullStory } from "#tests/support/outgoing-story.ts";
import { printed, type SeenParagraph } from "#tests/support/word-processor.ts";

interface BothTexts {
  readonly final: readonly SeenParagraph[];
  readonly original: readonly SeenParagraph[];
}

/** Text as far as Word carries it: it has one vertical alignment, and every dateline of Stet is bold there. */
function carried(paragraphs: readonly SeenParagraph[]): readonly SeenParagraph[] {
  return paragraphs.map(({ role, units }) => ({
    role,
    units: units.map((unit) =>
      unit.replace("superscript+subscript", "superscript").replace(/\/dateline\/bold\+?/u, "/dateline/"),
    ),
  }));
}

function bothTexts(document: StoryDocument): BothTexts {
  return {
    final: carried(printed(finalView(document))),
    original: carried(printed(originalView(document))),
  };
}

/** A story without a letter makes a file that is refused as empty. */
async function comesBack(story: StoryDocument): Promise<BothTexts> {
  const texts = bothTexts(story);
  if (texts.final.length + texts.original.length === 0) return texts;
  return bothTexts((await thereAndBack(story, "marked-up")).document);
}

describe("a story that comes back from Word", () => {
  it("is the same text where all is accepted, and where all is rejected", async () => {
    expect(await comesBack(editedHarbor())).toEqual(bothTexts(editedHarbor()));
  });

  it("is so for any story and any edits, to the character", async () => {
    await fc.assert(
      fc.asyncProperty(anyTrackedStory, async ({ tracked }) => {
        expect(await comesBack(tracked)).toEqual(bothTexts(tracked));
      }),
      { numRuns: 100 },
    );
  });

  it("is the same blocks", async () => {
    const { document } = await thereAndBack(fullStory(), "final");
    expect(bothTexts(document)).toEqual(bothTexts(fullStory()));
  });
});
