import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32, deflateSync } from "node:zlib";
import { exiftoolPath } from "exiftool-vendored";
import sharp from "sharp";

export type PictureFormat = "jpeg" | "png" | "tiff" | "webp" | "gif";

/** A picture with enough detail to weigh something: a gradient with stripes, the same for the same size. */
export async function drawPicture(
  widthPx: number,
  heightPx: number,
  format: PictureFormat = "jpeg",
): Promise<Uint8Array<ArrayBuffer>> {
  const pixels = Buffer.alloc(widthPx * heightPx * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    const column = (at / 3) % widthPx;
    const row = Math.floor(at / 3 / widthPx);
    pixels[at] = (column * 255) / widthPx;
    pixels[at + 1] = (row * 255) / heightPx;
    pixels[at + 2] = ((column * 7 + row * 13) % 64) * 3;
  }
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  return new Uint8Array(await sharp(pixels, { raw }).toFormat(format).toBuffer());
}

/** Runs ExifTool itself, with its own arguments, on a file. */
export async function exiftool(path: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(await exiftoolPath(), [...args, path]);
  return stdout;
}

/** Draws a picture and has ExifTool write into it: `-IPTC:Credit=…`, `-charset iptc=Latin`. */
export async function pictureSaying(
  folder: string,
  ...args: readonly string[]
): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, `saying-${String(Math.random()).slice(2)}.jpg`);
  await writeFile(path, await drawPicture(300, 200));
  await exiftool(path, "-overwrite_original", "-q", ...args);
  return new Uint8Array(await readFile(path));
}

/** Every tag of a file that ExifTool knows, by group and name. */
export async function tagsOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const found: unknown = JSON.parse(await exiftool(path, "-json", "-G1", "-struct", "-charset", "exif=UTF8"));
  return (found as readonly Record<string, unknown>[])[0] ?? {};
}

function pngChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(data.byteLength + 12);
  chunk.writeUInt32BE(data.byteLength, 0);
  chunk.write(type, 4, "latin1");
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.byteLength)), 8 + data.byteLength);
  return chunk;
}

/** A PNG of a few bytes that says it is as large as this (PNG specification, section 11.2.1). */
export function pngThatClaims(widthPx: number, heightPx: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const pixels = pngChunk("IDAT", deflateSync(Buffer.alloc(1000)));
  const end = pngChunk("IEND", Buffer.alloc(0));
  return new Uint8Array(Buffer.concat([signature, pngChunk("IHDR", header), pixels, end]));
}
