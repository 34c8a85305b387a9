import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPromise } from "yauzl";
import { storyWriters } from "#main/formats/writers.ts";
import type { ExportProgress } from "#shared/contract/index.ts";
import { headline, paragraph, photo } from "#shared/document/builders.ts";
import { NO_PICTURE } from "#shared/document/index.ts";
import { NEW_STORY_FACTS } from "#shared/newsroom/index.ts";
import {
  filesUnder,
  manifestIn,
  openExportBench,
  PLAIN_TOOLS,
  sha256Of,
  type ExportBench,
} from "#tests/support/exporting.ts";
import { drawPicture } from "#tests/support/pictures.ts";

let bench: ExportBench;

beforeEach(async () => {
  bench = await openExportBench();
});

afterEach(() => bench.close());

describe("one story", () => {
  it("becomes a folder named by its slug, with every format, its pictures and their captions", async () => {
    const asset = await bench.keep(await drawPicture(400, 300));
    bench.give("s_1", "transit-tax", headline("Tax"), photo(asset, "The vote.", "Ana Ruiz", "People vote"));
    const report = await bench.exported({ formats: ["icml", "docx", "nitf", "text"] });
    expect(report.folder).toBe(join(bench.into, "transit-tax"));
    expect(report.zip).toBeNull();
    expect(await filesUnder(report.folder)).toEqual([
      "manifest.json",
      "pictures/transit-tax-1.jpg",
      "transit-tax-captions.txt",
      "transit-tax.docx",
      "transit-tax.icml",
      "transit-tax.nitf.xml",
      "transit-tax.txt",
    ]);
    expect(await readdir(bench.into)).toEqual(["transit-tax"]);
  });

  it("is exported in its final text: deletions and notes never reach print", async () => {
    const change = { id: "c_1", by: "u_1", at: "2026-11-22T09:14:03Z" } as const;
    const copy = [
      { text: "kept" },
      { text: " struck", deleted: change },
      { text: " added", inserted: { ...change, id: "c_2" }, notes: ["n_1"] },
    ];
    bench.give("s_1", "changes", paragraph(copy), { ...photo(NO_PICTURE), caption: copy });
    const { folder: made } = await bench.exported({});
    expect(await readFile(join(made, "changes.txt"), "utf8")).toBe("kept added\nkept added");
    expect(await readFile(join(made, "changes-captions.txt"), "utf8")).toContain("Caption: kept added\n");
  });

  it("gets another name when its folder is there already, and leaves that one alone", async () => {
    await mkdir(join(bench.into, "fog"), { recursive: true });
    await writeFile(join(bench.into, "fog", "mine.txt"), "mine");
    bench.give("s_1", "fog", headline("Fog"));
    expect((await bench.exported({})).folder).toBe(join(bench.into, "fog-2"));
    expect((await bench.exported({})).folder).toBe(join(bench.into, "fog-3"));
    expect(await filesUnder(join(bench.into, "fog"))).toEqual(["mine.txt"]);
  });

  it("gets another name when only the .zip is there already", async () => {
    await mkdir(bench.into);
    await writeFile(join(bench.into, "fog.zip"), "mine");
    bench.give("s_1", "fog", headline("Fog"));
    expect(await bench.exported({ zip: true })).toMatchObject({
      folder: join(bench.into, "fog-2"),
      zip: join(bench.into, "fog-2.zip"),
    });
    expect(await readFile(join(bench.into, "fog.zip"), "utf8")).toBe("mine");
  });
});

describe("several stories", () => {
  it("go into a folder named by date and time, each under its own name even with the same slug", async () => {
    bench.give("s_1", "tax", headline("One"));
    bench.give("s_2", "Tax", headline("Two"));
    bench.give("s_3", "tax-2", headline("Three"));
    bench.give("s_4", "tax-captions", headline("Four"));
    const report = await bench.exported({});
    expect(report.folder).toBe(join(bench.into, "stet-export-2026-11-22-0905"));
    const manifest = manifestIn(report.folder);
    expect(manifest.stories.map(({ id, slug, files }) => [id, slug, files])).toEqual([
      ["s_1", "tax", "tax"],
      ["s_2", "Tax", "tax-2"],
      ["s_3", "tax-2", "tax-2-2"],
      ["s_4", "tax-captions", "tax-captions-2"],
    ]);
    expect(await readFile(join(report.folder, "tax-2.txt"), "utf8")).toBe("Two");
  });

  it("are each exported once, however often they are named", async () => {
    bench.give("s_1", "tax", headline("One"));
    const report = await bench.exported({ stories: ["s_1", "s_1"], formats: ["text", "text"] });
    expect(report.files.map((file) => file.path)).toEqual(["tax.txt", "manifest.json"]);
  });
});

