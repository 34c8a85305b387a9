import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPhotoArchive, type PhotoArchive } from "#main/core/photos/archive.ts";
import { openPictureTags } from "#main/core/photos/picture-tags.ts";
import { PHOTO_MAX_BYTES } from "#shared/contract/index.ts";
import { NO_PICTURE } from "#shared/document/index.ts";
import { drawPicture, pictureSaying, pngThatClaims } from "#tests/support/pictures.ts";
import { canMountDisks, mountSmallDisk, NO_DISKS } from "#tests/support/small-disk.ts";

const PHOTO_TABLE = `CREATE TABLE photo (
  asset TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL, bytes INTEGER NOT NULL, description TEXT NOT NULL, added_at_ms INTEGER NOT NULL
) STRICT`;

let folder: string;
let photos: string;
let sql: Database.Database;
let archive: PhotoArchive;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-photos-"));
  photos = join(folder, "photos");
  sql = new Database(join(folder, "newsroom.db"));
  sql.exec(PHOTO_TABLE);
  archive = openPhotoArchive(photos, sql, () => 1_800_000_000_000);
});

afterEach(async () => {
  await archive.close();
  sql.close();
  await rm(folder, { recursive: true, force: true });
});

function rows(): number {
  return (sql.prepare("SELECT count(*) AS photos FROM photo").get() as { photos: number }).photos;
}

