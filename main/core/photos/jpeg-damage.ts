/** The most bytes behind the last scan that are taken for a camera's padding, whatever they hold. */
const PADDING_BYTES = 16;
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

const CORRUPT = /Corrupt JPEG data: (.+)/u;
const EXTRANEOUS = /^(\d+) extraneous bytes before marker 0x([0-9a-f]{2})/u;

/** Bytes before the markers of a file's head lie between its segments, not in the picture (ITU-T T.81, table B.1). */
function isOfHead(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe || marker === 0xdb || marker === 0xc0;
}

/** True where the bytes before the end of the image are what cameras fill up with. */
function isPadding(bytes: Uint8Array, count: number): boolean {
  if (count <= PADDING_BYTES) return true;
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(END_OF_IMAGE);
  return bytes.subarray(Math.max(0, end - count), end).every((byte) => byte === 0 || byte === 0xff);
}

/**
 * What is damaged in a JPEG, by the first warning of its decoder (libjpeg-turbo, `jerror.h`); null where
 * the warning is about nothing that can be seen: padding before the end or between segments, an unknown
 * revision of JFIF and the like, which cameras are known for. A JPEG has no checksum: bits that flip so
 * that the rest still reads as picture data leave no warning.
 */
export function jpegDamage(warning: string, bytes: Uint8Array): string | null {
  const what = CORRUPT.exec(warning)?.[1];
  if (what === undefined) return null;
  const [, count, marker] = EXTRANEOUS.exec(what) ?? [];
  if (count === undefined || marker === undefined) return what;
  const code = Number.parseInt(marker, 16);
  const isHarmless = isOfHead(code) || (code === 0xd9 && isPadding(bytes, Number(count)));
  return isHarmless ? null : "its picture data ends before the picture does";
}
