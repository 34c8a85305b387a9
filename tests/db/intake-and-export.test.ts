import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Incoming, StorySummary } from "#shared/contract/index.ts";
import { headline, paragraph, photo, story } from "#shared/document/builders.ts";
import { changesOf } from "#shared/changes/index.ts";
import { blockText, finalView, NO_PICTURE } from "#shared/document/index.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { canMountDisks, fillDisk, mountSmallDisk, NO_DISKS } from "#tests/support/small-disk.ts";
import { drawing, p, run, tracked, wordFile } from "#tests/support/word-file.ts";
import { sentences } from "#tests/support/sentences.ts";

const COPY = [
  "Tide gates to stay open",
  "By Ana Ruiz",
  "OLDMARSH — The harbor board voted on Tuesday to keep the tide gates open until spring.",
  "“We have waited long enough,” said the harbormaster, Ben Okoro.",
].join("\n\n");

const hasDisks = canMountDisks();

/** The copy as an old program saved it: Windows-1252. */
function oldFile(): Incoming {
  const signs: Readonly<Record<string, number>> = { "—": 0x97, "“": 0x93, "”": 0x94 };
  const bytes = Uint8Array.from(COPY, (sign) => signs[sign] ?? sign.charCodeAt(0));
  return { from: "file", name: "tide gates.txt", bytes };
}

