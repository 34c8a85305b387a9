import { describe, expect, it } from "vitest";
import { addNote, answerQuery, resolveNote, trackEdit } from "#shared/changes/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { trackingBy } from "#tests/support/tracked-edits.ts";

const LEAD = paragraph("The council met on Tuesday.");
const REST = paragraph("Nobody spoke.");
const PLAIN = story(LEAD, REST);
const CHANGED = trackEdit(
  PLAIN,
  { ...PLAIN, blocks: [{ ...LEAD, runs: [{ text: "The council met on Wednesday." }] }, REST] },
  trackingBy("u_ben"),
);
const ASKED = addNote(
  PLAIN,
  { id: "n_1", kind: "query", by: "u_ana", at: "2026-11-22T09:14:03.000Z", text: "Who was asked?" },
  { block: REST.id },
);

async function withStory(document: StoryDocument) {
  const host = await openTestDesk(temporaryFolder());
  const { summary } = await newStory(host, document, { slug: "council" });
  return { desk: host.desk, story: summary.id };
}

describe("a story with open changes or queries", () => {
  it.each(["ready", "sent"] as const)("is not %s, and is told what is open and where", async (status) => {
    const { desk, story: id } = await withStory({
      ...CHANGED,
      ...(ASKED.notes ? { notes: ASKED.notes } : {}),
    });
    const answer = await desk.stories.setFacts({ story: id, change: { status } });
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: "matters-open",
        message: `1 change and 1 query are open in council, so it is not ${status}: a query in paragraph 2, “Who was asked?”; words put in in paragraph 1, “Wedn”.`,
        about: REST.id,
      },
    });
  });

  it("is ready all the same where somebody says so, and its history says with what", async () => {
    const { desk, story: id } = await withStory(CHANGED);
    must(await desk.stories.setFacts({ story: id, change: { status: "ready" }, despiteOpen: true }));
    const { revisions } = must(await desk.revisions.list({ story: id, limit: 1 }));
    expect(revisions[0]).toMatchObject({ cause: "status", name: "ready, with 1 change open" });
  });

  it("is asked for TKs first, and goes on record with both", async () => {
    const { desk, story: id } = await withStory({ ...CHANGED, blocks: [...CHANGED.blocks, paragraph("TK")] });
    const change = { status: "sent" } as const;
    const first = await desk.stories.setFacts({ story: id, change });
    expect(first).toMatchObject({ error: { code: "placeholders-left" } });
    const second = await desk.stories.setFacts({ story: id, change, despiteTks: true });
    expect(second).toMatchObject({ error: { code: "matters-open" } });
    must(await desk.stories.setFacts({ story: id, change, despiteTks: true, despiteOpen: true }));
    const { revisions } = must(await desk.revisions.list({ story: id, limit: 1 }));
    expect(revisions[0]).toMatchObject({ name: "sent, with 1 TK left and 1 change open" });
  });

  it("is ready without a word once queries are answered or resolved, and goes to every other station as it is", async () => {
    const reply = { id: "r_1", by: "u_ben", at: "2026-11-22T10:00:00.000Z", text: "Nobody." };
    for (const done of [resolveNote(ASKED, "n_1"), answerQuery(ASKED, "n_1", reply)]) {
      const { desk, story: id } = await withStory(done);
      const ready = must(await desk.stories.setFacts({ story: id, change: { status: "ready" } }));
      expect(ready.facts.status).toBe("ready");
      expect(ready.openQueries).toBe(0);
    }
    const open = await withStory(ASKED);
    for (const status of ["desk", "copy", "slot", "hold", "kill"] as const) {
      const set = must(await open.desk.stories.setFacts({ story: open.story, change: { status } }));
      expect(set.facts.status).toBe(status);
    }
  });
});
