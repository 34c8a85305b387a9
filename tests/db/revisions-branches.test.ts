import { describe, expect, it } from "vitest";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { deskClock, HOUR_MS } from "#tests/support/desk-clock.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

const title = headline("Seawall money runs short");
const lead = paragraph("The council met on Tuesday.");
const BASE = story(title, lead);

function withLead(text: string): StoryDocument {
  return story(title, { ...paragraph(text), id: lead.id });
}

const OURS = withLead("The council met on Tuesday night.");
const THEIRS = withLead("The full council met on Tuesday.");

/** Two windows on one version; the first has saved, the second got `conflict` and keeps its text as a branch. */
async function parted() {
  const clock = deskClock();
  const host = await openTestDesk(temporaryFolder(), { now: clock.now });
  const { desk } = host;
  const hand = inHand(desk, await newStory(host, BASE, { slug: "seawall" }));
  const late = hand.request(THEIRS);
  await hand.save(OURS);
  expect(refusal(await desk.stories.save(late)).code).toBe("conflict");
  const request = { story: hand.id, base: 1, branch: "second-window", document: THEIRS };
  const branch = must(await desk.revisions.branch(request));
  return { clock, host, desk, hand, request, branch };
}

describe("a text that could not be saved", () => {
  it("is kept whole as a branch of what it was made from, and the story stays as it is", async () => {
    const { desk, hand, branch } = await parted();
    const first = (await hand.revisions()).at(-1);
    expect(branch).toMatchObject({
      cause: "branch",
      branch: "second-window",
      parents: [first?.id],
      version: 1,
      wordsAdded: 1,
      wordsRemoved: 0,
    });
    expect(must(await desk.revisions.read({ revision: branch.id })).document).toEqual(THEIRS);
    expect(must(await desk.stories.open({ story: hand.id })).document).toEqual(OURS);
    expect(must(await desk.revisions.heads({ story: hand.id })).heads).toEqual([
      { head: branch, fork: first?.id },
    ]);
  });

  it("is kept once, however often it is sent", async () => {
    const { desk, hand, request, branch } = await parted();
    expect(must(await desk.revisions.branch(request))).toEqual(branch);
    expect(await hand.revisions()).toHaveLength(2);
  });

  it("goes on as one branch while the window goes on writing", async () => {
    const { desk, hand, request, branch } = await parted();
    const longer = story(...THEIRS.blocks, paragraph("More from the second window."));
    const next = must(await desk.revisions.branch({ ...request, document: longer }));
    expect(next.parents).toEqual([branch.id]);
    const { heads } = must(await desk.revisions.heads({ story: hand.id }));
    expect(heads.map(({ head }) => head.id)).toEqual([next.id]);
    expect(must(await desk.revisions.read({ revision: branch.id })).document).toEqual(THEIRS);
  });

  it("is kept every three minutes while the window goes on writing, however often it saves", async () => {
    const { clock, desk, hand, request } = await parted();
    const said: string[] = [];
    const lastOf = async () => must(await desk.revisions.heads({ story: hand.id })).heads.at(-1)?.head;
    for (let second = 0; second < 600; second += 1) {
      said.push(`word${String(second)}`);
      const document = story(...THEIRS.blocks, paragraph(said.join(" ")));
      must(await desk.revisions.branch({ ...request, document }));
      clock.pass(1_000);
    }
    const onBranch = (await hand.revisions()).filter(({ branch }) => branch !== null);
    expect(onBranch.length).toBeLessThanOrEqual(6);
    expect(onBranch.length).toBeGreaterThanOrEqual(4);
    const head = await lastOf();
    const { document } = must(await desk.revisions.read({ revision: head?.id ?? "" }));
    expect(JSON.stringify(document.blocks.at(-1))).toContain(said.join(" "));
  });

  it("stands beside other branches", async () => {
    const { desk, hand, request, branch } = await parted();
    const third = must(await desk.revisions.branch({ ...request, branch: "third-window", document: BASE }));
    const { heads } = must(await desk.revisions.heads({ story: hand.id }));
    expect(heads.map(({ head }) => head.id)).toEqual([branch.id, third.id]);
  });

  it("follows exactly the text that it was made from, where that still stands", async () => {
    const { desk, hand, request } = await parted();
    const document = story(...OURS.blocks, paragraph("Written on the newest version."));
    const made = must(
      await desk.revisions.branch({ ...request, branch: "another", base: hand.version(), document }),
    );
    const parent = must(await desk.revisions.read({ revision: made.parents[0] ?? "" }));
    expect(parent.document).toEqual(OURS);
  });

  it("is refused where it says that it was made from a version which nobody has seen", async () => {
    const { desk, request } = await parted();
    const failure = refusal(await desk.revisions.branch({ ...request, base: 9, branch: "odd" }));
    expect(failure).toMatchObject({ code: "invalid", message: expect.stringContaining("“seawall”") });
    expect(refusal(await desk.revisions.branch({ ...request, story: "s_none" })).code).toBe("not-found");
  });

  it("is told to every window, when it comes and when it is settled", async () => {
    const { desk, hand, request, branch } = await parted();
    const told: unknown[] = [];
    desk.revisions.on("branches", (branches) => told.push(branches));
    must(await desk.revisions.branch({ ...request, branch: "third-window", document: BASE }));
    const settled = { story: hand.id, head: branch.id, how: "mine", base: 2, saveId: "s" } as const;
    must(await desk.revisions.settle(settled));
    expect(told).toEqual([
      { story: hand.id, open: 2, caller: "in-process" },
      { story: hand.id, open: 1, caller: "in-process" },
    ]);
  });
});

