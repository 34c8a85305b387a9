import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeCredit, describePicture } from "#main/core/photos/description.ts";
import { mendUtf8 } from "#main/core/photos/iim-text.ts";
import { openPictureTags, type PictureTags } from "#main/core/photos/picture-tags.ts";
import type { PhotoDescription } from "#shared/contract/index.ts";
import { retold, speak } from "#shared/language/index.ts";
import { drawPicture, exiftool, pictureSaying, tagsOf } from "#tests/support/pictures.ts";

const REFERENCE = resolve("../shared/conformance/photos/IPTC-PhotometadataRef-Std2017.1.jpg");

let folder: string;
let tags: PictureTags;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-description-"));
  tags = openPictureTags();
});

afterAll(async () => {
  await tags.close();
  await rm(folder, { recursive: true, force: true });
});

function saying(sentence: string): unknown {
  return expect.objectContaining({ message: expect.stringContaining(sentence) });
}

async function descriptionOf(path: string): Promise<PhotoDescription> {
  return describePicture((await tags.read(path)) ?? {});
}

async function described(...args: readonly string[]): Promise<PhotoDescription> {
  const path = join(folder, `${String(Math.random()).slice(2)}.jpg`);
  await writeFile(path, await pictureSaying(folder, ...args));
  return descriptionOf(path);
}

const absent = !existsSync(REFERENCE);

it.skipIf(absent)(
  `reads IPTC's reference photograph${absent ? " (not run: it is not here)" : ""}`,
  async () => {
    expect(await descriptionOf(REFERENCE)).toEqual({
      caption: "The description aka caption (ref2017.1)",
      credit: "Creator1 (ref2017.1), Creator2 (ref2017.1)/Credit Line (ref2017.1)",
      alt: "",
      headline: "The Headline (ref2017.1)",
      takenAt: "2017-07-13T17:01:00+00:00",
      location: "City (Core) (ref2017.1), Province/State (Core) (ref2017.1), Country (Core) (ref2017.1)",
      disagreements: [
        saying(
          "The creator is “Creator1 (ref2017.1), Creator2 (ref2017.1)” in XMP, but “Creator1 (ref2017.1)” in IPTC IIM and “Creator1 (ref2017.1)” in EXIF. The one in XMP was taken.",
        ),
      ],
    });
  },
);

describe("what a picture says about itself", () => {
  it("is empty where it says nothing", async () => {
    expect(await described()).toEqual({
      caption: "",
      credit: "",
      alt: "",
      headline: "",
      takenAt: "",
      location: "",
      disagreements: [],
    });
  });

  it("is read from IIM alone", async () => {
    expect(
      await described(
        "-IPTC:CodedCharacterSet=UTF8",
        "-IPTC:Caption-Abstract=Pilots wait out the storm.",
        "-IPTC:By-line=Jane Doe",
        "-IPTC:Credit=Valley News",
        "-IPTC:Headline=Storm",
        "-IPTC:DateCreated=2026:03:14",
        "-IPTC:TimeCreated=18:42:00-07:00",
        "-IPTC:City=Łódź",
        "-IPTC:Country-PrimaryLocationName=Poland",
      ),
    ).toEqual({
      caption: "Pilots wait out the storm.",
      credit: "Jane Doe/Valley News",
      alt: "",
      headline: "Storm",
      takenAt: "2026-03-14T18:42:00-07:00",
      location: "Łódź, Poland",
      disagreements: [],
    });
  });

  it("is read from XMP alone, with its alt text", async () => {
    expect(
      await described(
        "-XMP-dc:Description=Nets dry — “for now” — on the quay & the mole.",
        "-XMP-dc:Creator=Ana Ruiz",
        "-XMP-photoshop:Credit=Ana Ruiz for Valley News",
        "-XMP-iptcCore:AltTextAccessibility=Green nets on a stone quay",
        "-XMP-photoshop:DateCreated=2026:03",
      ),
    ).toMatchObject({
      caption: "Nets dry — “for now” — on the quay & the mole.",
      credit: "Ana Ruiz for Valley News",
      alt: "Green nets on a stone quay",
      takenAt: "2026-03",
      disagreements: [],
    });
  });

  it("is read from EXIF where there is nothing else, and a camera's own words are no caption", async () => {
    const own = await described("-EXIF:ImageDescription=Ice on the bay", "-EXIF:Artist=A. One; B. Two");
    expect(own).toMatchObject({ caption: "Ice on the bay", credit: "A. One, B. Two" });
    expect(await described("-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA")).toMatchObject({ caption: "" });
  });

  it("takes the place from where the picture was made when no other is given", async () => {
    expect(
      await described("-XMP-iptcExt:LocationCreated={City=Norrby,ProvinceState=Oldmarsh,CountryName=Sund}"),
    ).toMatchObject({ location: "Norrby, Oldmarsh, Sund" });
  });
});

