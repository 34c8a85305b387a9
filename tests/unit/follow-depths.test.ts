import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { observable } from "#renderer/app/observable.ts";
import { settingsStore } from "#renderer/app/settings-store.ts";
import type { Link } from "#renderer/bridge/standing-road.ts";
import { deskList } from "#renderer/desk/desk-list.ts";
import { fitStore } from "#renderer/fit/fit-store.ts";
import { followDepths, type ListedBench } from "#renderer/fit/follow-depths.ts";
import type { StoryId, StorySummary } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";
import { deskBut } from "#tests/support/desk-but.ts";
import { eventually } from "#tests/support/eventually.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand, type StoryInHand } from "#tests/support/story-in-hand.ts";

const COPY = story(paragraph("The board voted four to three on Tuesday to raise the seawall."));
const PLANS: Readonly<Record<string, PlannedLength | null>> = {
  "a-lines": { amount: 2, unit: "lines" },
  "b-inches": { amount: 1, unit: "inches" },
  "c-words": { amount: 20, unit: "words" },
  "d-nothing": null,
};

/** A desk list with four stories, and what the core was asked to measure, by slug. */
async function listed() {
  vi.stubGlobal("window", new EventTarget());
  const host = await openTestDesk(temporaryFolder());
  const slugs = new Map<StoryId, string>();
  const hands = new Map<string, StoryInHand>();
  for (const [slug, planned] of Object.entries(PLANS)) {
    const opened = await newStory(host, COPY, { slug, planned });
    slugs.set(opened.summary.id, slug);
    hands.set(slug, inHand(host.desk, opened));
  }
  const asked: (readonly (string | undefined)[])[] = [];
  const desk = deskBut(host.desk, "kits", {
    depths: (params, options) => {
      asked.push(params.stories.map((id) => slugs.get(id)));
      return host.desk.kits.depths(params, options);
    },
  });
  const list = deskList(desk);
  onTestFinished(list.close);
  const session = observable<{ readonly summary: ReturnType<typeof observable<StorySummary>> } | null>(null);
  const settings = settingsStore(desk, () => undefined);
  const bench: ListedBench = {
    bridge: { desk, link: observable<Link>("up") },
    list,
    fit: fitStore(),
    settings,
    page: { session },
  };
  list.ask({ order: "slug" });
  await eventually(list.state, (state) => !state.asking);
  list.show(0, 3);
  const hand = (slug: string): StoryInHand => {
    const found = hands.get(slug);
    if (!found) throw new Error(`no story ${slug}`);
    return found;
  };
  const follow = (): void => onTestFinished(followDepths(bench));
  return { ...bench, settings, session, desk, asked, hand, follow };
}

const press = (): boolean => window.dispatchEvent(new Event("keydown"));

describe("The depths of the desk list", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("are asked for of the rows with a plan in lines or inches, once", async () => {
    const { asked, fit, follow, list, hand } = await listed();
    follow();
    const depths = await eventually(fit.planned, ({ size }) => size === 2);
    expect(asked).toEqual([["a-lines", "b-inches"]]);
    expect(depths.get(hand("a-lines").id)).toMatchObject({ unit: "lines", planned: 2 });
    expect(depths.get(hand("b-inches").id)).toMatchObject({ unit: "inches", planned: 1 });
    list.show(0, 2);
    await pause(1_300);
    expect(asked).toHaveLength(1);
  });

  it("are not asked for while somebody types, nor of rows that are not on screen or not shown", async () => {
    const { asked, follow, fit, list, settings } = await listed();
    list.show(1, 3);
    await settings.change({ deskListOpen: false });
    follow();
    await pause(1_200);
    expect(asked).toEqual([]);
    await settings.change({ deskListOpen: true });
    for (let key = 0; key < 8; key += 1) {
      press();
      await pause(200);
    }
    expect(asked).toEqual([]);
    await eventually(fit.planned, ({ size }) => size === 1);
    expect(asked).toEqual([["b-inches"]]);
  });

  it("are asked for again of a story that was saved or planned otherwise, and of all when a kit changed", async () => {
    const { asked, desk, fit, follow, hand } = await listed();
    follow();
    const before = await eventually(fit.planned, ({ size }) => size === 2);
    const lines = hand("a-lines");
    await lines.save(story(...COPY.blocks, paragraph("The board meets again on Tuesday.")));
    must(await desk.stories.setFacts({ story: lines.id, change: { planned: { amount: 9, unit: "lines" } } }));
    const after = await eventually(fit.planned, (depths) => depths.get(lines.id)?.planned === 9);
    expect(asked.slice(1)).toEqual([["a-lines"]]);
    expect(after.get(lines.id)?.actual).toBeGreaterThan(before.get(lines.id)?.actual ?? Infinity);
    const { choice } = must(await desk.kits.inUse({ story: lines.id }));
    must(await desk.kits.choose({ desk: null, choice }));
    await pause(1_300);
    expect(asked.slice(2)).toEqual([["a-lines", "b-inches"]]);
  });

  it("are left to the page for the story that is set there", async () => {
    const { asked, desk, fit, follow, hand, session } = await listed();
    const { summary } = must(await desk.stories.open({ story: hand("a-lines").id }));
    session.set({ summary: observable(summary) });
    fit.state.set({ state: "waiting" });
    follow();
    await eventually(fit.planned, ({ size }) => size === 1);
    expect(asked).toEqual([["b-inches"]]);
    session.set(null);
    fit.state.set({ state: "none" });
    await eventually(fit.planned, ({ size }) => size === 2);
    expect(asked.slice(1)).toEqual([["a-lines"]]);
  });
});
