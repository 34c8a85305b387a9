import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { headline, paragraph, photo, story } from "#shared/document/builders.ts";
import type { StoryDocument, StoryDocument as Text } from "#shared/document/index.ts";
import { DAY_MS, deskClock, MINUTE_MS } from "#tests/support/desk-clock.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

const FERRY = story(headline("Ferry line put off"), paragraph("The ferry waits for spring."));

async function openDesk(home = temporaryFolder(), clock = deskClock()) {
  const host = await openTestDesk(home, { now: clock.now });
  return { home, clock, host, desk: host.desk };
}

describe("a story in the bin", () => {
  it("is in no list and no search, but in the list of the bin, with the reason", async () => {
    const { desk, host, clock } = await openDesk();
    const made = await newStory(host, FERRY, { slug: "ferry" });
    await newStory(host, FERRY, { slug: "other" });
    must(await desk.settings.change({ userName: "Ana Ruiz" }));
    const binned = must(
      await desk.stories.bin({ story: made.summary.id, why: " Spiked: no second source. " }),
    );
    expect(binned.binned).toEqual({ atMs: clock.now(), why: "Spiked: no second source.", by: "Ana Ruiz" });

    const slugs = async (query: object) =>
      must(await desk.stories.list(query)).stories.map(({ facts }) => facts.slug);
    expect(await slugs({})).toEqual(["other"]);
    expect(await slugs({ words: "ferry" })).toEqual(["other"]);
    expect(await slugs({ binned: true })).toEqual(["ferry"]);
    expect(await slugs({ binned: true, words: "spring" })).toEqual(["ferry"]);
    expect(must(await desk.host.info(null)).newsroom?.stories).toBe(1);
  });

  it("can be looked at, but not written to", async () => {
    const { desk, host } = await openDesk();
    const made = await newStory(host, FERRY, { slug: "ferry" });
    const hand = inHand(desk, made);
    const [first] = await hand.revisions();
    must(await desk.stories.bin({ story: hand.id, why: "" }));
    expect(must(await desk.stories.open({ story: hand.id })).document).toEqual(FERRY);
    const refusals = [
      await desk.stories.save(hand.request(story(paragraph("Late.")))),
      await desk.stories.setFacts({ story: hand.id, change: { status: "copy" } }),
      await desk.revisions.restore({ story: hand.id, revision: first?.id ?? "", base: 1, saveId: "r" }),
    ].map(refusal);
    expect(refusals.map(({ code }) => code)).toEqual(["binned", "binned", "binned"]);
    expect(refusals[0]?.message).toMatch(/“ferry” lies in the bin/);
  });

  it("takes up what a window had still to save, as a branch", async () => {
    const { desk, host } = await openDesk();
    const hand = inHand(desk, await newStory(host, FERRY));
    must(await desk.stories.bin({ story: hand.id, why: "" }));
    const document = story(paragraph("Typed while somebody binned the story."));
    must(await desk.revisions.branch({ story: hand.id, base: 1, branch: "b", document }));
    expect(must(await desk.revisions.heads({ story: hand.id })).heads).toHaveLength(1);
  });

  it("comes out as it was", async () => {
    const { desk, host, clock } = await openDesk();
    const made = await newStory(host, FERRY, { slug: "ferry", status: "copy" });
    must(await desk.stories.bin({ story: made.summary.id, why: "By mistake" }));
    clock.pass(3 * DAY_MS);
    expect(must(await desk.stories.unbin({ story: made.summary.id }))).toEqual(made.summary);
    expect(must(await desk.stories.list({ words: "ferry" })).total).toBe(1);
    const hand = inHand(desk, made);
    await hand.save(story(paragraph("On it goes.")));
  });

  it("is told to every window when it goes in and when it comes out", async () => {
    const { desk, host } = await openDesk();
    const made = await newStory(host, FERRY);
    const told: (string | null)[] = [];
    desk.stories.on("changed", ({ summary }) => told.push(summary.binned?.why ?? null));
    must(await desk.stories.bin({ story: made.summary.id, why: "Spiked" }));
    must(await desk.stories.unbin({ story: made.summary.id }));
    expect(told).toEqual(["Spiked", null]);
  });

  it("stays from the day it was put in: binning it again does not prolong it", async () => {
    const { desk, host, clock } = await openDesk();
    const made = await newStory(host, FERRY);
    const first = must(await desk.stories.bin({ story: made.summary.id, why: "Once" }));
    clock.pass(DAY_MS);
    expect(must(await desk.stories.bin({ story: made.summary.id, why: "Twice" }))).toEqual(first);
    expect(refusal(await desk.stories.bin({ story: "s_none", why: "" })).code).toBe("not-found");
    expect(refusal(await desk.stories.unbin({ story: "s_none" })).code).toBe("not-found");
  });
});

