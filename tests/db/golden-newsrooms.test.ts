import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { lookThrough } from "#main/core/backup/database-look.ts";
import { MIGRATIONS } from "#main/core/db/migrations/index.ts";
import { versionOf } from "#main/core/db/migration.ts";
import { GOLDEN_VERSIONS, goldenNewsroom } from "#tests/support/golden-newsroom.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

describe("the newsrooms that are kept to try later steps of the database on", () => {
  it("are one of every version, the newest among them", () => {
    expect(GOLDEN_VERSIONS).toEqual(MIGRATIONS.map(({ version }) => version));
  });

  it.each(GOLDEN_VERSIONS)("are sound and of the version that they are named after: %i", (version) => {
    const path = goldenNewsroom(temporaryFolder(), version);
    const sql = new Database(path, { readonly: true });
    expect(versionOf(sql)).toBe(version);
    sql.close();
    expect(lookThrough(path, "full")).toMatchObject({ problems: [], version, strayRows: 0 });
  });

  it.each(GOLDEN_VERSIONS)("open with every story, revision and word to search for: %i", async (version) => {
    const home = temporaryFolder();
    goldenNewsroom(home, version);
    const { desk } = await openTestDesk(home);
    const { report } = must(await desk.safety.recovery(null));
    expect(report).toBeNull();
    const health = must(await desk.safety.check(null));
    expect(health).toMatchObject({
      databaseTroubles: [],
      searchTroubles: [],
      strayRows: 0,
      unreadableStories: [],
    });
    expect(health.stories).toBeGreaterThanOrEqual(3);
    expect(must(await desk.stories.list({ words: "Čapek" })).total).toBe(1);
  });
});

describe("the newsroom of version 3", () => {
  it("has its revisions, its branch, and a story in the bin", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 3);
    const { desk } = await openTestDesk(home);
    const [ferry, seawall] = must(await desk.stories.list({ order: "slug" })).stories;
    const wall = inHand(desk, must(await desk.stories.open({ story: seawall?.id ?? "" })));
    const revisions = await wall.revisions();
    expect(revisions.map(({ cause, name }) => name ?? cause)).toEqual([
      "auto",
      "before-restore",
      "status",
      "Before the council",
      "first",
    ]);
    for (const { id } of revisions) must(await desk.revisions.read({ revision: id }));
    expect(must(await desk.revisions.heads({ story: ferry?.id ?? "" })).heads).toHaveLength(1);
    expect(must(await desk.stories.list({ binned: true })).stories).toMatchObject([
      { facts: { slug: "empty" } },
    ]);
  });
});

describe("the newsroom of version 4", () => {
  it("tells who put a story into the bin, where that was known", async () => {
    const home = temporaryFolder();
    goldenNewsroom(home, 4);
    const { desk } = await openTestDesk(home);
    const { stories } = must(await desk.stories.list({ binned: true, order: "slug" }));
    expect(stories.map(({ facts, binned }) => [facts.slug, binned?.by])).toEqual([
      ["empty", ""],
      ["fog", "Ana Ruiz"],
    ]);
  });
});
