import type { Database } from "better-sqlite3";
import type { z } from "zod";

/** What is stored of kits beside their files: choices and measurements, one row each. */
export interface KitRows {
  /** Null where there is none, or it is not one that this Stet knows. */
  readonly read: <Value>(name: string, schema: z.ZodType<Value>) => Value | null;
  /** Null takes the row away. */
  readonly write: (name: string, value: unknown) => void;
  /** The ends of the names of all rows that begin so. */
  readonly named: (start: string) => readonly string[];
  /** All of it, or nothing. */
  readonly together: (work: () => void) => void;
}

/** How every row's name begins: the settings of the person pass such rows over. */
export const KIT_ROWS = "kit:";

/** Opens the rows of kits in a newsroom's `setting` table. */
export function openKitRows(sql: Database): KitRows {
  const get = sql.prepare<[string], string>("SELECT value FROM setting WHERE name = ?").pluck();
  const all = sql
    .prepare<[string, string], string>("SELECT name FROM setting WHERE name >= ? AND name < ? ORDER BY name")
    .pluck();
  const put = sql.prepare<[string, string]>(
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const drop = sql.prepare<[string]>("DELETE FROM setting WHERE name = ?");
  return {
    read: (name, schema) => {
      const stored = get.get(KIT_ROWS + name);
      if (stored === undefined) return null;
      try {
        return schema.safeParse(JSON.parse(stored)).data ?? null;
      } catch {
        return null;
      }
    },
    write: (name, value) => {
      if (value === null) drop.run(KIT_ROWS + name);
      else put.run(KIT_ROWS + name, JSON.stringify(value));
    },
    named: (start) => {
      const from = KIT_ROWS + start;
      return all.all(from, `${from}\u{10FFFF}`).map((name) => name.slice(from.length));
    },
    together: (work) => {
      sql.transaction(work).immediate();
    },
  };
}
