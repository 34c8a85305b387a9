import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { paragraph } from "#shared/document/builders.ts";
import { countStory, diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { DAY_MS, deskClock, MINUTE_MS } from "#tests/support/desk-clock.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { must, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { storiesOnFile } from "#tests/support/stories-on-file.ts";

const MEGABYTE = 1024 * 1024;

/** The story with one paragraph written anew. */
function rewritten(document: StoryDocument, nr: number): StoryDocument {
  const at = (nr * 7) % document.blocks.length;
  const blocks = document.blocks.map((block, place) =>
    place === at ? { ...paragraph(inventedStory(nr, 60).blocks.map(textOf).join(" ")), id: block.id } : block,
  );
  return { ...document, blocks };
}

function textOf(block: StoryDocument["blocks"][number]): string {
  return "runs" in block ? block.runs.map(({ text }) => text).join("") : "";
}

describe("the room that revisions take", () => {
  it("is at most 20 MB for 1,000 of them of a story of 5,000 words, and less once they are thinned", () => {
    const clock = deskClock();
    const room = storiesOnFile(temporaryFolder(), clock.now);
    let document = inventedStory(1, 5000);
    expect(countStory(document).all.words).toBeGreaterThanOrEqual(5000);
    const opened = must(room.stories.create({ facts: {}, document }));
    const { id } = opened.summary;
    const texts = new Map<string, StoryDocument>();
    for (let nr = 1; nr <= 1000; nr += 1) {
      clock.pass(3 * MINUTE_MS);
      const next = rewritten(document, nr);
      const patch = diffDocuments(document, next);
      must(room.stories.save({ story: id, base: nr, saveId: `save-${String(nr)}`, patch }, "window"));
      document = next;
      if (nr % 100 === 0) texts.set(must(room.revisions.list(id, null, 1)).revisions[0]?.id ?? "", next);
    }
    expect(must(room.revisions.list(id, null, 500)).more).toBe(true);
    for (const [revision, text] of texts) {
      expect(must(room.revisions.read(revision)).document).toEqual(text);
    }

    const passages = () => {
      const sql = new Database(room.path, { readonly: true });
      const count = sql.prepare<[], number>("SELECT count(*) FROM passage").pluck().get() ?? 0;
      sql.close();
      return count;
    };
    const before = passages();
    clock.pass(90 * DAY_MS);
    expect(must(room.revisions.thin(id))).toBeGreaterThan(900);
    expect(passages()).toBeLessThan(before / 2);
    room.close();
    expect(statSync(room.path).size).toBeLessThan(20 * MEGABYTE);
  }, 120_000);
});
