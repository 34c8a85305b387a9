import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate, versionOf } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { sealOf } from "#main/core/db/seal.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { temporaryFolder } from "#tests/support/newsroom-desk.ts";

interface Sealed {
  readonly text: string;
  readonly seal: number;
}

describe("a newsroom of version 4, whose text was not sealed", () => {
  it("keeps every row, and has each paragraph and each story's facts sealed as they are", () => {
    const sql = new Database(goldenNewsroom(temporaryFolder(), 4));
    expect(versionOf(sql)).toBe(4);
    const rows = (table: string): readonly object[] =>
      sql.prepare<[], object>(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
    const before = { story: rows("story"), block: rows("block") };
    migrate(sql, MIGRATIONS.slice(0, 5));
    expect(versionOf(sql)).toBe(5);
    expect(rows("story")).toMatchObject(before.story);
    expect(rows("block")).toMatchObject(before.block);
    const sealed = sql
      .prepare<[], Sealed>(
        "SELECT json AS text, seal FROM block UNION ALL SELECT facts AS text, facts_seal AS seal FROM story",
      )
      .all();
    expect(sealed.length).toBeGreaterThan(10);
    for (const { text, seal } of sealed) expect(seal).toBe(sealOf(text));
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
    sql.close();
  });
});
