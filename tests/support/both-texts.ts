import fc from "fast-check";
import { expect, it } from "vitest";
import type { StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "./any-story.ts";
import { editedHarbor } from "./edited-harbor.ts";
import { anyTrackedStory } from "./tracked-edits.ts";

/**
 * The law of every marked-up format: what `decided` reads from its file where all changes are
 * accepted and where all are rejected is what `printed` says of the final and the original text.
 */
export function comesToBothTexts<Texts>(
  decided: (document: StoryDocument) => Promise<Texts>,
  printed: (document: StoryDocument) => Texts,
  numRuns: number,
): void {
  it("is the final text where all is accepted and the original where all is rejected", async () => {
    expect(await decided(editedHarbor())).toEqual(printed(editedHarbor()));
  });

  it("is so for any story and any edits, to the character", async () => {
    await fc.assert(
      fc.asyncProperty(anyTrackedStory, async ({ tracked }) => {
        expect(await decided(tracked)).toEqual(printed(tracked));
      }),
      { numRuns },
    );
  });

  it("is so for stories in which anything is changed by anybody", async () => {
    await fc.assert(
      fc.asyncProperty(anyStory(), async (document) => {
        expect(await decided(document)).toEqual(printed(document));
      }),
      { numRuns },
    );
  });
}
