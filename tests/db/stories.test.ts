import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { StorySummary } from "#shared/contract/index.ts";
import { byline, headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import {
  diffDocuments,
  EMPTY_STORY,
  NO_PICTURE,
  type Block,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { NEW_STORY_FACTS } from "#shared/newsroom/index.ts";
import { inventedStory } from "#tests/support/invented-copy.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";

const DELETED: Run = {
  text: " gone",
  deleted: { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" },
};

/** A desk on an empty newsroom whose clock moves on by a second each time it is asked. */
async function openDesk(home = temporaryFolder()) {
  let nowMs = Date.UTC(2026, 10, 22, 9);
  return openTestDesk(home, {
    now: () => {
      nowMs += 1000;
      return nowMs;
    },
  });
}

/** Changes a closed newsroom behind Stet's back. */
function tamper(home: string, statement: string): void {
  const sql = new Database(join(home, "newsroom", "newsroom.db"));
  sql.exec(statement);
  sql.close();
}

describe("a new story", () => {
  it("starts as an untitled draft with no text where nothing else is said", async () => {
    const host = await openDesk();
    const made = must(await host.desk.stories.create({ facts: {} }));
    expect(made.summary.facts).toEqual(NEW_STORY_FACTS);
    expect(made).toMatchObject({ document: EMPTY_STORY, place: null, sources: [] });
    expect(made.summary).toMatchObject({ headline: "", words: 0, characters: 0, photos: 0 });
  });

  it("opens again as it was made, with its notes and its facts", async () => {
    const home = temporaryFolder();
    const host = await openDesk(home);
    const document: StoryDocument = {
      ...story(headline("Ferry line put off"), paragraph(["The board ", { text: "met", notes: ["n_1"] }])),
      notes: [
        {
          id: "n_1",
          kind: "query",
          by: "u_ana",
          at: "2026-11-22T09:14:03Z",
          text: "When?",
          state: "open",
          replies: [],
        },
      ],
    };
    const made = await newStory(host, document, { slug: "ferry", priority: 2, needs: ["legal"] });
    await host.close();

    const opened = must(await (await openDesk(home)).desk.stories.open({ story: made.summary.id }));
    expect(opened).toEqual(made);
    expect(opened.document).toEqual(document);
    expect(opened.summary.facts).toEqual({
      ...NEW_STORY_FACTS,
      slug: "ferry",
      priority: 2,
      needs: ["legal"],
    });
  });

  it("counts what prints, and counts its photos", async () => {
    const host = await openDesk();
    const { summary } = await newStory(
      host,
      story(
        headline("Tide gates open"),
        byline(["Ana Ruiz"]),
        paragraph(["Two words", DELETED]),
        photo(NO_PICTURE, "The gates at noon", "Ben Ode"),
      ),
    );
    expect(summary).toMatchObject({ headline: "Tide gates open", words: 3 + 3 + 2 + 4 + 2, photos: 1 });
  });

  it("goes by its first words where it has no headline that says anything", async () => {
    const host = await openDesk();
    const words = "One two three four five six seven eight nine ten eleven twelve thirteen";
    const { summary } = await newStory(
      host,
      story(headline(" "), byline(["Ana Ruiz"]), textBlock("dateline", ""), paragraph(words)),
    );
    expect(summary.headline).toBe("One two three four five six seven eight nine ten eleven twelve…");
    expect((await newStory(host, story(byline(["Ana Ruiz"])))).summary.headline).toBe("By Ana Ruiz");
  });
});

describe("saving", () => {
  it("writes the change, and counts the version up", async () => {
    const host = await openDesk();
    const before = story(headline("Seawall"), paragraph("First."), paragraph("Second."));
    const made = await newStory(host, before);
    const [title, first, second] = before.blocks as [Block, Block, Block];
    const after = story(title, second, paragraph("Third, and longer."), {
      ...first,
      kind: "subhead",
    } as Block);
    const receipt = must(
      await host.desk.stories.save({
        story: made.summary.id,
        base: made.summary.version,
        saveId: "save-1",
        patch: diffDocuments(before, after),
      }),
    );
    expect(receipt.version).toBe(made.summary.version + 1);
    const opened = must(await host.desk.stories.open({ story: made.summary.id }));
    expect(opened.document).toEqual(after);
    expect(opened.summary).toMatchObject({
      version: receipt.version,
      updatedAtMs: receipt.savedAtMs,
      words: 1 + 1 + 3 + 1,
    });
  });

  it("keeps the counts, the photos and the line in the list right as blocks come, change and go", async () => {
    const host = await openDesk();
    const picture = photo(NO_PICTURE, "Six words stand in this caption");
    const states = [
      story(),
      story(headline("Old head"), picture),
      story(headline("New head"), picture, paragraph("Some text here.")),
      story(paragraph("Only this is left.")),
    ];
    const made = await newStory(host, states[0] ?? EMPTY_STORY);
    const seen: Partial<StorySummary>[] = [];
    let { version } = made.summary;
    for (const [at, next] of states.entries()) {
      const patch = diffDocuments(states[at - 1] ?? EMPTY_STORY, next);
      const saved = await host.desk.stories.save({
        story: made.summary.id,
        base: version,
        saveId: `save-${String(at)}`,
        patch,
      });
      ({ version } = must(saved));
      const {
        headline: line,
        words,
        photos,
      } = must(await host.desk.stories.open({ story: made.summary.id })).summary;
      seen.push({ headline: line, words, photos });
    }
    expect(seen).toEqual([
      { headline: "", words: 0, photos: 0 },
      { headline: "Old head", words: 8, photos: 1 },
      { headline: "New head", words: 11, photos: 1 },
      { headline: "Only this is left.", words: 4, photos: 0 },
    ]);
  });

  it("gives the same receipt for the same save sent again, and applies it once", async () => {
    const host = await openDesk();
    const before = story(paragraph("One."));
    const made = await newStory(host, before);
    const after = story(...before.blocks, paragraph("Two."));
    const request = {
      story: made.summary.id,
      base: made.summary.version,
      saveId: "lost-answer",
      patch: diffDocuments(before, after),
    };
    const receipt = must(await host.desk.stories.save(request));
    const next = story(...after.blocks, paragraph("Three."));
    must(
      await host.desk.stories.save({
        ...request,
        base: receipt.version,
        saveId: "next",
        patch: diffDocuments(after, next),
      }),
    );
    expect(must(await host.desk.stories.save(request))).toEqual(receipt);
    expect(must(await host.desk.stories.open({ story: made.summary.id })).document).toEqual(next);
  });

  it("refuses a change made on an older version, says so by slug, and overwrites nothing", async () => {
    const host = await openDesk();
    const before = story(paragraph("Ours."));
    const made = await newStory(host, before, { slug: "quay-lights" });
    const request = { story: made.summary.id, base: made.summary.version };
    const theirs = story(...before.blocks, paragraph("Theirs."));
    must(
      await host.desk.stories.save({ ...request, saveId: "theirs", patch: diffDocuments(before, theirs) }),
    );
    const late = story(...before.blocks, paragraph("Late."));
    expect(
      refusal(
        await host.desk.stories.save({ ...request, saveId: "late", patch: diffDocuments(before, late) }),
      ),
    ).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/“quay-lights”.*version 1.*version 2.*Nothing was overwritten/),
      about: made.summary.id,
    });
    expect(must(await host.desk.stories.open({ story: made.summary.id })).document).toEqual(theirs);
  });

  it("refuses a change that names a block which nobody has, and writes none of it", async () => {
    const host = await openDesk();
    const made = await newStory(host, story(paragraph("One.")));
    const failure = refusal(
      await host.desk.stories.save({
        story: made.summary.id,
        base: made.summary.version,
        saveId: "torn",
        patch: { order: ["b_lost"], put: [paragraph("Never listed.")] },
      }),
    );
    expect(failure).toMatchObject({ code: "invalid", message: expect.stringContaining("b_lost") });
    expect(must(await host.desk.stories.open({ story: made.summary.id }))).toEqual(made);
  });

  it("gives back a block from a newer Stet exactly as it came, whatever is edited around it", async () => {
    const home = temporaryFolder();
    const host = await openDesk(home);
    const raw = {
      kind: "scoreTable",
      rows: [
        ["Norrby", 3],
        ["Oldmarsh", null],
      ],
      id: "b_score",
      z: 1,
      a: 2,
    };
    const unknown: Block = { id: raw.id, kind: "unknown", raw };
    const before = story(headline("Finals"), unknown);
    const made = await newStory(host, before);
    const after = story(unknown, ...before.blocks.slice(0, 1), paragraph("Report follows."));
    must(
      await host.desk.stories.save({
        story: made.summary.id,
        base: made.summary.version,
        saveId: "around",
        patch: diffDocuments(before, after),
      }),
    );
    await host.close();
    const opened = must(await (await openDesk(home)).desk.stories.open({ story: made.summary.id }));
    expect(opened.document).toEqual(after);
  });

  it("saves a paragraph of a story of 120,000 words without going through the others", async () => {
    const host = await openDesk();
    let state = inventedStory(3, 120_000);
    const made = await newStory(host, state);
    const middle = state.blocks[1000]?.id ?? "";
    let { version } = made.summary;
    const tookMs: number[] = [];
    for (const words of ["One.", "Two.", "Three.", "Four.", "Five."]) {
      const blocks = state.blocks.map((block) =>
        block.id === middle ? { ...paragraph(words), id: middle } : block,
      );
      const next = { ...state, blocks };
      const patch = diffDocuments(state, next);
      const start = performance.now();
      const saved = await host.desk.stories.save({
        story: made.summary.id,
        base: version,
        saveId: words,
        patch,
      });
      tookMs.push(performance.now() - start);
      ({ version } = must(saved));
      state = next;
    }
    const openedMs: number[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      const start = performance.now();
      must(await host.desk.stories.open({ story: made.summary.id }));
      openedMs.push(performance.now() - start);
    }
    // However busy the machine is: a save that went through all blocks would take as long as reading them all does.
    expect(Math.min(...tookMs)).toBeLessThan(Math.min(...openedMs));
    expect(must(await host.desk.stories.open({ story: made.summary.id })).document).toEqual(state);
  });

  it("knows no story that is not there", async () => {
    const host = await openDesk();
    const save = { story: "s_none", base: 1, saveId: "x", patch: { order: [], put: [] } };
    expect(refusal(await host.desk.stories.save(save)).code).toBe("not-found");
    expect(refusal(await host.desk.stories.open({ story: "s_none" })).code).toBe("not-found");
  });
});

