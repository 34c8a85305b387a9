import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "#shared/contract/index.ts";
import { headline, story } from "#shared/document/builders.ts";
import { NO_PICTURE } from "#shared/document/index.ts";
import { failed, ok } from "#shared/rpc/index.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";

const NOT_AT_ONCE = { openAtOnce: null } as const;

describe("before a newsroom is chosen", () => {
  it("every service says that there is none", async () => {
    const { desk } = await openTestDesk(temporaryFolder(), NOT_AT_ONCE);
    expect(must(await desk.host.info(null))).toMatchObject({ newsroom: null, trouble: null });
    const incoming = { from: "paste", text: "Words" } as const;
    const refusals = [
      await desk.stories.list({}),
      await desk.stories.create({ facts: {} }),
      await desk.stories.open({ story: "s_1" }),
      await desk.settings.read(null),
      await desk.photos.describe({ asset: NO_PICTURE }),
      await desk.intake.accept({ incoming, kinds: {} }),
      await desk.exporting.run({
        stories: ["s_1"],
        formats: ["text"],
        variant: "final",
        pictures: "jpeg",
        into: "/",
        zip: false,
      }),
    ].map((result) => refusal(result).code);
    expect(new Set(refusals)).toEqual(new Set(["no-newsroom"]));
  });

  it("no photo has a file", async () => {
    const host = await openTestDesk(temporaryFolder(), NOT_AT_ONCE);
    expect(await host.photoFile(NO_PICTURE)).toBeNull();
  });
});

describe("choosing a newsroom", () => {
  it("makes the person's own, tells every window, and opens it at once next time", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home, NOT_AT_ONCE);
    const told: unknown[] = [];
    host.desk.host.on("newsroomChanged", (info) => told.push(info));
    const info = must(await host.desk.host.openNewsroom({ kind: "own" }));
    expect(info).toEqual({ folder: join(home, "newsroom"), kind: "own", stories: 0 });
    expect(told).toEqual([info]);
    await host.close();

    const again = await openTestDesk(home, NOT_AT_ONCE);
    expect(must(await again.desk.host.info(null)).newsroom).toEqual(info);
  });

  it("asks again where the newsroom of last time is gone", async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, "last-newsroom.json"), '{"kind":"own"}');
    const host = await openTestDesk(home, NOT_AT_ONCE);
    expect(must(await host.desk.host.info(null))).toMatchObject({ newsroom: null, trouble: null });
    expect(existsSync(join(home, "newsroom"))).toBe(false);
  });

  it("asks again where nobody can read what was chosen last time", async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, "last-newsroom.json"), "{");
    const host = await openTestDesk(home, NOT_AT_ONCE);
    expect(must(await host.desk.host.info(null)).newsroom).toBeNull();
  });

  it("closes one newsroom as it opens the other, and keeps their stories apart", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Mine")), { slug: "mine" });
    const sample = must(await host.desk.host.openNewsroom({ kind: "sample" }));
    expect(sample).toMatchObject({ folder: join(home, "sample"), kind: "sample" });
    expect(must(await host.desk.stories.list({ words: "mine" })).total).toBe(0);
    const other = await openTestDesk(home);
    expect(must(await other.desk.host.info(null)).newsroom?.stories).toBe(1);
  });

  it("keeps the open one where the other does not open", async () => {
    const home = temporaryFolder();
    const blocked = join(home, "sample");
    mkdirSync(blocked);
    const recipes = new Database(join(blocked, "newsroom.db"));
    recipes.exec("CREATE TABLE recipe (name TEXT)");
    recipes.close();
    const host = await openTestDesk(home);
    await newStory(host, story(headline("Mine")));
    expect(refusal(await host.desk.host.openNewsroom({ kind: "sample" })).code).toBe("damaged");
    const info = must(await host.desk.host.info(null));
    expect(info.newsroom).toMatchObject({ kind: "own", stories: 1 });
    expect(info.trouble).toContain("is another program's database");
  });

  it("changes nothing where the newsroom that is asked for is open already", async () => {
    const host = await openTestDesk(temporaryFolder());
    const [first, second] = await Promise.all([
      host.desk.host.openNewsroom({ kind: "own" }),
      host.desk.host.openNewsroom({ kind: "own" }),
    ]);
    expect(first).toEqual(second);
  });

  it("opens a folder that was named, and does not forget which one the person uses otherwise", async () => {
    const home = temporaryFolder();
    const named = join(temporaryFolder(), "on a stick");
    const host = await openTestDesk(home, { ...NOT_AT_ONCE, newsroom: named });
    expect(must(await host.desk.host.info(null)).newsroom?.folder).toBe(named);
    must(await host.desk.host.openNewsroom({ kind: "own" }));
    expect(existsSync(join(home, "last-newsroom.json"))).toBe(false);
  });
});

