import { posix } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { docxWriter } from "#main/formats/docx/write.ts";
import { printBlocks, type PrintBlock } from "#main/formats/print-blocks.ts";
import type { PrintStory } from "#main/formats/story-format.ts";
import { headline, linked, marked, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { NO_PICTURE, runsText, type PhotoBlock } from "#shared/document/index.ts";
import { anyOutgoingStory } from "#tests/support/any-outgoing-story.ts";
import { markupPieces } from "#tests/support/markup.ts";
import {
  EVERY_SIGN,
  fullStory,
  printStory,
  SOME_PICTURE,
  somePicture,
} from "#tests/support/outgoing-story.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { readWord, wordText, zipFiles, type WordPicture } from "#tests/support/word.ts";
import { sentences } from "#tests/support/sentences.ts";

async function written(print: PrintStory) {
  const { bytes, losses } = await docxWriter.write(print);
  return { bytes, losses: sentences(losses), paragraphs: await readWord(bytes) };
}

/** The texts of a story's paragraphs in the order of print, each photo as its caption and its credit. */
function texts(blocks: readonly PrintBlock[]): readonly string[] {
  return blocks
    .flatMap((block) =>
      block.kind === "photo"
        ? [runsText(block.photo.caption), runsText(block.photo.credit)]
        : [runsText([...block.dateline, ...block.runs])],
    )
    .filter((text) => text !== "");
}

async function onlyPicture(print: PrintStory): Promise<WordPicture> {
  const { paragraphs } = await written(print);
  const pictures = paragraphs.flatMap((line) => line.pictures);
  expect(pictures).toHaveLength(1);
  const [picture] = pictures;
  if (!picture) throw new Error("no picture");
  return picture;
}

async function pictureOf(block: PhotoBlock, print = printStory(story(block))): Promise<WordPicture> {
  return onlyPicture(print);
}

describe("a story as a Word document", () => {
  it("sets every kind of block in the paragraph style of its name", async () => {
    const { paragraphs, losses } = await written(printStory(fullStory()));
    expect(paragraphs.map((line) => [line.style, wordText(line)])).toEqual([
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

  it("leads the first paragraph with the dateline in a character style of its own", async () => {
    const { paragraphs } = await written(
      printStory(story(textBlock("dateline", ["PARIS ", marked("(AFP)", "italic"), " –"]), paragraph("The"))),
    );
    expect(paragraphs[0]?.runs.map(({ style, text, set }) => [style, text, set.includes("i")])).toEqual([
      ["Dateline", "PARIS ", false],
      ["Dateline", "(AFP)", true],
      ["Dateline", " –", false],
      ["Dateline", " ", false],
      ["", "The", false],
    ]);
  });

  it("names a character style for every mark and every combination, and sets the marks too", async () => {
    const { paragraphs } = await written(
      printStory(
        story(
          headline([
            marked("b", "bold"),
            marked("bi", "bold", "italic"),
            marked("sc", "smallCaps"),
            marked("up", "superscript"),
            marked("down", "subscript"),
            marked("gone", "strikethrough"),
            marked("line", "underline"),
          ]),
        ),
      ),
    );
    expect(paragraphs[0]?.runs.map(({ text, style, set }) => [text, style, set])).toEqual([
      ["b", "Bold", ["b", "bCs"]],
      ["bi", "Bold Italic", ["b", "bCs", "i", "iCs"]],
      ["sc", "Small caps", ["smallCaps"]],
      ["up", "Superscript", ["vertAlign"]],
      ["down", "Subscript", ["vertAlign"]],
      ["gone", "Strikethrough", ["strike"]],
      ["line", "Underline", ["u"]],
    ]);
  });

  it("links to the very address, and leaves out one that Word would call damage", async () => {
    const { paragraphs, losses } = await written(
      printStory(
        story(
          paragraph([
            linked("a", "https://example.org/a?b=1&c=<2>#d"),
            linked("b", "https://example.org/łódź"),
            linked("c", "see page 3"),
          ]),
        ),
      ),
    );
    expect(paragraphs[0]?.runs.map(({ text, href }) => [text, href])).toEqual([
      ["a", "https://example.org/a?b=1&c=<2>#d"],
      ["b", "https://example.org/%C5%82%C3%B3d%C5%BA"],
      ["c", null],
    ]);
    expect(losses).toEqual([
      "The link to “see page 3” is left out, because it is no whole web address; its words are there.",
    ]);
  });

  it("prints words that the library would take for page numbers and placeholders", async () => {
    const words = ["CURRENT", "TOTAL_PAGES", "SECTION", "{0}", "{rId1}", "{image1.jpg}", "$&"];
    const { paragraphs } = await written(
      printStory(story(photo(SOME_PICTURE), ...words.map((word) => paragraph(word)))),
    );
    expect(paragraphs.slice(1).map(wordText)).toEqual(words);
  });

  it("has Word's own soft hyphen, because Word prints the character as a hyphen", async () => {
    const { bytes, paragraphs } = await written(printStory(story(paragraph("co\u00ADop"))));
    expect(paragraphs.map(wordText)).toEqual(["co\u00ADop"]);
    const xml = new TextDecoder().decode((await zipFiles(bytes)).get("word/document.xml")?.bytes);
    expect(xml).not.toContain("\u00AD");
    expect(xml).toContain("<w:softHyphen/>");
  });

  it("brings every character of any story, paragraph by paragraph", async () => {
    await fc.assert(
      fc.asyncProperty(anyOutgoingStory, async (print) => {
        const { paragraphs } = await written(print);
        expect(paragraphs.map(wordText).filter((text) => text !== "")).toEqual(
          texts(printBlocks(print.document)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same bytes for the same story, and the export's time to every file in it", async () => {
    const print = printStory(fullStory());
    const first = await docxWriter.write(print);
    const again = await docxWriter.write(print);
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    for (const { time } of (await zipFiles(again.bytes)).values()) {
      expect(time.toISOString()).toBe("2026-11-22T15:04:06.000Z");
    }
  });

  it("holds together: every part has a kind, and everything that is referred to is there", async () => {
    const { bytes } = await docxWriter.write(printStory(fullStory()));
    const files = await zipFiles(bytes);
    const attributes = (part: string, element: string) =>
      markupPieces(files.get(part)?.bytes ?? new Uint8Array()).flatMap((piece) =>
        piece.kind === "open" && piece.name === element ? [piece.attributes] : [],
      );
    const types = "[Content_Types].xml";
    const overrides = attributes(types, "Override").map((one) => one.get("PartName")?.slice(1));
    const endings = attributes(types, "Default").map((one) => one.get("Extension"));
    const parts = [...files.keys()].filter((name) => name !== types);
    expect(
      parts.filter((name) => !overrides.includes(name) && !endings.includes(name.split(".").at(-1))),
    ).toEqual([]);
    expect(overrides.filter((name) => name === undefined || !files.has(name))).toEqual([]);
    for (const name of parts.filter((part) => part.endsWith(".rels"))) {
      const folder = posix.join(posix.dirname(name), "..");
      const inside = attributes(name, "Relationship").filter((one) => one.get("TargetMode") !== "External");
      const targets = inside.map((one) => posix.join(folder, one.get("Target") ?? ""));
      expect(targets.filter((target) => !files.has(target))).toEqual([]);
    }
  });

  it("says in its properties what the story is", async () => {
    const { bytes } = await docxWriter.write(
      printStory(fullStory(), { page: "A1", embargo: "2026-11-23T06:00:00Z", desk: "City & County" }),
    );
    const files = await zipFiles(bytes);
    const properties = (name: string) =>
      markupPieces(files.get(name)?.bytes ?? new Uint8Array()).flatMap((piece, at, all) => {
        const before = all[at - 1];
        return piece.kind === "text" && before?.kind === "open" ? [[before.name, piece.text]] : [];
      });
    expect(properties("docProps/core.xml")).toEqual([
      ["dc:title", "Harbor board puts the seawall to a vote"],
      ["dc:subject", "harbor-seawall"],
      ["dc:creator", "Ana Ruiz; Jonas Őry"],
      ["cp:keywords", "harbor-seawall"],
      ["dcterms:created", "2026-11-22T15:04:06Z"],
      ["dcterms:modified", "2026-11-22T15:04:06Z"],
    ]);
    expect(properties("docProps/custom.xml").map(([, value]) => value)).toEqual([
      "harbor-seawall",
      "City & County",
      "A1",
      "2026-11-23T06:00:00Z",
    ]);
  });
});

describe("pictures in a Word document", () => {
  it("stand at the size that their file gives them, whole and with their alt text", async () => {
    const picture = await pictureOf(photo(SOME_PICTURE, "", "", "A wall, wet & <green>"));
    expect(picture).toMatchObject({
      alt: "A wall, wet & <green>",
      leftOut: { l: 0, t: 0, r: 0, b: 0 },
      bytes: await somePicture("x").bytes(),
    });
    expect(picture.widthPt).toBeCloseTo(432);
    expect(picture.heightPt).toBeCloseTo(288);
  });

  it("shrink to the page where they are wider than it", async () => {
    const block = photo(SOME_PICTURE);
    const large = somePicture("pictures/large.jpg", { ppi: 100 });
    const picture = await onlyPicture({
      ...printStory(story(block)),
      pictures: new Map([[block.id, large]]),
    });
    expect(picture.widthPt).toBeCloseTo(451, 0);
    expect(picture.widthPt / picture.heightPt).toBeCloseTo(1.5);
  });

  it("print the part and the size that the desk chose, without stretching", async () => {
    const picture = await pictureOf({
      ...photo(SOME_PICTURE),
      crop: { left: 0.25, top: 0, width: 0.5, height: 1 },
      size: { widthPt: 180, heightPt: 180 },
    });
    expect([picture.widthPt, picture.heightPt]).toEqual([180, 180]);
    const { l, t, r, b } = picture.leftOut;
    expect([l, r]).toEqual([0.25, 0.25]);
    expect((1200 * (1 - l - r)) / (800 * (1 - t - b))).toBeCloseTo(1);
  });

  it("are not cropped again where the file is the cropped part already", async () => {
    const block = { ...photo(SOME_PICTURE), crop: { left: 0.25, top: 0, width: 0.5, height: 1 } };
    const part = somePicture("pictures/part.jpg", { crop: null });
    const picture = await onlyPicture({
      ...printStory(story(block)),
      pictures: new Map([[block.id, part]]),
    });
    expect(picture.leftOut).toEqual({ l: 0, t: 0, r: 0, b: 0 });
  });

  it("print whole where the crop leaves next to nothing", async () => {
    const picture = await pictureOf({
      ...photo(SOME_PICTURE),
      crop: { left: 1, top: 0, width: 0, height: 1 },
    });
    expect(picture.leftOut).toEqual({ l: 0, t: 0, r: 0, b: 0 });
  });

  it("are exported whatever the crop says", async () => {
    const anyCrop = fc.record({
      left: fc.double({ min: -2, max: 3, noNaN: true }),
      top: fc.double({ min: -2, max: 3, noNaN: true }),
      width: fc.double({ min: 0, max: 3, noNaN: true }),
      height: fc.double({ min: 0, max: 3, noNaN: true }),
    });
    const anySize = fc.record({
      widthPt: fc.double({ min: 1, max: 2_000, noNaN: true }),
      heightPt: fc.double({ min: 1, max: 2_000, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(anyCrop, anySize, async (crop, size) => {
        const { leftOut } = await pictureOf({ ...photo(SOME_PICTURE), crop, size });
        for (const part of Object.values(leftOut)) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("are turned upright and into a kind that Word shows", async () => {
    const lying = new Uint8Array(
      await sharp(await drawPicture(60, 40))
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    );
    for (const bytes of [lying, await drawPicture(40, 60, "tiff"), await drawPicture(40, 60, "webp")]) {
      const block = photo(SOME_PICTURE);
      const file = somePicture("pictures/odd", {
        widthPx: 40,
        heightPx: 60,
        bytes: () => Promise.resolve(bytes),
      });
      const picture = await onlyPicture({
        ...printStory(story(block)),
        pictures: new Map([[block.id, file]]),
      });
      expect(await sharp(picture.bytes).metadata()).toMatchObject({ format: "jpeg", width: 40, height: 60 });
    }
  });

  it("may stand in the story twice", async () => {
    const twice = story(photo(SOME_PICTURE, "One"), photo(SOME_PICTURE, "Two"));
    const { paragraphs } = await written(printStory(twice));
    expect(paragraphs.map((line) => [line.style, wordText(line), line.pictures.length])).toEqual([
      ["Photo", "", 1],
      ["Caption", "One", 0],
      ["Photo", "", 1],
      ["Caption", "Two", 0],
    ]);
  });

  it("that have not come leave their caption and credit, and are named", async () => {
    const { paragraphs, losses } = await written(
      printStory(story(photo(NO_PICTURE, "The wall.", "Ana Ruiz", "A wall"))),
    );
    expect(paragraphs.map((line) => [line.style, wordText(line)])).toEqual([
      ["Caption", "The wall."],
      ["Credit", "Ana Ruiz"],
    ]);
    expect(losses).toEqual([
      "The picture “The wall.” has not come in yet: only its caption and credit are there.",
      "The picture “The wall.” is not there to carry its alt text: “A wall”.",
    ]);
  });
});

describe("what a Word document cannot hold", () => {
  it("is named", async () => {
    const { losses } = await written(
      printStory(
        story(
          { ...headline("Chosen"), alternates: [[{ text: "Other" }], [{ text: "Third" }]] },
          { id: "b_new", kind: "unknown", raw: { id: "b_new", kind: "poll" } },
          paragraph([marked("x", "superscript", "subscript")]),
        ),
      ),
    );
    expect(losses).toEqual([
      "2 other wordings of the headline left out: “Other”, “Third”.",
      "1 block left out that only a newer Stet understands; nothing is missing from the story in Stet.",
      "Text that is both superscript and subscript is set as superscript only, in 1 place.",
    ]);
  });
});