describe("the manifest", () => {
  it("holds the size and SHA-256 of every other file, the stories' facts, and what was lost", async () => {
    const asset = await bench.keep(await drawPicture(400, 300));
    bench.give("s_1", "tax", headline("Tax"), photo(asset, "One."), photo(NO_PICTURE, "Two."));
    const report = await bench.exported({ formats: ["icml", "nitf"] });
    const manifest = manifestIn(report.folder);
    const files = await filesUnder(report.folder);
    expect(manifest.files.map((file) => file.path).toSorted()).toEqual(
      files.filter((path) => path !== "manifest.json"),
    );
    for (const { path, sha256, bytes } of report.files) {
      expect(sha256).toBe(sha256Of(join(report.folder, path)));
      expect(bytes).toBe(readFileSync(join(report.folder, path)).byteLength);
    }
    expect(report.files.map((file) => file.path)).toContain("manifest.json");
    expect(manifest.files).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: "tax.icml", role: "story", format: "icml", story: "s_1" }),
        expect.objectContaining({ path: "pictures/tax-1.jpg", role: "picture" }),
        expect.objectContaining({ path: "tax-captions.txt", role: "captions" }),
      ]),
    );
    const { noteToDesk: _noteToDesk, ...facts } = { ...NEW_STORY_FACTS, slug: "tax" };
    expect(manifest.stories).toEqual([{ id: "s_1", slug: "tax", files: "tax", facts }]);
    expect(report.losses).toMatchObject(manifest.losses);
    expect(manifest.losses).toEqual([
      {
        story: "s_1",
        format: "pictures",
        message: "The picture “Two.” has not come in yet; its caption and credit are exported without it.",
      },
      { story: "s_1", format: "nitf", message: "Set as plain text: italic text in 1 place." },
    ]);
  });
});

describe("the .zip", () => {
  it("holds the same files with the same bytes as the folder", async () => {
    const asset = await bench.keep(await drawPicture(400, 300));
    bench.give("s_1", "łódź café", headline("Łódź"), photo(asset, "Čapek’s “ő”"));
    const { folder: made, zip } = await bench.exported({ zip: true, formats: ["icml", "text"] });
    expect(zip).toBe(`${made}.zip`);
    const packed = new Map<string, string>();
    const archive = await openPromise(zip ?? "");
    for await (const entry of archive.eachEntry()) {
      const bytes = await buffer(await archive.openReadStreamPromise(entry));
      packed.set(entry.fileName, createHash("sha256").update(bytes).digest("hex"));
    }
    const files = await filesUnder(made);
    expect([...packed.keys()].toSorted()).toEqual(files);
    for (const file of files) expect(packed.get(file)).toBe(sha256Of(join(made, file)));
    expect((await readdir(bench.into)).toSorted()).toEqual(["lodz-cafe", "lodz-cafe.zip"]);
  });
});

describe("the captions file", () => {
  it("gives each picture's file, caption, credit and alt text in UTF-8, letter for letter", async () => {
    const asset = await bench.keep(await drawPicture(300, 200));
    const caption = "Dvořák’s Łódź — thin\u2009space, no\u00A0break, soft\u00ADhyphen & <b>";
    bench.give("s_1", "fog", photo(asset, caption, "Zoë Ő", "Fog"), photo(NO_PICTURE, "Later.", "Ana Ruiz"));
    const { folder: made } = await bench.exported({});
    expect(await readFile(join(made, "fog-captions.txt"), "utf8")).toBe(
      `fog-1.jpg\nCaption: ${caption}\nCredit: Zoë Ő\nAlt text: Fog\n\nPicture 2: not in this export\nCaption: Later.\nCredit: Ana Ruiz\nAlt text: \n`,
    );
  });
});

describe("progress", () => {
  it("tells each file before it is written and ends with all done", async () => {
    const asset = await bench.keep(await drawPicture(100, 80));
    bench.give("s_1", "fog", headline("Fog"), photo(asset));
    const told: ExportProgress[] = [];
    await bench.exported(
      { formats: ["icml", "text"], zip: true },
      {
        progress: (progress) => {
          told.push(progress);
        },
      },
    );
    expect(told.map(({ done, total, doing }) => [done, total, doing.message])).toEqual([
      [0, 6, "Making fog-1 ready for the page"],
      [1, 6, "Writing fog-captions.txt"],
      [2, 6, "Writing fog.icml"],
      [3, 6, "Writing fog.txt"],
      [4, 6, "Writing manifest.json"],
      [5, 6, "Packing the .zip"],
      [6, 6, "Done"],
    ]);
  });
});

describe("with Stet's own formats", () => {
  it("every format is written and every text arrives", async () => {
    const asset = await bench.keep(await drawPicture(200, 150));
    bench.give("s_1", "fog", headline("Fog"), paragraph("Łódź & “čau”."), photo(asset, "Fog.", "Ana"));
    const tools = { ...PLAIN_TOOLS, writers: storyWriters };
    const report = await bench.exported({ formats: ["icml", "docx", "nitf", "text"] }, { tools });
    const written = manifestIn(report.folder).files.filter((file) => file.role === "story");
    expect(written.map((file) => file.format)).toEqual(["icml", "docx", "nitf", "text"]);
    expect(await readFile(join(report.folder, "fog.txt"), "utf8")).toContain("Łódź & “čau”.");
  });
});