describe("letters beyond ASCII", () => {
  it.each([
    ["UTF-8 that says so", ["-IPTC:CodedCharacterSet=UTF8"]],
    ["UTF-8 that does not say so", ["-charset", "iptc=UTF8"]],
  ])("are read from IIM in %s", async (_, how) => {
    expect(await described(...how, "-IPTC:Caption-Abstract=Dvořák’s “Łódź” in ő")).toMatchObject({
      caption: "Dvořák’s “Łódź” in ő",
    });
  });

  it("are read from IIM in Latin-1", async () => {
    expect(
      await described("-charset", "iptc=Latin", "-IPTC:Caption-Abstract=Zoë’s café — größer"),
    ).toMatchObject({ caption: "Zoë’s café — größer" });
  });

  it("are read from EXIF, which cannot say how it is encoded", async () => {
    expect(await described("-charset", "exif=UTF8", "-EXIF:ImageDescription=Über Łódź")).toMatchObject({
      caption: "Über Łódź",
    });
    expect(await described("-charset", "exif=Latin", "-EXIF:ImageDescription=Über")).toMatchObject({
      caption: "Über",
    });
  });

  it("come back from any text that was read as Latin-1 though it was UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const misread = new TextDecoder("windows-1252", { ignoreBOM: true }).decode(
          new TextEncoder().encode(text),
        );
        expect(mendUtf8(misread)).toBe(text);
      }),
    );
  });

  it("stay as they are in text that was Latin-1 all along", () => {
    for (const text of ["café", "Zoë’s “größer” — €5", "Łódź", "plain"]) expect(mendUtf8(text)).toBe(text);
  });
});

describe("where the places of a file disagree", () => {
  it("is said in the language of the interface", async () => {
    const { disagreements } = await described(
      "-XMP-dc:Description=A new caption",
      "-IPTC:Caption-Abstract=An old caption",
    );
    await speak("de");
    const [first] = JSON.parse(JSON.stringify(disagreements)) as typeof disagreements;
    const german = first && retold(first);
    await speak("en");
    expect(german).toBe(
      "Als Bildunterschrift steht in XMP „A new caption“, aber in IPTC IIM „An old caption“. Genommen wurde, was in XMP steht.",
    );
  });

  it("takes XMP, and says what IIM said", async () => {
    expect(
      await described("-XMP-dc:Description=A new caption", "-IPTC:Caption-Abstract=An old caption"),
    ).toMatchObject({
      caption: "A new caption",
      disagreements: [
        saying(
          "The caption is “A new caption” in XMP, but “An old caption” in IPTC IIM. The one in XMP was taken.",
        ),
      ],
    });
  });

  it("takes IIM where it was changed after XMP", async () => {
    const path = join(folder, "newer-iim.jpg");
    const first = ["-XMP-dc:Description=Written first", "-IPTC:Caption-Abstract=Written first"];
    await writeFile(path, await pictureSaying(folder, ...first, "-IPTCDigest=new"));
    await exiftool(path, "-overwrite_original", "-q", "-IPTC:Caption-Abstract=Mended later");
    expect(await descriptionOf(path)).toMatchObject({
      caption: "Mended later",
      disagreements: [saying("The one in IPTC IIM was taken.")],
    });
  });

  it("finds no disagreement in line ends, spaces, or a text that IIM had no room for", async () => {
    const long = "A province with a very long name indeed";
    const cut = long.slice(0, 32);
    expect(
      await described(
        `-XMP-photoshop:State=${long}`,
        `-IPTC:Province-State=${cut}`,
        "-XMP-dc:Description=Two  spaces",
        "-IPTC:Caption-Abstract=Two spaces",
      ),
    ).toMatchObject({ location: long, disagreements: [] });
  });

  it("finds none in a clock without a zone, but does in another hour", async () => {
    const xmp = "-XMP-photoshop:DateCreated=2026:03:14 18:42:00-07:00";
    expect(await described(xmp, "-EXIF:DateTimeOriginal=2026:03:14 18:42:00")).toMatchObject({
      disagreements: [],
    });
    expect(
      await described(xmp, "-IPTC:DateCreated=2026:03:15", "-IPTC:TimeCreated=01:42:00+00:00"),
    ).toMatchObject({ disagreements: [] });
    expect(await described(xmp, "-EXIF:DateTimeOriginal=2026:03:14 19:42:00")).toMatchObject({
      takenAt: "2026-03-14T18:42:00-07:00",
      disagreements: [saying("The time is “2026-03-14T18:42:00-07:00” in XMP")],
    });
  });
});