describe("bringing copy in", () => {
  it("stores nothing while it is only read", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const reading = must(await desk.intake.read({ incoming: oldFile() }));
    expect(reading.parts[0]).toMatchObject({ kind: "headline", text: "Tide gates to stay open" });
    expect(must(await desk.stories.list({})).total).toBe(0);
  });

  it("makes the story with its source beside it, as it came and as text, for good", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const heard: StorySummary[] = [];
    host.desk.stories.on("changed", ({ summary }) => heard.push(summary));
    const incoming = oldFile();
    const made = must(await host.desk.intake.accept({ incoming, kinds: {}, slug: "tide-gates" }));
    expect(made.summary).toMatchObject({ headline: "Tide gates to stay open", version: 1 });
    expect(made.summary.facts.slug).toBe("tide-gates");
    expect(heard).toEqual([made.summary]);
    await host.close();

    const again = await openTestDesk(home);
    const { sources } = must(await again.desk.stories.open({ story: made.summary.id }));
    expect(sources).toEqual([
      {
        id: sources[0]?.id,
        name: "tide gates.txt",
        mediaType: "text/plain",
        receivedAtMs: made.summary.createdAtMs,
        bytes: COPY.length,
      },
    ]);
    const source = must(await again.desk.stories.readSource({ source: sources[0]?.id ?? "" }));
    expect(source).toEqual({ summary: sources[0], text: COPY });
  });

  it("reads copy as the story that it would be, and keeps it beside one that is there, the very same once", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const made = must(await host.desk.intake.accept({ incoming: oldFile(), kinds: {} }));
    const { id } = made.summary;
    const rewrite: Incoming = { from: "paste", text: `${COPY}\n\nThe gates stay shut on Sundays, he said.` };
    const { reading, document } = must(await host.desk.intake.asStory({ incoming: rewrite, kinds: {} }));
    expect(reading.parts).toHaveLength(document.blocks.length);
    expect(blockText(document.blocks.at(-1) ?? paragraph(""))).toBe(
      "The gates stay shut on Sundays, he said.",
    );
    expect(must(await host.desk.stories.list({})).total).toBe(1);
    expect(must(await host.desk.stories.open({ story: id })).sources).toHaveLength(1);

    for (let twice = 0; twice < 2; twice += 1) {
      const { sources } = must(await host.desk.intake.keepBeside({ story: id, incoming: rewrite }));
      expect(sources.map(({ name }) => name)).toEqual(["tide gates.txt", "Pasted text"]);
    }
    await host.close();

    const again = await openTestDesk(home);
    const opened = must(await again.desk.stories.open({ story: id }));
    expect(opened.document).toEqual(made.document);
    const source = must(await again.desk.stories.readSource({ source: opened.sources[1]?.id ?? "" }));
    expect(source.text).toBe(rewrite.text);
    expect(refusal(await again.desk.intake.keepBeside({ story: "s_none", incoming: rewrite })).code).toBe(
      "not-found",
    );
    must(await again.desk.stories.bin({ story: id, why: "" }));
    expect(refusal(await again.desk.intake.keepBeside({ story: id, incoming: oldFile() })).code).toBe(
      "binned",
    );
  });

  it("keeps a Word file to the byte beside the story that it made, and shows it as text", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const bytes = await wordFile({
      body:
        p("Normal", run("Advertisement")) +
        p("Title", run("Fares to rise")) +
        p("Normal", run("The board voted ") + tracked("del", "Ben Oduya", run("late ")) + run("on Tuesday.")),
    });
    const incoming = { from: "file", name: "fares.docx", bytes } as const;
    const { slug, warnings } = must(await desk.intake.read({ incoming }));
    expect(slug).toBe("fares-rise");
    expect(sentences(warnings)).toEqual([expect.stringMatching(/^1 tracked change is open .*Ben Oduya/u)]);
    const made = must(await desk.intake.accept({ incoming, kinds: { "2": "deck" } }));
    expect(made.document.blocks.map(({ kind }) => kind)).toEqual(["headline", "deck"]);
    expect(finalView(made.document).blocks.map(blockText)).toEqual([
      "Fares to rise",
      "The board voted on Tuesday.",
    ]);
    expect(changesOf(made.document)).toMatchObject([{ by: "Ben Oduya" }]);
    const [source] = made.sources;
    expect(source).toMatchObject({ name: "fares.docx", bytes: bytes.length });
    expect(source?.mediaType).toContain("wordprocessingml");
    const read = must(await desk.stories.readSource({ source: source?.id ?? "" }));
    expect(read.text).toBe("Advertisement\n\nFares to rise\n\nThe board voted on Tuesday.");
  });

  it("brings the pictures of a Word file into the archive with the story, and says so beforehand", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const pier = await drawPicture(64, 48);
    const body =
      p("Title", run("Fares to rise")) +
      p("Normal", drawing("r1", { alt: "The pier", crop: 'l="25000"' })) +
      p("caption", run("The old pier. (Ben Oduya)")) +
      p("Normal", run("The board voted on Tuesday.")) +
      p("Normal", drawing("r2", { alt: "A ticket" })) +
      p("Normal", drawing("r3")) +
      p("Normal", drawing("r1"));
    const pictures = {
      r1: { name: "image1.jpeg", bytes: pier },
      r2: { name: "image2.jpeg", bytes: pier.subarray(0, pier.length / 2) },
      r3: { name: "image3.gif", bytes: await drawPicture(8, 8, "gif") },
    };
    const incoming = {
      from: "file",
      name: "fares.docx",
      bytes: await wordFile({ body, pictures }),
    } as const;
    const { warnings } = must(await desk.intake.read({ incoming }));
    expect(sentences(warnings)).toEqual([
      "2 pictures come along: they go into the photo archive with the story.",
      "1 picture was left out: the data in the file are damaged. Ask for the original file.",
      "1 picture was left out: the photo archive takes JPEG, PNG, TIFF and WebP. Ask for the original file.",
    ]);
    const { summary } = must(await desk.intake.accept({ incoming, kinds: {} }));
    const { document } = must(await desk.stories.open({ story: summary.id }));
    const photos = document.blocks.filter((block) => block.kind === "photo");
    const [first, , , last] = photos;
    const asset = must(await desk.photos.describe({ asset: first?.asset ?? NO_PICTURE }));
    expect(asset).toMatchObject({ name: "fares image1.jpeg", bytes: pier.length, widthPx: 64, heightPx: 48 });
    expect(photos.map((block) => block.asset)).toEqual([asset.asset, NO_PICTURE, NO_PICTURE, asset.asset]);
    expect(first).toMatchObject({
      caption: [{ text: "The old pier." }],
      credit: [{ text: "Ben Oduya" }],
      alt: "The pier",
      crop: { left: 0.25, top: 0, width: 0.75, height: 1 },
    });
    expect(photos[1]).toMatchObject({ alt: "A ticket" });
    expect(last).toMatchObject({ crop: null });
  });

  it("only compares the text of a Word file: its pictures come into no archive", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const pictures = { r1: { name: "image1.jpeg", bytes: await drawPicture(64, 48) } };
    const body = p("Title", run("Fares to rise")) + p("Normal", drawing("r1", { alt: "The pier" }));
    const incoming = {
      from: "file",
      name: "fares.docx",
      bytes: await wordFile({ body, pictures }),
    } as const;
    const { reading, document } = must(await desk.intake.asStory({ incoming, kinds: {} }));
    expect(sentences(reading.warnings)).toEqual([expect.stringMatching(/^1 picture was left out/u)]);
    expect(document.blocks[1]).toMatchObject({ kind: "photo", asset: NO_PICTURE, alt: "The pier" });
    const made = must(
      await desk.intake.accept({ incoming: { from: "paste", text: "Fares rise." }, kinds: {} }),
    );
    must(await desk.intake.keepBeside({ story: made.summary.id, incoming }));
    const taken = must(await desk.intake.accept({ incoming, kinds: {} })).document.blocks[1];
    if (taken?.kind !== "photo") throw new Error("no photo");
    expect(must(await desk.photos.describe({ asset: taken.asset })).name).toBe("fares image1.jpeg");
  });

  it.skipIf(!hasDisks)(
    `makes no story of a Word file whose picture has no room on the disk${hasDisks ? "" : ` (${NO_DISKS})`}`,
    async () => {
      const disk = mountSmallDisk(4096);
      try {
        const host = await openTestDesk(disk.folder);
        fillDisk(disk);
        const pictures = { r1: { name: "image1.png", bytes: await drawPicture(600, 400, "png") } };
        const body = p("Title", run("Fares to rise")) + p("Normal", drawing("r1"));
        const incoming = {
          from: "file",
          name: "fares.docx",
          bytes: await wordFile({ body, pictures }),
        } as const;
        expect(refusal(await host.desk.intake.accept({ incoming, kinds: {} }))).toMatchObject({
          code: "disk-full",
          message: expect.stringContaining("fares image1.png was not taken in."),
        });
        expect(must(await host.desk.stories.list({})).total).toBe(0);
        await host.close();
      } finally {
        disk.remove();
      }
    },
  );

  it("takes a paste as it is, under the slug that the copy suggests", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const incoming = { from: "paste", text: COPY } as const;
    const { slug } = must(await desk.intake.read({ incoming }));
    const made = must(await desk.intake.accept({ incoming, kinds: {} }));
    expect(made.summary.facts.slug).toBe(slug);
    const source = must(await desk.stories.readSource({ source: made.sources[0]?.id ?? "" }));
    expect(source.text).toBe(COPY);
  });

  it("says what of a paste no story can hold, and keeps the paste to the last unit", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const text = "Ferry waits\n\nThe ferry\u0000 waits\uD83D at the \uDC4Dquay, said Ilse Varga on Tuesday.";
    const incoming = { from: "paste", text } as const;
    const { warnings } = must(await desk.intake.read({ incoming }));
    expect(sentences(warnings)).toEqual([
      "1 character was dropped: control codes that a story cannot hold.",
      "2 half characters were replaced by \uFFFD: another program has cut characters in two.",
    ]);
    const made = must(await desk.intake.accept({ incoming, kinds: {} }));
    const said = made.document.blocks.map(blockText).join("\n");
    expect(said).toContain("The ferry waits\uFFFD at the \uFFFDquay");
    expect(made.sources[0]?.bytes).toBe(2 + text.length * 2);
  });

  it("goes by what the person said a part is", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const incoming = { from: "paste", text: COPY } as const;
    const { parts } = must(await desk.intake.read({ incoming }));
    const quote = parts.find(({ text }) => text.startsWith("“We have"));
    const made = must(
      await desk.intake.accept({ incoming, kinds: { "0": "skip", [String(quote?.index)]: "pullQuote" } }),
    );
    expect(made.document.blocks.map(({ kind }) => kind)).not.toContain("headline");
    expect(made.document.blocks.find(({ kind }) => kind === "pullQuote")).toMatchObject({
      runs: [{ text: quote?.text }],
    });
  });

  it("makes no story of what cannot be read", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const incoming = { from: "file", name: "empty.txt", bytes: new Uint8Array() } as const;
    expect(refusal(await desk.intake.accept({ incoming, kinds: {} }))).toMatchObject({
      code: "empty-file",
      message: expect.stringContaining("empty.txt"),
    });
    expect(must(await desk.stories.list({})).total).toBe(0);
    expect(refusal(await desk.stories.readSource({ source: "o_none" })).code).toBe("not-found");
  });

  it.skipIf(!hasDisks)(
    `keeps neither the story nor the source where the disk has no room for both${hasDisks ? "" : ` (${NO_DISKS})`}`,
    async () => {
      const disk = mountSmallDisk(4096);
      try {
        const host = await openTestDesk(disk.folder);
        fillDisk(disk);
        const incoming = { from: "paste", text: "Water everywhere.\n\n".repeat(30_000) } as const;
        expect(refusal(await host.desk.intake.accept({ incoming, kinds: {} })).code).toBe("disk-full");
        expect(must(await host.desk.stories.list({})).total).toBe(0);
        await host.close();
      } finally {
        disk.remove();
      }
    },
  );
});