describe("facts and places", () => {
  it("sets some facts, leaves the others and the version of the text alone", async () => {
    const host = await openDesk();
    const made = await newStory(host, story(paragraph("Text.")), { slug: "budget", desk: "metro" });
    const summary = must(
      await host.desk.stories.setFacts({ story: made.summary.id, change: { status: "copy", page: "A3" } }),
    );
    expect(summary.facts).toMatchObject({ slug: "budget", desk: "metro", status: "copy", page: "A3" });
    expect(summary.version).toBe(made.summary.version);
    expect(summary.updatedAtMs).toBeGreaterThan(made.summary.updatedAtMs);
    expect(must(await host.desk.stories.open({ story: made.summary.id })).summary).toEqual(summary);
  });

  it("does not call a story changed where its facts are so already", async () => {
    const host = await openDesk();
    const made = await newStory(host, story(), { slug: "budget" });
    const same = must(
      await host.desk.stories.setFacts({ story: made.summary.id, change: { slug: "budget" } }),
    );
    expect(same.updatedAtMs).toBe(made.summary.updatedAtMs);
  });

  it("remembers where the person was, and calls nothing changed for it", async () => {
    const home = temporaryFolder();
    const host = await openDesk(home);
    const made = await newStory(host, story(paragraph("Text.")));
    const block = made.document.blocks[0]?.id ?? "";
    for (const offset of [1, 4]) {
      const place = { block, field: "text" as const, offset, scrollTopPx: 120.5 };
      must(await host.desk.stories.keepPlace({ story: made.summary.id, place }));
    }
    await host.close();
    const opened = must(await (await openDesk(home)).desk.stories.open({ story: made.summary.id }));
    expect(opened.place).toEqual({ block, field: "text", offset: 4, scrollTopPx: 120.5 });
    expect(opened.summary).toEqual(made.summary);
  });
});