it.each([
  ["Jane Doe", "Valley News", "Jane Doe/Valley News"],
  ["Jane Doe", "", "Jane Doe"],
  ["", "Valley News", "Valley News"],
  ["Jane Doe", "JANE DOE/Valley News", "JANE DOE/Valley News"],
  ["Zoë Łasica", "Zoe Lasica for the Valley News", "Zoe Lasica for the Valley News"],
  ["Jane Doe/Valley News", "Valley News", "Jane Doe/Valley News"],
  ["", "", ""],
])("the credit of creator “%s” and credit line “%s” is “%s”", (creators, creditLine, credit) => {
  expect(composeCredit(creators, creditLine)).toBe(credit);
});

describe("writing words into a picture", () => {
  it("gives the very same words back", async () => {
    const path = join(folder, "written.jpg");
    await writeFile(path, await drawPicture(200, 100));
    const words = {
      caption: "Tom & Jerry’s &amp; “ł č ő”\nsecond line — thin\u2009space, soft\u00ADhyphen <b>",
      credit: "Zoë O’Dea/Valley News",
      alt: "Alt & text",
      headline: "Head",
      creators: ["Zoë O’Dea"],
      takenAt: "2026-03-14T18:42:00-07:00",
      city: "Norrby",
      state: "Oldmarsh",
      country: "Sund",
    };
    expect(await tags.write(path, words)).toEqual({ ok: true, value: null });
    expect(await descriptionOf(path)).toEqual({
      caption: words.caption,
      credit: words.credit,
      alt: words.alt,
      headline: "Head",
      takenAt: words.takenAt,
      location: "Norrby, Oldmarsh, Sund",
      disagreements: [],
    });
  });

  it("keeps a caption that is longer than IIM's 2,000 bytes", async () => {
    const path = join(folder, "long.jpg");
    await writeFile(path, await drawPicture(200, 100));
    const caption = "ł".repeat(2500);
    await tags.write(path, { caption, credit: "", alt: "" });
    expect(await tagsOf(path)).toMatchObject({
      "IPTC:Caption-Abstract": caption,
      "XMP-dc:Description": caption,
    });
  });

  it("brings over another picture's rights, but neither its caption nor where it was taken to the meter", async () => {
    const original = join(folder, "original.jpg");
    const copy = join(folder, "copy.jpg");
    await writeFile(
      original,
      await pictureSaying(
        folder,
        "-charset",
        "iptc=UTF8",
        "-IPTC:By-line=José Łasica",
        "-IPTC:CopyrightNotice=© Valley News",
        "-IPTC:Caption-Abstract=The archive's caption",
        "-XMP-plus:LicensorName=Valley Pictures",
        "-XMP-iptcExt:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        "-EXIF:GPSLatitude=45.5",
        "-EXIF:GPSLatitudeRef=N",
      ),
    );
    await writeFile(copy, await drawPicture(200, 100));
    await tags.write(copy, { caption: "This use", credit: "", alt: "" }, original);
    const found = await tagsOf(copy);
    expect(found).toMatchObject({
      "IPTC:By-line": "José Łasica",
      "IPTC:CopyrightNotice": "© Valley News",
      "IPTC:Caption-Abstract": "This use",
      "XMP-plus:Licensor": [{ LicensorName: "Valley Pictures" }],
    });
    expect(found["XMP-iptcExt:DigitalSourceType"]).toBeDefined();
    expect(Object.keys(found).filter((tag) => tag.includes("GPS"))).toEqual([]);
  });

  it("says why where ExifTool cannot run", async () => {
    const none = openPictureTags(join(folder, "no-such-exiftool"));
    expect(await none.write(join(folder, "copy.jpg"), { caption: "", credit: "", alt: "" })).toEqual({
      ok: false,
      error: "ExifTool cannot run on this machine (it needs Perl)",
    });
  });
});
