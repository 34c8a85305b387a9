import type { Entry, ZipFile } from "yauzl";
import { PHOTO_MAX_BYTES, WORD_MAX_BYTES } from "#shared/contract/limits.ts";
import { openZip, readEntry } from "../../zip.ts";

/** A Word document is a zip of parts; only those that are asked for are unpacked. */
export interface PackageParts {
  readonly has: (path: string) => boolean;
  /** The bytes of a part; null where there is none. Throws {@link TooMuchUnpacked} and on a damaged zip. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** The bytes of a picture, which no text is refused for: `large` where it, or all that were read, is more than {@link PICTURES_MAX_BYTES}. */
  readonly readPicture: (path: string) => Promise<PictureBytes>;
}

/** A picture, or why there is none. */
export type PictureBytes = Uint8Array | "large" | "damaged";

/** So much text may come out of one file, whatever it says of itself: a real manuscript has a tenth of it. */
const UNPACKED_MAX_BYTES = 32 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
/** Pictures hardly pack: ten times the largest Word document, so that no small file keeps a desk unpacking. */
const PICTURES_MAX_BYTES = 10 * WORD_MAX_BYTES;

/** A file that is small packed and larger than any manuscript unpacked. */
export class TooMuchUnpacked extends Error {}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, Entry>>();
  const entries = new Map<string, Entry>();
  zip.on("error", reject);
  zip.on("end", () => {
    resolve(entries);
  });
  zip.on("entry", (entry: Entry) => {
    if (entries.size >= MAX_ENTRIES) {
      reject(new TooMuchUnpacked());
      return;
    }
    entries.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.readEntry();
  return promise;
}

/** Opens a zip and lists its parts. The sizes that it states are counted before they are unpacked; yauzl holds them to it. */
export async function packageParts(bytes: Uint8Array): Promise<PackageParts> {
  const zip = await openZip(bytes);
  const entries = await entriesOf(zip);
  let unpacked = 0;
  let picturesUnpacked = 0;
  return {
    has: (path) => entries.has(path),
    read: async (path) => {
      const entry = entries.get(path);
      if (!entry) return null;
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED_MAX_BYTES) throw new TooMuchUnpacked();
      return readEntry(zip, entry);
    },
    readPicture: async (path) => {
      const entry = entries.get(path);
      if (!entry) return "damaged";
      const most = Math.min(PHOTO_MAX_BYTES, PICTURES_MAX_BYTES - picturesUnpacked);
      if (entry.uncompressedSize > most) return "large";
      picturesUnpacked += entry.uncompressedSize;
      try {
        return await readEntry(zip, entry);
      } catch {
        return "damaged";
      }
    },
  };
}
