import { createHash, randomUUID } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ArchivedPhoto } from "../photos/archive.ts";
import { syncFolder } from "../durable-files.ts";
import { ARRIVING } from "./backup-file.ts";

/** How many photos were copied, how many lay there already, and which could not be. */
export interface PhotosCopied {
  readonly copied: number;
  readonly there: number;
  /** Photos whose own file is missing or is not what it was. */
  readonly unfit: readonly ArchivedPhoto[];
}

interface CopyOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** True where a file's bytes are those that the photo is named after. Reads it piece by piece. */
export async function isPhotoWhole(
  path: string,
  { asset }: ArchivedPhoto,
  signal?: AbortSignal,
): Promise<boolean> {
  if (sizeOf(path) === null) return false;
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash, signal ? { signal } : {});
  return asset === `sha256:${hash.digest("hex")}`;
}

/**
 * Copies one photo's file by way of another name, so that there is never half of one, and checks
 * the copy's bytes. False where they are not the photo's; nothing is then left in `to`.
 */
export async function copyPhoto(
  from: string,
  to: string,
  photo: ArchivedPhoto,
  signal?: AbortSignal,
): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true });
  const arriving = join(dirname(to), ARRIVING + randomUUID());
  try {
    await copyFile(from, arriving);
    if (!(await isPhotoWhole(arriving, photo, signal))) return false;
    const handle = await open(arriving, "r+");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(arriving, to);
    await syncFolder(dirname(to));
    return true;
  } finally {
    await rm(arriving, { force: true });
  }
}

/** Brings to `folder` every photo that does not lie there yet, under the same names as in the archive. */
export async function copyPhotos(
  photos: readonly ArchivedPhoto[],
  folder: string,
  { signal, onProgress }: CopyOptions = {},
): Promise<PhotosCopied> {
  const unfit: ArchivedPhoto[] = [];
  let copied = 0;
  let there = 0;
  for (const [at, photo] of photos.entries()) {
    signal?.throwIfAborted();
    onProgress?.(at, photos.length);
    const to = join(folder, photo.name);
    if (sizeOf(to) === photo.bytes) there += 1;
    else if (sizeOf(photo.path) === null) unfit.push(photo);
    else if (await copyPhoto(photo.path, to, photo, signal)) copied += 1;
    else unfit.push(photo);
  }
  return { copied, there, unfit };
}
