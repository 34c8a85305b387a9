import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import type { DatabaseLog } from "./log-frames.ts";

/** A database file as numbered pages, read without SQLite, so that no damage can keep a page from being read. */
export interface DatabasePages {
  readonly pageSize: number;
  /** What of a page may hold content. */
  readonly usableSize: number;
  /** How many pages are there; the file may have been longer. */
  readonly count: number;
  /** A page's bytes, counted from 1; null where the file ends before it. */
  readonly page: (number: number) => Buffer | null;
  readonly close: () => void;
}

// https://www.sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const RESERVED_AT = 20;
/** What SQLite has made since 2016, and so every newsroom. */
const USUAL_PAGE_SIZE = 4096;
/** More than this is kept free at the end of a page by no program that Stet knows. */
const MOST_RESERVED = 64;

/** The page size that a header tells; the usual one where it tells none that can be. */
export function pageSizeIn(header: Buffer): number {
  if (header.length < PAGE_SIZE_AT + 2) return USUAL_PAGE_SIZE;
  const told = header.readUInt16BE(PAGE_SIZE_AT);
  const size = told === 1 ? 65_536 : told;
  return size >= 512 && (size & (size - 1)) === 0 ? size : USUAL_PAGE_SIZE;
}

/** The page size of a database file; the usual one where there is no file. */
export function pageSizeOf(path: string): number {
  if (!existsSync(path)) return USUAL_PAGE_SIZE;
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return pageSizeIn(header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0)));
  } finally {
    closeSync(file);
  }
}

/** Where in the log the newest sound state of each page lies, among its first `frames` frames, up to the last commit. */
function newestInLog(
  log: DatabaseLog,
  frames: number,
): { readonly offsets: ReadonlyMap<number, number>; readonly count: number } {
  const offsets = new Map<number, number>();
  const seen = log.frames.slice(0, frames);
  const end = seen.findLastIndex(({ commit, isSound }) => commit > 0 && isSound);
  for (const { page, offset, isSound } of seen.slice(0, end + 1)) if (isSound) offsets.set(page, offset);
  return { offsets, count: seen[end]?.commit ?? 0 };
}

/**
 * Opens a database file with the first `frames` frames of its log laid over it. Throws what the
 * file system says where the file cannot be opened.
 */
export function openPages(path: string, log: DatabaseLog | null, frames = Infinity): DatabasePages {
  // Only the log may be left.
  const file = existsSync(path) ? openSync(path, "r") : null;
  const logFile = log ? openSync(log.path, "r") : null;
  const header = Buffer.alloc(HEADER_BYTES);
  const read = file === null ? 0 : readSync(file, header, 0, HEADER_BYTES, 0);
  const pageSize = log?.pageSize ?? pageSizeIn(header.subarray(0, read));
  const newest = log ? newestInLog(log, frames) : { offsets: new Map<number, number>(), count: 0 };
  const inFile = file === null ? 0 : Math.ceil(fstatSync(file).size / pageSize);
  const reserved = header[RESERVED_AT] ?? 0;

  const count = Math.max(inFile, newest.count);

  return {
    pageSize,
    usableSize: pageSize - (reserved <= MOST_RESERVED ? reserved : 0),
    count,
    page: (number) => {
      if (number > count) return null;
      const bytes = Buffer.alloc(pageSize);
      const inLog = newest.offsets.get(number);
      const from = inLog === undefined ? file : logFile;
      const got = from === null ? 0 : readSync(from, bytes, 0, pageSize, inLog ?? (number - 1) * pageSize);
      // A page that is cut short still holds what stands at its start.
      return got === 0 ? null : bytes;
    },
    close: () => {
      if (file !== null) closeSync(file);
      if (logFile !== null) closeSync(logFile);
    },
  };
}
