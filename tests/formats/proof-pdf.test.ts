import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fitForProof, writeProof } from "#main/formats/proof-pdf/make-proof.ts";
import type { ProofSetting } from "#main/formats/proof-pdf/proof-story.ts";
import type { PrintStory } from "#main/formats/story-format.ts";
import { planSheets } from "#main/formats/proof-pdf/sheet-plan.ts";
import { headline, marked, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { flowStory, type StoryFit } from "#shared/fit/depth/index.ts";
import { proofSetting } from "#tests/support/fit-desk.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { broadsheet } from "#tests/support/kits.ts";
import { notRun } from "#tests/support/outside-programs.ts";
import { fullStory, printStory, SOME_PICTURE } from "#tests/support/outgoing-story.ts";
import { pdfContents, pdfWords, pdfColourAt, said, type PdfWord } from "#tests/support/pdf-text.ts";
import { sentences } from "#tests/support/sentences.ts";

const CMYK = "/usr/share/color/icc/ghostscript/default_cmyk.icc";
const poppler = notRun(["pdftotext", "pdffonts", "pdfimages"]);
const ghostscript = notRun(["gs"]);

/** A line as the composer set it: with the hyphen that it ends in, its spaces as one each. */
function composedLines(fit: StoryFit): readonly string[] {
  return flowStory(fit.set).items.flatMap((item) => {
    if (item.kind === "picture") return [];
    const { start, end, ends } = item.text.composed.lines[item.line] ?? { start: 0, end: 0, ends: "last" };
    const text = item.text.copy.text.slice(start, end).replaceAll("\u00AD", "");
    return [`${text.replaceAll(/\s+/gu, " ").trim()}${ends === "hyphen" ? "-" : ""}`];
  });
}

/** Line numbers are half as large as anything that is copy. */
const SMALLEST_COPY_PT = 8;

/**
 * The lines of the columns as pdftotext reads them: words of the body's size, put into columns by
 * where they begin and into lines by where they stand, with nothing known of the composer.
 */
function readLines(words: readonly PdfWord[], columnsPt: readonly number[]): readonly string[] {
  const lines = new Map<string, { readonly order: readonly [number, number, number]; words: PdfWord[] }>();
  for (const word of words) {
    const column = columnsPt.findLastIndex((left) => word.xMin >= left - 1);
    const middle = Math.round((word.yMin + word.yMax) / 2);
    const near = [middle - 1, middle, middle + 1]
      .map((at) => lines.get(`${String(word.page)} ${String(column)} ${String(at)}`))
      .find((line) => line !== undefined);
    if (near) near.words.push(word);
    else
      lines.set(`${String(word.page)} ${String(column)} ${String(middle)}`, {
        order: [word.page, column, middle],
        words: [word],
      });
  }
  return [...lines.values()]
    .toSorted((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2])
    .map((line) =>
      line.words
        .toSorted((a, b) => a.xMin - b.xMin)
        .map(({ text }) => text)
        .join(" "),
    );
}

/** The lines at the head of a sheet end above this. */
const SLUG_FOOT_PT = 62;
const LEFT_PT = 42;
const COLUMN_PT = 128;
const COLUMNS = [0, 1, 2].map((column) => LEFT_PT + column * COLUMN_PT);

async function made(
  document: StoryDocument,
  change: Partial<ProofSetting> = {},
  facts: Parameters<typeof printStory>[1] = {},
): Promise<{
  readonly pdf: Uint8Array;
  readonly print: PrintStory;
  readonly fit: StoryFit;
  readonly losses: readonly string[];
}> {
  const setting = await proofSetting(change);
  const print = printStory(document, facts);
  const { bytes, losses } = await writeProof(print, setting);
  return { pdf: bytes, print, fit: fitForProof(print, setting), losses: sentences(losses) };
}

/** Words of the columns alone: below the head, and no line numbers. */
function columnWords(words: readonly PdfWord[]): readonly PdfWord[] {
  const heads = words.filter(({ page, yMax, yMin }) => page === 1 && yMax - yMin > 30);
  const below = Math.max(SLUG_FOOT_PT, ...heads.map(({ yMax }) => yMax - 6));
  return words.filter(
    ({ page, yMin, yMax }) =>
      yMax > (page === 1 ? below : SLUG_FOOT_PT) && yMax - yMin > SMALLEST_COPY_PT && yMax - yMin < 30,
  );
}

afterEach(() => vi.unstubAllEnvs());

describe("a proof", () => {
  it.skipIf(poppler)(
    `has the composer's lines, line by line, as pdftotext reads it ${poppler ?? ""}`,
    async () => {
      for (const [seed, words] of [
        [1, 150],
        [7, 700],
        [11, 2200],
      ] as const) {
        const { blocks } = inventedStory(seed, words);
        const body = blocks.filter(({ kind }) => kind === "paragraph");
        const { pdf, fit } = await made(story(headline("The harbor board meets again"), ...body));
        const read = readLines(columnWords(await pdfWords(pdf)), COLUMNS);
        expect(read).toEqual(composedLines(fit));
      }
    },
  );

  it.skipIf(poppler)(
    `gives ligatures, small capitals, fractions and hyphens back as the text that they are ${poppler ?? ""}`,
    async () => {
      const copy = [
        "The office floated a final offer for the affluent baffled fjord: “fi fl ffi” – č ő ł ½ € … ",
        marked("nato", "smallCaps"),
        " and ",
        marked("bold", "bold"),
        ", extraordinarily uncharacteristic misunderstandings notwithstanding.",
      ];
      const document = story(headline("Fish"), textBlock("dateline", "OLDMARSH —"), paragraph(copy));
      const { pdf, fit } = await made(document);
      const lines = composedLines(fit);
      expect(lines.some((line) => line.endsWith("-"))).toBe(true);
      expect(readLines(columnWords(await pdfWords(pdf)), COLUMNS)).toEqual(lines);
    },
  );

  it.skipIf(poppler)(`embeds each face once, as a subset with its text ${poppler ?? ""}`, async () => {
    const { pdf } = await made(fullStory());
    const fonts = (await said("pdffonts", pdf))
      .split("\n")
      .slice(2)
      .filter((line) => line !== "");
    expect(fonts.length).toBeGreaterThanOrEqual(6);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
    expect(new Set(fonts.map((font) => /\+(\S+)/.exec(font)?.[1])).size).toBe(fonts.length);
    expect(pdf.byteLength).toBeLessThan(600_000);
  });

  it("sets text and rules in black alone: every colour in it is K, and pictures are the only images", async () => {
    const { pdf } = await made(fullStory());
    for (const content of await pdfContents(pdf)) {
      const colours =
        content.match(/(?:^|\s)(?:[\d.]+ )*(?:k|K|g|G|rg|RG|cs|CS|sc|SC|scn|SCN)(?=\s|$)/gmu) ?? [];
      expect(colours.length).toBeGreaterThan(0);
      for (const colour of colours) expect(colour.trim()).toMatch(/^0 0 0 [\d.]+ [kK]$/);
    }
  });

  it.skipIf(ghostscript)(
    `puts no colour but black on the plates, as Ghostscript counts ink ${ghostscript ?? ""}`,
    async () => {
      const { pdf } = await made(inventedStory(2, 300));
      const ink = await said("gs", pdf, "-q", "-o", "-", "-sDEVICE=inkcov");
      expect(ink.trim().split("\n").length).toBeGreaterThan(0);
      for (const plates of ink.trim().split("\n")) {
        expect(plates).toMatch(/^\s*0\.0+ +0\.0+ +0\.0+ +0\.\d*[1-9]\d* CMYK OK/);
      }
    },
  );

  it.skipIf(poppler !== null || !existsSync(CMYK))(
    "has CMYK pictures where a profile is chosen, in colours as they were",
    async () => {
      const profile = { name: "default_cmyk.icc", path: CMYK, bytes: new Uint8Array(await readFile(CMYK)) };
      const rgb = await made(fullStory());
      const cmyk = await made(fullStory(), { profile });
      expect(await said("pdfimages", rgb.pdf, "-list")).toMatch(/image +\d+ +\d+ +rgb +3 /);
      expect(await said("pdfimages", cmyk.pdf, "-list")).toMatch(/image +\d+ +\d+ +cmyk +4 /);
      // The right upper part of the picture, which is drawn red.
      const [before, after] = [await pdfColourAt(rgb.pdf, 400, 215), await pdfColourAt(cmyk.pdf, 400, 215)];
      for (const [red = 0, green = 0] of [before, after]) expect(red - green).toBeGreaterThan(60);
    },
  );

  it.skipIf(poppler)(
    `says whose copy it is, how it fits, which version and when ${poppler ?? ""}`,
    async () => {
      vi.stubEnv("TZ", "UTC");
      const { pdf, fit } = await made(
        story(headline("Board meets"), paragraph("A short one.")),
        { factor: 1.02, measured: 3, legs: { count: 2, depthPt: 144 } },
        { slug: "harbor-seawall", desk: "Metro", page: "A1", planned: { amount: 10, unit: "lines" } },
      );
      const words = (await pdfWords(pdf)).map((word) => word.text).join(" ");
      expect(words).toContain(
        "harbor-seawall Metro · A1 · version 7 · 2026-11-22 15:04 UTC · sheet 1 of 1 · 100 %",
      );
      expect(words).toContain(`${String(fit.depth.lines)} lines`);
      expect(words).toContain("lines under, 10 lines planned");
      expect(words).toContain("left in its legs · calibrated × 1.020 on 3 placed · Stet Broadsheet / News");
    },
  );

  it.skipIf(poppler)(`says the time as the clock of its newsroom has it ${poppler ?? ""}`, async () => {
    for (const [zone, time] of [
      ["America/Los_Angeles", "2026-11-22 07:04 UTC−8"],
      ["Asia/Kolkata", "2026-11-22 20:34 UTC+5:30"],
    ] as const) {
      vi.stubEnv("TZ", zone);
      const { pdf } = await made(story(headline("Board meets"), paragraph("A short one.")));
      expect((await pdfWords(pdf)).map(({ text }) => text).join(" ")).toContain(time);
    }
  });

  it.skipIf(poppler)(`shows what is overset on a sheet of its own ${poppler ?? ""}`, async () => {
    const legs = { count: 2, depthPt: 60 };
    const { pdf, fit } = await made(inventedStory(4, 160), { legs });
    const over = fit.flow.overset?.lines ?? 0;
    expect(over).toBeGreaterThan(0);
    const words = await pdfWords(pdf);
    const second = words
      .filter(({ page }) => page === 2)
      .map(({ text }) => text)
      .join(" ");
    expect(second).toContain(`Overset: ${String(over)} lines`);
  });

  it.skipIf(poppler)(
    `is made smaller where the page is wider than the paper, and says so ${poppler ?? ""}`,
    async () => {
      const wide = { headline: "6-72-1", paper: "letter" } as const;
      const { pdf } = await made(story(headline("Board meets"), paragraph("A short one.")), wide);
      const words = (await pdfWords(pdf)).map((word) => word.text).join(" ");
      expect(words).toContain("reduced to 71 % on Letter");
      expect(await said("pdfinfo", pdf)).toMatch(/Page size: +612 x 792/);
      for (const { xMax, yMax } of await pdfWords(pdf)) {
        expect(xMax).toBeLessThan(612);
        expect(yMax).toBeLessThan(792);
      }
    },
  );

  it("names what is not on it", async () => {
    const { losses } = await made(fullStory());
    expect(losses).toContainEqual("Set as plain text: 1 link.");
    expect(losses).toContainEqual("A proof shows no alt text: 1 alt text left out.");
    expect(losses.some((loss) => loss.includes("“😀” (U+1F600)"))).toBe(true);
  });

  it("is the same bytes for the same story at the same time", async () => {
    const document = fullStory();
    const [one, two] = [await made(document), await made(document)];
    expect(one.pdf).toEqual(two.pdf);
  });

  it("keeps a picture across the top clear of the head above it", async () => {
    const kit = broadsheet();
    const [news, ...others] = kit.specs;
    if (!news) throw new Error("the kit has no column spec");
    const pictures = { ...news.pictures, place: "head" } as const;
    const changed = { ...kit, specs: [{ ...news, pictures }, ...others] };
    const document = story(
      headline("Harbor board meets"),
      textBlock("deck", "Again"),
      photo(SOME_PICTURE, "The wall."),
      paragraph("The board met."),
    );
    const { fit } = await made(document, { kit: changed });
    const [sheet = []] = planSheets(fit.set, null, () => 700).sheets;
    const deck = sheet.find((item) => item.kind === "line" && item.text.style === "deck");
    const picture = sheet.find(({ kind }) => kind === "picture");
    if (deck?.kind !== "line") throw new Error("the deck is not there");
    expect((picture?.topPt ?? 0) - (deck.topPt + deck.text.look.leadingPt)).toBeGreaterThanOrEqual(10);
  });

  it("has the first leg of copy that runs from right to left at the right", async () => {
    const copy = "הנמל נפתח אתמול בבוקר לכל הסירות של העיר ".repeat(12);
    const { fit } = await made(story(headline("Harbor"), paragraph(copy)));
    const [sheet = []] = planSheets(fit.set, null, () => 700).sheets;
    const lefts = sheet.flatMap((item) => (item.kind === "line" && item.number !== null ? [item.xPt] : []));
    expect(new Set(lefts).size).toBe(3);
    expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
  });
});
