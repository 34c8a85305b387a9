import type { StoryFactsChange } from "#shared/newsroom/index.ts";
import { describe, expect, it } from "vitest";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { type DeskContract, type FailureCode } from "#shared/contract/index.ts";
import { connect, inProcessPair } from "#shared/rpc/index.ts";
import { deskClock, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#tests/support/desk-clock.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

const title = headline("Tide gates to stay open");
const first = paragraph("The harbor board voted on Monday.");
const BEFORE = story(title, first);

function withWords(text: string): StoryDocument {
  return story(title, { ...paragraph(text), id: first.id });
}

async function openStory(document = BEFORE, home = temporaryFolder()) {
  const clock = deskClock();
  const host = await openTestDesk(home, { now: clock.now });
  must(await host.desk.settings.change({ userName: "Ana Ruiz" }));
  const hand = inHand(host.desk, await newStory(host, document, { slug: "gates" }));
  return { clock, host, desk: host.desk, hand, home };
}

describe("a revision", () => {
  it("is made with the story, and holds its text and facts as they were then", async () => {
    const { desk, hand, clock } = await openStory();
    const [only, ...others] = await hand.revisions();
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      story: hand.id,
      parents: [],
      author: "Ana Ruiz",
      atMs: clock.now(),
      cause: "first",
      name: null,
      branch: null,
      version: 1,
      words: 11,
      wordsAdded: 11,
      wordsRemoved: 0,
      blocksChanged: 2,
    });
    must(await desk.stories.setFacts({ story: hand.id, change: { page: "A1" } }));
    const read = must(await desk.revisions.read({ revision: only?.id ?? "" }));
    expect(read.document).toEqual(BEFORE);
    expect(read.facts).toMatchObject({ slug: "gates", page: "" });
    expect(read.summary).toEqual(only);
  });

  it("of copy that came in says so", async () => {
    const { desk } = await openStory();
    const incoming = { from: "paste", text: "Ferry put off\n\nThe ferry waits for spring.\n" } as const;
    const made = must(await desk.intake.accept({ incoming, kinds: {} }));
    expect(await inHand(desk, made).revisions()).toMatchObject([{ cause: "import", parents: [] }]);
  });

  it("is made by a save once three minutes have gone since the last, and not before", async () => {
    const { hand, clock } = await openStory();
    clock.pass(MINUTE_MS);
    await hand.save(withWords("The harbor board voted on Tuesday."));
    clock.pass(MINUTE_MS);
    await hand.save(withWords("The harbor board voted late on Tuesday."));
    expect(await hand.revisions()).toHaveLength(1);
    clock.pass(MINUTE_MS);
    const receipt = await hand.save(withWords("The harbor board voted again late on Tuesday."));
    const [newest, oldest] = await hand.revisions();
    expect(newest).toMatchObject({
      cause: "auto",
      atMs: receipt.savedAtMs,
      parents: [oldest?.id],
      version: receipt.version,
      wordsAdded: 3,
      wordsRemoved: 1,
      blocksChanged: 1,
    });
  });

  it("is made although the clock was set back", async () => {
    const { hand, clock } = await openStory();
    clock.pass(-DAY_MS);
    await hand.save(withWords("Written yesterday, says the clock."));
    expect(await hand.revisions()).toMatchObject([{ cause: "auto" }, { cause: "first" }]);
  });

  it("is not made by a save that was refused", async () => {
    const { desk, hand, clock } = await openStory();
    clock.pass(HOUR_MS);
    refusal(await desk.stories.save({ ...hand.request(withWords("Late.")), base: 7 }));
    refusal(await desk.stories.save({ ...hand.request(BEFORE), patch: { order: ["b_nobody"], put: [] } }));
    expect(await hand.revisions()).toHaveLength(1);
  });

  it("is made at every change of status, with the facts of that status", async () => {
    const { desk, hand } = await openStory();
    must(await desk.stories.setFacts({ story: hand.id, change: { status: "copy", page: "A2" } }));
    must(await desk.stories.setFacts({ story: hand.id, change: { page: "A3" } }));
    const [newest, oldest] = await hand.revisions();
    expect(newest).toMatchObject({
      cause: "status",
      status: "copy",
      parents: [oldest?.id],
      wordsAdded: 0,
      blocksChanged: 0,
    });
    expect(must(await desk.revisions.read({ revision: newest?.id ?? "" })).facts).toMatchObject({
      status: "copy",
      page: "A2",
    });
  });

  it("is made by hand under a name, of the text as it stands, changed or not", async () => {
    const { desk, hand } = await openStory();
    await hand.save(withWords("As sent to the lawyer."));
    const kept = must(await desk.revisions.keep({ story: hand.id, name: " To the lawyer " }));
    expect(kept).toMatchObject({ cause: "named", name: "To the lawyer", version: 2 });
    expect(must(await desk.revisions.read({ revision: kept.id })).document).toEqual(hand.document());
    const again = must(await desk.revisions.keep({ story: hand.id, name: "Back from the lawyer" }));
    expect(again.parents).toEqual([kept.id]);
    expect(refusal(await desk.revisions.keep({ story: hand.id, name: "  " })).code).toBe("invalid");
    expect(refusal(await desk.revisions.keep({ story: "s_none", name: "x" })).code).toBe("not-found");
  });

  it("is made when the story is left, where its text has changed", async () => {
    const { desk, hand, clock } = await openStory();
    must(await desk.revisions.leave({ story: hand.id }));
    expect(await hand.revisions()).toHaveLength(1);
    clock.pass(SECOND_MS);
    await hand.save(withWords("Left in the middle."));
    must(await desk.revisions.leave({ story: hand.id }));
    must(await desk.revisions.leave({ story: hand.id }));
    const [newest, ...others] = await hand.revisions();
    expect(others).toHaveLength(1);
    expect(must(await desk.revisions.read({ revision: newest?.id ?? "" })).document).toEqual(hand.document());
  });

  it("is made of every changed story when the newsroom is closed", async () => {
    const { host, hand, home } = await openStory();
    await hand.save(withWords("Last words of the day."));
    await host.close();
    const { desk } = await openTestDesk(home);
    const again = inHand(desk, must(await desk.stories.open({ story: hand.id })));
    const [newest, ...others] = await again.revisions();
    expect(others).toHaveLength(1);
    expect(must(await desk.revisions.read({ revision: newest?.id ?? "" })).document).toEqual(hand.document());
  });

  it("keeps the version that another window stands on before it is written over", async () => {
    const { host, desk, hand } = await openStory();
    const [ours, theirs] = inProcessPair();
    host.server.attach(theirs, "second window");
    const second = connect<DeskContract, FailureCode>(ours).client;
    await hand.save(withWords("What both windows show."));
    must(await second.stories.open({ story: hand.id }));
    const shared = hand.document();
    const { version } = await hand.save(withWords("What the first window wrote."));
    await hand.save(withWords("And what it wrote then."));
    const [newest, ...others] = await hand.revisions();
    expect(others).toHaveLength(1);
    expect(newest?.version).toBe(version - 1);
    expect(must(await desk.revisions.read({ revision: newest?.id ?? "" })).document).toEqual(shared);
  });
});

