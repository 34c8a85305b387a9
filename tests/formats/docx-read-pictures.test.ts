import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readIncoming, type IncomingCopy } from "#main/formats/incoming-copy.ts";
import type { ReadKind } from "#shared/contract/intake.ts";
import { photo, story } from "#shared/document/builders.ts";
import {
  finalView,
  NO_PICTURE,
  runsText,
  type AssetId,
  type Block,
  type PhotoBlock,
} from "#shared/document/index.ts";
import { docxWriter } from "#main/formats/docx/write.ts";
import { printStory, SOME_PICTURE } from "#tests/support/outgoing-story.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { READ_AT } from "#tests/support/read-word.ts";
import { drawing, p, run, tracked, wordFile, type WordFileParts } from "#tests/support/word-file.ts";

const PIER = { name: "image1.jpeg", bytes: await drawPicture(60, 40) };
const GATES = { name: "image2.png", bytes: await drawPicture(40, 60, "png") };
const TITLE = p("Title", run("Pier stays open"));
const TEXT = p("Normal", run("The board voted on Tuesday to keep the pier open, said Ana Ruiz."));

async function copyOf(bytes: Uint8Array): Promise<IncomingCopy> {
  const read = await readIncoming({ from: "file", name: "pier.docx", bytes }, READ_AT);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

async function copyIn(parts: WordFileParts): Promise<IncomingCopy> {
  return copyOf(await wordFile({ pictures: { r1: PIER, r2: GATES }, ...parts }));
}

/** An archive that has taken every picture, each under a number of its own. */
function archived({ carried }: IncomingCopy): ReadonlyMap<string, AssetId> {
  return new Map(
    carried.pictures.map(({ key }, nth) => [key, `sha256:${String(nth + 1).repeat(64)}` as const]),
  );
}

function blocksIn(copy: IncomingCopy, kinds: Readonly<Record<string, ReadKind>> = {}): readonly Block[] {
  return copy.asStory(kinds, archived(copy)).blocks;
}

function photoLine({ asset, caption, credit, alt }: PhotoBlock): string {
  const number = asset === NO_PICTURE ? "none" : asset.slice(-1);
  return [`photo ${number}`, runsText(caption), runsText(credit), alt].join(" | ");
}

/** Photos with the number of their picture, everything else by its kind. */
function told(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => (block.kind === "photo" ? photoLine(block) : block.kind));
}

function captioned(caption: string, shows: string): string {
  return p("caption", run(caption)) + p("Normal", drawing(shows));
}

function onlyPhoto(blocks: readonly Block[]): PhotoBlock {
  const photos = blocks.filter((block) => block.kind === "photo");
  const [first] = photos;
  if (!first || photos.length > 1) throw new Error(`${String(photos.length)} photos`);
  return first;
}

