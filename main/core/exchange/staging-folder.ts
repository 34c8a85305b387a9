import { createHash, randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ExportedFile } from "#shared/contract/exporting.ts";
import { syncFolder, writeDurably } from "../durable-files.ts";

/** Where a published export lies. */
export interface Published {
  readonly folder: string;
  readonly zip: string | null;
}

/**
 * A hidden folder beside the place where an export is going to be. Nobody sees a file of it until
 * `publish` renames it; `discard` leaves nothing behind. All of them throw what the disk says.
 */
export interface StagingFolder {
  readonly path: string;
  /** Writes a file; `path` is relative, with `/`. The bytes are on the disk when this returns. */
  readonly write: (path: string, bytes: Uint8Array, signal: AbortSignal) => Promise<ExportedFile>;
  /** Packs the files, in their order and under their own paths, for publishing beside the folder. */
  readonly zip: (files: readonly ExportedFile[], madeAtMs: number, signal: AbortSignal) => Promise<void>;
  /** Renames the folder, and the .zip where there is one, to the first of `name`, `name-2` … that is free. */
  readonly publish: (name: string) => Promise<Published>;
  readonly discard: () => Promise<void>;
}

/** Formats whose bytes are packed already. */
const PACKED = /\.(?:jpe?g|png|webp|docx)$/i;

/** What a rename says when somebody took the name a moment ago. */
const TAKEN = new Set<unknown>(["ENOTEMPTY", "EEXIST"]);

function wasTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && TAKEN.has(error.code);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/**
 * Makes a folder and the missing ones above it; gives those that it made, outermost first. One by
 * one, because Node's recursive `mkdir` never returns on file systems that
 * refuse with ENOENT (/proc); what they mean is EPERM.
 */
async function makeFolders(folder: string): Promise<readonly string[]> {
  if (existsSync(folder)) return [];
  const above = await makeFolders(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    throw isMissing(error) ? Object.assign(new Error("refused", { cause: error }), { code: "EPERM" }) : error;
  });
  return [...above, folder];
}

/** Opens a staging folder in `into`, which is made where it does not exist. */
export async function openStagingFolder(into: string): Promise<StagingFolder> {
  const made = await makeFolders(into);
  const path = join(into, `.stet-export-${randomUUID()}`);
  const zipPath = `${path}.zip`;

  async function removeMadeFolders(): Promise<void> {
    for (const folder of made.toReversed()) await rmdir(folder);
  }

  async function discard(): Promise<void> {
    await rm(path, { recursive: true, force: true });
    await rm(zipPath, { force: true });
    // Somebody may have put a file of their own there meanwhile: then it stays.
    await removeMadeFolders().catch(() => undefined);
  }

  async function write(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<ExportedFile> {
    const target = join(path, ...name.split("/"));
    await mkdir(dirname(target), { recursive: true });
    await writeDurably(target, bytes, signal);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { path: name, bytes: bytes.byteLength, sha256 };
  }

  async function zip(files: readonly ExportedFile[], madeAtMs: number, signal: AbortSignal): Promise<void> {
    const archive = new ZipFile();
    archive.on("error", (error: Error) => {
      archive.outputStream.emit("error", error);
    });
    const mtime = new Date(madeAtMs);
    for (const file of files) {
      const options = { mtime, mode: 0o100644, compress: !PACKED.test(file.path) };
      archive.addFile(join(path, ...file.path.split("/")), file.path, options);
    }
    archive.end();
    const target = createWriteStream(zipPath, { flags: "wx", flush: true });
    await pipeline(archive.outputStream, target, { signal });
  }

  async function takeName(name: string): Promise<Published | null> {
    const folder = join(into, name);
    const zipTarget = existsSync(zipPath) ? `${folder}.zip` : null;
    if (existsSync(folder) || (zipTarget !== null && existsSync(zipTarget))) return null;
    try {
      await rename(path, folder);
    } catch (error) {
      if (wasTaken(error)) return null;
      throw error;
    }
    try {
      if (zipTarget !== null) await rename(zipPath, zipTarget);
    } catch (error) {
      await rename(folder, path);
      throw error;
    }
    return { folder, zip: zipTarget };
  }

  async function publish(name: string): Promise<Published> {
    await syncFolder(path);
    for (let nr = 1; ; nr += 1) {
      const published = await takeName(nr === 1 ? name : `${name}-${String(nr)}`);
      if (!published) continue;
      await syncFolder(into);
      return published;
    }
  }

  try {
    await mkdir(path);
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, write, zip, publish, discard };
}
