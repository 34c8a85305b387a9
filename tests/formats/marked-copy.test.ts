import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedCopy } from "#main/formats/marked-up/marked-copy.ts";
import { finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { anyTrackedStory } from "#tests/support/tracked-edits.ts";
import { decided, printed } from "#tests/support/word-processor.ts";

const none = (): boolean => false;

function decidedBothWays(document: StoryDocument) {
  const paragraphs = markedCopy(document, none);
  return { final: decided(paragraphs, "final"), original: decided(paragraphs, "original") };
}

function printedBothWays(document: StoryDocument) {
  return { final: printed(finalView(document)), original: printed(originalView(document)) };
}

/** What is in one of the two texts alone and says nothing of who did that. */
function unsigned(document: StoryDocument) {
  const paragraphs = markedCopy(document, none);
  const runs = paragraphs
    .flatMap((paragraph) => paragraph.runs)
    .filter(({ final, original }) => final === null || original === null);
  const ends = paragraphs.map(({ end }) => end).filter(({ final, original }) => final !== original);
  return {
    runs: runs.filter(({ inserted, deleted, moved }) => !inserted && !deleted && !moved),
    ends: ends.filter(({ stamp }) => stamp === null),
  };
}

describe("a story with open changes as paragraphs to accept and reject", () => {
  it("is the final text where all is accepted and the original where all is rejected, styles and marks too", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ tracked }) => {
        expect(decidedBothWays(tracked)).toEqual(printedBothWays(tracked));
      }),
      { numRuns: 1000 },
    );
  });

  it("is so for stories in which anything is changed by anybody", () => {
    fc.assert(
      fc.property(anyStory(), (document) => {
        expect(decidedBothWays(document)).toEqual(printedBothWays(document));
      }),
      { numRuns: 1000 },
    );
  });

  it("always says who changed what", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ tracked }) => {
        expect(unsigned(tracked)).toEqual({ runs: [], ends: [] });
      }),
      { numRuns: 300 },
    );
  });
});
