import Database from "better-sqlite3";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sealOf } from "#main/core/db/seal.ts";
import { resolveNote } from "#shared/changes/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { finalView, originalView, type StoryDocument } from "#shared/document/index.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { inHand } from "#tests/support/story-in-hand.ts";

const AT = "2026-11-22T09:14:03Z";
const FIRST = paragraph("one two");
const SECOND = paragraph("three");

/** A run of version 1 of the document. */
const V1_RUNS = [
  { text: "one " },
  { text: "gone ", change: { id: "c_1", kind: "delete", by: "u_ana", at: AT } },
  { text: "new", change: { id: "c_2", kind: "insert", by: "u_ben", at: AT } },
  { text: "bold", marks: ["bold"], formatChange: { id: "c_3", by: "u_ana", at: AT, was: ["italic"] } },
];

/** A closed newsroom with one story as a Stet of version 1 of the document left it. */
async function anOldStory(home: string): Promise<string> {
  const host = await openTestDesk(home);
  const { summary } = await newStory(host, story(FIRST, SECOND), { slug: "wall" });
  await host.close();
  const sql = new Database(join(home, "newsroom", "newsroom.db"));
  const json = JSON.stringify({ ...FIRST, runs: V1_RUNS });
  sql.prepare("UPDATE block SET json = ?, seal = ? WHERE id = ?").run(json, sealOf(json), FIRST.id);
  const notes = JSON.stringify([{ id: "n_1", kind: "query", by: "u_ana", at: AT, text: "Sure?" }]);
  sql.prepare("UPDATE story_frame SET document_schema = 1, notes = ?").run(notes);
  sql.close();
  return summary.id;
}

function lines({ blocks }: StoryDocument): readonly unknown[] {
  return blocks.map((block) => (block.kind === "paragraph" ? block.runs : []));
}

describe("a story that an older Stet wrote", () => {
  it("opens with its changes and notes in today's form", async () => {
    const home = temporaryFolder();
    const id = await anOldStory(home);
    const { document } = must(await (await openTestDesk(home)).desk.stories.open({ story: id }));
    expect(document.schema).toBe(2);
    expect(lines(finalView(document))[0]).toEqual([{ text: "one new" }, { text: "bold", marks: ["bold"] }]);
    expect(lines(originalView(document))[0]).toEqual([
      { text: "one gone " },
      { text: "bold", marks: ["italic"] },
    ]);
    expect(document.notes).toEqual([
      { id: "n_1", kind: "query", by: "u_ana", at: AT, text: "Sure?", state: "open", replies: [] },
    ]);
  });

  it("is written in today's form as a whole when one block of it is saved", async () => {
    const home = temporaryFolder();
    const id = await anOldStory(home);
    const host = await openTestDesk(home);
    const opened = must(await host.desk.stories.open({ story: id }));
    const { document } = opened;
    const next = {
      ...document,
      blocks: document.blocks.map((block) =>
        block.id === SECOND.id ? { ...SECOND, runs: [{ text: "four" }] } : block,
      ),
    };
    await inHand(host.desk, opened).save(next);
    await host.close();
    const again = await openTestDesk(home);
    expect(must(await again.desk.stories.open({ story: id })).document).toEqual(next);
    await again.close();
    const sql = new Database(join(home, "newsroom", "newsroom.db"), { readonly: true });
    expect(sql.prepare("SELECT document_schema FROM story_frame").pluck().all()).toEqual([2]);
    sql.close();
  });
});

describe("the notes of a story", () => {
  it("are saved with the text and come back, each save for itself", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const note = {
      id: "n_1",
      kind: "query",
      by: "u_ana",
      at: AT,
      text: "Sure?",
      state: "open",
      replies: [],
      block: FIRST.id,
    } as const;
    const made = await newStory(host, story(FIRST, SECOND), { slug: "wall" });
    const hand = inHand(host.desk, made);
    const asked: StoryDocument = { ...made.document, notes: [note] };
    await hand.save(asked);
    expect(must(await host.desk.stories.open({ story: made.summary.id })).document).toEqual(asked);
    const resolved = resolveNote(asked, "n_1");
    await hand.save(resolved);
    await hand.save({ ...resolved, blocks: [FIRST] });
    await host.close();
    const again = must(await (await openTestDesk(home)).desk.stories.open({ story: made.summary.id }));
    expect(again.document).toEqual({ ...resolved, blocks: [FIRST] });
  });
});
