import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { $changeSelectedCase, caseCycle } from "#renderer/editor/case/change-selected.ts";
import { headline, story as storyBlocks, textBlock } from "#shared/document/builders.ts";
import {
  DOCUMENT_SCHEMA,
  hasRuns,
  type Block,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { CASE_STYLES } from "#shared/style/case/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { headlessStory, type HeadlessStory } from "#tests/support/headless-story.ts";

function storyOf(...runs: readonly Run[]): StoryDocument {
  return { schema: DOCUMENT_SCHEMA, blocks: [{ id: "b_1", kind: "paragraph", runs }] };
}

function paragraph(story: HeadlessStory): string {
  return story.lines()[0] ?? "";
}

const STRUCK: Run["deleted"] = { id: "c_1", by: "u_ana", at: "2026-01-01T00:00:00.000Z" };

describe("Changing the case of what is selected", () => {
  it("changes the selection only, and keeps it, where a letter becomes two", () => {
    const story = headlessStory(storyOf({ text: "die große straße am see" }));
    story.select([0, 4], [0, 16]);
    story.edit(() => $changeSelectedCase("upper"));
    expect(paragraph(story)).toBe("paragraph: die GROSSE STRASSE am see");
    expect(story.caret()).toBe("0@18");
    story.edit(() => $changeSelectedCase("lower"));
    expect(paragraph(story)).toBe("paragraph: die grosse strasse am see");
  });

  it("leaves the names of the story their capitals in sentence case", () => {
    const story = headlessStory(
      storyBlocks(
        headline("Moreno Quits Harbor Board Over Alder Quay Ferry"),
        textBlock("paragraph", "On Friday, Ana Moreno left the harbor board. Ferries call at Alder Quay."),
      ),
    );
    story.select([0, 0], [0, "end"]);
    story.edit(() => $changeSelectedCase("sentence"));
    expect(story.lines()[0]).toBe("headline: Moreno quits harbor board over Alder Quay ferry");
  });

  it("knows whether a word in the middle of a line is its first, its last or neither", () => {
    const story = headlessStory(storyOf({ text: "Mayor To Sign The Bill. What He Is For" }));
    story.select([0, 14], [0, 22]);
    story.edit(() => $changeSelectedCase("sentence"));
    expect(paragraph(story)).toBe("paragraph: Mayor To Sign the bill. What He Is For");
    story.select([0, 14]);
    story.edit(() => $changeSelectedCase("title"));
    expect(paragraph(story)).toBe("paragraph: Mayor To Sign the bill. What He Is For");
    story.select([0, 35], [0, "end"]);
    story.edit(() => $changeSelectedCase("title"));
    expect(paragraph(story)).toBe("paragraph: Mayor To Sign the bill. What He Is For");
  });

  it("takes the word at the caret where nothing is selected, and leaves the caret in it", () => {
    const story = headlessStory(storyOf({ text: "the harbor board" }));
    story.select([0, 7]);
    story.edit(() => $changeSelectedCase("upper"));
    expect(paragraph(story)).toBe("paragraph: the HARBOR board");
    expect(story.caret()).toBe("0@7");
  });

  it("keeps links and marks inside a word, and leaves what is struck out alone", () => {
    const runs: readonly Run[] = [
      { text: "har", marks: ["bold"] },
      { text: "old", deleted: STRUCK },
      { text: "bor", link: { href: "https://example.org/" } },
    ];
    const story = headlessStory(storyOf(...runs));
    story.select([0, 1]);
    story.edit(() => $changeSelectedCase("upper"));
    expect(story.document().blocks[0]).toMatchObject({
      runs: [
        { text: "HAR", marks: ["bold"] },
        { text: "old", deleted: STRUCK },
        { text: "BOR", link: { href: "https://example.org/" } },
      ],
    });
  });

  it("goes through the cases with one key and comes back to what was written", () => {
    const story = headlessStory(storyOf({ text: "McDonald Meets the board" }));
    const cycle = caseCycle();
    const steps = Array.from({ length: 6 }, () => {
      story.select([0, 0], [0, "end"]);
      story.edit(cycle.$step);
      return paragraph(story).replace("paragraph: ", "");
    });
    expect(steps).toEqual([
      "McDonald meets the board",
      "McDonald Meets the Board",
      "MCDONALD MEETS THE BOARD",
      "mcdonald meets the board",
      "McDonald Meets the board",
      "McDonald meets the board",
    ]);
  });

  it("begins the round anew where the text is another one by then", () => {
    const story = headlessStory(storyOf({ text: "harbor" }));
    const cycle = caseCycle();
    story.select([0, 0], [0, "end"]);
    story.edit(cycle.$step);
    story.edit(() => $changeSelectedCase("lower"));
    story.edit(cycle.$step);
    expect(paragraph(story)).toBe("paragraph: Harbor");
  });
});

function allRuns(block: Block): readonly (readonly Run[])[] {
  if (hasRuns(block)) return [block.runs];
  return block.kind === "photo" ? [block.caption, block.credit] : [];
}

const withoutCase = (text: string): string =>
  text.toUpperCase().toLowerCase().toUpperCase().normalize("NFKD");

/** A story with the case of its letters taken away. */
function caseless(story: StoryDocument): unknown {
  return story.blocks.map((block) => [
    block.id,
    block.kind,
    allRuns(block).map((runs) => runs.map((run) => ({ ...run, text: withoutCase(run.text) }))),
  ]);
}

describe("Whatever the story", () => {
  it("keeps every block, mark, link, note and tracked change, and changes nothing but case", () => {
    fc.assert(
      fc.property(anyStory(1), fc.constantFrom(...CASE_STYLES), (given, style) => {
        const story = headlessStory(given);
        const before = story.document();
        try {
          story.select([0, 0], [0, "end"]);
        } catch {
          return;
        }
        story.edit(() => $changeSelectedCase(style));
        expect(caseless(story.document())).toEqual(caseless(before));
      }),
      { numRuns: 200 },
    );
  });
});