describe("word of a change", () => {
  it("reaches everyone after each commit, and says whose it was", async () => {
    const host = await openDesk();
    const heard: { summary: StorySummary; caller: string }[] = [];
    host.desk.stories.on("changed", (change) => heard.push(change));
    const before = story(headline("One"));
    const made = await newStory(host, before, { slug: "one" });
    const { id, version } = made.summary;
    const patch = diffDocuments(before, story(headline("Two")));
    must(await host.desk.stories.save({ story: id, base: version, saveId: "s", patch }));
    must(await host.desk.stories.setFacts({ story: id, change: { desk: "metro" } }));
    refusal(await host.desk.stories.save({ story: id, base: 99, saveId: "t", patch }));
    expect(heard.map(({ summary }) => [summary.headline, summary.version, summary.facts.desk])).toEqual([
      ["One", 1, ""],
      ["Two", 2, ""],
      ["Two", 2, "metro"],
    ]);
    expect(new Set(heard.map(({ caller }) => caller))).toEqual(new Set(["in-process"]));
  });
});

describe("a story that this Stet cannot read", () => {
  it("is named, and neither shown in part nor written to", async () => {
    const home = temporaryFolder();
    const host = await openDesk(home);
    const made = await newStory(host, story(headline("From tomorrow")), { slug: "from-tomorrow" });
    await host.close();
    tamper(home, "UPDATE story_frame SET document_schema = 9");

    const again = await openDesk(home);
    const newer = {
      code: "newer-version",
      message: expect.stringContaining("“from-tomorrow” was written by"),
    };
    expect(refusal(await again.desk.stories.open({ story: made.summary.id }))).toMatchObject(newer);
    const save = { story: made.summary.id, base: 1, saveId: "x", patch: { order: [], put: [] } };
    expect(refusal(await again.desk.stories.save(save))).toMatchObject(newer);
    expect(must(await again.desk.stories.list({ words: "tomorrow" })).total).toBe(1);
  });

  it("is called damaged where one of its blocks is gone", async () => {
    const home = temporaryFolder();
    const host = await openDesk(home);
    const made = await newStory(host, story(headline("Here"), paragraph("There")), { slug: "torn" });
    await host.close();
    tamper(home, "DELETE FROM block WHERE kind = 'paragraph'");
    expect(refusal(await (await openDesk(home)).desk.stories.open({ story: made.summary.id }))).toMatchObject(
      { code: "damaged", message: expect.stringContaining("“torn” has lost its block b_") },
    );
  });
});
