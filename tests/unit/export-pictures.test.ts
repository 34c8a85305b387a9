import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPictureTags } from "#main/core/photos/picture-tags.ts";
import type { ExportReport, ExportRequest } from "#shared/contract/index.ts";
import { photo } from "#shared/document/builders.ts";
import type { AssetId, PhotoBlock } from "#shared/document/index.ts";
import {
  filesUnder,
  openExportBench,
  PLAIN_TOOLS,
  type ExportBench,
  type Running,
} from "#tests/support/exporting.ts";
import { drawPicture, pictureSaying, tagsOf } from "#tests/support/pictures.ts";

let bench: ExportBench;

beforeEach(async () => {
  bench = await openExportBench();
});

afterEach(() => bench.close());

/** Exports a story of one picture and gives where it went. */
async function onlyPicture(
  block: PhotoBlock,
  pictures: ExportRequest["pictures"],
  running?: Running,
): Promise<{ path: string; report: ExportReport }> {
  bench.give("s_1", "fog", block);
  const report = await bench.exported({ pictures }, running);
  const file = report.files.find((found) => found.path.startsWith("pictures/"));
  return { path: join(report.folder, file?.path ?? ""), report };
}

describe("a picture", () => {
  it("becomes an sRGB JPEG at 300 ppi with its profile, in full colour detail", async () => {
    const asset = await bench.keep(await drawPicture(400, 300, "png"), "image/png");
    const { path } = await onlyPicture(photo(asset), "jpeg");
    expect(path).toMatch(/pictures\/fog-1\.jpg$/);
    expect(await sharp(path).metadata()).toMatchObject({
      format: "jpeg",
      space: "srgb",
      chromaSubsampling: "4:4:4",
      density: 300,
      width: 400,
      height: 300,
      hasProfile: true,
    });
    expect(await tagsOf(path)).toMatchObject({ "ICC_Profile:ProfileDescription": "sRGB" });
  });

  it("becomes an LZW TIFF at 300 ppi where that is asked for", async () => {
    const asset = await bench.keep(await drawPicture(400, 300));
    const { path } = await onlyPicture(photo(asset, "Fog."), "tiff");
    expect(await sharp(path).metadata()).toMatchObject({ format: "tiff", density: 300, hasProfile: true });
    expect(await tagsOf(path)).toMatchObject({
      "IFD0:Compression": "LZW",
      "IFD0:XResolution": 300,
      "IFD0:ResolutionUnit": "inches",
      "XMP-dc:Description": "Fog.",
    });
  });

  it("states the resolution that its print size makes", async () => {
    const asset = await bench.keep(await drawPicture(600, 400));
    const size = { widthPt: 216, heightPt: 144 };
    const { path } = await onlyPicture({ ...photo(asset), size }, "jpeg");
    expect((await sharp(path).metadata()).density).toBe(200);
  });

  it("is turned upright before it is cropped", async () => {
    const left = { create: { width: 200, height: 100, channels: 3 as const, background: "#0000ff" } };
    const red = await sharp({ create: { ...left.create, width: 100, background: "#ff0000" } })
      .png()
      .toBuffer();
    // Stored on its side: shown upright (orientation 6), the red left half is the top half.
    const bytes = await sharp(left)
      .composite([{ input: red, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
      .toBuffer();
    const asset = await bench.keep(new Uint8Array(bytes));
    const crop = { left: 0.1, top: 0.05, width: 0.8, height: 0.4 };
    const { path } = await onlyPicture({ ...photo(asset), crop }, "jpeg");
    const { width, height, orientation } = await sharp(path).metadata();
    expect([width, height]).toEqual([80, 80]);
    expect(orientation ?? 1).toBe(1);
    const { dominant } = await sharp(path).stats();
    expect(dominant.r).toBeGreaterThan(200);
    expect(dominant.b).toBeLessThan(60);
  });

  it("in grey or with transparent parts is still an RGB picture on white", async () => {
    const grey = await sharp(await drawPicture(100, 80))
      .greyscale()
      .jpeg()
      .toBuffer();
    const { path } = await onlyPicture(photo(await bench.keep(new Uint8Array(grey))), "jpeg");
    expect(await sharp(path).metadata()).toMatchObject({ space: "srgb", channels: 3 });
    const clear = { create: { width: 40, height: 40, channels: 4 as const, background: "#00000000" } };
    const asset = await bench.keep(new Uint8Array(await sharp(clear).png().toBuffer()), "image/png");
    const see = await onlyPicture(photo(asset), "jpeg");
    expect((await sharp(see.path).stats()).dominant).toMatchObject({ r: 248, g: 248, b: 248 });
    expect(see.report.losses).toMatchObject([
      { format: "pictures", message: "A picture has transparent parts, which are white in a JPEG." },
    ]);
  });

  it("carries this use's caption, credit and alt text in IIM and XMP, and its maker's rights", async () => {
    const asset = await bench.keep(
      await pictureSaying(
        bench.folder,
        "-XMP-dc:Description=The archive's caption",
        "-IPTC:By-line=Ana Ruiz",
        "-XMP-dc:Rights=© Valley News",
      ),
    );
    const { path } = await onlyPicture(photo(asset, "This use’s ő & ł", "Ana Ruiz/VN", "Alt č"), "jpeg");
    const found = await tagsOf(path);
    expect(found).toMatchObject({
      "IPTC:Caption-Abstract": "This use’s ő & ł",
      "XMP-dc:Description": "This use’s ő & ł",
      "IFD0:ImageDescription": "This use’s ő & ł",
      "IPTC:Credit": "Ana Ruiz/VN",
      "XMP-photoshop:Credit": "Ana Ruiz/VN",
      "XMP-iptcCore:AltTextAccessibility": "Alt č",
      "IPTC:By-line": "Ana Ruiz",
      "XMP-dc:Rights": "© Valley News",
      "Photoshop:IPTCDigest": found["File:CurrentIPTCDigest"],
    });
  });

  it("takes its maker's rights from an archive in a folder with any name", async () => {
    const asset = await bench.keep(await pictureSaying(bench.folder, "-XMP-dc:Rights=© Valley News"));
    const odd = join(bench.folder, "50% off & łódź %d");
    await mkdir(odd);
    await rename(bench.placeOf(asset), join(odd, "picture"));
    bench.moved(asset, join(odd, "picture"));
    const { path, report } = await onlyPicture(photo(asset, "Fog."), "jpeg");
    expect(report.losses).toEqual([]);
    expect(await tagsOf(path)).toMatchObject({ "XMP-dc:Rights": "© Valley News" });
  });

  it("of several pages is exported as its first, and the report says so", async () => {
    const pages = await sharp(
      [await drawPicture(60, 40), await drawPicture(60, 40, "png")].map((page) => Buffer.from(page)),
      { join: { animated: true } },
    )
      .webp()
      .toBuffer();
    const asset = await bench.keep(new Uint8Array(pages), "image/webp");
    const { report } = await onlyPicture(photo(asset, "Fog."), "jpeg");
    expect(report.losses).toMatchObject([
      { message: "The picture “Fog.” has 2 pages or frames, of which only the first is exported." },
    ]);
  });

  it("is exported all the same where ExifTool cannot run, and the report says what it lacks", async () => {
    const asset = await bench.keep(await drawPicture(100, 80));
    const tools = { ...PLAIN_TOOLS, openTags: () => openPictureTags(join(bench.folder, "no-such-exiftool")) };
    const { path, report } = await onlyPicture(photo(asset, "Fog."), "jpeg", { tools });
    expect(existsSync(path)).toBe(true);
    expect(report.losses).toMatchObject([
      {
        format: "pictures",
        message: expect.stringContaining("The picture “Fog.” does not carry its caption, credit"),
      },
    ]);
  });

  it("goes out byte for byte as it came where that is asked for, and says that its crop does not", async () => {
    const bytes = await drawPicture(100, 80, "webp");
    const asset = await bench.keep(bytes, "image/webp");
    const crop = { left: 0, top: 0, width: 0.5, height: 1 };
    const { path, report } = await onlyPicture({ ...photo(asset, "Fog."), crop }, "original");
    expect(path).toMatch(/fog-1\.webp$/);
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect(report.losses).toMatchObject([
      { message: "The picture “Fog.” goes out as it came: its crop is not applied." },
    ]);
  });

  it("that is gone from the archive, or damaged there, is named and the rest is exported", async () => {
    const gone: AssetId = `sha256:${"a".repeat(64)}`;
    const damaged = await bench.keep(await drawPicture(100, 80));
    await writeFile(bench.placeOf(damaged), "not what it was");
    const unreadable = await bench.keep(await drawPicture(50, 40));
    await rm(bench.placeOf(unreadable));
    bench.give(
      "s_1",
      "fog",
      photo(gone, "Gone."),
      photo(damaged, "Damaged."),
      photo(unreadable, "Unreadable."),
    );
    const report = await bench.exported({});
    expect(report.losses.map((loss) => loss.message)).toEqual([
      expect.stringMatching(/^The picture “Gone.” is not in the newsroom's archive any more; its caption/),
      expect.stringMatching(/^The picture “Damaged.” is damaged in the archive/),
      expect.stringMatching(/^The picture “Unreadable.” cannot be read from the archive/),
    ]);
    expect(await filesUnder(report.folder)).toEqual(["fog-captions.txt", "fog.txt", "manifest.json"]);
  });
});