async function filesInArchive(): Promise<readonly string[]> {
  if (!existsSync(photos)) return [];
  const found = await readdir(photos, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe("taking a picture in", () => {
  it("keeps the bytes as they came, under the hash that names them", async () => {
    const bytes = await drawPicture(400, 300);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const added = await archive.add("harbor.jpg", bytes);
    expect(added).toMatchObject({
      ok: true,
      value: {
        asset: `sha256:${hash}`,
        name: "harbor.jpg",
        mediaType: "image/jpeg",
        widthPx: 400,
        heightPx: 300,
        bytes: bytes.byteLength,
      },
    });
    const file = archive.file(`sha256:${hash}`);
    expect(file).toEqual({ path: join(photos, hash.slice(0, 2), `${hash}.jpg`), mediaType: "image/jpeg" });
    expect(new Uint8Array(await readFile(file?.path ?? ""))).toEqual(bytes);
    expect(archive.describe(`sha256:${hash}`)).toEqual(added);
  });

  it("takes the same bytes twice as one photo, under its first name", async () => {
    const bytes = await drawPicture(200, 200);
    const first = await archive.add("first.jpg", bytes);
    const second = await archive.add("second.jpg", bytes);
    expect(second).toEqual(first);
    expect(rows()).toBe(1);
    expect(await filesInArchive()).toHaveLength(1);
  });

  it("takes the same bytes as one photo when both arrive at the same moment", async () => {
    const bytes = await drawPicture(200, 200);
    const both = await Promise.all([archive.add("a.jpg", bytes), archive.add("b.jpg", bytes)]);
    expect(both[0]).toEqual(both[1]);
    expect(rows()).toBe(1);
    expect(await filesInArchive()).toHaveLength(1);
  });

  it.each(["jpeg", "png", "tiff", "webp"] as const)("takes %s, whatever its name says", async (format) => {
    const added = await archive.add("picture.jpg", await drawPicture(120, 80, format));
    expect(added).toMatchObject({
      ok: true,
      value: { mediaType: `image/${format}`, widthPx: 120, heightPx: 80 },
    });
  });

  it("tells the size of a picture that lies on its side as it is shown", async () => {
    const upright = await sharp(await drawPicture(300, 200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const added = await archive.add("side.jpg", new Uint8Array(upright));
    expect(added).toMatchObject({ ok: true, value: { widthPx: 200, heightPx: 300 } });
  });

  it("takes a picture without a word where ExifTool cannot run", async () => {
    const mute = openPhotoArchive(photos, sql, Date.now, openPictureTags(join(folder, "no-such-exiftool")));
    const bytes = await pictureSaying(folder, "-IPTC:Caption-Abstract=Nobody reads this");
    const added = await mute.add("mute.jpg", bytes);
    expect(added).toMatchObject({ ok: true, value: { description: { caption: "", disagreements: [] } } });
    await mute.close();
  });

  it("writes a picture again whose file has gone missing", async () => {
    const bytes = await drawPicture(100, 100);
    const added = await archive.add("gone.jpg", bytes);
    if (!added.ok) throw new Error(added.error.message);
    await rm(archive.file(added.value.asset)?.path ?? "");
    expect(archive.file(added.value.asset)).toBeNull();
    expect(await archive.add("gone.jpg", bytes)).toEqual(added);
    expect(archive.file(added.value.asset)).not.toBeNull();
  });

  it("clears away what a crash left half arrived", async () => {
    await mkdir(photos, { recursive: true });
    await writeFile(join(photos, ".arriving-1234"), "half a picture");
    await archive.add("next.jpg", await drawPicture(60, 60));
    expect((await filesInArchive()).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("a file that is no sound picture", () => {
  it("is named when it is empty", async () => {
    expect(await archive.add("empty.jpg", new Uint8Array())).toMatchObject({
      ok: false,
      error: {
        code: "empty-file",
        about: "empty.jpg",
        message: expect.stringContaining("empty.jpg is empty"),
      },
    });
  });

  it.each(["jpeg", "png", "tiff", "webp"] as const)("is named when a %s is cut short", async (format) => {
    const whole = await drawPicture(800, 600, format);
    const added = await archive.add("half.jpg", whole.subarray(0, whole.byteLength * 0.6));
    expect(added).toMatchObject({ ok: false, error: { code: "broken-file", about: "half.jpg" } });
    expect(added.ok || added.error.message).toMatch(
      /^half\.jpg is (cut short|broken): .*Ask for it again\.$/,
    );
  });

  it("is named when only the last bytes of a JPEG are missing", async () => {
    const whole = await drawPicture(800, 600);
    expect(await archive.add("end.jpg", whole.subarray(0, whole.byteLength - 400))).toMatchObject({
      ok: false,
      error: { code: "broken-file", message: expect.stringContaining("end.jpg is cut short") },
    });
  });

  it("is called what it is when it is something else", async () => {
    const pdf = new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n");
    expect(await archive.add("page.jpg", pdf)).toMatchObject({
      ok: false,
      error: { code: "unsupported-file", message: expect.stringContaining("page.jpg is a PDF file") },
    });
    expect(await archive.add("moving.gif", await drawPicture(20, 20, "gif"))).toMatchObject({
      ok: false,
      error: { code: "unsupported-file", message: expect.stringContaining("moving.gif is a GIF file") },
    });
    expect(await archive.add("notes.jpg", new TextEncoder().encode("Call the mayor."))).toMatchObject({
      ok: false,
      error: { code: "unsupported-file", message: expect.stringContaining("notes.jpg is not a picture") },
    });
  });

  it("is refused when it is larger than Stet takes", async () => {
    const added = await archive.add("huge.tif", new Uint8Array(PHOTO_MAX_BYTES + 1));
    expect(added).toMatchObject({
      ok: false,
      error: { code: "too-large", message: expect.stringContaining("up to 200 MB") },
    });
  });
});

describe("a small file that unfolds into a vast picture", () => {
  it("is refused before it can fill the memory", async () => {
    expect(await archive.add("map.png", pngThatClaims(30_000, 30_000))).toMatchObject({
      ok: false,
      error: { code: "too-large", message: expect.stringContaining("map.png has more pixels") },
    });
  });
});

describe("a file that was refused", () => {
  it("leaves no row and no file", async () => {
    const whole = await drawPicture(800, 600);
    const refused = [new Uint8Array(), whole.subarray(0, 9000), new TextEncoder().encode("no picture")];
    for (const bytes of refused) expect(await archive.add("bad.jpg", bytes)).toMatchObject({ ok: false });
    expect(rows()).toBe(0);
    expect(await filesInArchive()).toEqual([]);
  });
});

describe("asking for a photo that is not there", () => {
  it("gives not-found", () => {
    expect(archive.describe(NO_PICTURE)).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(archive.file(NO_PICTURE)).toBeNull();
  });
});

describe("a photos folder that cannot be written to", () => {
  it("names the picture and the folder, and keeps no row", async () => {
    await writeFile(photos, "a file stands where the folder should be");
    const added = await archive.add("harbor.jpg", await drawPicture(60, 60));
    expect(added).toMatchObject({ ok: false, error: { code: "not-writable", about: "harbor.jpg" } });
    expect(added.ok || added.error.message).toContain(photos);
    expect(rows()).toBe(0);
  });
});

const canMount = canMountDisks();

describe.skipIf(!canMount)(`a disk of its own${canMount ? "" : ` (${NO_DISKS})`}`, () => {
  it.each([4, 40])("that has only %i KB left takes no half picture, and is named", async (freeKb) => {
    const disk = mountSmallDisk(freeKb);
    const onDisk = openPhotoArchive(join(disk.folder, "photos"), sql, Date.now);
    try {
      const added = await onDisk.add("harbor.png", await drawPicture(400, 300, "png"));
      expect(added).toMatchObject({ ok: false, error: { code: "disk-full", about: "harbor.png" } });
      expect(added.ok || added.error.message).toMatch(/^harbor\.png was not taken in\. .*is full/);
      expect(rows()).toBe(0);
      expect(await readdir(disk.folder, { recursive: true })).not.toContainEqual(
        expect.stringMatching(/arriving|png/),
      );
    } finally {
      await onDisk.close();
      disk.remove();
    }
  });
});