describe("the revisions of a story", () => {
  it("are told newest first, page by page", async () => {
    const { desk, hand } = await openStory();
    for (const name of ["one", "two", "three", "four"]) {
      must(await desk.revisions.keep({ story: hand.id, name }));
    }
    const page = must(await desk.revisions.list({ story: hand.id, limit: 2 }));
    expect(page).toMatchObject({ more: true, revisions: [{ name: "four" }, { name: "three" }] });
    const before = page.revisions.at(-1)?.id ?? "";
    const rest = must(await desk.revisions.list({ story: hand.id, before, limit: 3 }));
    expect(rest).toMatchObject({
      more: false,
      revisions: [{ name: "two" }, { name: "one" }, { cause: "first" }],
    });
  });

  it("are asked for in vain where story or revision is not there", async () => {
    const { desk, hand, host } = await openStory();
    const other = inHand(desk, await newStory(host, BEFORE));
    const [revision] = await other.revisions();
    const nowhere = "0".repeat(64);
    const refusals = [
      await desk.revisions.list({ story: "s_none", limit: 5 }),
      await desk.revisions.list({ story: hand.id, before: revision?.id ?? "", limit: 5 }),
      await desk.revisions.read({ revision: nowhere }),
      await desk.revisions.restore({ story: hand.id, revision: revision?.id ?? "", base: 1, saveId: "r" }),
    ];
    expect(refusals.map((result) => refusal(result).code)).toEqual(Array(4).fill("not-found"));
  });
});

