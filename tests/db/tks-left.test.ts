import { describe, expect, it } from "vitest";
import type { Desk } from "#shared/contract/index.ts";
import { DOCUMENT_SCHEMA, type StoryDocument } from "#shared/document/index.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

function storyOf(...paragraphs: readonly string[]): StoryDocument {
  return {
    schema: DOCUMENT_SCHEMA,
    blocks: paragraphs.map((text, nth) => ({
      id: `b_${String(nth)}`,
      kind: "paragraph",
      runs: [{ text }],
    })),
  };
}

async function withStory(...paragraphs: readonly string[]): Promise<{ desk: Desk; story: string }> {
  const { desk } = await openTestDesk(temporaryFolder());
  const made = must(
    await desk.stories.create({ facts: { slug: "harbor" }, document: storyOf(...paragraphs) }),
  );
  return { desk, story: made.summary.id };
}

describe("A story with TKs", () => {
  it.each(["ready", "sent"] as const)(
    "is not %s, and is told how many and where the first is",
    async (status) => {
      const { desk, story } = await withStory("The gates shut.", "The mayor, TK, said (TK).");
      const answer = await desk.stories.setFacts({ story, change: { status, page: "A1" } });
      expect(answer).toMatchObject({
        ok: false,
        error: {
          code: "placeholders-left",
          message: `2 TKs are left in harbor, so it is not ${status}. The first is in paragraph 2, “The mayor, TK, said (TK).”`,
          about: "b_1",
        },
      });
      const { summary } = must(await desk.stories.open({ story }));
      expect(summary.facts).toMatchObject({ status: "draft", page: "" });
    },
  );

  it("is ready all the same where somebody says so, and its history says with how many", async () => {
    const { desk, story } = await withStory("The mayor, TK, said so.");
    const set = await desk.stories.setFacts({ story, change: { status: "ready" }, despiteTks: true });
    expect(must(set).facts.status).toBe("ready");
    const { revisions } = must(await desk.revisions.list({ story, limit: 1 }));
    expect(revisions[0]).toMatchObject({ cause: "status", name: "ready, with 1 TK left" });
    must(await desk.stories.setFacts({ story, change: { page: "A1" } }));
  });

  it("goes to every other station as it is", async () => {
    const { desk, story } = await withStory("TK");
    for (const status of ["desk", "copy", "slot", "hold", "kill"] as const) {
      expect(must(await desk.stories.setFacts({ story, change: { status } })).facts.status).toBe(status);
    }
  });

  it("is ready without a word once the last TK is gone", async () => {
    const { desk, story } = await withStory("The mayor, Ana Ruiz, said so.");
    must(await desk.stories.setFacts({ story, change: { status: "ready" } }));
    const { revisions } = must(await desk.revisions.list({ story, limit: 1 }));
    expect(revisions[0]).toMatchObject({ cause: "status", name: null });
  });
});