describe("the bin", () => {
  it("is emptied of what has lain there for 30 days, revisions and all; photos stay", async () => {
    const { home, desk, host, clock } = await openDesk();
    const bytes = new Uint8Array(await drawPicture(64, 48));
    const { asset } = must(await desk.photos.add({ name: "gates.jpg", bytes }));
    const hand = inHand(desk, await newStory(host, story(...FERRY.blocks, photo(asset, "The gates"))));
    clock.pass(5 * MINUTE_MS);
    await hand.save(story(paragraph("Spiked, and so soon.")));
    must(await desk.revisions.branch({ story: hand.id, base: 1, branch: "b", document: FERRY }));
    const incoming = { from: "paste", text: "Brought in\n\nAnd put into the bin.\n" } as const;
    const brought = must(await desk.intake.accept({ incoming, kinds: {} }));
    const kept = await newStory(host, FERRY, { slug: "kept" });
    for (const { id } of [hand, kept.summary]) {
      must(await desk.kits.chooseForStory({ story: id, choice: null, legs: null, headline: "2-30-1" }));
    }
    for (const id of [hand.id, brought.summary.id]) must(await desk.stories.bin({ story: id, why: "" }));
    await host.close();

    clock.pass(30 * DAY_MS - 1);
    const before = await openDesk(home, clock);
    expect(must(await before.desk.stories.list({ binned: true })).total).toBe(2);
    await before.host.close();

    clock.pass(1);
    const after = await openDesk(home, clock);
    expect(must(await after.desk.stories.list({ binned: true })).total).toBe(0);
    expect(refusal(await after.desk.stories.open({ story: hand.id })).code).toBe("not-found");
    expect(must(await after.desk.stories.list({ words: "ferry" })).stories).toHaveLength(1);
    expect(must(await after.desk.stories.list({ words: "spiked" })).total).toBe(0);
    expect(must(await after.desk.photos.describe({ asset })).name).toBe("gates.jpg");
    await after.host.close();

    const sql = new Database(join(home, "newsroom", "newsroom.db"));
    const of = (table: string) => sql.prepare(`SELECT DISTINCT story FROM ${table}`).pluck().all();
    const left = sql.prepare("SELECT seq FROM story WHERE id = ?").pluck().all(kept.summary.id);
    expect(["block", "revision", "revision_text", "passage", "search_text"].map(of)).toEqual(
      Array.from({ length: 5 }, () => left),
    );
    expect(of("source")).toEqual([]);
    const choices = sql.prepare("SELECT name FROM setting WHERE name LIKE 'kit:story:%'").pluck().all();
    expect(choices).toEqual([`kit:story:${kept.summary.id}`]);
    expect(sql.pragma("foreign_key_check")).toEqual([]);
    sql.close();
  });
});

/** The same text, whatever its blocks are called. */
function withoutIds({ blocks }: Text): unknown {
  return blocks.map((block) =>
    block.kind === "unknown" ? { ...block, id: "", raw: { ...block.raw, id: "" } } : { ...block, id: "" },
  );
}

describe("a duplicate", () => {
  it("is a draft of the same text under a slug and block ids of its own", async () => {
    const { desk, host } = await openDesk();
    const document: StoryDocument = {
      ...story(
        ...FERRY.blocks,
        { id: "b_score", kind: "unknown", raw: { id: "b_score", kind: "scoreTable", rows: [1] } },
        paragraph(["Why ", { text: "now", notes: ["n_1"] }, "?"]),
      ),
      notes: [
        {
          id: "n_1",
          kind: "query",
          by: "u_ana",
          at: "2026-11-22T09:14:03Z",
          text: "Why?",
          state: "open",
          replies: [],
        },
      ],
    };
    const made = await newStory(host, document, {
      slug: "ferry",
      desk: "metro",
      status: "ready",
      printStatus: "placed",
      page: "A1",
      edition: "Late",
      publicationDate: "2026-11-23",
      deadline: "2026-11-22T18:30:00Z",
      embargo: "2026-11-23T06:00:00Z",
      needs: ["legal"],
    });
    const copy = must(await desk.stories.duplicate({ story: made.summary.id }));
    expect(copy.summary.facts).toEqual({
      ...made.summary.facts,
      slug: "ferry-copy",
      status: "draft",
      printStatus: "none",
      page: "",
      edition: "",
      publicationDate: null,
      deadline: null,
    });
    expect(withoutIds(copy.document)).toEqual(withoutIds(document));
    expect(copy.document.notes).toEqual(document.notes);
    const ids = new Set(document.blocks.map(({ id }) => id));
    expect(copy.document.blocks.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(copy.summary.version).toBe(1);
    expect(must(await desk.stories.open({ story: made.summary.id }))).toEqual(made);
  });

  it("gets a slug that nobody has yet, and that is not too long", async () => {
    const { desk, host } = await openDesk();
    const slug = "x".repeat(80);
    const { summary } = await newStory(host, FERRY, { slug });
    const slugs: string[] = [];
    for (let nr = 0; nr < 3; nr += 1) {
      slugs.push(must(await desk.stories.duplicate({ story: summary.id })).summary.facts.slug);
    }
    expect(slugs).toEqual([`${"x".repeat(75)}-copy`, `${"x".repeat(73)}-copy-2`, `${"x".repeat(73)}-copy-3`]);
    expect(refusal(await desk.stories.duplicate({ story: "s_none" })).code).toBe("not-found");
  });
});
