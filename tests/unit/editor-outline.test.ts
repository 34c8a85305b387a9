import { describe, expect, it } from "vitest";
import { readNames, withBylineFacts } from "#renderer/editor/byline/byline-patch.ts";
import { outlineRows } from "#renderer/editor/outline/outline-rows.ts";
import { byline, headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { applyPatch, NO_PICTURE, type DocumentPatch, type StoryDocument } from "#shared/document/index.ts";

function patched(document: StoryDocument, patch: DocumentPatch): StoryDocument {
  const result = applyPatch(document, patch);
  if (!result.ok) throw new Error("the patch does not fit the story");
  return result.value;
}

describe("the outline of a story", () => {
  it("says of every block what it is, its first words, and of a subhead how long its section is", () => {
    const rows = outlineRows(
      story(
        headline("Seawall"),
        byline(["Ana Ruiz"], "Harbor News"),
        paragraph("The lead is not in a section."),
        textBlock("subhead", "First part"),
        paragraph("Three words here."),
        photo(NO_PICTURE, "A caption of six words is not"),
        textBlock("subhead", "Second"),
        textBlock("listItem", "an item"),
        { id: "b_x", kind: "unknown", raw: { id: "b_x", kind: "scoreTable" } },
        textBlock("tagline", "Ana Ruiz covers the port."),
      ),
    );
    expect(rows.map(({ kind, words, sectionWords }) => [kind, words, sectionWords])).toEqual([
      ["headline", "Seawall", null],
      ["byline", "By Ana Ruiz, Harbor News", null],
      ["paragraph", "The lead is not in a section.", null],
      ["subhead", "First part", 5],
      ["paragraph", "Three words here.", null],
      ["photo", "A caption of six words is not", null],
      ["subhead", "Second", 3],
      ["listItem", "an item", null],
      ["unknown", "", null],
      ["tagline", "Ana Ruiz covers the port.", null],
    ]);
  });

  it("shows text as it prints, on one line, and not all of a long one", () => {
    const struck = {
      text: "never ",
      deleted: { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" },
    };
    const [first, second] = outlineRows(
      story(paragraph(["It ", struck, "leaks\nbadly."]), paragraph("word ".repeat(1_000))),
    );
    expect(first?.words).toBe("It leaks badly.");
    expect(second?.words.length).toBeLessThan(100);
    expect(second?.words.endsWith("…")).toBe(true);
  });
});

describe("the names of a byline", () => {
  it.each([
    ["Ana Ruiz; Ben Foto", ["Ana Ruiz", "Ben Foto"]],
    ["Ana  Ruiz, Ben Foto,", ["Ana Ruiz", "Ben Foto"]],
    ["Sam Poe, Jr.; Ana Ruiz", ["Sam Poe, Jr.", "Ana Ruiz"]],
    ["  ", []],
  ] as const)("in “%s” are told apart", (line, names) => {
    expect(readNames(line)).toEqual(names);
  });

  it("set its line and stand in it as facts", () => {
    const before = story(headline("H"), byline([], null, "By Nobody"), paragraph("Copy"));
    const after = patched(before, withBylineFacts(before, { authors: ["Ana Ruiz"], agency: "Harbor News" }));
    expect(after.blocks[1]).toEqual({
      ...before.blocks[1],
      authors: ["Ana Ruiz"],
      agency: "Harbor News",
      runs: [{ text: "By Ana Ruiz, Harbor News" }],
    });
  });

  it("make a byline under the headings of a story that has none", () => {
    const before = story(headline("H"), textBlock("deck", "D"), paragraph("Copy"));
    const after = patched(before, withBylineFacts(before, { authors: ["Ana Ruiz"], agency: null }));
    expect(after.blocks.map(({ kind }) => kind)).toEqual(["headline", "deck", "byline", "paragraph"]);
  });
});
