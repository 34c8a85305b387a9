import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byline,
  headline,
  linked,
  marked,
  paragraph,
  photo,
  runs,
  story,
  textBlock,
} from "#shared/document/builders.ts";
import {
  applyPatch,
  blockToStore,
  bylineText,
  canonicalRuns,
  cleanText,
  newBlockId,
  composeByline,
  countBlock,
  countStory,
  countText,
  diffDocuments,
  DOCUMENT_SCHEMA,
  finalText,
  finalView,
  isStoryText,
  NO_PICTURE,
  originalView,
  parseStory,
  runsText,
  sameAttributes,
  storyToStore,
  type Run,
  wordStarts,
} from "#shared/document/index.ts";
import { anyRuns, anyStory, anyStoryText } from "#tests/support/any-story.ts";

const AT = "2026-11-22T09:14:03Z";
const INSERT = { id: "c_1", by: "u_ana", at: AT } as const;
const DELETE = { id: "c_2", by: "u_ana", at: AT } as const;

describe("a stored story", () => {
  it("is read back as it was written, whatever it holds", () => {
    fc.assert(
      fc.property(anyStory(), (document) => {
        const stored: unknown = JSON.parse(JSON.stringify(storyToStore(document)));
        expect(parseStory(stored)).toEqual({ ok: true, value: document });
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a block that this version does not know, byte for byte", () => {
    const table = {
      id: "b_1",
      kind: "scoreTable",
      rows: [
        ["a", 1],
        ["b", null],
      ],
      deep: { er: [true] },
    };
    const read = parseStory({ schema: DOCUMENT_SCHEMA, blocks: [table, blockToStore(paragraph("x"))] });
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.blocks[0]).toEqual({ id: "b_1", kind: "unknown", raw: table });
    expect(JSON.stringify(storyToStore(read.value).blocks[0])).toBe(JSON.stringify(table));
  });

  it("keeps a known kind with a field from the future as it came instead of dropping the field", () => {
    const block = { ...paragraph("x"), indent: 2 };
    const read = parseStory({ schema: DOCUMENT_SCHEMA, blocks: [block] });
    expect(read.ok && read.value.blocks[0]?.kind).toBe("unknown");
    expect(read.ok && storyToStore(read.value).blocks[0]).toEqual(block);
  });

  it("is refused by name where a newer Stet wrote it", () => {
    const read = parseStory({ schema: DOCUMENT_SCHEMA + 1, blocks: [] });
    expect(read).toMatchObject({ ok: false, error: { code: "newer-version" } });
  });

  it.each([
    ["nothing", undefined],
    ["a text", "story"],
    ["blocks without ids", { schema: 1, blocks: [{ kind: "paragraph", runs: [] }] }],
    ["no schema", { blocks: [] }],
    ["a schema of half a version", { schema: 1.5, blocks: [] }],
    [
      "one id for two blocks",
      {
        schema: 1,
        blocks: [
          { ...paragraph("a"), id: "b" },
          { ...paragraph("c"), id: "b" },
        ],
      },
    ],
  ])("is refused where it is no story: %s", (_what, stored) => {
    expect(parseStory(stored)).toMatchObject({ ok: false, error: { code: "invalid" } });
  });
});

describe("runs in canonical form", () => {
  it("say the same with nothing to spare", () => {
    fc.assert(
      fc.property(anyRuns, (raw) => {
        const canonical = canonicalRuns(raw);
        expect(runsText(canonical)).toBe(runsText(raw));
        expect(canonicalRuns(canonical)).toEqual(canonical);
        expect(canonical.every((run) => run.text !== "")).toBe(true);
        const alike = canonical.slice(1).filter((run, at) => sameAttributes(run, canonical[at] ?? run));
        expect(alike).toEqual([]);
      }),
    );
  });

  it("do not depend on where the text was cut", () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(5), (raw, cut) => {
        const pieces = raw.flatMap((run): Run[] => [
          { ...run, text: run.text.slice(0, cut) },
          { ...run, text: run.text.slice(cut) },
        ]);
        expect(canonicalRuns(pieces)).toEqual(canonicalRuns(raw));
      }),
    );
  });

  it("store marks and notes in one order", () => {
    expect(canonicalRuns([{ text: "x", marks: ["italic", "bold"], notes: ["n_2", "n_1", "n_2"] }])).toEqual([
      { text: "x", marks: ["bold", "italic"], notes: ["n_1", "n_2"] },
    ]);
  });
});

