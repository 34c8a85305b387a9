import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate, versionOf } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

describe("a newsroom of version 2, given a bin", () => {
  it("has nothing in it, and all its stories in the list", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 2);
    const { desk } = await openTestDesk(home);
    expect(must(await desk.stories.list({ binned: true })).total).toBe(0);
    expect(must(await desk.stories.list({})).total).toBe(3);
    expect(must(await desk.host.info(null)).newsroom?.stories).toBe(3);
  });

  it("keeps its stories row by row", () => {
    const sql = new Database(goldenNewsroom(temporaryFolder(), 2));
    expect(versionOf(sql)).toBe(2);
    const before = sql.prepare<[], object>("SELECT * FROM story ORDER BY seq").all();
    migrate(sql, MIGRATIONS.slice(0, 3));
    expect(versionOf(sql)).toBe(3);
    expect(sql.prepare("SELECT * FROM story ORDER BY seq").all()).toEqual(
      before.map((row) => ({ ...row, binned_at_ms: null, binned_why: "" })),
    );
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
    sql.close();
  });

  it.each(["updated_at_ms DESC, seq DESC", "deadline_at_ms NULLS LAST, seq", "slug_key, seq"])(
    "is listed by %s from an index alone, as before",
    (order) => {
      const sql = new Database(goldenNewsroom(temporaryFolder(), 2));
      migrate(sql, MIGRATIONS.slice(0, 3));
      const question = `SELECT seq FROM story WHERE binned_at_ms IS NULL AND status IN ('copy') AND desk = 'metro' ORDER BY ${order}`;
      const plan = sql.prepare<[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${question}`).all();
      expect(plan.map(({ detail }) => detail).join("; ")).toMatch(/USING COVERING INDEX story_by_/);
      sql.close();
    },
  );
});
