import { describe, expect, it } from "vitest";
import { docxWriter } from "#main/formats/docx/write.ts";
import { printBlocks } from "#main/formats/print-blocks.ts";
import { nitfWriter } from "#main/formats/nitf/write.ts";
import { icmlWriter } from "#main/formats/icml/write.ts";
import { headline, marked, paragraph, story, textBlock, type Copy } from "#shared/document/builders.ts";
import { boxTitles, type StoryDocument } from "#shared/document/index.ts";
import { printStory } from "#tests/support/outgoing-story.ts";

function line(copy: Copy) {
  return textBlock("factBox", copy);
}

const TITLE = line([marked("The ", "bold"), marked("wall", "bold", "italic")]);
const BOXED = story(
  headline("Seawall"),
  TITLE,
  line("Built: 1911"),
  line([marked("Height: 3 meters", "bold")]),
  paragraph("The board met."),
);

function titlesIn(...blocks: StoryDocument["blocks"]): number {
  return boxTitles(blocks).size;
}

describe("The title of a fact box", () => {
  it("is its first line where that is wholly bold and others follow", () => {
    expect([...boxTitles(BOXED.blocks)]).toEqual([TITLE.id]);
    const struck = { id: "c_1", by: "u_a", at: "2026-11-22T09:00:00Z" } as const;
    expect(titlesIn(line([marked("Wall", "bold"), { text: " old", deleted: struck }]), line("x"))).toBe(1);
  });

  it("is none where part of it is not bold, where it is alone, or where it is no fact box", () => {
    expect(titlesIn(line([marked("Wall", "bold"), " facts"]), line("x"))).toBe(0);
    expect(titlesIn(line([marked("Wall", "bold")]))).toBe(0);
    expect(titlesIn(line([marked("Wall", "bold")]), paragraph("x"))).toBe(0);
    expect(titlesIn(paragraph([marked("Wall", "bold")]), paragraph("x"))).toBe(0);
    expect(titlesIn(line(""), line("x"))).toBe(0);
    expect(titlesIn(line([marked(" ", "bold")]), line("x"))).toBe(0);
    expect(titlesIn(line([marked("Wall", "bold")]), line(""))).toBe(0);
  });

  it("prints without the mark that its style has, and with every other", () => {
    const boxed = printBlocks(BOXED).filter(({ kind }) => kind === "factBox");
    expect(boxed).toMatchObject([
      { isBoxTitle: true, runs: [{ text: "The " }, marked("wall", "italic")] },
      { isBoxTitle: false, runs: [{ text: "Built: 1911" }] },
      { isBoxTitle: false, runs: [marked("Height: 3 meters", "bold")] },
    ]);
  });

  it("has a paragraph style of its own in ICML and Word, and is a heading of the box in NITF", async () => {
    const written = printStory(BOXED);
    const text = async (writer: typeof nitfWriter): Promise<string> =>
      new TextDecoder().decode((await writer.write(written)).bytes);
    const icml = await text(icmlWriter);
    expect(icml.match(/AppliedParagraphStyle="ParagraphStyle\/Fact box( title)?"/gu)).toEqual([
      'AppliedParagraphStyle="ParagraphStyle/Fact box title"',
      'AppliedParagraphStyle="ParagraphStyle/Fact box"',
      'AppliedParagraphStyle="ParagraphStyle/Fact box"',
    ]);
    expect((await text(nitfWriter)).replaceAll(/\s*\n\s*/gu, "")).toContain(
      '<block class="fact-box"><hl2>The <em class="italic">wall</em></hl2><p>Built: 1911</p>',
    );
    expect((await docxWriter.write(written)).losses).toEqual([]);
  });
});
