import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { icmlWriter } from "#main/formats/icml/write.ts";
import { printBlocks, type PrintBlock } from "#main/formats/print-blocks.ts";
import type { PrintPicture, PrintStory } from "#main/formats/story-format.ts";
import { markStyle, PARAGRAPH_STYLES, roleOf } from "#main/formats/style-names.ts";
import {
  byline,
  headline,
  linked,
  marked,
  paragraph,
  photo,
  runs,
  story,
  textBlock,
} from "#shared/document/builders.ts";
import { newBlockId, NO_PICTURE, type PhotoBlock, type Run } from "#shared/document/index.ts";
import { anyOutgoingStory } from "#tests/support/any-outgoing-story.ts";
import { icmlText, readIcml, type IcmlPicture, type IcmlSpan } from "#tests/support/icml.ts";
import { markupPieces } from "#tests/support/markup.ts";
import {
  EVERY_SIGN,
  fullStory,
  printStory,
  SOME_PICTURE,
  somePicture,
} from "#tests/support/outgoing-story.ts";
import { sentences } from "#tests/support/sentences.ts";

async function written(print: PrintStory) {
  const { bytes, losses } = await icmlWriter.write(print);
  return {
    bytes,
    losses: sentences(losses),
    xml: new TextDecoder().decode(bytes),
    paragraphs: readIcml(bytes),
  };
}

describe("a story as an InCopy document", () => {
  it("begins with the instruction without which InDesign refuses it", async () => {
    const lines = (await written(printStory(fullStory()))).xml.split("\n");
    expect(lines[0]).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>');
    expect(lines[1]).toMatch(
      /^<\?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="[^"]+"\?>$/,
    );
    expect(lines[2]).toBe('<?aid SnippetType="InCopyInterchange"?>');
    expect(lines[3]).toMatch(/^<Document DOMVersion="8.0" /);
  });

  it("sets every kind of block in the paragraph style of its name", async () => {
    const { paragraphs, losses } = await written(printStory(fullStory()));
    expect(paragraphs.map((line) => [line.style, icmlText(line)])).toEqual([
      ["Headline", "Harbor board puts the seawall to a vote"],
      ["Deck", "Oldmarsh would pay over nine years; growers upriver ask who drains the fields"],
      ["Byline", "By Ana Ruiz and Jonas Őry, Valley News"],
      ["Source line", "The Oldmarsh Ledger"],
      ["Photo", ""],
      ["Caption", "The old wall at low tide, looking east."],
      ["Credit", "Ana Ruiz / Valley News"],
      [
        "Body",
        "OLDMARSH, Wash. — The board voted four to three on Tuesday, “with some regret,” to ask the town. The full text is public.",
      ],
      ["Body", EVERY_SIGN],
      ["Subhead", "What it costs"],
      ["Body", "Line one\nline two\tafter a tab; CO2, 103, nato, struck, under."],
      ["Pull quote", "“The sea does not read minutes.”"],
      ["List item", "Nine years of payments"],
      ["List item", "No toll on the quay"],
      ["Fact box", "Length of the wall: 1.2 miles"],
      ["Fact box", "Built: 1911"],
      ["Tagline", "This article was made up for a test."],
      ["End mark", "###"],
    ]);
    expect(losses).toEqual([]);
  });

  it("leads the first paragraph with the dateline, in a character style of its own", async () => {
    const { paragraphs } = await written(
      printStory(story(textBlock("dateline", "PARIS (AFP) – "), paragraph("Rain fell."))),
    );
    expect(paragraphs).toEqual([
      {
        style: "Body",
        spans: [
          { style: "Dateline", href: null, text: "PARIS (AFP) – " },
          { style: "", href: null, text: "Rain fell." },
        ],
        pictures: [],
      },
    ]);
  });

  it.each([
    ["OLDMARSH —", "The board met.", "OLDMARSH — The board met."],
    ["OLDMARSH — ", "The board met.", "OLDMARSH — The board met."],
    ["OLDMARSH —", " The board met.", "OLDMARSH — The board met."],
    ["OLDMARSH", "— The board met.", "OLDMARSH — The board met."],
    ["OLDMARSH —\u2009", "The board met.", "OLDMARSH —\u2009The board met."],
  ])("runs %j and %j together with one space", async (dateline, text, expected) => {
    const { paragraphs } = await written(printStory(story(textBlock("dateline", dateline), paragraph(text))));
    expect(paragraphs.map(icmlText)).toEqual([expected]);
  });

  it("prints a byline as it was typed", async () => {
    const { paragraphs } = await written(
      printStory(story(byline(["Ana Ruiz"], "Valley News", "Story and photos by Ana Ruiz"))),
    );
    expect(paragraphs.map(icmlText)).toEqual(["Story and photos by Ana Ruiz"]);
  });

  it("gives each mixture of marks one character style that is defined in the file", async () => {
    const link = linked("d", "https://example.org/");
    const { xml, paragraphs } = await written(
      printStory(
        story(
          paragraph([
            marked("a", "bold"),
            marked("b", "bold", "italic"),
            marked("c", "underline", "strikethrough", "smallCaps"),
            { ...link, marks: ["italic", "superscript"] },
          ]),
        ),
      ),
    );
    expect(paragraphs[0]?.spans.map((span) => span.style)).toEqual([
      "Bold",
      "Bold Italic",
      "Underline Strikethrough Small caps",
      "Link Italic Superscript",
    ]);
    expect(xml).toContain(
      '<CharacterStyle Self="CharacterStyle/Underline Strikethrough Small caps" Name="Underline Strikethrough Small caps" Capitalization="SmallCaps" Underline="true" StrikeThru="true">',
    );
    expect(xml).toContain(
      '<CharacterStyle Self="CharacterStyle/Link Italic Superscript" Name="Link Italic Superscript" FontStyle="Italic" Position="Superscript">',
    );
  });

  it("keeps a link as one link, also where a word of it is bold", async () => {
    const plan = { href: "https://example.org/plan?a=1&b=2" };
    const { paragraphs, xml } = await written(
      printStory(
        story(
          paragraph([
            "See ",
            { text: "the ", link: plan },
            { text: "plan", link: plan, marks: ["bold"] },
            ".",
          ]),
        ),
      ),
    );
    expect(paragraphs[0]?.spans).toEqual([
      { style: "", href: null, text: "See " },
      { style: "Link", href: plan.href, text: "the " },
      { style: "Link Bold", href: plan.href, text: "plan" },
      { style: "", href: null, text: "." },
    ]);
    expect(xml.match(/<Hyperlink /g)).toHaveLength(1);
  });

  it("keeps apart two links that touch", async () => {
    const [one, two] = ["https://example.org/1", "https://example.org/2"];
    const { paragraphs } = await written(
      printStory(story(paragraph([linked("one", one), linked("two", two)]))),
    );
    expect(paragraphs[0]?.spans.map((span) => span.href)).toEqual([one, two]);
  });

  it("names the story by its slug and its writers in the metadata", async () => {
    const { xml, bytes } = await written(printStory(fullStory()));
    expect(xml).toContain('StoryTitle="harbor-seawall"');
    const texts = markupPieces(bytes).flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
    expect(texts.find((text) => text.startsWith("<?xpacket"))).toMatch(
      /harbor-seawall[^]*Ana Ruiz[^]*Jonas Őry/,
    );
  });

  it("writes a story of no blocks as an empty story", async () => {
    const { paragraphs, losses } = await written(printStory(story()));
    expect(paragraphs).toEqual([]);
    expect(losses).toEqual([]);
  });
});