describe("settings", () => {
  it("start with the defaults and a folder to export into that is there", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const settings = must(await desk.settings.read(null));
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, exportInto: settings.exportInto });
    expect(existsSync(settings.exportInto)).toBe(true);
  });

  it("outlive the window, one change at a time, and every window hears of them", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const heard: unknown[] = [];
    host.desk.settings.on("changed", (settings) => heard.push(settings));
    must(await host.desk.settings.change({ theme: "dark", lastStory: "s_1" }));
    const settings = must(await host.desk.settings.change({ lastStory: null, userName: "Ana Ruiz" }));
    expect(settings).toMatchObject({ theme: "dark", lastStory: null, userName: "Ana Ruiz" });
    expect(heard).toHaveLength(2);
    expect(heard.at(-1)).toEqual(settings);
    await host.close();
    expect(must(await (await openTestDesk(home)).desk.settings.read(null))).toEqual(settings);
  });
});

describe("what the host can do", () => {
  it("is asked of the host, and said where it cannot", async () => {
    const home = temporaryFolder();
    const shown: string[] = [];
    const able = await openTestDesk(home, {
      abilities: {
        host: "electron",
        version: "1.2.3",
        chooseFolder: (startAt) => Promise.resolve(join(startAt, "chosen")),
        showInFolder: (path) => {
          shown.push(path);
          return Promise.resolve(ok(null));
        },
      },
    });
    expect(must(await able.desk.host.info(null))).toMatchObject({
      host: "electron",
      version: "1.2.3",
      canChooseFolder: true,
      canShowInFolder: true,
    });
    expect(must(await able.desk.host.chooseFolder({ startAt: "/tmp" }))).toBe(join("/tmp", "chosen"));
    must(await able.desk.host.showInFolder({ path: home }));
    expect(shown).toEqual([home]);
    const gone = refusal(await able.desk.host.showInFolder({ path: join(home, "gone") }));
    expect(gone).toMatchObject({ code: "not-found", message: expect.stringContaining("gone") });

    const unable = await openTestDesk(temporaryFolder());
    expect(must(await unable.desk.host.info(null))).toMatchObject({
      canChooseFolder: false,
      canShowInFolder: false,
    });
    expect(refusal(await unable.desk.host.chooseFolder({ startAt: "" })).code).toBe("not-here");
    expect(refusal(await unable.desk.host.showInFolder({ path: home })).code).toBe("not-here");
  });
});

describe("closing", () => {
  it("finishes every call that was sent before", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const sent = Array.from({ length: 20 }, (_, nr) =>
      host.desk.stories.create({ facts: { slug: `story-${String(nr)}` } }),
    );
    await host.close();
    expect((await Promise.all(sent)).filter((made) => !made.ok)).toEqual([]);
    expect(must(await (await openTestDesk(home)).desk.stories.list({})).total).toBe(20);
  });

  it("lets nobody in afterwards", async () => {
    const host = await openTestDesk(temporaryFolder());
    await host.close();
    expect(await host.desk.stories.list({})).toEqual(
      failed(expect.objectContaining({ code: "unavailable" })),
    );
  });

  it("can be asked for twice", async () => {
    const host = await openTestDesk(temporaryFolder());
    await host.close();
    await expect(host.close()).resolves.toBeUndefined();
  });
});
