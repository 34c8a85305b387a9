const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_ENTRY_LENGTH = 46;

/** MS-DOS time (low half) and date (high half) of a UTC time; 1980 is the earliest year that they hold. */
function dosTime(at: Date): number {
  const year = Math.max(at.getUTCFullYear(), 1980) - 1980;
  const date = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/**
 * Sets the time of every file in a zip, in place: docx writes the clock's. The zip has no
 * comment at its end (APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16 for the offsets).
 */
export function setZipTimes(zip: Uint8Array, at: Date): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_CENTRAL_DIRECTORY) {
    throw new Error("the zip does not end in a central directory");
  }
  const time = dosTime(at);
  let entry = view.getUint32(end + 16, true);
  while (entry < end && view.getUint32(entry, true) === CENTRAL_ENTRY) {
    view.setUint32(entry + 12, time, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, time, true);
    const variable = [28, 30, 32].reduce((sum, field) => sum + view.getUint16(entry + field, true), 0);
    entry += CENTRAL_ENTRY_LENGTH + variable;
  }
}
