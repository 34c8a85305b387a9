import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";

/** A Word document is a zip of parts; only those that are asked for are unpacked. */
export interface PackageParts {
  readonly has: (path: string) => boolean;
  /** The bytes of a part; null where there is none. Throws {@link TooMuchUnpacked} and on a damaged zip. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
}

/** So much text may come out of one file, whatever it says of itself: a real manuscript has a tenth of it. */
const UNPACKED_MAX_BYTES = 32 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/** A file that is small packed and larger than any manuscript unpacked. */
export class TooMuchUnpacked extends Error {}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  fromBuffer(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    { lazyEntries: true },
    (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    },
  );
  return promise;
}

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

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>();
  zip.openReadStream(entry, (error, stream) => {
    if (error) reject(error);
    else resolve(stream);
  });
  return new Uint8Array(await buffer(await promise));
}

/** Opens a zip and lists its parts. The sizes that it states are counted before they are unpacked; yauzl holds them to it. */
export async function packageParts(bytes: Uint8Array): Promise<PackageParts> {
  const zip = await openZip(bytes);
  const entries = await entriesOf(zip);
  let unpacked = 0;
  return {
    has: (path) => entries.has(path),
    read: async (path) => {
      const entry = entries.get(path);
      if (!entry) return null;
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED_MAX_BYTES) throw new TooMuchUnpacked();
      return unpack(zip, entry);
    },
  };
}
