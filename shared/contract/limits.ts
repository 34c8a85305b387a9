/** So many days a story in the bin is kept. */
export const BIN_KEEPS_DAYS = 30;

/** The largest text file or paste, in bytes of UTF-8. */
export const INTAKE_MAX_BYTES = 10 * 1024 * 1024;

/** The largest Word document, in bytes: most of a large one is its pictures. */
export const WORD_MAX_BYTES = 50 * 1024 * 1024;

/** The largest file of copy, by its name. What it is the core finds out by its bytes. */
export function copyMaxBytes(name: string): number {
  return /\.docx$/i.test(name) ? WORD_MAX_BYTES : INTAKE_MAX_BYTES;
}

/** The longest name that somebody can sign with, in UTF-16 units. */
export const AUTHOR_MAX = 200;

/** The largest picture file, in bytes. */
export const PHOTO_MAX_BYTES = 200 * 1024 * 1024;

/** The largest desk kit, packed or unpacked, in bytes. */
export const KIT_FILE_MAX_BYTES = 300 * 1024 * 1024;

/** The depths of so many stories are asked for at once at most. */
export const DEPTHS_AT_ONCE = 100;

/** In how many stories suggesting is remembered; those where it was switched on first are forgotten first. */
export const SUGGESTING_IN_AT_MOST = 1_000;