describe("sending stories out", () => {
  it("writes the stored text and pictures of a story into a folder", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const added = must(
      await host.desk.photos.add({ name: "gates.jpg", bytes: new Uint8Array(await drawPicture(320, 240)) }),
    );
    const document = story(
      headline("Tide gates to stay open"),
      paragraph("The board voted."),
      photo(added.asset, "The gates at noon", "Ben Okoro"),
    );
    const { summary } = await newStory(host, document, { slug: "tide-gates" });
    const into = join(home, "out");
    mkdirSync(into);
    const steps: string[] = [];
    const report = must(
      await host.desk.exporting.run(
        {
          stories: [summary.id],
          formats: ["text"],
          variant: "final",
          pictures: "original",
          into,
          zip: false,
        },
        { onProgress: ({ doing }) => steps.push(doing.message) },
      ),
    );
    const texts = report.files.filter(({ path }) => path.endsWith(".txt"));
    const written = texts.map(({ path }) => readFileSync(join(report.folder, path), "utf8")).join("\n");
    for (const block of document.blocks.slice(0, 2)) expect(written).toContain(blockText(block));
    expect(report.files.some(({ path }) => path.endsWith(".jpg"))).toBe(true);
    expect(steps.length).toBeGreaterThan(0);
  });

  it("names a story that is not there, and writes nothing", async () => {
    const home = temporaryFolder();
    const { desk } = await openTestDesk(home);
    const request = {
      formats: ["text"],
      variant: "final",
      pictures: "jpeg",
      into: home,
      zip: false,
    } as const;
    expect(refusal(await desk.exporting.run({ ...request, stories: ["s_none"] })).code).toBe("not-found");
  });
});
