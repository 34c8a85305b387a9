import type { Database } from "better-sqlite3";
import { sealOf } from "./seal.ts";

/**
 * The table that says once more which version the database has. `PRAGMA user_version` is four bytes
 * without a checksum: a bit that flips there makes an older newsroom look like a newer Stet's.
 */
export const RECORD_TABLE = "database_version";

/** What the record says: nothing where there is none yet, null where it is not what was written. */
export type RecordedVersion = number | null | undefined;

/** A version as it was recorded; null where it does not fit its seal. */
export function sealedVersion(version: unknown, seal: unknown): number | null {
  return typeof version === "number" && sealOf(String(version)) === seal ? version : null;
}

/** Makes the table of the record, which `migrate` fills. */
export function makeRecord(sql: Database): void {
  sql.exec(`
    CREATE TABLE ${RECORD_TABLE} (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      version INTEGER NOT NULL,
      seal INTEGER NOT NULL
    ) STRICT;
  `);
}

function hasRecord(sql: Database): boolean {
  const found = sql.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck();
  return found.get(RECORD_TABLE) === 1;
}

/** Writes the version into the record, where the database has one. The caller holds the transaction. */
export function recordVersion(sql: Database, version: number): void {
  if (!hasRecord(sql)) return;
  sql
    .prepare(`INSERT OR REPLACE INTO ${RECORD_TABLE} (only_one, version, seal) VALUES (1, ?, ?)`)
    .run(version, sealOf(String(version)));
}

/** Reads the record. */
export function recordedVersion(sql: Database): RecordedVersion {
  if (!hasRecord(sql)) return undefined;
  const row = sql
    .prepare<[], { readonly version: unknown; readonly seal: unknown }>(
      `SELECT version, seal FROM ${RECORD_TABLE}`,
    )
    .get();
  return row ? sealedVersion(row.version, row.seal) : null;
}
