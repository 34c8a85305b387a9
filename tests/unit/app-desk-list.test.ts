import { describe, expect, it, onTestFinished } from "vitest";
import { deskList, type DeskList } from "#renderer/desk/desk-list.ts";
import { storyAt } from "#renderer/desk/desk-pages.ts";
import type { Desk } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { deskBut } from "#tests/support/desk-but.ts";
import { eventually } from "#tests/support/eventually.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

async function deskWith(count: number): Promise<Desk> {
  const { desk } = await openTestDesk(temporaryFolder());
  for (let n = 1; n <= count; n += 1) {
    const slug = `story-${String(n).padStart(3, "0")}`;
    const document = story(
      headline(`Headline ${String(n)}`),
      paragraph(n === 7 ? "A ferry ran late." : "Text."),
    );
    must(await desk.stories.create({ facts: { slug, desk: n % 2 === 0 ? "Metro" : "Sports" }, document }));
  }
  return desk;
}

function opened(desk: Desk): DeskList {
  const list = deskList(desk);
  onTestFinished(list.close);
  list.ask({ order: "slug" });
  return list;
}

function slugAt(list: DeskList, row: number): string | undefined {
  return storyAt(list.state.get().list, row)?.facts.slug;
}

describe("The desk list", () => {
  it("fetches a long list by the pages that are scrolled to", async () => {
    const list = opened(await deskWith(230));
    const first = await eventually(list.state, (state) => !state.asking);
    expect(first.list.total).toBe(230);
    expect([slugAt(list, 0), slugAt(list, 150)]).toEqual(["story-001", undefined]);
    list.show(140, 160);
    await eventually(list.state, (state) => storyAt(state.list, 150) !== undefined);
    expect(slugAt(list, 150)).toBe("story-151");
    expect(slugAt(list, 229)).toBeUndefined();
  });

  it("finds by words, and shows where", async () => {
    const list = opened(await deskWith(12));
    list.ask({ words: "ferr" });
    const { list: found } = await eventually(list.state, (state) => !state.asking);
    expect(found.total).toBe(1);
    expect(storyAt(found, 0)?.snippet).toContain("\u0002ferr\u0003y");
  });

  it("answers only the newest question, even where an older answer comes late", async () => {
    const desk = await deskWith(12);
    const held = Promise.withResolvers<null>();
    const slow = deskBut(desk, "stories", {
      list: async (query, options) => {
        if (query.words === "ferry") await held.promise;
        return desk.stories.list(query, options);
      },
    });
    const list = opened(slow);
    list.ask({ words: "ferry" });
    list.ask({ words: "headline 3" });
    await eventually(list.state, (state) => !state.asking);
    held.resolve(null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(slugAt(list, 0)).toBe("story-003");
    expect(list.state.get().question.words).toBe("headline 3");
  });

  it("takes in a new story and a changed one without being asked", async () => {
    const desk = await deskWith(3);
    const list = opened(desk);
    await eventually(list.state, (state) => !state.asking);
    const id = storyAt(list.state.get().list, 1)?.id ?? "";
    must(await desk.stories.setFacts({ story: id, change: { page: "A4" } }));
    await eventually(list.state, (state) => storyAt(state.list, 1)?.facts.page === "A4");
    must(await desk.stories.create({ facts: { slug: "aardvark" } }));
    await eventually(list.state, (state) => state.list.total === 4);
    expect(slugAt(list, 0)).toBe("aardvark");
  });

  it("is drawn once for many saves of one story, so that typing is not held up by it", async () => {
    const desk = await deskWith(12);
    const list = opened(desk);
    const before = await eventually(list.state, (state) => !state.asking);
    const first = storyAt(before.list, 0);
    if (!first) throw new Error("The list is empty.");
    let drawn = 0;
    list.state.subscribe(() => (drawn += 1));
    for (let version = first.version; version < first.version + 5; version += 1) {
      const block = { ...paragraph("One more word.".repeat(version)), id: "b_added" };
      const { document } = must(await desk.stories.open({ story: first.id }));
      const order = [...new Set([...document.blocks.map(({ id }) => id), block.id])];
      must(
        await desk.stories.save({
          story: first.id,
          base: version,
          saveId: `save-${String(version)}`,
          patch: { order, put: [block] },
        }),
      );
    }
    const after = await eventually(list.state, (state) => storyAt(state.list, 0)?.version !== first.version);
    expect(storyAt(after.list, 0)?.version).toBe(first.version + 5);
    expect(drawn).toBe(1);
  });

  it("shows the first words of a story at once: its row says that there are none", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const empty = story(headline(""), paragraph(""));
    const made = must(await desk.stories.create({ facts: { slug: "quay", desk: "Metro" }, document: empty }));
    const list = opened(desk);
    await eventually(list.state, (state) => !state.asking);
    const block = { ...paragraph("The ferry ran late."), id: empty.blocks[1]?.id ?? "" };
    const began = Date.now();
    must(
      await desk.stories.save({
        story: made.summary.id,
        base: made.summary.version,
        saveId: "save-1",
        patch: { order: empty.blocks.map(({ id }) => id), put: [block] },
      }),
    );
    await eventually(list.state, (state) => storyAt(state.list, 0)?.words === 4);
    expect(Date.now() - began).toBeLessThan(3_000);
  });

  it("knows the desks of the stories that it has seen", async () => {
    const list = opened(await deskWith(4));
    expect(await eventually(list.desks, (desks) => desks.length === 2)).toEqual(["Metro", "Sports"]);
    list.ask({ desk: "Metro" });
    expect((await eventually(list.state, (state) => !state.asking)).list.total).toBe(2);
  });

  it("says why there is no list, and tries again when asked", async () => {
    const desk = await deskWith(2);
    let broken = true;
    const list = opened(
      deskBut(desk, "stories", {
        list: (query, options) =>
          broken
            ? Promise.resolve({ ok: false, error: { code: "unavailable", message: "Nobody answers." } })
            : desk.stories.list(query, options),
      }),
    );
    expect((await eventually(list.state, (state) => state.trouble !== null)).trouble).toBe("Nobody answers.");
    broken = false;
    list.refresh();
    expect((await eventually(list.state, (state) => state.trouble === null)).list.total).toBe(2);
  });
});
