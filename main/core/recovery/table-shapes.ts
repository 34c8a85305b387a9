import SqliteDatabase, { type Database } from "better-sqlite3";
import { z } from "zod";
import { migrate } from "../db/migration.ts";
import { MIGRATIONS } from "../db/migrations/index.ts";
import type { StoredValue } from "./record.ts";

/** A column in the order in which a row's values are stored. */
export interface ColumnShape {
  readonly name: string;
  readonly type: string;
  readonly canBeNull: boolean;
  /** The row's number stands in for it: nothing is stored. */
  readonly isRowid: boolean;
  /** What a row has that was written before the column was added, as SQL. */
  readonly fallback: string | null;
}

/** A table's form, as far as it is needed to make sense of stored rows. */
export interface TableShape {
  readonly name: string;
  /** False for a table that is stored as an index of its key. */
  readonly hasRowids: boolean;
  readonly columns: readonly ColumnShape[];
}

/** What is made from other tables and is made again where it is missing: the search index and its words. */
const DERIVED = /^(?:sqlite_|search$|search_)/;

const tableRow = z.object({ name: z.string(), type: z.string(), wr: z.number() });
const columnRow = z.object({
  name: z.string(),
  type: z.string(),
  notnull: z.number(),
  dflt_value: z.string().nullable(),
  pk: z.number(),
});

function shapeOf(sql: Database, name: string, hasRowids: boolean): TableShape {
  const columns = z.array(columnRow).parse(sql.prepare("SELECT * FROM pragma_table_info(?)").all(name));
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const [only] = key;
  const rowid = hasRowids && key.length === 1 && only?.type === "INTEGER" ? only : null;
  const stored = hasRowids ? columns : [...key, ...columns.filter(({ pk }) => pk === 0)];
  return {
    name,
    hasRowids,
    columns: stored.map((column) => ({
      name: column.name,
      type: column.type,
      canBeNull: column.notnull === 0 && (hasRowids || column.pk === 0),
      isRowid: column === rowid,
      fallback: column.dflt_value,
    })),
  };
}

/** The tables of a database that hold what nobody could make again. */
export function shapesOf(sql: Database): readonly TableShape[] {
  return z
    .array(tableRow)
    .parse(sql.prepare("SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'").all())
    .filter(({ name, type }) => type === "table" && !DERIVED.test(name))
    .map(({ name, wr }) => shapeOf(sql, name, wr === 0));
}

/** The tables of a newsroom at a version of its database. */
export function shapesAtVersion(version: number): readonly TableShape[] {
  const sql = new SqliteDatabase(":memory:");
  try {
    migrate(
      sql,
      MIGRATIONS.filter((migration) => migration.version <= version),
    );
    return shapesOf(sql);
  } finally {
    sql.close();
  }
}

function fitsType(value: StoredValue, { type, canBeNull, isRowid }: ColumnShape): boolean {
  if (value === null) return canBeNull || isRowid;
  switch (type) {
    case "INTEGER":
    case "INT":
      return typeof value === "bigint" || Number.isInteger(value);
    case "REAL":
      return typeof value === "number";
    case "TEXT":
      return typeof value === "string";
    case "BLOB":
      return Buffer.isBuffer(value);
    default:
      return true;
  }
}

/**
 * What is true of every row of a table beyond its types, where the rows of an index have the same
 * types: `revision_child` holds the numbers of `revision_parent` in another order.
 */
const RULES: Readonly<Record<string, (values: readonly StoredValue[]) => boolean>> = {
  revision_parent: ([, place]) => place === 0 || place === 1,
};

/** True where a row can be one of this table's. A row may be shorter: columns were added after it was written. */
export function fitsShape(values: readonly StoredValue[], { name, columns }: TableShape): boolean {
  if (RULES[name]?.(values) === false) return false;
  if (values.length === 0 || values.length > columns.length) return false;
  return columns.every((column, at) => {
    const value = values[at];
    return value === undefined ? column.fallback !== null || column.canBeNull : fitsType(value, column);
  });
}
