import { readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { APPLICATION_ID, createDatabase } from "#main/core/db/database-file.ts";
import { migrate, versionOf, type Migration } from "#main/core/db/migration.ts";
import { DATABASE_VERSION, MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { temporaryFolder } from "#tests/support/newsroom-desk.ts";

const MIGRATIONS_FOLDER = join(import.meta.dirname, "../../main/core/db/migrations");

function emptyDatabase(): Database.Database {
  const sql = new Database(join(temporaryFolder(), "any.db"));
  onTestFinished(() => {
    sql.close();
  });
  return sql;
}

function addsTable(version: number, name: string): Migration {
  return { version, name, up: (sql) => sql.exec(`CREATE TABLE ${name} (x TEXT) STRICT`) };
}

function tables(sql: Database.Database): readonly unknown[] {
  return sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
}

describe("the steps of the database", () => {
  it("are numbered from 1 without gaps, one file each", () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
    const numbers = readdirSync(MIGRATIONS_FOLDER)
      .filter((name) => name !== "index.ts")
      .map((name) => Number.parseInt(name, 10));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(MIGRATIONS.map(({ version }) => version));
  });

  it("take an empty file to the last version", () => {
    const path = join(temporaryFolder(), "newsroom.db");
    createDatabase(path);
    const sql = new Database(path);
    onTestFinished(() => {
      sql.close();
    });
    expect(versionOf(sql)).toBe(DATABASE_VERSION);
    expect(DATABASE_VERSION).toBe(MIGRATIONS.length);
    expect(sql.pragma("application_id", { simple: true })).toBe(APPLICATION_ID);
    expect(sql.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
  });

  it("make only strict tables: SQLite itself refuses text where a number belongs", () => {
    const sql = emptyDatabase();
    migrate(sql, MIGRATIONS);
    const loose = sql
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all();
    expect(loose.filter((name) => name !== "sqlite_schema")).toEqual([]);
  });

  it("are taken once each, in order, from wherever the database stands", () => {
    const sql = emptyDatabase();
    migrate(sql, [addsTable(1, "one")]);
    migrate(sql, [addsTable(1, "one"), addsTable(2, "two"), addsTable(3, "three")]);
    expect(tables(sql)).toEqual(["one", "three", "two"]);
    expect(versionOf(sql)).toBe(3);
  });

  it("are taken whole or not at all: one that fails leaves the database at the step before", () => {
    const sql = emptyDatabase();
    const fails: Migration = {
      version: 2,
      name: "fails half-way",
      up: (database) => {
        database.exec("CREATE TABLE half (x TEXT) STRICT");
        throw new Error("no more room");
      },
    };
    expect(() => migrate(sql, [addsTable(1, "one"), fails, addsTable(3, "three")])).toThrow("no more room");
    expect(tables(sql)).toEqual(["one"]);
    expect(versionOf(sql)).toBe(1);
  });
});