describe("settling a branch", () => {
  const MERGED = withLead("The full council met on Tuesday night.");

  it.each([
    ["for the story leaves its text and version alone", "mine", OURS, 2],
    ["for the branch puts the branch's text in its place", "theirs", THEIRS, 3],
    ["by a merge puts the merged text in its place", "merged", MERGED, 3],
  ] as const)("%s", async (_what, how, after, version) => {
    const { desk, hand, branch, clock } = await parted();
    clock.pass(HOUR_MS);
    const request = {
      story: hand.id,
      head: branch.id,
      how,
      base: hand.version(),
      saveId: "settle",
      ...(how === "merged" ? { patch: diffDocuments(OURS, MERGED) } : {}),
    };
    const receipt = must(await desk.revisions.settle(request));
    expect(receipt.version).toBe(version);
    const opened = must(await desk.stories.open({ story: hand.id }));
    expect(opened.document).toEqual(after);
    expect(opened.summary.version).toBe(version);
    expect(must(await desk.revisions.heads({ story: hand.id })).heads).toEqual([]);

    const [merge, before] = await hand.revisions();
    expect(merge).toMatchObject({ cause: "merge", parents: [before?.id, branch.id] });
    expect(before?.cause).toBe("before-merge");
    expect(must(await desk.revisions.read({ revision: merge?.id ?? "" })).document).toEqual(after);
    expect(must(await desk.revisions.read({ revision: before?.id ?? "" })).document).toEqual(OURS);
    expect(must(await desk.revisions.read({ revision: branch.id })).document).toEqual(THEIRS);
    expect(must(await desk.revisions.settle(request))).toEqual(receipt);
    expect((await hand.revisions())[0]).toEqual(merge);
  });

  it("is refused, and changes nothing, where the story or the branch has gone on meanwhile", async () => {
    const { desk, hand, request, branch } = await parted();
    const settle = { story: hand.id, head: branch.id, how: "theirs", saveId: "s" } as const;
    const stale = refusal(await desk.revisions.settle({ ...settle, base: 1 }));
    expect(stale).toMatchObject({ code: "conflict", message: expect.stringContaining("“seawall”") });
    const longer = story(...THEIRS.blocks, paragraph("More."));
    must(await desk.revisions.branch({ ...request, document: longer }));
    const revisions = await hand.revisions();
    expect(refusal(await desk.revisions.settle({ ...settle, base: 2 })).code).toBe("conflict");
    expect(await hand.revisions()).toEqual(revisions);
    expect(must(await desk.stories.open({ story: hand.id })).document).toEqual(OURS);
  });

  it("writes nothing at all where the merged text does not fit", async () => {
    const { desk, hand, branch } = await parted();
    const revisions = await hand.revisions();
    const patch = { order: ["b_nobody"], put: [] };
    const settle = { story: hand.id, head: branch.id, how: "merged", base: 2, saveId: "s", patch } as const;
    expect(refusal(await desk.revisions.settle(settle)).code).toBe("invalid");
    expect(await hand.revisions()).toEqual(revisions);
    expect(must(await desk.revisions.heads({ story: hand.id })).heads).toHaveLength(1);
  });

  it("takes a merged text only where one is given", async () => {
    const { desk, hand, branch } = await parted();
    const settle = { story: hand.id, head: branch.id, base: 2, saveId: "s" } as const;
    const patch = diffDocuments(OURS, MERGED);
    expect(refusal(await desk.revisions.settle({ ...settle, how: "merged" })).code).toBe("invalid");
    expect(refusal(await desk.revisions.settle({ ...settle, how: "mine", patch })).code).toBe("invalid");
  });

  it("leaves a window free to go on: its next text opens the branch again, parting where it was merged", async () => {
    const { desk, hand, request, branch } = await parted();
    const settle = { story: hand.id, head: branch.id, how: "theirs", base: 2, saveId: "s" } as const;
    must(await desk.revisions.settle(settle));
    const document = story(...THEIRS.blocks, paragraph("Still typing here."));
    const next = must(await desk.revisions.branch({ ...request, document }));
    expect(must(await desk.revisions.heads({ story: hand.id })).heads).toEqual([
      { head: next, fork: branch.id },
    ]);
  });
});
