import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StoryWriter } from "#main/formats/story-format.ts";
import { headline, paragraph, photo } from "#shared/document/builders.ts";
import { openExportBench, PLAIN_TOOLS, type ExportBench } from "#tests/support/exporting.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { canMountDisks, mountSmallDisk, NO_DISKS, type SmallDisk } from "#tests/support/small-disk.ts";

let bench: ExportBench;

beforeEach(async () => {
  bench = await openExportBench();
});

afterEach(() => bench.close());

describe("cancelling", () => {
  it.each([0, 1, 2, 3, 4, 5])("at step %i leaves nothing behind, not even the folder it made", async (at) => {
    const asset = await bench.keep(await drawPicture(1200, 900));
    bench.give("s_1", "fog", headline("Fog"), photo(asset));
    const cancel = new AbortController();
    const result = await bench.run(
      { formats: ["icml", "text"], zip: true },
      {
        signal: cancel.signal,
        progress: ({ done }) => {
          if (done === at) cancel.abort();
        },
      },
    );
    expect(result).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(existsSync(bench.into)).toBe(false);
  });

  it("does not wait for a format that takes its time", async () => {
    const cancel = new AbortController();
    const slow: StoryWriter = {
      ...PLAIN_TOOLS.writers.text,
      write: () => {
        cancel.abort();
        return new Promise(() => undefined);
      },
    };
    bench.give("s_1", "fog", headline("Fog"));
    await mkdir(bench.into);
    const tools = { ...PLAIN_TOOLS, writers: { ...PLAIN_TOOLS.writers, text: slow } };
    const result = await bench.run({}, { tools, signal: cancel.signal });
    expect(result).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(await readdir(bench.into)).toEqual([]);
  });
});

describe("an export that cannot be", () => {
  it.skipIf(!existsSync("/proc"))("answers at once where the system lets nobody make a folder", async () => {
    bench.give("s_1", "fog", headline("Fog"));
    expect(await bench.run({ into: "/proc/nowhere/deep" })).toMatchObject({
      ok: false,
      error: { code: "not-writable", about: "/proc/nowhere/deep" },
    });
  });

  it("wants to know where on this computer", async () => {
    bench.give("s_1", "fog", headline("Fog"));
    expect(await bench.run({ into: "exports" })).toMatchObject({
      ok: false,
      error: {
        code: "not-found",
        message: "“exports” does not say where on this computer: give the whole path of a folder.",
      },
    });
  });

  it("names a story that is not there, and writes nothing", async () => {
    bench.give("s_1", "fog", headline("Fog"));
    expect(await bench.run({ stories: ["s_1", "s_9"] })).toMatchObject({
      ok: false,
      error: { code: "not-found", about: "s_9" },
    });
    expect(existsSync(bench.into)).toBe(false);
  });

  it("names the folder when a file stands in its place", async () => {
    await writeFile(bench.into, "a file");
    bench.give("s_1", "fog", headline("Fog"));
    const result = await bench.run({});
    expect(result).toMatchObject({ ok: false, error: { code: "not-writable", about: bench.into } });
    expect(result.ok || result.error.message).toContain(bench.into);
  });

  it("leaves nothing behind when a format fails to write", async () => {
    await mkdir(bench.into);
    const broken: StoryWriter = {
      ...PLAIN_TOOLS.writers.text,
      write: () => {
        throw new Error("a defect");
      },
    };
    bench.give("s_1", "fog", headline("Fog"));
    const tools = { ...PLAIN_TOOLS, writers: { ...PLAIN_TOOLS.writers, text: broken } };
    await expect(bench.run({}, { tools })).rejects.toThrow("a defect");
    expect(await readdir(bench.into)).toEqual([]);
  });
});

const canMount = canMountDisks();

describe.skipIf(!canMount)(`a disk of its own${canMount ? "" : ` (${NO_DISKS})`}`, () => {
  let disk: SmallDisk;

  afterEach(() => {
    disk.remove();
  });

  it.each([8, 24, 240])("that is full after %i KB of the export is left as it was", async (freeKb) => {
    disk = mountSmallDisk(freeKb);
    await writeFile(join(disk.folder, "mine.txt"), "mine");
    const asset = await bench.keep(await drawPicture(1000, 800));
    bench.give("s_1", "fog", paragraph("Fog. ".repeat(1000)), photo(asset));
    const result = await bench.run({ into: disk.folder, formats: ["icml", "text"], zip: true });
    expect(result).toMatchObject({ ok: false, error: { code: "disk-full" } });
    expect(result.ok || result.error.message).toContain(disk.folder);
    expect(await readdir(disk.folder)).toEqual(["mine.txt"]);
  });

  it("with room for the folder but not for its .zip is left as it was", async () => {
    disk = mountSmallDisk(320);
    const asset = await bench.keep(await drawPicture(1000, 800));
    bench.give("s_1", "fog", headline("Fog"), photo(asset));
    const probe = await bench.exported({ into: join(bench.folder, "probe") });
    const folderKb = probe.files.reduce((sum, file) => sum + file.bytes, 0) / 1024;
    expect(folderKb).toBeGreaterThan(165);
    expect(folderKb).toBeLessThan(300);
    expect(await bench.run({ into: disk.folder, zip: true })).toMatchObject({
      ok: false,
      error: { code: "disk-full" },
    });
    expect(await readdir(disk.folder)).toEqual([]);
  });

  it("that is read-only is named", async () => {
    disk = mountSmallDisk(1024);
    disk.lock();
    bench.give("s_1", "fog", headline("Fog"));
    const result = await bench.run({ into: disk.folder });
    expect(result).toMatchObject({ ok: false, error: { code: "not-writable", about: disk.folder } });
    expect(result.ok || result.error.message).toContain(disk.folder);
  });
});
