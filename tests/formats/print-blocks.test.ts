import { describe, expect, it } from "vitest";
import { printBlocks } from "#main/formats/print-blocks.ts";
import { byline, headline, marked, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { runsText, type StoryDocument } from "#shared/document/index.ts";
import { SOME_PICTURE } from "#tests/support/outgoing-story.ts";

/** The order of print as lines: a leading dateline stands in brackets before its paragraph. */
function printed(document: StoryDocument): readonly string[] {
  return printBlocks(document).map((block) => {
    if (block.kind === "photo") return `photo ${String(block.number)}`;
    const dateline = block.dateline.length === 0 ? "" : `[${runsText(block.dateline)}]`;
    return `${block.kind}: ${dateline}${runsText(block.runs)}`;
  });
}

describe("the order of print", () => {
  it("runs the dateline into the first paragraph with one space", () => {
    expect(
      printed(story(textBlock("dateline", "PARIS (AFP) –"), paragraph("The"), paragraph("And"))),
    ).toEqual(["paragraph: [PARIS (AFP) – ]The", "paragraph: And"]);
  });

  it("adds no space to a dateline that ends in one of any width", () => {
    expect(printed(story(textBlock("dateline", "PARIS –\u2009"), paragraph("The")))).toEqual([
      "paragraph: [PARIS –\u2009]The",
    ]);
  });

  it("lets photos and empty blocks stand between a dateline and its paragraph", () => {
    const document = story(
      textBlock("dateline", "PARIS –"),
      photo(SOME_PICTURE),
      textBlock("subhead"),
      photo(SOME_PICTURE),
      paragraph("The"),
    );
    expect(printed(document)).toEqual(["photo 1", "photo 2", "paragraph: [PARIS – ]The"]);
  });

  it("lets no byline stand between that nobody typed and that prints all the same", () => {
    const composed = byline(["Ana Ruiz"]);
    expect(printed(story(textBlock("dateline", "PARIS –"), composed, paragraph("The")))).toEqual([
      "dateline: PARIS –",
      "byline: By Ana Ruiz",
      "paragraph: The",
    ]);
  });

  it("prints a dateline alone where other text or nothing follows", () => {
    expect(
      printed(story(textBlock("dateline", "PARIS –"), textBlock("subhead", "So"), paragraph("The"))),
    ).toEqual(["dateline: PARIS –", "subhead: So", "paragraph: The"]);
    expect(printed(story(textBlock("dateline", "PARIS –")))).toEqual(["dateline: PARIS –"]);
  });

  it("leads each part of a round-up with its own dateline", () => {
    const document = story(
      textBlock("dateline", "PARIS –"),
      paragraph("One"),
      textBlock("dateline", "ROME –"),
      paragraph("Two"),
    );
    expect(printed(document)).toEqual(["paragraph: [PARIS – ]One", "paragraph: [ROME – ]Two"]);
  });

  it("composes a byline that nobody typed and leaves out what has no text", () => {
    const document = story(
      headline(""),
      byline(["Ana Ruiz", "Bo Li"], "Valley News"),
      byline([]),
      paragraph(" "),
    );
    expect(printed(document)).toEqual(["byline: By Ana Ruiz and Bo Li, Valley News", "paragraph:  "]);
  });

  it("keeps the marks of dateline and text", () => {
    const [first] = printBlocks(
      story(textBlock("dateline", [marked("PARIS", "italic")]), paragraph([marked("The", "bold")])),
    );
    expect(first).toMatchObject({
      dateline: [marked("PARIS", "italic"), { text: " " }],
      runs: [marked("The", "bold")],
    });
  });

  it("leaves out a block that only a newer Stet understands", () => {
    const unknown = { id: "b_new", kind: "unknown", raw: { id: "b_new", kind: "poll" } } as const;
    expect(printed(story(textBlock("dateline", "PARIS –"), unknown, paragraph("The")))).toEqual([
      "paragraph: [PARIS – ]The",
    ]);
  });
});
