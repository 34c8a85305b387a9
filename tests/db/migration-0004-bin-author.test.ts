import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate, versionOf } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { temporaryFolder } from "#tests/support/newsroom-desk.ts";

/** Versions 2 to 4 came out together: the newsroom that is brought forward is the first edition's. */
describe("a newsroom whose bin did not know who had filled it", () => {
  it("keeps its stories row by row, those in the bin with nobody's name", () => {
    const sql = new Database(goldenNewsroom(temporaryFolder(), 1));
    migrate(sql, MIGRATIONS.slice(0, 3));
    sql.exec("UPDATE story SET binned_at_ms = 5, binned_why = 'Spiked.' WHERE seq = 1");
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
