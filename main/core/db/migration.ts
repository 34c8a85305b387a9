import type { Database } from "better-sqlite3";
import { recordVersion } from "./recorded-version.ts";

/**
 * One step from a version of the database to the next. Steps are numbered from 1 without gaps, and
 * one that was released never changes: newsrooms in the field have been through it.
 */
export interface Migration {
  /** What `PRAGMA user_version` says once this step is done. */
  readonly version: number;
  /** What the step brings, in a few words. */
  readonly name: string;
  /** Runs inside a transaction that also raises the version. */
  readonly up: (sql: Database) => void;
}

/** The version that a database has reached: 0 for an empty one. */
export function versionOf(sql: Database): number {
  return Number(sql.pragma("user_version", { simple: true }));
}

/** Takes a database through every step that it has not seen, each in a transaction of its own. */
export function migrate(sql: Database, migrations: readonly Migration[]): void {
  const reached = versionOf(sql);
  for (const migration of migrations) {
    if (migration.version <= reached) continue;
    sql.transaction(() => {
      migration.up(sql);
      sql.pragma(`user_version = ${String(migration.version)}`);
      recordVersion(sql, migration.version);
    })();
  }
}
