import { describe, expect, it } from "vitest";
import { pairFor } from "#renderer/history/against.ts";
import {
  agoWords,
  dayWords,
  versionWords,
  whyWords,
  wordsFigures,
} from "#renderer/history/revision-words.ts";
import { timeline, withNewest } from "#renderer/history/timeline.ts";
import { DAY_PX, offsetPx, ROW_PX, timelineRows } from "#renderer/history/timeline-rows.ts";
import type { RevisionSummary } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { eventually } from "#tests/support/eventually.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

const NOW = new Date(2026, 10, 22, 14, 30).getTime();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function version(id: string, more: Partial<RevisionSummary> = {}): RevisionSummary {
  return {
    id,
    story: "s_1",
    parents: [],
    author: "Ana Ruiz",
    atMs: NOW,
    cause: "auto",
    name: null,
    status: null,
    branch: null,
    version: 1,
    words: 10,
    wordsAdded: 0,
    wordsRemoved: 0,
    blocksChanged: 0,
    ...more,
  };
}

describe("The words of a version", () => {
  it("say why it was kept, as the desk would", () => {
    expect(whyWords(version("a", {}))).toBe("Saved by itself");
    expect(whyWords(version("a", { cause: "named", name: "To the lawyer" }))).toBe("Kept as “To the lawyer”");
    expect(whyWords(version("a", { cause: "status", status: "copy" }))).toBe("Status changed to Copy");
    expect(whyWords(version("a", { cause: "status" }))).toBe("Status changed");
    expect(whyWords(version("a", { cause: "before-restore" }))).toBe("Before a version was put back");
    expect(whyWords(version("a", { cause: "auto", branch: "w2" }))).toBe("Saved beside the story");
  });

  it("say how many words came and went", () => {
    expect(wordsFigures(version("a", { wordsAdded: 1_204, wordsRemoved: 3 }))).toBe("+1,204 −3 words");
    expect(wordsFigures(version("a", { wordsRemoved: 3 }))).toBe("−3 words");
    expect(wordsFigures(version("a", { blocksChanged: 1 }))).toBe("same words, other look");
    expect(wordsFigures(version("a"))).toBe("no change in the text");
  });

  it("say how long ago it was, for a day", () => {
    expect(agoWords(NOW - 20_000, NOW)).toBe("just now");
    expect(agoWords(NOW + 4_000, NOW)).toBe("just now");
    expect(agoWords(NOW - 12 * MINUTE_MS, NOW)).toBe("12 min ago");
    expect(agoWords(NOW - 150 * MINUTE_MS, NOW)).toBe("2 h ago");
    expect(agoWords(NOW - DAY_MS, NOW)).toBeNull();
    expect(agoWords(NOW + DAY_MS, NOW)).toBeNull();
  });

  it("name its day, and the day in a sentence only where it is not today", () => {
    expect(dayWords(NOW - 14 * 60 * MINUTE_MS, NOW)).toBe("Today");
    expect(dayWords(NOW - 15 * 60 * MINUTE_MS, NOW)).toBe("Yesterday");
    expect(dayWords(NOW - 2 * DAY_MS, NOW)).toBe("Friday 20 November");
    expect(dayWords(NOW - 400 * DAY_MS, NOW)).toBe("Saturday 18 October 2025");
    expect(versionWords(version("a"), NOW)).toBe("Saved by itself, 14:30");
    expect(versionWords(version("a", { atMs: NOW - 2 * DAY_MS }), NOW)).toBe("Saved by itself, 20 Nov 14:30");
  });
});

describe("The rows of a timeline", () => {
  const rows = timelineRows(
    [version("c"), version("b", { atMs: NOW - MINUTE_MS }), version("a", { atMs: NOW - DAY_MS })],
    NOW,
  );

  it("have the day's name over the first of each day", () => {
    expect(rows.map(({ day }) => day)).toEqual(["Today", null, "Yesterday"]);
  });

  it("know how far down each begins", () => {
    expect(offsetPx(rows, "a")).toBe(2 * ROW_PX + DAY_PX);
    expect(offsetPx(rows, "gone")).toBeNull();
  });
});

function list(...ids: readonly string[]): readonly RevisionSummary[] {
  return ids.map((id) => version(id));
}

describe("A timeline that is read again", () => {
  it("gets what is new on top and keeps what is older than the page", () => {
    expect(withNewest(list("c", "b", "a"), list("d", "c"))).toEqual({
      revisions: list("d", "c", "b", "a"),
      reaches: true,
    });
  });

  it("loses what was thinned out within the page", () => {
    expect(withNewest(list("d", "c", "b", "a"), list("d", "b")).revisions).toEqual(list("d", "b", "a"));
  });

  it("begins again where so much is new that the page does not reach what was known", () => {
    expect(withNewest(list("b", "a"), list("d", "c"))).toEqual({ revisions: list("d", "c"), reaches: false });
  });
});

describe("What a chosen version is compared with", () => {
  const old = version("old");
  const middle = version("middle", { parents: ["old"] });
  const last = version("last", { parents: ["middle"] });
  const all = [last, middle, old];

  it("is the story now, or the one that it followed", () => {
    expect(pairFor(middle, { with: "now" }, all)).toEqual({ before: "middle", after: null });
    expect(pairFor(middle, { with: "before" }, all)).toEqual({ before: "old", after: "middle" });
    expect(pairFor(old, { with: "before" }, all)).toEqual({ before: "old", after: null });
  });

  it("is the one that was marked, the earlier of the two first", () => {
    expect(pairFor(last, { with: "marked", revision: old }, all)).toEqual({ before: "old", after: "last" });
    expect(pairFor(old, { with: "marked", revision: last }, all)).toEqual({ before: "old", after: "last" });
    expect(pairFor(old, { with: "marked", revision: old }, all)).toEqual({ before: "old", after: null });
  });
});

describe("The versions of a story", () => {
  it("are read page by page to the first, and new ones come in by themselves", async () => {
    const host = await openTestDesk(temporaryFolder());
    const { desk } = host;
    const { summary } = await newStory(host, story(paragraph("The gates shut early.")));
    for (let nr = 1; nr <= 150; nr += 1)
      must(await desk.revisions.keep({ story: summary.id, name: `Version ${String(nr)}` }));
    const versions = timeline(desk, summary.id);
    const stop = versions.start();
    await eventually(versions.state, ({ revisions }) => revisions.length === 100);
    versions.readMore();
    const whole = await eventually(versions.state, ({ revisions }) => revisions.length === 151);
    expect(whole.more).toBe(false);
    expect(whole.revisions.at(-1)?.cause).toBe("first");
    must(await desk.stories.setFacts({ story: summary.id, change: { status: "slot" } }));
    const grown = await eventually(versions.state, ({ revisions }) => revisions.length === 152);
    expect(grown.revisions[0]).toMatchObject({ cause: "status", status: "slot" });
    expect(grown.more).toBe(false);
    stop();
  });

  it("say why they cannot be read", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const versions = timeline(desk, "s_nobody");
    const stop = versions.start();
    const state = await eventually(versions.state, ({ read }) => read !== "reading");
    expect(state.read).toHaveProperty("trouble");
    stop();
  });
});
