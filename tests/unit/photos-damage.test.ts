import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { inspectPicture } from "#main/core/photos/picture-file.ts";
import { drawPicture } from "#tests/support/pictures.ts";

const PHOTOGRAPHS = join(import.meta.dirname, "../../main/core/sample/photos");
const START_OF_SCAN = Buffer.from([0xff, 0xda]);
const STRETCH = 400;
const END = Buffer.from([0xff, 0xd9]);

/** A photograph with bits turned over in a stretch of its picture data; head and end stay as they are. */
function spoilt(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes);
  const from = copy.indexOf(START_OF_SCAN) + 20;
  const start = from + Math.floor((copy.length - from - STRETCH - 2) * place);
  for (let at = start; at < start + STRETCH; at += 7) copy[at] = (copy[at] ?? 0) ^ 0x41;
  return copy;
}

/** A photograph with bytes put in before its end. */
function padded(bytes: Buffer, padding: Buffer): Buffer {
  const end = bytes.lastIndexOf(END);
  return Buffer.concat([bytes.subarray(0, end), padding, bytes.subarray(end)]);
}

const names = (await readdir(PHOTOGRAPHS)).filter((name) => name.endsWith(".jpg"));

describe("A JPEG that ends properly", () => {
  it.each(names)("is taken as it came, baseline and progressive: %s", async (name) => {
    const bytes = await readFile(join(PHOTOGRAPHS, name));
    expect(await inspectPicture(name, bytes)).toMatchObject({ ok: true });
    const progressive = await sharp(bytes).jpeg({ progressive: true }).toBuffer();
    expect(await inspectPicture(name, progressive)).toMatchObject({ ok: true });
  });

  it.each(names)("is refused by name where its picture data is spoilt: %s", async (name) => {
    const photograph = await readFile(join(PHOTOGRAPHS, name));
    const plain = await sharp(photograph).jpeg().toBuffer();
    const inScans = await sharp(photograph).jpeg({ mozjpeg: true, progressive: false }).toBuffer();
    const damaged = [spoilt(plain, 0.1), ...[0.1, 0.5, 0.9].map((place) => spoilt(inScans, place))];
    const sentence = expect.stringMatching(new RegExp(`^${name} is damaged: .* Ask for it again\\.$`));
    for (const bytes of damaged) {
      expect(await inspectPicture(name, bytes)).toMatchObject({
        ok: false,
        error: { code: "broken-file", about: name, message: sentence },
      });
    }
  });

  it("is taken where a camera has filled it up, and not where its picture data is left over", async () => {
    const bytes = await readFile(join(PHOTOGRAPHS, "gym.jpg"));
    for (const padding of [Buffer.from([0x12, 0x34]), Buffer.alloc(5000), Buffer.alloc(300, 0)]) {
      expect(await inspectPicture("gym.jpg", padded(bytes, padding))).toMatchObject({ ok: true });
    }
    expect(await inspectPicture("gym.jpg", Buffer.concat([bytes, Buffer.alloc(900, 7)]))).toMatchObject({
      ok: true,
    });
    expect(await inspectPicture("gym.jpg", padded(bytes, Buffer.alloc(900, 0x37)))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("its picture data ends before the picture does") },
    });
  });

  it("is not confused with one that is cut short", async () => {
    const bytes = Buffer.from(await drawPicture(400, 300));
    const found = await inspectPicture("quay.jpg", bytes.subarray(0, bytes.length / 2));
    expect(found).toMatchObject({ ok: false, error: { message: expect.stringContaining("is cut short") } });
  });
});
