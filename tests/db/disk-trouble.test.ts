import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { DeskHost } from "#main/core/desk.ts";
import type { SaveRequest } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import {
  canMountDisks,
  fillDisk,
  mountSmallDisk,
  NO_DISKS,
  type SmallDisk,
} from "#tests/support/small-disk.ts";

const hasDisks = canMountDisks();
const NOTE = hasDisks ? "" : ` (${NO_DISKS})`;

function smallDisk(sizeKb: number): SmallDisk {
  const disk = mountSmallDisk(sizeKb);
  onTestFinished(disk.remove);
  return disk;
}

/** A save that turns one state of a story into another of about so many characters. */
function longSave(id: string, base: number, before: StoryDocument, characters: number): SaveRequest {
  const after = story(...before.blocks, paragraph("Long words. ".repeat(characters / 12)));
  return { story: id, base, saveId: `save-${String(base)}`, patch: diffDocuments(before, after) };
}

async function documentOf(host: DeskHost, id: string): Promise<StoryDocument> {
  return must(await host.desk.stories.open({ story: id })).document;
}

describe.skipIf(!hasDisks)(`a full disk${NOTE}`, () => {
  it("refuses the save by name, keeps what was saved before, and takes the same save when there is room again", async () => {
    const disk = smallDisk(4096);
    const host = await openTestDesk(disk.folder);
    const before = story(headline("Before the flood"));
    const { summary } = await newStory(host, before);
    const ballast = fillDisk(disk);

    const request = longSave(summary.id, summary.version, before, 600_000);
    const failure = refusal(await host.desk.stories.save(request));
    expect(failure).toMatchObject({
      code: "disk-full",
      message: expect.stringContaining(`The disk that holds ${join(disk.folder, "newsroom")} is full`),
    });
    expect(await documentOf(host, summary.id)).toEqual(before);

    truncateSync(ballast, 0);
    const receipt = must(await host.desk.stories.save(request));
    expect(receipt.version).toBe(summary.version + 1);
    await host.close();
    const again = await openTestDesk(disk.folder);
    expect((await documentOf(again, summary.id)).blocks).toHaveLength(2);
    await again.close();
  });

  it("lets stories be read and found, and search catches up later", async () => {
    const disk = smallDisk(4096);
    const host = await openTestDesk(disk.folder);
    const { summary } = await newStory(host, story(headline("High water"), paragraph("All is wet.")));
    const ballast = fillDisk(disk);
    expect(must(await host.desk.stories.list({})).total).toBe(1);
    must(await host.desk.stories.list({ words: "wet" }));
    expect((await documentOf(host, summary.id)).blocks).toHaveLength(2);
    truncateSync(ballast, 0);
    expect(must(await host.desk.stories.list({ words: "wet" })).total).toBe(1);
    await host.close();
  });

  it("closes an unharmed newsroom, which opens when there is room again", async () => {
    const disk = smallDisk(4096);
    const host = await openTestDesk(disk.folder);
    const { summary, document } = await newStory(host, story(headline("Kept")));
    const ballast = fillDisk(disk);
    await host.close();
    truncateSync(ballast, 0);
    const again = await openTestDesk(disk.folder);
    expect(await documentOf(again, summary.id)).toEqual(document);
    await again.close();
  });

  it("makes no newsroom at all rather than half of one", async () => {
    const disk = smallDisk(256);
    const ballast = fillDisk(disk);
    const host = await openTestDesk(disk.folder);
    expect(refusal(await host.desk.host.openNewsroom({ kind: "own" })).code).toBe("disk-full");
    truncateSync(ballast, 0);
    expect(must(await host.desk.host.openNewsroom({ kind: "own" })).stories).toBe(0);
    await host.close();
  });
});

describe.skipIf(!hasDisks)(`a locked disk${NOTE}`, () => {
  it("refuses to open a newsroom that cannot be written to, and names its folder", async () => {
    const disk = smallDisk(4096);
    await (await openTestDesk(disk.folder)).close();
    disk.lock();
    const host = await openTestDesk(disk.folder);
    expect(refusal(await host.desk.host.openNewsroom({ kind: "own" }))).toMatchObject({
      code: "not-writable",
      message: expect.stringContaining(`${join(disk.folder, "newsroom")} cannot be written to`),
    });
    await host.close();
  });
});

describe("a folder that cannot be", () => {
  it("is refused by name where a file stands in its place", async () => {
    const home = temporaryFolder();
    const folder = join(home, "notes.txt");
    writeFileSync(folder, "not a folder");
    const host = await openTestDesk(home, { newsroom: folder });
    expect(refusal(await host.desk.host.openNewsroom({ kind: "own" }))).toMatchObject({
      code: "not-writable",
      message: expect.stringContaining(folder),
    });
  });
});
