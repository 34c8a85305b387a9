import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markedCopy } from "#main/formats/marked-up/marked-copy.ts";
import { paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { finalView, NO_PICTURE, originalView, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { anyTrackedStory } from "#tests/support/tracked-edits.ts";
import { decided, printed } from "#tests/support/word-processor.ts";

const none = (): boolean => false;

const change = { id: "c_1", by: "Ana Ruiz", at: "2026-11-22T09:14:03Z" };
const dateline = textBlock("dateline", "OLDMARSH —");
const lead = paragraph("The board voted.");
const joined = { ...textBlock("deck", " Late"), tracked: { deleted: change } };
const oldPhoto = photo(NO_PICTURE, "The wall.");
const newPhoto = { ...photo(NO_PICTURE, "The gate."), tracked: { inserted: change } };
const movedLead = { ...paragraph("Ballots go out."), tracked: { moves: [{ ...change, after: lead.id }] } };

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

  it.each([
    ["stands above a picture that was put in", story(dateline, newPhoto, lead)],
    ["is run into by struck text, above a picture", story(dateline, joined, oldPhoto, lead)],
    [
      "leads what runs on from a picture",
      story(dateline, oldPhoto, { ...lead, tracked: { deleted: change } }),
    ],
    ["led another paragraph before a move", story(dateline, oldPhoto, movedLead, lead)],
  ])("holds for a dateline that %s", (_, document) => {
    expect(decidedBothWays(document)).toEqual(printedBothWays(document));
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