describe("the pictures of a Word document", () => {
  it("come with their bytes, captions, credits and alt texts", async () => {
    const body =
      TEXT +
      p("Normal", drawing("r1", { alt: "A pier &amp; a gull" })) +
      p("caption", run("The old pier. (Ben Oduya)")) +
      p("Normal", run(" ") + drawing("r2")) +
      TEXT;
    const copy = await copyIn({ body });
    expect(told(blocksIn(copy))).toEqual([
      "paragraph",
      "photo 1 | The old pier. | Ben Oduya | A pier & a gull",
      "photo 2 |  |  | ",
      "paragraph",
    ]);
    const { pictures, left } = copy.carried;
    expect(pictures.map(({ name, uses }) => [name, uses])).toEqual([
      ["pier image1.jpeg", 1],
      ["pier image2.png", 1],
    ]);
    expect(await pictures[0]?.read()).toEqual(PIER.bytes);
    expect(await pictures[1]?.read()).toEqual(GATES.bytes);
    expect([...left]).toEqual([]);
    expect(copy.reading.parts[1]).toMatchObject({
      kind: "caption",
      text: "The old pier. (Ben Oduya)",
      found: [
        { label: "picture", value: "image1.jpeg" },
        { label: "credit", value: "Ben Oduya" },
      ],
    });
  });

  it("have the captions above them where those stand above, the first one too", async () => {
    const two = await copyIn({
      body: TEXT + captioned("The pier.", "r1") + captioned("The gates.", "r2") + TEXT,
    });
    expect(told(blocksIn(two))).toEqual([
      "paragraph",
      "photo 1 | The pier. |  | ",
      "photo 2 | The gates. |  | ",
      "paragraph",
    ]);
  });

  it("have the caption in their own paragraph, as LibreOffice frames one, without the line end between", async () => {
    const framed = p("caption", `${drawing("r1")}<w:r><w:br/></w:r>${run("The pier")}${run(" at dawn. ")}`);
    expect(told(blocksIn(await copyIn({ body: TEXT + framed })))[1]).toBe(
      "photo 1 | The pier at dawn. |  | ",
    );
  });

  it("have the captions that only their words show, and any that the person calls so", async () => {
    const body =
      TEXT +
      p("Normal", drawing("r1", { alt: "A pier" })) +
      p("Normal", run("The old pier at dawn. (Ben Oduya)")) +
      TEXT +
      p("Normal", drawing("r2")) +
      p("Normal", run("The gates at noon.")) +
      TEXT;
    const copy = await copyIn({ body });
    expect(told(blocksIn(copy))).toEqual([
      "paragraph",
      "photo 1 | The old pier at dawn. | Ben Oduya | A pier",
      "paragraph",
      "photo 2 |  |  | ",
      "paragraph",
      "paragraph",
    ]);
    expect(told(blocksIn(copy, { "5": "caption" }))[3]).toBe("photo 2 | The gates at noon. |  | ");
    expect(told(blocksIn(copy, { "1": "skip" }))[1]).toBe(
      "photo none | The old pier at dawn. | Ben Oduya | ",
    );
  });

  it("stay photos where the person says that the caption is a line of text", async () => {
    const body = TEXT + p("Normal", drawing("r1")) + p("caption", run("The old pier.")) + TEXT;
    const copy = await copyIn({ body });
    expect(told(blocksIn(copy, { "1": "paragraph" }))).toEqual([
      "paragraph",
      "photo 1 |  |  | ",
      "paragraph",
      "paragraph",
    ]);
    expect(told(blocksIn(copy, { "1": "skip" }))).toEqual(["paragraph", "paragraph"]);
  });

  it("stand behind the paragraph that they are the only one of, and behind what was joined to it", async () => {
    const open = `<w:rPr><w:del w:id="9" w:author="Ana Ruiz" w:date="2026-11-20T10:00:00Z"/></w:rPr>`;
    const body =
      TEXT +
      `<w:p><w:pPr>${open}</w:pPr>${run("The board voted ")}${drawing("r1")}</w:p>` +
      p("Normal", run("on Tuesday.")) +
      p("Normal", run("Two ") + drawing("r1") + drawing("r2") + run(" icons.")) +
      TEXT;
    const copy = await copyIn({ body });
    const document = copy.asStory({}, archived(copy));
    expect(finalView(document).blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "paragraph",
      "photo",
      "paragraph",
      "paragraph",
    ]);
    expect(finalView(document).blocks[1]).toMatchObject({
      runs: [{ text: "The board voted on Tuesday." }],
    });
    expect([...copy.carried.left]).toEqual([["crowded", 2]]);
    expect(copy.carried.pictures.map(({ uses }) => uses)).toEqual([1]);
  });

  it("beside each other are photos below each other; one that another took the place of stays struck out", async () => {
    const swapped = tracked("ins", "Ana Ruiz", drawing("r2")) + tracked("del", "Ana Ruiz", drawing("r1"));
    const body =
      TEXT +
      p("Normal", drawing("r1") + drawing("r2")) +
      TEXT +
      p("Normal", swapped) +
      p("caption", run("The gates."));
    const document = (await copyIn({ body })).asStory({}, new Map([["word/media/image2.png", SOME_PICTURE]]));
    const photos = document.blocks.filter((block) => block.kind === "photo");
    expect(photos).toHaveLength(4);
    expect(photos[2]).toMatchObject({ asset: NO_PICTURE, tracked: { deleted: { by: "Ana Ruiz" } } });
    expect(photos[3]).toMatchObject({ asset: SOME_PICTURE, caption: [{ text: "The gates." }] });
  });

  it("keep Word’s crop where it only cuts, and not where the picture lies on its side", async () => {
    const cropped = async (crop: string, bytes = PIER.bytes): Promise<PhotoBlock["crop"]> => {
      const pictures = { r1: { name: "image1.jpeg", bytes } };
      return onlyPhoto(
        blocksIn(await copyIn({ pictures, body: TEXT + p("Normal", drawing("r1", { crop })) })),
      ).crop;
    };
    expect(await cropped('l="25000" t="10000" r="12500"')).toEqual({
      left: 0.25,
      top: 0.1,
      width: 0.625,
      height: 0.9,
    });
    expect(await cropped('b="50%"')).toEqual({ left: 0, top: 0, width: 1, height: 0.5 });
    for (const whole of ["", 'l="0" t="0"', 'l="-5000"', 'l="60000" r="40000"', 'l="x"'])
      expect(await cropped(whole)).toBeNull();
    const lying = await sharp(PIER.bytes).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await cropped('l="25000"', new Uint8Array(lying))).toBeNull();
    expect(await cropped('l="25000"', new Uint8Array([1, 2, 3]))).toBeNull();
  });

  it("are left out where the file has no photo of them, their photos and alt texts kept", async () => {
    const pictures = {
      r1: "file:///C:/pier.jpg",
      r2: { name: "image1.emf", bytes: new Uint8Array([1, 0, 0, 0]) },
    };
    const chart = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart" descr="Fares"/></wp:inline></w:drawing></w:r>`;
    const body =
      TEXT +
      p("Normal", drawing("r1", { alt: "Linked", linked: true })) +
      TEXT +
      p("Normal", drawing("r2", { alt: "Lines" })) +
      TEXT +
      p("Normal", chart) +
      TEXT +
      p("Normal", run("An arrow ") + chart);
    const copy = await copyIn({ body, pictures });
    expect(told(blocksIn(copy)).filter((line) => line.startsWith("photo"))).toEqual([
      "photo none |  |  | Linked",
      "photo none |  |  | Lines",
      "photo none |  |  | Fares",
    ]);
    expect(copy.carried.pictures).toEqual([]);
    expect(Object.fromEntries(copy.carried.left)).toEqual({ linked: 1, vector: 1, drawn: 2 });
  });

  it("are found in text boxes, in Word’s older drawings and beside a caption in a group; a footnote has its own", async () => {
    const old = `<w:r><w:pict><v:shape alt="A gull"><v:imagedata r:id="r2"/></v:shape></w:pict></w:r>`;
    const group = drawing("r1").replace(
      "</pic:pic>",
      `</pic:pic><w:txbxContent>${p("caption", run("The pier."))}</w:txbxContent>`,
    );
    const body =
      TITLE +
      p("Normal", `${run("Text")}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
      p("Normal", group) +
      TEXT +
      p("Normal", old);
    const copy = await copyIn({
      body,
      footnotes: `<w:footnote w:id="2">${p("Normal", run("Seen: ") + drawing("r1"))}</w:footnote>`,
      footPictures: { r1: GATES },
    });
    expect(told(blocksIn(copy))).toEqual([
      "headline",
      "paragraph",
      "photo 1 | The pier. |  | ",
      "paragraph",
      "photo 2 |  |  | A gull",
      "paragraph",
      "photo 2 |  |  | ",
    ]);
  });

  it("are not taken for a version to compare: those in a text are then no lines of it", async () => {
    const body =
      TITLE +
      p("Normal", run("The board voted. ") + drawing("r1")) +
      TEXT +
      p("Normal", drawing("r2", { alt: "Gates" }));
    const { blocks } = (await copyIn({ body })).asStory({});
    expect(told(blocks).filter((line) => line.startsWith("photo"))).toEqual(["photo none |  |  | Gates"]);
  });

  it("refuse no text for being damaged or too large", async () => {
    const bytes = await wordFile({ body: TEXT + p("Normal", drawing("r1")), pictures: { r1: PIER } });
    const at = Buffer.from(bytes).indexOf("word/media/image1.jpeg") + "word/media/image1.jpeg".length;
    const damaged = bytes.slice();
    damaged.fill(0xff, at, at + 40);
    const copy = await copyOf(damaged);
    expect(await copy.carried.pictures[0]?.read()).toBe("damaged");
    expect(told(blocksIn(copy))[0]).toBe("paragraph");
    const swollen = { r1: { name: "image1.png", bytes: new Uint8Array(201 * 1024 * 1024) } };
    const large = await copyIn({ body: TEXT + p("Normal", drawing("r1")), pictures: swollen });
    expect(await large.carried.pictures[0]?.read()).toBe("large");
  });

  it("come back to the byte from a file that Stet wrote", async () => {
    const { bytes } = await docxWriter.write(
      printStory(story(photo(SOME_PICTURE, "The gates. (Not a credit: Ben)", "Ana Ruiz", "A gate"))),
    );
    const copy = await copyOf(bytes);
    expect(told(blocksIn(copy))).toEqual(["photo 1 | The gates. (Not a credit: Ben) | Ana Ruiz | A gate"]);
    expect(onlyPhoto(blocksIn(copy)).crop).toBeNull();
    expect(await copy.carried.pictures[0]?.read()).toEqual(await drawPicture(1200, 800));
  });
});