describe("restoring", () => {
  it("puts a whole revision back, keeps what stood before, and can so be undone", async () => {
    const { desk, hand } = await openStory();
    const [oldest] = await hand.revisions();
    await hand.save(story(title, paragraph("Quite another story."), paragraph("With more in it.")));
    const rewritten = hand.document();
    const request = { story: hand.id, revision: oldest?.id ?? "", base: hand.version(), saveId: "back" };
    const receipt = must(await desk.revisions.restore(request));
    expect(receipt.version).toBe(hand.version() + 1);
    expect(must(await desk.stories.open({ story: hand.id })).document).toEqual(BEFORE);
    expect(must(await desk.revisions.restore(request))).toEqual(receipt);

    const [kept] = await hand.revisions();
    expect(kept?.cause).toBe("before-restore");
    const undo = { story: hand.id, revision: kept?.id ?? "", base: receipt.version, saveId: "undo" };
    must(await desk.revisions.restore(undo));
    expect(must(await desk.stories.open({ story: hand.id })).document).toEqual(rewritten);
  });

  it("puts the facts of a version back, keeps what they were, and leaves what is true of today", async () => {
    const { desk, hand, host } = await openStory();
    const set = (change: StoryFactsChange): Promise<unknown> =>
      desk.stories.setFacts({ story: hand.id, change });
    await set({ slug: "harbor", page: "A1", desk: "metro", needs: ["legal"], noteToDesk: "Call Ana." });
    const then = must(await desk.revisions.keep({ story: hand.id, name: "then" }));
    await set({ slug: "seawall", page: "B4", desk: "", needs: [], status: "copy", printStatus: "placed" });
    const before = must(await desk.stories.open({ story: hand.id })).summary;
    const asked = { story: hand.id, revision: then.id };

    const { summary, was, stay } = must(await desk.revisions.restoreFacts(asked));
    expect(summary.version).toBe(before.version);
    expect(summary.facts).toEqual({
      ...before.facts,
      slug: "harbor",
      page: "A1",
      desk: "metro",
      needs: ["legal"],
    });
    expect(stay).toEqual(["status", "printStatus"]);
    const [kept] = await hand.revisions();
    expect(must(await desk.revisions.read({ revision: kept?.id ?? "" })).facts).toEqual(before.facts);
    expect(must(await desk.revisions.restoreFacts(asked))).toMatchObject({ was: {} });
    await set(was);
    expect(must(await desk.stories.open({ story: hand.id })).summary.facts).toEqual(before.facts);

    await newStory(host, BEFORE, { slug: "Harbor" });
    const again = must(await desk.revisions.restoreFacts(asked));
    expect(again.stay).toEqual(["slug", "status", "printStatus"]);
    expect(again.summary.facts).toMatchObject({ slug: "seawall", page: "A1" });
  });

  it("puts text and facts back together where that is asked, and one revision before them", async () => {
    const { desk, hand } = await openStory();
    const before = must(await desk.stories.open({ story: hand.id })).summary.facts;
    const [oldest] = await hand.revisions();
    await hand.save(withWords("Newer."));
    must(await desk.stories.setFacts({ story: hand.id, change: { page: "A1" } }));
    const request = { story: hand.id, revision: oldest?.id ?? "", base: 2, saveId: "both", withFacts: true };
    must(await desk.revisions.restore(request));
    const opened = must(await desk.stories.open({ story: hand.id }));
    expect([opened.document, opened.summary.facts]).toEqual([BEFORE, before]);
    const [kept, ...others] = await hand.revisions();
    expect(kept?.cause).toBe("before-restore");
    expect(others.filter(({ cause }) => cause === "before-restore")).toEqual([]);
    expect(must(await desk.revisions.read({ revision: kept?.id ?? "" })).facts.page).toBe("A1");
  });

  it("does as much as the person asks for: one paragraph", async () => {
    const { desk, hand } = await openStory();
    const [oldest] = await hand.revisions();
    const added = paragraph("This stays.");
    const changed = { ...first, ...paragraph("Changed."), id: first.id };
    await hand.save(story(title, changed, added));
    const patch = { order: [title.id, first.id, added.id], put: [first] };
    const request = { story: hand.id, revision: oldest?.id ?? "", base: 2, saveId: "one", patch };
    must(await desk.revisions.restore(request));
    expect(must(await desk.stories.open({ story: hand.id })).document).toEqual(story(title, first, added));
  });

  it("writes nothing where the story has changed since, or the edit does not fit", async () => {
    const { desk, hand } = await openStory();
    const [oldest] = await hand.revisions();
    await hand.save(withWords("Newer."));
    const request = { story: hand.id, revision: oldest?.id ?? "", base: 1, saveId: "late" };
    expect(refusal(await desk.revisions.restore(request)).code).toBe("conflict");
    const torn = { ...request, base: 2, patch: { order: ["b_nobody"], put: [] } };
    expect(refusal(await desk.revisions.restore(torn)).code).toBe("invalid");
    expect(await hand.revisions()).toHaveLength(1);
    expect(must(await desk.stories.open({ story: hand.id })).document).toEqual(hand.document());
  });
});
