import SqliteDatabase, { type Database } from "better-sqlite3";
import type { DatabasePages } from "./database-pages.ts";
import type { StoredValue } from "./record.ts";
import { fitsShape, type TableShape } from "./table-shapes.ts";
import { readTreePage, type StoredRow, type TreePage } from "./tree-page.ts";

/** What came out of a damaged file. The rows lie in a database of their own, under the same table names. */
export interface LiftedRows {
  readonly sql: Database;
  readonly shapes: readonly TableShape[];
  readonly pages: number;
  /** Pages that could not be made sense of, or of which not every row could be read. */
  readonly unreadPages: readonly number[];
  /** Rows that are there and could not be read. */
  readonly brokenRows: number;
}

/** Says how a lifted row was found: 0 by way of its table's tree, 1 on a page that nothing leads to any more. */
export const STRAY = "stet_is_stray";

const SCHEMA_ROOT = 1;
const FREE_LIST_AT = 32;

/** What a walk through trees has met. */
export interface Walk {
  readonly visited: Set<number>;
  readonly unreadPages: Set<number>;
  brokenRows: number;
}

/** A page that a tree leads to; one whose first byte is spoilt is read as what it makes sense as. */
function pageOf(pages: DatabasePages, number: number, holds: TreePage["holds"]): TreePage | null {
  const page = readTreePage(pages, number);
  if (page?.holds === holds) return page;
  const leaf = readTreePage(pages, number, { holds, isLeaf: true });
  if (leaf && leaf.rows.length > 0 && leaf.brokenRows === 0) return leaf;
  const branching = readTreePage(pages, number, { holds, isLeaf: false });
  const makesSense =
    branching?.brokenRows === 0 && branching.children.every((child) => child > 1 && child <= pages.count);
  return makesSense ? branching : null;
}

/** Goes through a tree page by page, giving every row that can be read. */
export function* walkTree(
  pages: DatabasePages,
  root: number,
  walk: Walk,
  hasRowids: boolean,
): Generator<StoredRow> {
  const due = [root];
  for (let number = due.pop(); number !== undefined; number = due.pop()) {
    const isNew = number >= 1 && !walk.visited.has(number);
    const page = isNew ? pageOf(pages, number, hasRowids ? "table" : "index") : null;
    if (!page) {
      if (isNew) walk.unreadPages.add(number);
      continue;
    }
    walk.visited.add(number);
    for (const part of page.overflow) walk.visited.add(part);
    walk.brokenRows += page.brokenRows;
    if (page.brokenRows > 0) walk.unreadPages.add(number);
    due.push(...page.children);
    yield* page.rows;
  }
}

/** The pages that the database itself says hold nothing (file format, section 1.5). */
function freePages(pages: DatabasePages): readonly number[] {
  const free: number[] = [];
  const trunks = new Set<number>();
  for (let trunk = pages.page(1)?.readUInt32BE(FREE_LIST_AT) ?? 0; trunk > 0 && !trunks.has(trunk);) {
    const page = trunk <= pages.count ? pages.page(trunk) : null;
    if (!page) break;
    trunks.add(trunk);
    const leaves = page.readUInt32BE(4);
    if (leaves > pages.pageSize / 4 - 2) break;
    for (let leaf = 0; leaf < leaves; leaf += 1) free.push(page.readUInt32BE(8 + leaf * 4));
    trunk = page.readUInt32BE(0);
  }
  return [...trunks, ...free];
}

/** Where the tables and indexes of the file start, by name, as far as its schema can be read. */
export function readRoots(pages: DatabasePages, walk: Walk): ReadonlyMap<string, number> {
  const roots = new Map<string, number>();
  for (const { values } of walkTree(pages, SCHEMA_ROOT, walk, true)) {
    const [type, name, , root] = values;
    if (
      (type === "table" || type === "index") &&
      typeof name === "string" &&
      typeof root === "number" &&
      root > 1
    ) {
      roots.set(`${type} ${name}`, root);
    }
  }
  return roots;
}

