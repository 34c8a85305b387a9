import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import type { Note, StoryDocument } from "#shared/document/index.ts";
import { filesUnder, manifestIn, openExportBench, type ExportBench } from "#tests/support/exporting.ts";

let bench: ExportBench;

beforeEach(async () => {
  bench = await openExportBench();
});

afterEach(() => bench.close());

const struck = { id: "c_1", by: "Ana Ruiz", at: "2026-11-22T09:14:03Z" };
const put = { id: "c_2", by: "Ben Oduya", at: "2026-11-22T09:15:03Z" };
const query: Note = {
  id: "n_1",
  kind: "query",
  by: "Ana Ruiz",
  at: "2026-11-22T09:16:03Z",
  text: "Sure?",
  state: "open",
  replies: [],
};

function openStory(): StoryDocument {
  const copy = [
    "kept",
    { text: " struck", deleted: struck },
    { text: " added", inserted: put, notes: ["n_1"] },
  ];
  return { ...story(headline("Fog"), paragraph(copy)), notes: [query] };
}

async function textOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), "utf8");
}

describe("an export with changes marked, and notes", () => {
  it("says so in the name of its folder and of every file that shows them", async () => {
    bench.giveStory("s_1", "fog", openStory());
    const { folder } = await bench.exported({
      variant: "markedUp",
      formats: ["icml", "docx", "nitf", "text"],
    });
    expect(folder).toBe(join(bench.into, "fog-marked"));
    expect(await filesUnder(folder)).toEqual([
      "fog-marked.docx",
      "fog-marked.icml",
      "fog.nitf.xml",
      "fog.txt",
      "manifest.json",
    ]);
    expect(await textOf(folder, "fog-marked.docx")).toBe("Fog\nkept struck added");
  });

  it("is the final text in every format that cannot show them, which the report names", async () => {
    bench.giveStory("s_1", "fog", openStory());
    const report = await bench.exported({ variant: "markedUp", formats: ["docx", "text"] });
    expect(await textOf(report.folder, "fog.txt")).toBe("Fog\nkept added");
    expect(report.losses).toMatchObject([
      {
        story: "s_1",
        format: "text",
        message:
          "This format shows no changes and no notes: this is the final text. 2 open changes were taken as accepted, 1 query is open.",
      },
    ]);
    expect(report.open).toEqual([]);
    const { files } = manifestIn(report.folder);
    expect(files.map(({ path, variant }) => [path, variant])).toEqual([
      ["fog-marked.docx", "markedUp"],
      ["fog.txt", "final"],
    ]);
  });

  it("is no marked-up folder where no format of it can show changes", async () => {
    bench.giveStory("s_1", "fog", openStory());
    const { folder } = await bench.exported({ variant: "markedUp", formats: ["text"] });
    expect(folder).toBe(join(bench.into, "fog"));
  });

  it("loses nothing where nothing is open", async () => {
    bench.give("s_1", "fog", headline("Fog"));
    expect((await bench.exported({ variant: "markedUp", formats: ["docx", "text"] })).losses).toEqual([]);
  });
});

describe("an export of the final text", () => {
  it("says how many changes it took as accepted, and how many queries are open", async () => {
    bench.giveStory("s_1", "fog", openStory());
    bench.give("s_2", "rain", headline("Rain"));
    bench.giveStory("s_3", "snow", { ...story(paragraph([{ text: "Snow", inserted: put }])), notes: [] });
    const report = await bench.exported({ formats: ["docx"] });
    expect(report.open).toMatchObject([
      { story: "s_1", message: "2 open changes were taken as accepted, 1 query is open." },
      { story: "s_3", message: "1 open change was taken as accepted." },
    ]);
    const manifest = manifestIn(report.folder);
    expect(manifest.open).toEqual(report.open.map(({ story, message }) => ({ story, message })));
    expect(manifest.files.map(({ variant }) => variant)).toEqual(["final", "final", "final"]);
    expect(await textOf(report.folder, "fog.docx")).toBe("Fog\nkept added");
  });
});