describe("ids", () => {
  it("are ULIDs behind a letter, and no two of many thousands are alike", () => {
    const made = Array.from({ length: 20_000 }, newBlockId);
    expect(new Set(made).size).toBe(made.length);
    for (const id of made) expect(id).toMatch(/^b_[0-9A-HJKMNP-TV-Z]{26}$/);
  });
});

describe("story text", () => {
  it("is what cleaning any string gives", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const { text, lost } = cleanText(raw);
        expect(isStoryText(text)).toBe(true);
        expect(cleanText(text)).toEqual({ text, lost: 0, halves: 0 });
        expect(isStoryText(raw)).toBe(text === raw && lost === 0);
      }),
    );
  });

  it.each([
    ["a line end of Windows", "a\r\nb", "a\nb", 0, 0],
    ["a line end of old Macs", "a\rb", "a\nb", 0, 0],
    ["a Unicode line end", "a\u2028b\u2029c\u0085d", "a\nb\nc\nd", 0, 0],
    ["control characters", "a\u0007\u0000b", "ab", 2, 0],
    ["half a character", "a\uD83Db", "a\uFFFDb", 1, 1],
    [
      "half characters beside a whole one and a NUL",
      "\uDC4D\uD83D\uDC4D\u0000\uD83D",
      "\uFFFD👍\uFFFD",
      3,
      2,
    ],
    ["the signs of a newsroom", "“ł”\u00A0–\u2009č\u00ADő", "“ł”\u00A0–\u2009č\u00ADő", 0, 0],
  ])("cleans %s", (_what, raw, text, lost, halves) => {
    expect(cleanText(raw)).toEqual({ text, lost, halves });
  });
});

describe("the final and the original view", () => {
  const document = story(
    {
      ...paragraph(""),
      runs: [
        { text: "The " },
        { text: "old", deleted: DELETE },
        { text: "new", inserted: INSERT, notes: ["n_1"] },
        {
          text: " pier",
          marks: ["bold"],
          formats: [{ id: "c_3", by: "u_ana", at: AT, added: ["bold"], removed: ["italic"] }],
        },
      ],
    },
    photo(NO_PICTURE, [{ text: "gone", deleted: DELETE }, "stays"]),
  );

  it("show the story as it prints", () => {
    expect(finalView(document).blocks[0]).toMatchObject({
      runs: [{ text: "The new" }, { text: " pier", marks: ["bold"] }],
    });
    expect(finalView(document).blocks[1]).toMatchObject({ caption: [{ text: "stays" }] });
  });

  it("show the story as it was", () => {
    expect(originalView(document).blocks[0]).toMatchObject({
      runs: [{ text: "The old" }, { text: " pier", marks: ["italic"] }],
    });
  });

  it("of any story hold no change and no note, and are views of themselves", () => {
    fc.assert(
      fc.property(anyStory(), (any) => {
        for (const view of [finalView, originalView]) {
          const seen = view(any);
          const all = seen.blocks.flatMap((block) =>
            block.kind === "photo"
              ? [...block.caption, ...block.credit]
              : block.kind === "unknown"
                ? []
                : block.runs,
          );
          expect(all.some((run) => run.inserted ?? run.deleted ?? run.formats ?? run.notes)).toBe(false);
          expect(view(seen)).toEqual(seen);
        }
      }),
    );
  });
});

describe("a patch", () => {
  it("leads from any story to any other", () => {
    fc.assert(
      fc.property(anyStory(), anyStory(), (from, to) => {
        const patched = applyPatch(from, diffDocuments(from, to));
        expect(patched.ok && patched.value.blocks).toEqual(to.blocks);
      }),
    );
  });

  it("holds the changed block only, and the new order", () => {
    const [one, two, three] = [headline("1"), paragraph("2"), paragraph("3")];
    const changed = { ...two, runs: runs("2!") };
    expect(diffDocuments(story(one, two, three), story(three, one, changed))).toEqual({
      order: [three.id, one.id, two.id],
      put: [changed],
    });
  });

  it("leaves the notes of a story alone", () => {
    const notes = [
      { id: "n_1", kind: "query", by: "u_ana", at: AT, text: "Sure?", state: "open", replies: [] },
    ] as const;
    const patched = applyPatch({ ...story(paragraph("x")), notes }, { order: [], put: [] });
    expect(patched.ok && patched.value).toEqual({ schema: DOCUMENT_SCHEMA, blocks: [], notes });
  });

  it("names the block that nobody has", () => {
    expect(applyPatch(story(), { order: ["b_x"], put: [] })).toEqual({ ok: false, missing: "b_x" });
  });
});

