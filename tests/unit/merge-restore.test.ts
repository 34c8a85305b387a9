import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraph, runs, story } from "#shared/document/builders.ts";
import {
  applyPatch,
  documentPatchSchema,
  type Block,
  type DocumentPatch,
  type StoryDocument,
} from "#shared/document/index.ts";
import { restoreBlock, restoreStory } from "#shared/merge/index.ts";
import { sameContent } from "#shared/merge/same-content.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { anyRevision } from "#tests/support/edited-story.ts";

const anyTwoStates = anyStory(1).chain((revision) => fc.tuple(fc.constant(revision), anyRevision(revision)));

const LEAD = paragraph("The harbor board approved the seawall plan on Tuesday.");
const QUOTE = paragraph("“It doesn’t end here,” said Mayor Ilse Varga.");
const COST = paragraph("The wall would cost 4.2 million.");
const HISTORY = paragraph("A storm broke the old one in three places.");
const FRESH = paragraph("Growers from Oldmarsh asked for a second reading.");
const REVISION = story(LEAD, QUOTE, COST, HISTORY);
const SHORTER_COST = { ...COST, runs: runs("It would cost a lot.") };

function after(document: StoryDocument, patch: DocumentPatch): StoryDocument {
  const applied = applyPatch(document, documentPatchSchema.parse(patch));
  if (!applied.ok) throw new Error(`the patch names ${applied.missing}, which nobody has`);
  return applied.value;
}

describe("restoring a whole revision", () => {
  it("gives the revision again, block for block, by one edit", () => {
    fc.assert(
      fc.property(anyTwoStates, ([revision, current]) => {
        expect(after(current, restoreStory(current, revision)).blocks).toEqual(revision.blocks);
      }),
    );
  });

  it("writes only the blocks that differ", () => {
    const current = story(LEAD, QUOTE, SHORTER_COST, HISTORY);
    expect(restoreStory(current, REVISION).put).toEqual([COST]);
  });
});

describe("restoring one paragraph", () => {
  it("puts back what it said and leaves everything else as it is", () => {
    fc.assert(
      fc.property(anyTwoStates, fc.nat(), ([revision, current], nth) => {
        const wanted = revision.blocks[nth % revision.blocks.length];
        if (!wanted) return;
        const restored = after(current, restoreBlock(current, revision, wanted.id));
        const touched = restored.blocks.filter((block) => !current.blocks.includes(block));
        const put = new Set([wanted.id, ...touched.map(({ id }) => id)]);
        const others = ({ blocks }: StoryDocument): readonly Block[] =>
          blocks.filter((block) => !put.has(block.id) && !sameContent(block, wanted));
        expect(touched.length).toBeLessThanOrEqual(1);
        expect(others(restored)).toEqual(others(current));
        expect(restored.blocks.some((block) => sameContent(block, wanted))).toBe(true);
      }),
    );
  });

  it("takes back a rewording where the paragraph stands", () => {
    const current = story(LEAD, FRESH, SHORTER_COST, HISTORY);
    expect(after(current, restoreBlock(current, REVISION, COST.id))).toEqual(
      story(LEAD, FRESH, COST, HISTORY),
    );
  });

  it("brings a deleted paragraph back after the neighbour that it stood after", () => {
    const current = story(FRESH, LEAD, HISTORY);
    expect(after(current, restoreBlock(current, REVISION, COST.id))).toEqual(
      story(FRESH, LEAD, COST, HISTORY),
    );
  });

  it("brings a deleted first paragraph back before the one that it stood before", () => {
    const current = story(FRESH, QUOTE, HISTORY);
    expect(after(current, restoreBlock(current, REVISION, LEAD.id))).toEqual(
      story(FRESH, LEAD, QUOTE, HISTORY),
    );
  });

  it("moves a moved paragraph back", () => {
    const current = story(HISTORY, LEAD, QUOTE, COST);
    expect(after(current, restoreBlock(current, REVISION, HISTORY.id))).toEqual(REVISION);
  });

  it("takes a paragraph out that the revision did not have", () => {
    const current = story(LEAD, FRESH, QUOTE, COST, HISTORY);
    expect(after(current, restoreBlock(current, REVISION, FRESH.id))).toEqual(REVISION);
  });

  it("keeps the new id of a paragraph that was brought in again, so that it does not stand there twice", () => {
    const again = paragraph("The wall would cost 5.1 million.");
    const current = story(LEAD, QUOTE, again, HISTORY);
    expect(after(current, restoreBlock(current, REVISION, COST.id))).toEqual(
      story(LEAD, QUOTE, { ...COST, id: again.id }, HISTORY),
    );
  });

  it("changes nothing where neither story has such a block", () => {
    expect(after(REVISION, restoreBlock(REVISION, REVISION, "b_nobody"))).toEqual(REVISION);
  });

  it("is undone by the patch back", () => {
    const current = story(FRESH, LEAD, HISTORY);
    const restored = after(current, restoreBlock(current, REVISION, COST.id));
    expect(after(restored, restoreStory(restored, current))).toEqual(current);
  });
});
