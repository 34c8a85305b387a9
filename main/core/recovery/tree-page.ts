import type { DatabasePages } from "./database-pages.ts";
import { readRecord, readVarint, type StoredValue } from "./record.ts";

/** A row as it lies in a page. `rowid` is null in the pages of indexes and of tables without row numbers. */
export interface StoredRow {
  readonly rowid: number | null;
  readonly values: readonly StoredValue[];
}

/** What a page is in a tree. */
export interface PageKind {
  readonly holds: "table" | "index";
  readonly isLeaf: boolean;
}

/** One page of a tree, as far as it can be read. */
export interface TreePage extends PageKind {
  readonly children: readonly number[];
  readonly rows: readonly StoredRow[];
  /** Pages that hold the rest of long rows. */
  readonly overflow: readonly number[];
  /** How many rows in it could not be read. */
  readonly brokenRows: number;
}

// https://www.sqlite.org/fileformat.html#b_tree_pages
const KINDS: ReadonlyMap<number, PageKind> = new Map([
  [0x0d, { holds: "table", isLeaf: true }],
  [0x05, { holds: "table", isLeaf: false }],
  [0x0a, { holds: "index", isLeaf: true }],
  [0x02, { holds: "index", isLeaf: false }],
]);
const FILE_HEADER_BYTES = 100;
const LONGEST_ROW_BYTES = 1_000_000_000;

/** How much of a row lies in its own page (file format, section 1.6). */
function localBytes(payload: number, usable: number, inTable: boolean): number {
  const most = inTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** Follows the chain of pages that hold the rest of a row; null where the chain breaks off. */
function readOverflow(pages: DatabasePages, first: number, bytes: number, seen: number[]): Buffer | null {
  const pieces: Buffer[] = [];
  let next = first;
  for (let left = bytes; left > 0;) {
    const page = next > 1 && next <= pages.count && !seen.includes(next) ? pages.page(next) : null;
    if (!page) return null;
    seen.push(next);
    const size = Math.min(left, pages.usableSize - 4);
    pieces.push(page.subarray(4, 4 + size));
    left -= size;
    next = page.readUInt32BE(0);
  }
  return Buffer.concat(pieces);
}

function readPayload(
  pages: DatabasePages,
  page: Buffer,
  start: number,
  payload: number,
  inTable: boolean,
  overflow: number[],
): Buffer | null {
  if (payload < 0 || payload > LONGEST_ROW_BYTES) return null;
  const local = localBytes(payload, pages.usableSize, inTable);
  if (start + local > pages.usableSize) return null;
  const here = page.subarray(start, start + local);
  if (local === payload) return here;
  if (start + local + 4 > pages.usableSize) return null;
  const chain: number[] = [];
  const rest = readOverflow(pages, page.readUInt32BE(start + local), payload - local, chain);
  if (!rest) return null;
  overflow.push(...chain);
  return Buffer.concat([here, rest]);
}

/**
 * Reads one page of a tree, row by row: a broken row does not keep the others from being read. Null
 * where it is no such page. `as` says what to take it for, where its own first byte is not to be
 * believed.
 */
export function readTreePage(pages: DatabasePages, number: number, as?: PageKind): TreePage | null {
  const page = pages.page(number);
  if (!page) return null;
  const start = number === 1 ? FILE_HEADER_BYTES : 0;
  const kind = as ?? KINDS.get(page[start] ?? 0);
  if (!kind) return null;
  const { isLeaf } = kind;
  const inTable = kind.holds === "table";
  const count = page.readUInt16BE(start + 3);
  const pointers = start + (isLeaf ? 8 : 12);
  if (pointers + count * 2 > pages.usableSize) return null;

  const children: number[] = [];
  const rows: StoredRow[] = [];
  const overflow: number[] = [];
  let brokenRows = 0;
  for (let cell = 0; cell < count; cell += 1) {
    let at = page.readUInt16BE(pointers + cell * 2);
    if (at < pointers || at + 4 > pages.pageSize) {
      brokenRows += 1;
      continue;
    }
    if (!isLeaf) {
      children.push(page.readUInt32BE(at));
      at += 4;
      if (inTable) continue;
    }
    const size = readVarint(page, at);
    const rowid = size && inTable ? readVarint(page, size.end) : null;
    const begins = inTable ? rowid?.end : size?.end;
    const payload =
      size && begins !== undefined ? readPayload(pages, page, begins, size.value, inTable, overflow) : null;
    const values = payload ? readRecord(payload) : null;
    if (values) rows.push({ rowid: rowid?.value ?? null, values });
    else brokenRows += 1;
  }
  if (!isLeaf) children.push(page.readUInt32BE(start + 8));
  return { ...kind, children, rows, overflow, brokenRows };
}