async function placed(use: Partial<PhotoBlock>, file: PrintPicture): Promise<IcmlPicture | undefined> {
  const block = { ...photo(SOME_PICTURE, "At the gate.", "Ana Ruiz"), ...use };
  const print = { ...printStory(story(block)), pictures: new Map([[block.id, file]]) };
  return (await written(print)).paragraphs[0]?.pictures[0];
}

function fileOfSize(widthPx: number, heightPx: number): PrintPicture {
  return somePicture("pictures/a.jpg", { widthPx, heightPx });
}

describe("a picture in an InCopy document", () => {
  it("is anchored at its print size and linked to its file, with its alt text", async () => {
    const use = { size: { widthPt: 200, heightPt: 120 }, alt: "A tram,\nhalf “empty” & lit" };
    expect(await placed(use, somePicture("pictures/transit tax-1.jpg"))).toEqual({
      uri: "file:pictures/transit%20tax-1.jpg",
      alt: "A tram,\nhalf “empty” & lit",
      frame: [200, 120],
      // 1200 × 800 px at 200 ppi are 432 × 288 pt: 200 pt wide they are 133.333 pt high.
      placed: [0.462963, 0, -6.667],
    });
  });

  it("shows the part of a whole file that the desk cropped", async () => {
    const file = somePicture("pictures/a.jpg", { crop: { left: 0.5, top: 0, width: 0.5, height: 1 } });
    expect(await placed({ size: { widthPt: 108, heightPt: 144 } }, file)).toMatchObject({
      frame: [108, 144],
      placed: [0.5, -108, 0],
    });
  });

  it("shows all of a file that is the cropped part already", async () => {
    const use = { crop: { left: 0.5, top: 0, width: 0.5, height: 1 }, size: { widthPt: 108, heightPt: 144 } };
    expect(await placed(use, somePicture("pictures/a.jpg", { widthPx: 600, heightPx: 800 }))).toMatchObject({
      frame: [108, 144],
      placed: [0.5, 0, 0],
    });
  });

  it("stands at its own size where the desk gave none, within two columns", async () => {
    expect((await placed({}, fileOfSize(400, 300)))?.frame).toEqual([144, 108]);
    expect((await placed({}, fileOfSize(4000, 2000)))?.frame).toEqual([252, 126]);
    expect((await placed({}, fileOfSize(2000, 4000)))?.frame).toEqual([126, 252]);
  });
});

