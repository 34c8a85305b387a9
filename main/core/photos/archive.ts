import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { photoAssetSchema, type PhotoAsset } from "#shared/contract/photos.ts";
import type { AssetId } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "../disk-failure.ts";
import { syncFolder, writeDurably } from "../durable-files.ts";
import { describePicture, NO_DESCRIPTION } from "./description.ts";
import { inspectPicture, PICTURE_EXTENSIONS, type PictureType } from "./picture-file.ts";
import { openPictureTags, type PictureTags } from "./picture-tags.ts";
import { told } from "#shared/language/told.ts";

/** Where a picture lies, for whoever shows or exports it. */
export interface PhotoFile {
  readonly path: string;
  readonly mediaType: string;
}

/** Where a photo's file should lie, whether it is there or not. */
export interface ArchivedPhoto {
  readonly asset: AssetId;
  /** What it was called when it came in. */
  readonly cameAs: string;
  /** Of the file, relative to the folder of photos: `ab/abcdef….jpg`. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * The newsroom's pictures. A picture is named by the SHA-256 of its bytes, is never changed, and
 * is known only after its file is whole on the disk.
 */
export interface PhotoArchive {
  /**
   * Takes a picture in; the same bytes again are the same photo, under its first name. Gives
   * `empty-file`, `too-large`, `unsupported-file`, `broken-file`, `disk-full`, `not-writable`.
   */
  readonly add: (name: string, bytes: Uint8Array) => Promise<Result<PhotoAsset, Failure>>;
  /** Gives `not-found`. */
  readonly describe: (asset: AssetId) => Result<PhotoAsset, Failure>;
  /** Null where there is no such photo or its file is gone. */
  readonly file: (asset: AssetId) => PhotoFile | null;
  /** Every photo that the newsroom knows. */
  readonly all: () => readonly ArchivedPhoto[];
  readonly close: () => Promise<void>;
}

const photoRow = z.object({
  asset: z.string(),
  name: z.string(),
  media_type: z.string(),
  width_px: z.number(),
  height_px: z.number(),
  bytes: z.number(),
  description: z.string(),
});

const ARRIVING = ".arriving-";

function assetFromRow(stored: unknown): PhotoAsset {
  const row = photoRow.parse(stored);
  const description: unknown = JSON.parse(row.description);
  return photoAssetSchema.parse({
    asset: row.asset,
    name: row.name,
    mediaType: row.media_type,
    widthPx: row.width_px,
    heightPx: row.height_px,
    bytes: row.bytes,
    description,
  });
}

/** The name of a photo's file, relative to the folder of photos. */
function nameOf(asset: AssetId, mediaType: PictureType): string {
  const hash = asset.slice("sha256:".length);
  return join(hash.slice(0, 2), hash + PICTURE_EXTENSIONS[mediaType]);
}

/**
 * Opens the archive in a newsroom's photos folder, `<folder>/ab/abcdef….jpg`, with its rows in the
 * newsroom's `photo` table. `tags` reads what pictures say; without it they come in undescribed.
 */
export function openPhotoArchive(
  folder: string,
  sql: Database,
  now: () => number,
  tags: PictureTags = openPictureTags(),
): PhotoArchive {
  const find = sql.prepare<[string]>("SELECT * FROM photo WHERE asset = ?");
  const everyRow = sql.prepare<[]>("SELECT * FROM photo ORDER BY added_at_ms, asset");
  const insert = sql.prepare<[string, string, string, number, number, number, string, number]>(
    `INSERT INTO photo (asset, name, media_type, width_px, height_px, bytes, description, added_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (asset) DO NOTHING`,
  );
  let prepared: Promise<void> | undefined;

  function known(asset: AssetId): PhotoAsset | null {
    const row = find.get(asset);
    return row === undefined ? null : assetFromRow(row);
  }

  function file(asset: AssetId): PhotoFile | null {
    const photo = known(asset);
    if (!photo) return null;
    const path = join(folder, nameOf(asset, photo.mediaType));
    return existsSync(path) ? { path, mediaType: photo.mediaType } : null;
  }

  /** Puts the bytes in their place and gives what they say about themselves. */
  async function place(path: string, bytes: Uint8Array): Promise<PhotoAsset["description"]> {
    prepared ??= prepareFolder(folder);
    await prepared;
    await mkdir(dirname(path), { recursive: true });
    const arriving = join(folder, ARRIVING + randomUUID());
    try {
      await writeDurably(arriving, bytes);
      const raw = await tags.read(arriving);
      await rename(arriving, path);
      await syncFolder(dirname(path));
      await syncFolder(folder);
      return raw ? describePicture(raw) : NO_DESCRIPTION;
    } finally {
      await rm(arriving, { force: true });
    }
  }

  async function add(name: string, bytes: Uint8Array): Promise<Result<PhotoAsset, Failure>> {
    const asset: AssetId = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    const before = known(asset);
    if (before && file(asset)) return ok(before);

    const sound = await inspectPicture(name, bytes);
    if (!sound.ok) return sound;
    const { mediaType, widthPx, heightPx } = sound.value;
    try {
      const description = await place(join(folder, nameOf(asset, mediaType)), bytes);
      const words = JSON.stringify(description);
      insert.run(asset, name, mediaType, widthPx, heightPx, bytes.byteLength, words, now());
    } catch (error) {
      prepared = undefined;
      const trouble = diskFailure(error, folder);
      return failed({ ...trouble, message: `${name} was not taken in. ${trouble.message}`, about: name });
    }
    return describe(asset);
  }

  function describe(asset: AssetId): Result<PhotoAsset, Failure> {
    const photo = known(asset);
    if (photo) return ok(photo);
    return failed(failure("not-found", told("noPhoto"), asset));
  }

  function all(): readonly ArchivedPhoto[] {
    return everyRow.all().map((row) => {
      const { asset, name: cameAs, mediaType, bytes } = assetFromRow(row);
      const name = nameOf(asset, mediaType);
      return { asset, cameAs, name, path: join(folder, name), bytes };
    });
  }

  return { add, describe, file, all, close: () => tags.close() };
}

/** Makes the folder where there is none, and clears away what a crash left half arrived. */
async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const left = (await readdir(folder)).filter((name) => name.startsWith(ARRIVING));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