describe("counting", () => {
  it.each([
    ["", 0],
    ["one two  three", 3],
    ["a mother-in-law’s", 2],
    ["Paris – Lyon—Nice", 3],
    ["Well – !", 1],
    ["1,200 boats", 2],
    ["co\u00ADoperate", 1],
    ["東京 2026", 3],
    ["two\nlines\tand tab", 4],
    ["no\u00A0break", 2],
  ])("%j has %i words", (text, words) => {
    expect(countText(text).words).toBe(words);
  });

  it("finds as many beginnings of words as it counts words, each at what makes it one", () => {
    expect(wordStarts("Paris – “Lyon”, 東京 2026.")).toEqual([0, 9, 16, 17, 19]);
    fc.assert(
      fc.property(anyStoryText, (text) => {
        const starts = wordStarts(text);
        expect(starts).toHaveLength(countText(text).words);
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
        for (const [nth, at] of starts.entries()) expect(countText(text.slice(0, at)).words).toBe(nth);
      }),
    );
  });

  it("counts characters as a reader does: line ends not, an emoji once", () => {
    expect(countText("a😀\nb").characters).toBe(3);
  });

  it("counts what prints: no deletions, no alt text, a byline from its facts where no line was typed", () => {
    expect(
      countBlock({ ...paragraph(""), runs: [{ text: "one " }, { text: "two", deleted: DELETE }] }).words,
    ).toBe(1);
    expect(countBlock(photo(NO_PICTURE, "one two", "three", "four five")).words).toBe(3);
    expect(countBlock(byline(["Ana Ruiz"], "Valley News")).words).toBe(5);
  });

  it("of a story is the sum of its blocks, and the body is part of it", () => {
    const document = story(
      headline("One two"),
      textBlock("dateline", "PARIS"),
      paragraph("three four"),
      textBlock("tagline", "five"),
    );
    expect(countStory(document)).toMatchObject({ all: { words: 6 }, body: { words: 3 } });
    fc.assert(
      fc.property(anyStory(), (any) => {
        const { all, body } = countStory(any);
        expect(all.words).toBeGreaterThanOrEqual(body.words);
        expect(all.words).toBe(any.blocks.reduce((sum, block) => sum + countBlock(block).words, 0));
      }),
    );
  });

  it("never has more words than characters", () => {
    fc.assert(
      fc.property(anyStoryText, (text) => {
        const { words, characters } = countText(text);
        expect(words).toBeLessThanOrEqual(characters);
      }),
    );
  });
});

describe("a byline's line", () => {
  it.each([
    [{ authors: ["A"], agency: null }, "By A"],
    [{ authors: ["A", "B"], agency: "Valley News" }, "By A and B, Valley News"],
    [{ authors: ["A", "B", "C"], agency: null }, "By A, B and C"],
    [{ authors: [], agency: "Valley News" }, "Valley News"],
    [{ authors: [], agency: null }, ""],
  ])("is set from its facts: %j", (facts, line) => {
    expect(composeByline(facts)).toBe(line);
  });

  it("is the one that was typed where there is one", () => {
    expect(bylineText(byline(["A"], null, "Von A"))).toBe("Von A");
  });
});

describe("builders", () => {
  it("make the runs that they say", () => {
    expect(runs(["a", marked("b", "italic", "bold"), linked("c", "https://example.org/"), ""])).toEqual([
      { text: "a" },
      { text: "b", marks: ["bold", "italic"] },
      { text: "c", link: { href: "https://example.org/" } },
    ]);
    expect(finalText(runs("x"))).toBe("x");
  });

  it("give every block an id of its own", () => {
    const ids = Array.from({ length: 200 }, () => paragraph("x").id);
    expect(new Set(ids).size).toBe(200);
  });
});
