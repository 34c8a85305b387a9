import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** One page as it was written to the log. */
export interface LogFrame {
  readonly page: number;
  /** Where the page's bytes start in the log. */
  readonly offset: number;
  /** The database's size in pages after the commit that this frame ends; 0 within one. */
  readonly commit: number;
  /** Its checksum is right: these are the bytes that were written. */
  readonly isSound: boolean;
}

/** A write-ahead log as it can be read, whatever its state. */
export interface DatabaseLog {
  readonly path: string;
  readonly pageSize: number;
  /** The frames of the log's last life, in the order of writing. */
  readonly frames: readonly LogFrame[];
  /** How many of them SQLite itself would take: up to the last commit before anything unsound. */
  readonly taken: number;
}

// https://www.sqlite.org/fileformat.html#the_write_ahead_log
const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x37_7f_06_82;
const SALTS_AT = 16;
const FRAME_SALTS_AT = 8;
const CHECKSUM_AT = 24;
const FRAME_CHECKSUM_AT = 16;

type Checksum = readonly [number, number];

/** The log's checksum over whole pairs of words, continued from `seed` (file format, section 4.2). */
function checksum(bytes: Buffer, isBigEndian: boolean, seed: Checksum): Checksum {
  let [first, second] = seed;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    first = (first + words.getUint32(at, !isBigEndian) + second) >>> 0;
    second = (second + words.getUint32(at + 4, !isBigEndian) + first) >>> 0;
  }
  return [first, second];
}

function storedChecksum(bytes: Buffer, at: number): Checksum {
  return [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
}

function isSame(a: Checksum, b: Checksum): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}

