import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StoryWriter } from "#main/formats/story-format.ts";
import { headline, paragraph, photo } from "#shared/document/builders.ts";
import { openExportBench, PLAIN_TOOLS, type ExportBench } from "#tests/support/exporting.ts";
import { drawPicture } from "#tests/support/pictures.ts";

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

/** Mounts a small file system in memory, where this machine lets us; null where it does not. */
function mounted(options: string): string | null {
  const place = execFileSync("mktemp", ["-d"], { encoding: "utf8" }).trim();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place], { stdio: "ignore" });
    return place;
  } catch {
    return null;
  }
}

const canMount = ((): boolean => {
  const place = mounted("size=64k");
  if (place !== null) execFileSync("umount", [place]);
  return place !== null;
})();
const notRun = canMount ? "" : " (not run: this machine does not let us mount a small disk)";

describe.skipIf(!canMount)(`on a disk of its own${notRun}`, () => {
  const disks: string[] = [];

  afterEach(() => {
    for (const disk of disks.splice(0)) execFileSync("umount", [disk]);
  });

  function disk(options: string): string {
    const place = mounted(options) ?? "";
    disks.push(place);
    return place;
  }

  it.each([8, 24, 48])("a disk that is full after %i KB of the export is left as it was", async (freeKb) => {
    const small = disk(`size=${String(freeKb)}k`);
    await writeFile(join(small, "mine.txt"), "mine");
    const asset = await bench.keep(await drawPicture(1000, 800));
    bench.give("s_1", "fog", paragraph("Fog. ".repeat(1000)), photo(asset));
    const result = await bench.run({ into: small, formats: ["icml", "text"], zip: true });
    expect(result).toMatchObject({ ok: false, error: { code: "disk-full" } });
    expect(result.ok || result.error.message).toContain(small);
    expect(await readdir(small)).toEqual(["mine.txt"]);
  });

  it("a disk with room for the folder but not for its .zip is left as it was", async () => {
    const small = disk("size=320k");
    const asset = await bench.keep(await drawPicture(1000, 800));
    bench.give("s_1", "fog", headline("Fog"), photo(asset));
    const probe = await bench.exported({ into: join(bench.folder, "probe") });
    const folderKb = probe.files.reduce((sum, file) => sum + file.bytes, 0) / 1024;
    expect(folderKb).toBeGreaterThan(165);
    expect(folderKb).toBeLessThan(300);
    expect(await bench.run({ into: small, zip: true })).toMatchObject({
      ok: false,
      error: { code: "disk-full" },
    });
    expect(await readdir(small)).toEqual([]);
  });

  it("a read-only disk is named", async () => {
    const locked = disk("size=1m");
    execFileSync("mount", ["-o", "remount,ro", locked]);
    bench.give("s_1", "fog", headline("Fog"));
    const result = await bench.run({ into: locked });
    expect(result).toMatchObject({ ok: false, error: { code: "not-writable", about: locked } });
  });
});
