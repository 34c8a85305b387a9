import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { icmlWriter } from "#main/formats/icml/write.ts";
import { PARAGRAPH_STYLES } from "#main/formats/style-names.ts";
import { readIcml } from "#tests/support/icml.ts";
import { idmsForScribus } from "#tests/support/idms.ts";
import { fullStory, printStory } from "#tests/support/outgoing-story.ts";
import { openInScribus, scribusNotRun, type ScribusArrival } from "#tests/support/scribus.ts";

const PICTURE = "\u0019";
const PARAGRAPH_END = "\r";

describe.skipIf(scribusNotRun !== null)(`an InCopy document in Scribus ${scribusNotRun ?? ""}`, () => {
  let folder = "";
  let bytes = new Uint8Array();
  let arrival: ScribusArrival;
  let stylesBySizePt: ReadonlyMap<number, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stet-scribus-"));
    await mkdir(join(folder, "pictures"));
    const print = printStory(fullStory());
    for (const picture of print.pictures.values()) {
      await writeFile(join(folder, picture.path), await picture.bytes());
    }
    bytes = Uint8Array.from((await icmlWriter.write(print)).bytes);
    const snippet = idmsForScribus(new TextDecoder().decode(bytes));
    stylesBySizePt = snippet.stylesBySizePt;
    await writeFile(join(folder, "story.idms"), snippet.idms);
    arrival = await openInScribus(join(folder, "story.idms"));
  }, 120_000);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("arrives with every character", () => {
    const lines = readIcml(bytes).map(
      ({ spans, pictures }) => pictures.map(() => PICTURE).join("") + spans.map((span) => span.text).join(""),
    );
    const expected = lines.map((line) => line + PARAGRAPH_END).join("");
    // Scribus has one no-break space: its importer turns the narrow one into the other.
    expect(arrival.text).toBe(expected.replaceAll("\u202F", "\u00A0"));
  });

  it("arrives with each paragraph and each letter in its style", () => {
    const expected = readIcml(bytes).flatMap(({ style, spans, pictures }) => [
      ...pictures.map(() => `${style}/`),
      ...spans.flatMap((span) => span.text.split("").map(() => `${style}/${span.style}`)),
    ]);
    const arrived = arrival.units.flatMap(([style, sizePt], at) =>
      arrival.text[at] === PARAGRAPH_END ? [] : [`${style}/${stylesBySizePt.get(sizePt) ?? ""}`],
    );
    expect(arrived).toEqual(expected);
  });

  it("brings every named style, used or not", () => {
    expect(arrival.paragraphStyles).toEqual(expect.arrayContaining(Object.values(PARAGRAPH_STYLES)));
    expect(arrival.characterStyles).toEqual(expect.arrayContaining([...stylesBySizePt.values()]));
  });

  it("prints the picture from the folder beside the story", () => {
    expect(arrival.pictures).toEqual(["1200 × 800"]);
  });
});
