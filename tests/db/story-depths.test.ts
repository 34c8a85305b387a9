import { describe, expect, it, onTestFinished } from "vitest";
import { openNewsroom, type Newsroom } from "#main/core/newsroom.ts";
import { DEPTHS_AT_ONCE, type StoryDepth } from "#shared/contract/index.ts";
import { headline, paragraph, photo, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { storyFitter, type StoryFit } from "#shared/fit/depth/index.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";
import { broadsheetCompositor, broadsheetSetting } from "#tests/support/fit-desk.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

const STORY = inventedStory(5, 300);
const NEVER = new AbortController().signal;

/** What the composer says of the story in the column spec of a newsroom in which nobody chose one. */
async function fitOf(document: StoryDocument, spec = "News"): Promise<StoryFit> {
  const compositor = await broadsheetCompositor();
  return storyFitter({ setting: broadsheetSetting(spec), compositor }).fit(document);
}

async function openRoom(): Promise<Newsroom> {
  const room = must(
    await openNewsroom({
      folder: temporaryFolder(),
      kind: "own",
      host: "test",
      now: Date.now,
      isKept: false,
    }),
  );
  onTestFinished(() => room.close());
  return room;
}

function made(room: Newsroom, planned: PlannedLength | null, document = STORY): string {
  return must(room.stories.create({ facts: { planned }, document })).summary.id;
}

async function depthIn({ depths }: Newsroom, id: string): Promise<StoryDepth> {
  const [depth] = must(await depths.of([id], NEVER));
  if (!depth) throw new Error("the story has no depth");
  return depth;
}

function otherSpec(): string {
  const spec = broadsheetSetting().kit.specs.find(({ name }) => name !== "News");
  if (!spec) throw new Error("the broadsheet has one spec only");
  return spec.name;
}

describe("How deep the stories of a newsroom run against their plans", () => {
  it("is what the composer says, in the unit of the plan: short, fitting or over", async () => {
    const host = await openTestDesk(temporaryFolder());
    const { depth } = await fitOf(STORY);
    const plans = [
      { amount: depth.lines, unit: "lines", state: "fits", over: 0 },
      { amount: depth.lines - 3, unit: "lines", state: "over", over: 3 },
      { amount: depth.lines * 2, unit: "lines", state: "short", over: -depth.lines },
      { amount: 1, unit: "inches", state: "over", over: depth.inches - 1 },
    ] as const;
    const ids: string[] = [];
    for (const { amount, unit } of plans) {
      ids.push((await newStory(host, STORY, { planned: { amount, unit } })).summary.id);
    }
    const { depths } = must(await host.desk.kits.depths({ stories: ids }));
    expect(depths.map(({ story: id }) => id)).toEqual(ids);
    for (const [nth, { state, over, unit }] of plans.entries()) {
      expect(depths[nth]).toMatchObject({ lines: depth.lines, inches: depth.inches });
      expect(depths[nth]?.planned).toMatchObject({ state, unit, actual: depth[unit] });
      expect(depths[nth]?.planned.over).toBeCloseTo(over);
    }
  });

  it("counts a plan in words as the desk list does, headline and all", async () => {
    const room = await openRoom();
    const id = made(
      room,
      { amount: 300, unit: "words" },
      story(headline("Gates stay shut"), ...STORY.blocks),
    );
    const { words } = must(room.stories.summary(id));
    expect((await depthIn(room, id)).planned).toMatchObject({ unit: "words", actual: words });
  });

  it("leaves out what is gone or has no plan", async () => {
    const host = await openTestDesk(temporaryFolder());
    const planned = { amount: 10, unit: "lines" } as const;
    const unplanned = await newStory(host, STORY);
    const kept = await newStory(host, STORY, { planned });
    const stories = ["s_gone", unplanned.summary.id, kept.summary.id];
    const { depths } = must(await host.desk.kits.depths({ stories }));
    expect(depths.map(({ story: id }) => id)).toEqual([kept.summary.id]);
    const tooMany = Array.from({ length: DEPTHS_AT_ONCE + 1 }, () => kept.summary.id);
    expect((await host.desk.kits.depths({ stories: tooMany })).ok).toBe(false);
  });

  it("is remembered until the story is saved again or set in something else", async () => {
    const room = await openRoom();
    const id = made(room, { amount: 12, unit: "lines" });
    const first = await depthIn(room, id);
    expect(await depthIn(room, id)).toEqual(first);
    must(room.stories.setFacts(id, { planned: { amount: 3, unit: "inches" } }));
    expect((await depthIn(room, id)).planned).toMatchObject({ unit: "inches", planned: 3 });
    expect(room.depths.work()).toBe(1);

    const longer = story(...STORY.blocks, paragraph("The board meets again on Tuesday."));
    const { summary } = must(room.stories.open(id));
    const patch = diffDocuments(STORY, longer);
    must(room.stories.save({ story: id, base: summary.version, saveId: "longer", patch }, "a window"));
    expect((await depthIn(room, id)).lines).toBe((await fitOf(longer)).depth.lines);
    expect(room.depths.work()).toBe(2);

    const { choice } = room.kits.chooser.inUse(id, "");
    const spec = otherSpec();
    room.kits.chooser.chooseForStory(id, { choice: { ...choice, spec }, legs: null, headline: null });
    expect((await depthIn(room, id)).lines).toBe((await fitOf(longer, spec)).depth.lines);
    expect(room.depths.work()).toBe(3);
  });

  it("is calibrated as its column spec is, without being set again", async () => {
    const room = await openRoom();
    const id = made(room, { amount: 12, unit: "inches" });
    const before = await depthIn(room, id);
    const measured = { story: id, slug: "harbor", composedPt: 100, realPt: 110, atMs: 0 };
    must(room.kits.calibrations.measure(room.kits.chooser.inUse(id, "").choice, measured));
    expect((await depthIn(room, id)).inches).toBeCloseTo(before.inches * 1.1);
    expect(room.depths.work()).toBe(1);
  });

  it("counts a picture in the column by its size, and is not kept while it has not come in", async () => {
    const room = await openRoom();
    const { asset } = must(await room.photos.add("gates.jpg", await drawPicture(300, 600)));
    const gone = `sha256:${"0".repeat(64)}` as const;
    const planned = { amount: 12, unit: "lines" } as const;
    const withPicture = made(room, planned, story(...STORY.blocks, photo(asset, "The gates")));
    const withNone = made(room, planned, story(...STORY.blocks, photo(gone, "The gates")));
    for (const id of [withPicture, withNone, withPicture, withNone]) await depthIn(room, id);
    expect(room.depths.work()).toBe(3);
  });

  it("falls back where the kit that was chosen is not there any more", async () => {
    const room = await openRoom();
    const id = made(room, { amount: 12, unit: "lines" });
    const choice = { kit: `sha256:${"1".repeat(64)}`, spec: "News" } as const;
    room.kits.chooser.chooseForStory(id, { choice, legs: null, headline: null });
    expect((await depthIn(room, id)).lines).toBe((await fitOf(STORY)).depth.lines);
  });

  it("is that of a very long story too, and a save does not wait until it is set", async () => {
    const host = await openTestDesk(temporaryFolder());
    const endless = inventedStory(3, 24_000);
    const { summary } = await newStory(host, endless, { planned: { amount: 4_000, unit: "lines" } });
    const hand = inHand(host.desk, await newStory(host, STORY));
    const asking = new AbortController();
    let answered = false;
    const given = host.desk.kits
      .depths({ stories: [summary.id] }, { signal: asking.signal })
      .then((answer) => {
        answered = true;
        return answer;
      });
    await hand.save(story(...STORY.blocks, paragraph("The board meets again.")));
    expect(answered).toBe(false);
    asking.abort();
    expect(refusal(await given).code).toBe("cancelled");
    const { depths } = must(await host.desk.kits.depths({ stories: [summary.id] }));
    expect(depths[0]?.lines).toBe((await fitOf(endless)).depth.lines);
  });

  it("holds up a save by one story at most, and is called off by its caller", async () => {
    const host = await openTestDesk(temporaryFolder());
    const planned = { amount: 12, unit: "lines" } as const;
    const ids: string[] = [];
    for (let seed = 1; seed <= 12; seed += 1) {
      ids.push((await newStory(host, inventedStory(seed, 200), { planned })).summary.id);
    }
    const hand = inHand(host.desk, await newStory(host, STORY));
    let answered = false;
    const calledOff = new AbortController();
    const asked = host.desk.kits.depths({ stories: ids }, { signal: calledOff.signal }).then((answer) => {
      answered = true;
      return answer;
    });
    await hand.save(story(...STORY.blocks, paragraph("The board meets again.")));
    expect(answered).toBe(false);
    calledOff.abort();
    expect(refusal(await asked).code).toBe("cancelled");
    expect(must(await host.desk.kits.depths({ stories: ids })).depths).toHaveLength(ids.length);
  });
});
