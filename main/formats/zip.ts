import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";

/** Opens a zip whose entries are read one by one. Rejects where the bytes are none, or are cut off. */
export function openZip(bytes: Uint8Array): Promise<ZipFile> {
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

/** Unpacks one entry. Rejects where it is damaged, or is larger than the zip says. */
export async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Readable>();
  zip.openReadStream(entry, (error, stream) => {
    if (error) reject(error);
    else resolve(stream);
  });
  return new Uint8Array(await buffer(await promise));
}
