import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate, versionOf } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { acceptChanges, resolveNote } from "#shared/changes/index.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

const AT = "2026-11-22T09:14:03Z";

describe("a newsroom of version 6, whose open changes and queries nobody had counted", () => {
  it("keeps every row, and has them counted, each change once in however many paragraphs it is", () => {
    const sql = new Database(goldenNewsroom(temporaryFolder(), 6));
    expect(versionOf(sql)).toBe(6);
    const seqOf = sql
      .prepare<[], number>("SELECT story FROM story_frame WHERE document_schema = 1 LIMIT 1")
      .pluck();
    const seq = seqOf.get() ?? 0;
    const put = sql.prepare(
      "INSERT INTO block (story, id, kind, json, words, characters) VALUES (?, ?, 'paragraph', ?, 0, 0)",
    );
    const block = (id: string, ...changes: readonly string[]): void => {
      const runs = changes.map((change) => ({
        text: "x",
        change: { id: change, kind: "insert", by: "u_ana", at: AT },
      }));
      put.run(seq, id, JSON.stringify({ id, kind: "paragraph", runs }));
    };
    block("b_1", "c_1", "c_2");
    block("b_2", "c_2", "c_3");
    put.run(seq, "b_broken", '{"inserted": ');
    const query = { kind: "query", by: "u_ana", at: AT, text: "Sure?" };
    const notes = JSON.stringify([
      { id: "n_1", ...query },
      { id: "n_2", ...query, kind: "note" },
    ]);
    sql.prepare("UPDATE story_frame SET notes = ? WHERE story = ?").run(notes, seq);
    const rows = (table: string): readonly object[] =>
      sql.prepare<[], object>(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
    const before = { story: rows("story"), block: rows("block") };
    migrate(sql, MIGRATIONS.slice(0, 7));
    expect(versionOf(sql)).toBe(7);
    expect(rows("story")).toMatchObject(before.story);
    expect(rows("block")).toMatchObject(before.block);
    expect(sql.prepare("SELECT open_changes, open_queries FROM story WHERE seq = ?").get(seq)).toEqual({
      open_changes: 3,
      open_queries: 1,
    });
    expect(sql.prepare("SELECT changes FROM block WHERE id = 'b_2'").pluck().get()).toBe('["c_2","c_3"]');
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
    sql.close();
  });
});

describe("the newsroom of version 7", () => {
  it("has open changes and queries of its stories on the desk list, and counts on", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 7);
    const { desk } = await openTestDesk(home);
    const counts = async (): Promise<unknown> =>
      must(await desk.stories.list({ words: "pier" })).stories.map((one) => [
        one.openChanges,
        one.openQueries,
      ]);
    expect(await counts()).toEqual([[3, 1]]);
    const { stories } = must(await desk.stories.list({ words: "pier" }));
    const hand = inHand(desk, must(await desk.stories.open({ story: stories[0]?.id ?? "" })));
    await hand.save(resolveNote(hand.document(), "n_1"));
    expect(await counts()).toEqual([[3, 0]]);
    await hand.save(acceptChanges(hand.document(), "all"));
    expect(await counts()).toEqual([[0, 0]]);
  });
});