describe("what an InCopy document cannot hold", () => {
  it("brings the caption and credit of a picture that has not come in, and says so", async () => {
    const waiting = photo(NO_PICTURE, "The mayor at the gate.", "Ben Oduya", "A man by an iron gate");
    const { paragraphs, losses } = await written(printStory(story(waiting)));
    expect(paragraphs.map((line) => [line.style, icmlText(line)])).toEqual([
      ["Caption", "The mayor at the gate."],
      ["Credit", "Ben Oduya"],
    ]);
    expect(losses).toEqual([
      "The picture “The mayor at the gate.” has not come in yet: only its caption and credit are there.",
      "The picture “The mayor at the gate.” is not there to carry its alt text: “A man by an iron gate”.",
    ]);
  });

  it("names other headlines, blocks from a newer Stet and doubled positions", async () => {
    const document = story(
      { ...headline("Voters to decide"), alternates: [runs("Tax goes to the people")] },
      { id: newBlockId(), kind: "unknown", raw: { id: "b_x", kind: "scoreTable" } },
      paragraph([marked("x", "superscript", "subscript")]),
    );
    const { paragraphs, losses } = await written(printStory(document));
    expect(paragraphs.map(icmlText)).toEqual(["Voters to decide", "x"]);
    expect(losses).toEqual([
      "1 other wording of the headline left out: “Tax goes to the people”.",
      "1 block left out that only a newer Stet understands; nothing is missing from the story in Stet.",
      "Text that is both superscript and subscript is set as superscript only, in 1 place.",
    ]);
  });
});

type StyledLine = readonly [style: string, spans: readonly IcmlSpan[]];

function spansOf(copy: readonly Run[], lead = ""): readonly IcmlSpan[] {
  return copy.map(({ text, marks = [], link }) => ({
    style: [lead, link ? "Link" : "", markStyle(marks)].filter((part) => part !== "").join(" "),
    href: link?.href ?? null,
    text: text.replaceAll("\n", "\u2028"),
  }));
}

function linesOf(block: PrintBlock, print: PrintStory): readonly StyledLine[] {
  if (block.kind !== "photo") {
    const style = PARAGRAPH_STYLES[roleOf(block)];
    return [[style, [...spansOf(block.dateline, "Dateline"), ...spansOf(block.runs)]]];
  }
  const { caption, credit } = block.photo;
  return [
    ...(print.pictures.has(block.id) ? [["Photo", []] as const] : []),
    ...(caption.length > 0 ? [["Caption", spansOf(caption)] as const] : []),
    ...(credit.length > 0 ? [["Credit", spansOf(credit)] as const] : []),
  ];
}

/** Each UTF-16 unit with its character style and address, wherever one span ends and the next begins. */
function units(spans: readonly IcmlSpan[]): readonly string[] {
  return spans.flatMap(({ style, href, text }) =>
    text.split("").map((unit) => JSON.stringify([unit, style, href])),
  );
}

describe("any story as an InCopy document", () => {
  it("arrives paragraph by paragraph and character by character, each in its style", async () => {
    await fc.assert(
      fc.asyncProperty(anyOutgoingStory, async (print) => {
        const { paragraphs } = await written(print);
        const lines = printBlocks(print.document).flatMap((block) => linesOf(block, print));
        expect(paragraphs.map(({ style, spans }) => [style, units(spans)])).toEqual(
          lines.map(([style, spans]) => [style, units(spans)]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("uses only styles and addresses that it defines, and never the same id twice", async () => {
    await fc.assert(
      fc.asyncProperty(anyOutgoingStory, async (print) => {
        const { bytes, paragraphs } = await written(print);
        const opened = markupPieces(bytes).flatMap((piece) => (piece.kind === "open" ? [piece] : []));
        const values = (name: string) => opened.flatMap(({ attributes }) => attributes.get(name) ?? []);
        const ids = values("Self");
        expect(new Set(ids).size).toBe(ids.length);
        const used = ["AppliedParagraphStyle", "AppliedCharacterStyle", "NextStyle", "Source"].flatMap(
          values,
        );
        expect(used.filter((id) => !ids.includes(id))).toEqual([]);
        const alt = paragraphs.flatMap(({ pictures }) => pictures.map((picture) => picture.alt));
        expect(alt).toEqual(
          print.document.blocks.flatMap((block) =>
            block.kind === "photo" && print.pictures.has(block.id) ? [block.alt] : [],
          ),
        );
      }),
      { numRuns: 100 },
    );
  });
});
