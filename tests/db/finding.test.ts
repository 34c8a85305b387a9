import { describe, expect, it } from "vitest";
import { headline, marked, paragraph, photo, story } from "#shared/document/builders.ts";
import { blockText, NO_PICTURE, type StoryDocument } from "#shared/document/index.ts";
import type { Desk, FindProgress, StoryHits } from "#shared/contract/index.ts";
import { asWritten, NO_QUERY, type FindQuery } from "#shared/find/index.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";

const STRUCK = { id: "c_1", by: "u_ana", at: "2026-11-22T09:00:00Z" } as const;

const HARBOR = story(headline("Fog on the harbor"), paragraph([marked("Fog", "bold"), " again."]));
const MARKET = story(
  paragraph(["No ", { text: "fog", deleted: STRUCK }, "mist here."]),
  photo(NO_PICTURE, "Morning fog", "", "A street in fog"),
);

async function withStories() {
  const host = await openTestDesk(temporaryFolder());
  const harbor = await newStory(host, HARBOR, { slug: "harbor", desk: "metro" });
  const market = await newStory(host, MARKET, { slug: "market", desk: "city" });
  await newStory(host, story(paragraph("Nothing of it.")), { slug: "other" });
  return { desk: host.desk, harbor: harbor.summary.id, market: market.summary.id };
}

function search(desk: Desk, query: Partial<FindQuery>, narrowed: { readonly desk?: string } = {}) {
  return desk.finding.search({ query: { ...NO_QUERY, ...query }, statuses: [], desk: "", ...narrowed });
}

function asAsked(found: readonly StoryHits[]) {
  return found.map(({ summary, hits }) => ({ story: summary.id, base: summary.version, hits }));
}

async function text(desk: Desk, id: string): Promise<readonly string[]> {
  const { document }: { readonly document: StoryDocument } = must(await desk.stories.open({ story: id }));
  return document.blocks.map(blockText);
}

describe("Finding in all stories", () => {
  it("finds words in every story, newest first, with what stands around them, but not what is struck out", async () => {
    const { desk } = await withStories();
    const { stories, searched, stopped } = must(await search(desk, { words: "fog" }));
    expect(searched).toBe(3);
    expect(stopped).toBeNull();
    const told = stories.map(({ summary, hits }) => [summary.facts.slug, hits.map(({ place }) => place)]);
    expect(new Map(told.map(([slug, places]) => [slug, places]))).toEqual(
      new Map([
        ["market", ["caption", "alt"]],
        ["harbor", ["runs", "runs"]],
      ]),
    );
  });

  it("keeps to a desk and to what the query says", async () => {
    const { desk } = await withStories();
    const city = must(await search(desk, { words: "FOG", matchesCase: true }, { desk: "city" }));
    expect(city).toMatchObject({ searched: 1, stories: [] });
    const bold = must(await search(desk, { words: "fog", marks: ["bold"] }));
    expect(bold.stories.map(({ hits }) => hits.length)).toEqual([1]);
  });

  it("says why a pattern cannot be read, and stops one that does not end", async () => {
    const { desk } = await withStories();
    expect(refusal(await search(desk, { words: "(", isPattern: true })).message).toContain("not closed");
    must(await desk.stories.create({ facts: { slug: "long" }, document: story(paragraph("a".repeat(80))) }));
    const { stopped } = must(await search(desk, { words: "(a+)+$b", isPattern: true }));
    expect(stopped?.message).toBe(
      "The pattern takes too long in long, so the search ended there. Make it stricter.",
    );
    expect(must(await search(desk, { words: "fog" })).stories).toHaveLength(2);
  });

  it("can be stopped", async () => {
    const { desk } = await withStories();
    const stop = new AbortController();
    const answer = desk.finding.search(
      { query: { ...NO_QUERY, words: "fog" }, statuses: [], desk: "" },
      { signal: stop.signal },
    );
    stop.abort();
    expect(refusal(await answer).code).toBe("cancelled");
  });

  it("replaces in several stories, keeps each as it was under a name, and can be taken back", async () => {
    const { desk, harbor, market } = await withStories();
    const { stories } = must(await search(desk, { words: "fog" }));
    const told: FindProgress[] = [];
    const { outcomes } = must(
      await desk.finding.replace(
        { stories: asAsked(stories), replacement: asWritten("mist"), name: "Before “fog” became “mist”" },
        { onProgress: (progress) => told.push(progress) },
      ),
    );
    expect(outcomes.map((outcome) => ("count" in outcome ? outcome.count : outcome.skipped))).toEqual([2, 2]);
    expect(told.at(-1)).toMatchObject({ total: 2 });
    expect(await text(desk, harbor)).toEqual(["mist on the harbor", "mist again."]);
    expect(await text(desk, market)).toEqual(["No fogmist here.", "Morning mist"]);
    const { revisions } = must(await desk.revisions.list({ story: harbor, limit: 5 }));
    expect(revisions[0]).toMatchObject({ cause: "named", name: "Before “fog” became “mist”" });
    const [own] = outcomes.filter((outcome) => outcome.story === harbor);
    if (!own || !("count" in own)) throw new Error("harbor was not replaced");
    must(
      await desk.revisions.restore({
        story: harbor,
        revision: own.before,
        base: own.version,
        saveId: "back",
      }),
    );
    expect(await text(desk, harbor)).toEqual(["Fog on the harbor", "Fog again."]);
  });

  it("leaves out, by name, a story that was changed since it was searched, and what is in the bin", async () => {
    const { desk, harbor, market } = await withStories();
    const { stories } = must(await search(desk, { words: "fog" }));
    const opened = must(await desk.stories.open({ story: harbor }));
    const [first] = opened.document.blocks;
    must(
      await desk.stories.save({
        story: harbor,
        base: opened.summary.version,
        saveId: "meanwhile",
        patch: { order: [first?.id ?? ""], put: [] },
      }),
    );
    must(await desk.stories.bin({ story: market, why: "" }));
    const { outcomes } = must(
      await desk.finding.replace({
        stories: asAsked(stories),
        replacement: asWritten("mist"),
        name: "Before",
      }),
    );
    expect(outcomes.map((outcome) => ("skipped" in outcome ? outcome.slug : "replaced")).toSorted()).toEqual([
      "harbor",
      "market",
    ]);
    expect(outcomes.find(({ story: id }) => id === harbor)).toMatchObject({
      skipped: { message: "harbor has changed since it was searched." },
    });
    expect(await text(desk, harbor)).toEqual(["Fog on the harbor"]);
    expect(must(await search(desk, { words: "fog" })).stories).toHaveLength(1);
  });
});
