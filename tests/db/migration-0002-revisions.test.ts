import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate, versionOf } from "#main/core/db/migration.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { paragraph } from "#shared/document/builders.ts";
import { goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

/** Every row of the tables that the first edition had. */
function firstEditionRows(sql: Database.Database): unknown {
  const tables = [
    "story",
    "story_frame",
    "block",
    "save",
    "place",
    "source",
    "photo",
    "setting",
    "search_text",
  ];
  return tables.map((table) => sql.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all());
}

describe("a newsroom of the first edition, given room for revisions", () => {
  it("keeps every row that it had", () => {
    const sql = new Database(goldenNewsroom(temporaryFolder(), 1));
    expect(versionOf(sql)).toBe(1);
    const before = firstEditionRows(sql);
    migrate(sql, MIGRATIONS.slice(0, 2));
    expect(versionOf(sql)).toBe(2);
    expect(firstEditionRows(sql)).toEqual(before);
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(sql.pragma("foreign_key_check")).toEqual([]);
    sql.close();
  });

  it("opens with its stories, sources, settings and places as they were", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 1);
    const { desk } = await openTestDesk(home);
    const { stories, total } = must(await desk.stories.list({ order: "slug" }));
    expect(total).toBe(3);
    expect(stories.map(({ facts }) => [facts.slug, facts.status])).toEqual([
      ["empty", "hold"],
      ["ferry", "draft"],
      ["seawall", "copy"],
    ]);
    const seawall = must(await desk.stories.open({ story: stories[2]?.id ?? "" }));
    expect(seawall.summary).toMatchObject({ version: 2, photos: 1, headline: "Seawall money runs short" });
    expect(seawall.document.blocks.map(({ kind }) => kind)).toEqual([
      "headline",
      "dateline",
      "paragraph",
      "photo",
      "unknown",
      "paragraph",
    ]);
    expect(seawall.document.notes).toMatchObject([{ text: "Which council?" }]);
    expect(seawall.place).toMatchObject({ offset: 4, scrollTopPx: 12.5 });
    const ferry = must(await desk.stories.open({ story: stories[1]?.id ?? "" }));
    const source = must(await desk.stories.readSource({ source: ferry.sources[0]?.id ?? "" }));
    expect(source.text).toContain("The ferry will not sail before spring.");
    expect(must(await desk.settings.read(null))).toMatchObject({ userName: "Ana Ruiz", theme: "dark" });
    expect(must(await desk.stories.list({ words: "capek" })).total).toBe(1);
  });

  it("keeps a story's text as its first revision before the first save writes over it", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 1);
    const { desk } = await openTestDesk(home);
    const { stories } = must(await desk.stories.list({ words: "seawall" }));
    const opened = must(await desk.stories.open({ story: stories[0]?.id ?? "" }));
    const hand = inHand(desk, opened);
    expect(await hand.revisions()).toEqual([]);
    await hand.save({ ...opened.document, blocks: [paragraph("All gone but this.")] });
    const first = (await hand.revisions()).at(-1);
    expect(first).toMatchObject({
      cause: "first",
      author: "",
      atMs: opened.summary.updatedAtMs,
      version: 2,
      parents: [],
    });
    expect(must(await desk.revisions.read({ revision: first?.id ?? "" })).document).toEqual(opened.document);
  });
});
