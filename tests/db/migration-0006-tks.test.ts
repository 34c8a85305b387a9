import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate, versionOf } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { recordedVersion } from "#main/core/db/recorded-version.ts";
import { headline, paragraph, photo, story } from "#shared/document/builders.ts";
import { blockToStore, NO_PICTURE } from "#shared/document/index.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

describe("a newsroom of version 5, whose TKs nobody had counted", () => {
  it("keeps every row, has the TKs of each paragraph and story counted, and says its version twice", () => {
    const sql = new Database(goldenNewsroom(temporaryFolder(), 5));
    expect(versionOf(sql)).toBe(5);
    expect(recordedVersion(sql)).toBeUndefined();
    const [frame] = sql.prepare<[], { story: number }>("SELECT story FROM story_frame").all();
    const seq = frame?.story ?? 0;
    const put = sql.prepare(
      "INSERT INTO block (story, id, kind, json, words, characters) VALUES (?, ?, ?, ?, 0, 0)",
    );
    const { blocks } = story(
      headline("The TK bridge"),
      paragraph("Tkachuk said (TK) and TK-year-old."),
      photo(NO_PICTURE, "TK", "", "tk"),
    );
    for (const block of blocks) put.run(seq, block.id, block.kind, JSON.stringify(blockToStore(block)));
    put.run(seq, "b_broken", "paragraph", '{"text": "TK');
    const rows = (table: string): readonly object[] =>
      sql.prepare<[], object>(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
    const before = { story: rows("story"), block: rows("block") };
    migrate(sql, MIGRATIONS.slice(0, 6));
    expect(versionOf(sql)).toBe(6);
    expect(recordedVersion(sql)).toBe(6);
    expect(rows("story")).toMatchObject(before.story);
    expect(rows("block")).toMatchObject(before.block);
    const count = sql.prepare<[string], number>("SELECT tks FROM block WHERE id = ?").pluck();
    expect([...blocks.map(({ id }) => count.get(id)), count.get("b_broken")]).toEqual([1, 2, 2, 0]);
    expect(sql.prepare("SELECT tks FROM story WHERE seq = ?").pluck().get(seq)).toBe(5);
    expect(sql.prepare("SELECT sum(tks) FROM story").pluck().get()).toBe(5);
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
    sql.close();
  });
});

describe("the newsroom of version 6", () => {
  it("has the TKs of its stories on the desk list", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 6);
    const { desk } = await openTestDesk(home);
    const { stories } = must(await desk.stories.list({ words: "bridge" }));
    expect(stories.map(({ facts, tks }) => [facts.slug, tks])).toEqual([["bridge", 4]]);
  });
});
