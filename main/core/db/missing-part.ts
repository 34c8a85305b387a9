import SqliteDatabase, { type Database } from "better-sqlite3";
import { z } from "zod";
import { migrate } from "./migration.ts";
import { MIGRATIONS } from "./migrations/index.ts";

const parts = z.array(z.string());

/** The tables, indexes and columns of a database, each as it is called in a sentence. */
function partsOf(sql: Database): readonly string[] {
  return parts.parse(
    sql
      .prepare(
        `SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('table', 'index')
         UNION ALL
         SELECT 'column ' || info.name || ' of ' || part.name
           FROM sqlite_schema AS part, pragma_table_info(part.name) AS info WHERE part.type = 'table'`,
      )
      .pluck()
      .all(),
  );
}

/**
 * What a newsroom's database lacks of what its version has ("table place"); null where everything is
 * there. SQLite takes a database without one of its tables for sound.
 */
export function missingPart(sql: Database, version: number): string | null {
  const whole = new SqliteDatabase(":memory:");
  try {
    migrate(
      whole,
      MIGRATIONS.filter((migration) => migration.version <= version),
    );
    const there = new Set(partsOf(sql));
    return partsOf(whole).find((part) => !there.has(part)) ?? null;
  } finally {
    whole.close();
  }
}