function makeTable(sql: Database, { name, columns }: TableShape): void {
  const names = columns.map((column) => `"${column.name}"`);
  sql.exec(`CREATE TABLE "${name}" (${[...names, STRAY].join(", ")})`);
}

/** A writer of rows into one table of the database of lifted rows. */
function rowWriter(sql: Database, { name, columns }: TableShape): (row: StoredRow, isStray: boolean) => void {
  const insert = sql.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => "?").join(", ")}, ?)`);
  const fallbacks = columns.map(({ fallback }): unknown =>
    fallback === null ? null : sql.prepare(`SELECT ${fallback}`).pluck().get(),
  );
  return ({ rowid, values }, isStray) => {
    const full = columns.map((column, at): unknown => {
      const value: StoredValue | undefined = values[at];
      if (column.isRowid) return rowid;
      return value === undefined ? fallbacks[at] : value;
    });
    insert.run(...full, isStray ? 1 : 0);
  };
}

/**
 * Reads every row that can be read from a newsroom's pages into the database file `into`: first by
 * way of the tables' trees, then from pages that nothing leads to any more, whose rows are known by
 * their form. This is what SQLite's own recovery does (https://www.sqlite.org/recovery.html).
 */
export function liftRows(pages: DatabasePages, shapes: readonly TableShape[], into: string): LiftedRows {
  const sql = new SqliteDatabase(into);
  sql.pragma("journal_mode = OFF");
  sql.pragma("synchronous = OFF");
  const walk: Walk = { visited: new Set(), unreadPages: new Set(), brokenRows: 0 };

  const lift = sql.transaction(() => {
    const roots = readRoots(pages, walk);
    for (const shape of shapes) {
      makeTable(sql, shape);
      const write = rowWriter(sql, shape);
      const root = roots.get(`table ${shape.name}`);
      if (root === undefined) continue;
      for (const row of walkTree(pages, root, walk, shape.hasRowids)) {
        if (fitsShape(row.values, shape)) write(row, false);
        else walk.brokenRows += 1;
      }
    }
    // What belongs to the other trees is not stray.
    const known = new Set(shapes.map(({ name }) => `table ${name}`));
    for (const [name, root] of roots) {
      if (known.has(name)) continue;
      for (const hasRowids of [true, false]) {
        const rows = walkTree(pages, root, { ...walk, unreadPages: new Set(), brokenRows: 0 }, hasRowids);
        while (!rows.next().done);
      }
    }
    for (const page of freePages(pages)) walk.visited.add(page);
    liftStrays(
      pages,
      shapes.map((shape) => ({ shape, write: rowWriter(sql, shape) })),
      walk,
    );
  });
  lift();
  return {
    sql,
    shapes,
    pages: pages.count,
    unreadPages: [...walk.unreadPages].sort((a, b) => a - b),
    brokenRows: walk.brokenRows,
  };
}

interface Target {
  readonly shape: TableShape;
  readonly write: (row: StoredRow, isStray: boolean) => void;
}

/** Reads the leaves that no tree leads to: all rows of one must fit the same table, and only that. */
function liftStrays(pages: DatabasePages, targets: readonly Target[], { visited, unreadPages }: Walk): void {
  for (let number = 2; number <= pages.count; number += 1) {
    if (visited.has(number)) continue;
    const page = readTreePage(pages, number);
    if (!page || page.rows.length === 0) continue;
    const fitting = targets.filter(
      ({ shape }) =>
        shape.hasRowids === (page.holds === "table") &&
        page.rows.every(({ values }) => fitsShape(values, shape)),
    );
    const [target] = fitting;
    if (!target || fitting.length > 1) {
      if (fitting.length > 1) unreadPages.add(number);
      continue;
    }
    unreadPages.delete(number);
    for (const row of page.rows) target.write(row, true);
  }
}