/** The salts that most frames carry: those of the log's last life, even where its header is damaged. */
function commonestSalts(salts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const salt of salts) counts.set(salt, (counts.get(salt) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function saltsOf(bytes: Buffer, at: number): string {
  return bytes.toString("hex", at, at + 8);
}

function readLog(
  file: number,
  path: string,
  size: number,
  knownPageSize: number,
  isBigEndian: boolean,
): DatabaseLog {
  const header = Buffer.alloc(LOG_HEADER_BYTES);
  readSync(file, header, 0, LOG_HEADER_BYTES, 0);
  const magic = header.readUInt32BE(0);
  const claimed = header.readUInt32BE(8);
  const pageSize = isPageSize(claimed) ? claimed : knownPageSize;
  const stride = FRAME_HEADER_BYTES + pageSize;
  const count = Math.floor((size - LOG_HEADER_BYTES) / stride);

  const headers: Buffer[] = [];
  for (let at = 0; at < count; at += 1) {
    const frame = Buffer.alloc(FRAME_HEADER_BYTES);
    readSync(file, frame, 0, FRAME_HEADER_BYTES, LOG_HEADER_BYTES + at * stride);
    headers.push(frame);
  }
  const frameSalts = headers.map((frame) => saltsOf(frame, FRAME_SALTS_AT));
  const computed = checksum(header.subarray(0, CHECKSUM_AT), isBigEndian, [0, 0]);
  const stored = storedChecksum(header, CHECKSUM_AT);
  const isHeaderSound = (magic & ~1) === MAGIC && isPageSize(claimed) && isSame(computed, stored);
  const salts = isHeaderSound ? saltsOf(header, SALTS_AT) : commonestSalts(frameSalts);

  const frames: LogFrame[] = [];
  const page = Buffer.alloc(pageSize);
  let isUnbroken = isHeaderSound;
  let taken = 0;
  // What follows the last frame of the log's last life is left from the one before.
  const ofLastLife = headers.slice(0, salts === undefined ? 0 : frameSalts.lastIndexOf(salts) + 1);
  for (const [at, frame] of ofLastLife.entries()) {
    const previous = headers[at - 1];
    const seeds = previous ? [storedChecksum(previous, FRAME_CHECKSUM_AT)] : [stored, computed];
    const offset = LOG_HEADER_BYTES + at * stride + FRAME_HEADER_BYTES;
    readSync(file, page, 0, pageSize, offset);
    const expected = storedChecksum(frame, FRAME_CHECKSUM_AT);
    const isSound =
      frameSalts[at] === salts &&
      seeds.some((seed) =>
        isSame(checksum(page, isBigEndian, checksum(frame.subarray(0, 8), isBigEndian, seed)), expected),
      );
    isUnbroken = isUnbroken && isSound;
    const commit = frame.readUInt32BE(4);
    frames.push({ page: frame.readUInt32BE(0), offset, commit, isSound });
    if (isUnbroken && commit > 0) taken = frames.length;
  }
  return { path, pageSize, frames, taken };
}

function soundFrames({ frames }: DatabaseLog): number {
  return frames.filter(({ isSound }) => isSound).length;
}

/**
 * Reads a database's write-ahead log, frame by frame: each is judged by itself, so that the pages
 * after a damaged one are found too, which SQLite would drop. Null where there is no log or nothing in
 * it. `knownPageSize` helps where the log's own header is damaged.
 */
export function readDatabaseLog(path: string, knownPageSize: number): DatabaseLog | null {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    const { size } = fstatSync(file);
    if (size <= LOG_HEADER_BYTES) return null;
    // The byte order of the checksums stands in the header, which may be spoilt itself.
    const [little, big] = [false, true].map((isBig) => readLog(file, path, size, knownPageSize, isBig));
    return big && little && soundFrames(big) > soundFrames(little) ? big : (little ?? null);
  } finally {
    closeSync(file);
  }
}

// https://www.sqlite.org/walformat.html#the_wal_index_file_format
const INDEX_IS_BUILT_AT = 12;
const INDEX_FRAMES_AT = 16;
const INDEX_SALTS_AT = 32;
const INDEX_MOVED_AT = 96;
const INDEX_BYTES = 136;

function startOf(path: string, bytes: number): Buffer | null {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(bytes);
      return readSync(file, start, 0, bytes, 0) === bytes ? start : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/**
 * How many frames the log held after the last commit, as the index beside it (`-shm`) says, which is
 * written when the commit is on the disk; 0 where all of them are in the database already, null
 * where nobody can tell. Only of use before SQLite opens the database, because it then builds the index anew.
 */
function framesCommitted(logPath: string, indexPath: string): number | null {
  const index = startOf(indexPath, INDEX_BYTES);
  if (index?.[INDEX_IS_BUILT_AT] !== 1) return null;
  const log = startOf(logPath, LOG_HEADER_BYTES);
  const salts = index.subarray(INDEX_SALTS_AT, INDEX_SALTS_AT + 8);
  if (log && !salts.equals(log.subarray(SALTS_AT, SALTS_AT + 8))) return null;
  // The index is in the byte order of the machine that wrote it; all that Stet runs on are little-endian.
  const frames = index.readUInt32LE(INDEX_FRAMES_AT);
  return index.readUInt32LE(INDEX_MOVED_AT) >= frames ? 0 : frames;
}

/**
 * How many frames hold what was committed. A kill can come between the two writes of the frame that
 * ends a commit: its header says so then, and its page is not there. The index does not count it.
 */
function framesThatCount(database: string, { frames }: Pick<DatabaseLog, "frames">): number {
  const committed = framesCommitted(`${database}-wal`, `${database}-shm`);
  if (committed === null) return frames.findLastIndex(({ commit }) => commit > 0) + 1;
  return Math.max(committed, frames.findLastIndex(({ commit, isSound }) => commit > 0 && isSound) + 1);
}

/** Pages of a log that were committed and are not to be had any more; 0 for a sound log. */
export function lostLogPages(database: string, log: DatabaseLog | null): number {
  const frames = log?.frames ?? [];
  const count = framesThatCount(database, { frames });
  const unsound = frames.slice(0, count).filter(({ isSound }) => !isSound).length;
  return Math.max(0, count - frames.length) + unsound;
}

/**
 * What is wrong with a log, as the end of a sentence; null for a sound one. A tail that was never
 * committed is no damage: it is what a crash in the middle of a save leaves, and was never acknowledged.
 */
export function logTrouble(database: string, knownPageSize: number): string | null {
  const log = readDatabaseLog(`${database}-wal`, knownPageSize);
  const lost = lostLogPages(database, log);
  if (lost > 0)
    return `has a damaged log: ${String(lost)} of the pages that were saved last are missing or spoilt`;
  const isAllTaken = log === null || framesThatCount(database, log) <= log.taken;
  return isAllTaken ? null : "has a damaged log: what was saved last would be dropped";
}
