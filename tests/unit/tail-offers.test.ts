import { describe, expect, it } from "vitest";
import type { Tail } from "#renderer/tail/tail.ts";
import type { TailStore } from "#renderer/tail/tail-store.ts";
import { offerTails, type TailOfferer } from "#renderer/tail/tail-offers.ts";
import type { Desk, OpenStory } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { ok } from "#shared/rpc/result.ts";
import { eventually } from "#tests/support/eventually.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

/** What a browser would hold, for two windows of which one is open. */
function browserHolding(...tails: readonly Tail[]): TailStore & { readonly held: () => readonly Tail[] } {
  let held = [...tails];
  return {
    held: () => held,
    put: (tail) => {
      held = [...held, tail];
      return Promise.resolve(true);
    },
    drop: ({ window, story }) => {
      held = held.filter((tail) => tail.window !== window || tail.story !== story);
      return Promise.resolve();
    },
    of: (newsroom) => Promise.resolve(held.filter((tail) => tail.newsroom === newsroom)),
    onDropped: () => () => undefined,
  };
}

const BASE = story(paragraph("The ferry waits."));

function withLine(document: StoryDocument, text: string): StoryDocument {
  return { ...document, blocks: [...document.blocks, paragraph(text)] };
}

interface Scene {
  readonly desk: Desk;
  readonly opened: OpenStory;
  readonly tail: (more?: Partial<Tail>) => Tail;
}

async function scene(): Promise<Scene> {
  const host = await openTestDesk(temporaryFolder());
  const opened = await newStory(host, BASE, { slug: "ferry" });
  return {
    desk: host.desk,
    opened,
    tail: (more = {}) => ({
      newsroom: "/desk",
      story: opened.summary.id,
      window: "gone",
      atMs: 1,
      slug: "ferry",
      base: opened.summary.version,
      branch: null,
      pending: null,
      document: withLine(opened.document, "Typed into nothing at all."),
      ...more,
    }),
  };
}

function offering(desk: Desk, opened: OpenStory, store: TailStore): TailOfferer & { put: StoryDocument[] } {
  const put: StoryDocument[] = [];
  const offerer = offerTails({
    desk,
    store,
    windows: { here: "here", open: () => Promise.resolve(new Set(["here", "alive"])) },
    newsroom: "/desk",
    opened,
    putInto: (_, tail) => {
      put.push(tail);
      return Promise.resolve(ok(null));
    },
  });
  return { ...offerer, put };
}

describe("what a browser kept of a story", () => {
  it("is offered with the words that the newsroom lacks, and goes once it was put back", async () => {
    const { desk, opened, tail } = await scene();
    const store = browserHolding(tail());
    const { offers, put } = offering(desk, opened, store);
    const [offer] = await eventually(offers.offered, (offered) => offered.length > 0);
    expect(offer?.words).toBe(5);
    if (!offer) throw new Error("nothing is offered");
    must(await offers.putBack(offer));
    expect(put).toEqual([offer.tail.document]);
    expect(store.held()).toEqual([]);
    expect(offers.offered.get()).toEqual([]);
  });

  it("is not offered from a window that is open, from another newsroom, or for another story", async () => {
    const { desk, opened, tail } = await scene();
    const store = browserHolding(
      tail({ window: "alive" }),
      tail({ newsroom: "/sample" }),
      tail({ story: "s_other" }),
      tail({ window: "last", atMs: 9 }),
    );
    const { offers } = offering(desk, opened, store);
    const offered = await eventually(offers.offered, (all) => all.length > 0);
    expect(offered.map((offer) => offer.tail.window)).toEqual(["last"]);
    expect(store.held()).toHaveLength(4);
  });

  it("goes without a word where the newsroom has it by now", async () => {
    const { desk, opened, tail } = await scene();
    const store = browserHolding(tail({ document: opened.document }));
    const { offers } = offering(desk, opened, store);
    await expect.poll(() => store.held()).toEqual([]);
    expect(offers.offered.get()).toEqual([]);
  });

  it("stays in the browser where it could not be put back", async () => {
    const { desk, opened, tail } = await scene();
    const store = browserHolding(tail({ base: opened.summary.version + 5 }));
    const { offers } = offering(desk, opened, store);
    const [offer] = await eventually(offers.offered, (offered) => offered.length > 0);
    if (!offer) throw new Error("nothing is offered");
    expect((await offers.putBack(offer)).ok).toBe(false);
    expect(store.held()).toHaveLength(1);
    expect(offers.offered.get()).toHaveLength(1);
  });

  it("is put into the text where only its own last save had arrived", async () => {
    const { desk, opened, tail } = await scene();
    const arrived = withLine(opened.document, "Typed");
    const pending = {
      story: opened.summary.id,
      base: opened.summary.version,
      saveId: "on its way",
      patch: diffDocuments(opened.document, arrived),
    };
    must(await desk.stories.save(pending));
    const again = must(await desk.stories.open({ story: opened.summary.id }));
    const { offers, put } = offering(desk, again, browserHolding(tail({ pending })));
    const [offer] = await eventually(offers.offered, (offered) => offered.length > 0);
    if (!offer) throw new Error("nothing is offered");
    must(await offers.putBack(offer));
    expect(put).toHaveLength(1);
    expect(must(await desk.revisions.heads({ story: opened.summary.id })).heads).toEqual([]);
  });

  it("becomes a version beside the story where somebody else has written meanwhile", async () => {
    const { desk, opened, tail } = await scene();
    const { id, version: base } = opened.summary;
    const patch = diffDocuments(opened.document, withLine(opened.document, "Somebody else."));
    must(await desk.stories.save({ story: id, base, saveId: "other", patch }));
    const again = must(await desk.stories.open({ story: id }));
    const store = browserHolding(tail());
    const { offers, put } = offering(desk, again, store);
    const [offer] = await eventually(offers.offered, (offered) => offered.length > 0);
    if (!offer) throw new Error("nothing is offered");
    must(await offers.putBack(offer));
    expect(put).toEqual([]);
    const [head] = must(await desk.revisions.heads({ story: id })).heads;
    expect(must(await desk.revisions.read({ revision: head?.head.id ?? "" })).document).toEqual(
      offer.tail.document,
    );
    expect(store.held()).toEqual([]);
  });

  it("is thrown away on the person's word, who can take that back", async () => {
    const { desk, opened, tail } = await scene();
    const store = browserHolding(tail());
    const { offers } = offering(desk, opened, store);
    const [offer] = await eventually(offers.offered, (offered) => offered.length > 0);
    if (!offer) throw new Error("nothing is offered");
    const undo = await offers.throwAway(offer);
    expect(store.held()).toEqual([]);
    undo();
    await eventually(offers.offered, (offered) => offered.length === 1);
    expect(store.held()).toHaveLength(1);
  });
});
