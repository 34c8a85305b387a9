import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { editedHarbor } from "#tests/support/edited-harbor.ts";
import { anyTrackedStory } from "#tests/support/tracked-edits.ts";
import { finalView, originalView, type Block, type StoryDocument } from "#shared/document/index.ts";
import { thereAndBack } from "#tests/support/read-word.ts";
import { fullStory } from "#tests/support/outgoing-story.ts";
import { printed, type SeenParagraph } from "#tests/support/word-processor.ts";

interface BothTexts {
  readonly final: readonly SeenParagraph[];
  readonly original: readonly SeenParagraph[];
}

const LOOK = /\/(dateline)?\/([\w+]*)$/u;

/** A unit with its marks as Word carries them: it has one vertical alignment. The bold of a box's title is its style's. */
function carriedUnit(unit: string, isTitle: boolean): string {
  const [, dateline = "", marks = ""] = LOOK.exec(unit) ?? [];
  const kept = marks.replace("superscript+subscript", "superscript").split("+").filter(Boolean);
  const all = isTitle && !kept.includes("bold") ? ["bold", ...kept] : kept;
  return unit.replace(LOOK, `/${dateline}/${all.join("+")}`);
}

/** Text as far as Word carries it. A picture that is not there keeps no two boxes apart, so their titles are lines. */
function carried(paragraphs: readonly SeenParagraph[]): readonly SeenParagraph[] {
  return paragraphs.map(({ role, units }) => ({
    role: role === "boxTitle" ? "factBox" : role,
    units: units.map((unit) => carriedUnit(unit, role === "boxTitle")),
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

/**
 * What a newer Stet knows does not print, but keeps what stands around it apart. A dateline is run into
 * its paragraph there: where it was joined, split and moved, its edges are not always found again.
 */
function holds({ kind }: Block): boolean {
  return kind !== "unknown" && kind !== "dateline";
}

describe("a story that comes back from Word", () => {
  it("is the same text where all is accepted, and where all is rejected", async () => {
    expect(await comesBack(editedHarbor())).toEqual(bothTexts(editedHarbor()));
  });

  it("is so for any story and any edits, to the character", async () => {
    await fc.assert(
      fc.asyncProperty(anyTrackedStory, async ({ start, tracked }) => {
        fc.pre(start.blocks.every(holds) && tracked.blocks.every(holds));
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
