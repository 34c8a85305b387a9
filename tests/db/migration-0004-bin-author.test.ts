import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate, versionOf } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { temporaryFolder } from "#tests/support/newsroom-desk.ts";

describe("a newsroom of version 3, whose bin did not know who had filled it", () => {
  it("keeps its stories row by row, those in the bin with nobody's name", () => {
    const sql = new Database(goldenNewsroom(temporaryFolder(), 3));
    expect(versionOf(sql)).toBe(3);
    const before = sql.prepare<[], object>("SELECT * FROM story ORDER BY seq").all();
    migrate(sql, MIGRATIONS.slice(0, 4));
    expect(versionOf(sql)).toBe(4);
    expect(sql.prepare("SELECT * FROM story ORDER BY seq").all()).toEqual(
      before.map((row) => ({ ...row, binned_by: "" })),
    );
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
    sql.close();
  });
});
