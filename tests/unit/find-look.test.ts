import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headline, marked, paragraph, photo, story } from "#shared/document/builders.ts";
import {
  canonicalBlock,
  finalText,
  MARKS,
  NO_PICTURE,
  type Mark,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import {
  asWritten,
  compileQuery,
  findInStory,
  NO_QUERY,
  NO_REPLACEMENT,
  replaceHits,
  searchedFields,
  suitedTo,
  type FindQuery,
  type Hit,
  type Replacement,
} from "#shared/find/index.ts";
import { anyStory } from "#tests/support/any-story.ts";

function found(document: StoryDocument, query: Partial<FindQuery>): readonly Hit[] {
  const compiled = compileQuery({ ...NO_QUERY, ...query });
  if (!compiled.ok) throw new Error(compiled.trouble.problem);
  return findInStory(document, compiled.value);
}

function texts(document: StoryDocument): readonly string[] {
  return document.blocks.flatMap((block) => searchedFields(block).map(({ runs }) => finalText(runs)));
}

const STRUCK = { id: "c_1", by: "u_ana", at: "2026-11-22T09:00:00Z" } as const;

describe("Looked for without words", () => {
  const document = story(
    headline("Fog stops the ferry"),
    paragraph([
      "The ",
      marked("night ", "bold"),
      marked("boat", "bold", "italic"),
      " waits, ",
      marked("x", "italic"),
    ]),
    photo(NO_PICTURE, ["A ", marked("boat", "bold")], "Ana Ruiz"),
  );

  it("a mark finds every stretch that has it, as long as it can be", () => {
    expect(found(document, { marks: ["bold"] }).map(({ text, kind }) => [kind, text])).toEqual([
      ["paragraph", "night boat"],
      ["caption", "boat"],
    ]);
    expect(found(document, { marks: ["bold", "italic"] }).map(({ text }) => text)).toEqual(["boat"]);
  });

  it("a place finds all of its text, and both together what has the mark there", () => {
    expect(found(document, { places: ["headline", "credit"] }).map(({ text }) => text)).toEqual([
      "Fog stops the ferry",
      "Ana Ruiz",
    ]);
    expect(found(document, { places: ["caption"], marks: ["bold"] }).map(({ text }) => text)).toEqual([
      "boat",
    ]);
  });

  it("struck text is passed over, and does not part a stretch", () => {
    const runs: readonly Run[] = [
      marked("one ", "bold"),
      { text: "gone", marks: ["bold"], deleted: STRUCK },
      marked("two", "bold"),
    ];
    expect(found(story(paragraph(runs)), { marks: ["bold"] }).map(({ text }) => text)).toEqual(["one two"]);
  });

  it("nothing at all is no question", () => {
    expect(compileQuery(NO_QUERY).ok).toBe(false);
  });
});

describe("A replacement with a look", () => {
  const fog = story(paragraph(["The ", marked("fog", "italic"), " and the Fog."]));

  it("sets and clears marks of what is found, and keeps the words where none are given", () => {
    const hits = found(fog, { words: "fog" });
    expect(
      replaceHits(fog, hits, { ...NO_REPLACEMENT, sets: ["bold"], clears: ["italic"] }).document.blocks[0],
    ).toMatchObject({
      runs: [
        { text: "The " },
        marked("fog", "bold"),
        { text: " and the " },
        marked("Fog", "bold"),
        { text: "." },
      ],
    });
  });

  it("gives new words the look, however long they are", () => {
    const hits = found(fog, { words: "fog" });
    const { document } = replaceHits(fog, hits, {
      ...NO_REPLACEMENT,
      words: "sea mist",
      sets: ["smallCaps"],
    });
    expect(document.blocks[0]).toMatchObject({
      runs: [
        { text: "The " },
        marked("sea mist", "italic", "smallCaps"),
        { text: " and the " },
        marked("Sea mist", "smallCaps"),
        { text: "." },
      ],
    });
  });

  it("keeps struck text as it is, and never sets text over and under the line at once", () => {
    const runs: readonly Run[] = [marked("H", "superscript"), { text: "x", deleted: STRUCK }, { text: "2" }];
    const water = story(paragraph(runs));
    const { document } = replaceHits(water, found(water, { words: "H2" }), {
      ...NO_REPLACEMENT,
      sets: ["subscript"],
    });
    expect(document.blocks[0]).toMatchObject({
      runs: [marked("H", "subscript"), { text: "x", deleted: STRUCK }, marked("2", "subscript")],
    });
  });

  it("takes out what is found where neither words nor marks are given", () => {
    const { document } = replaceHits(fog, found(fog, { marks: ["italic"] }), NO_REPLACEMENT);
    expect(texts(document)).toEqual(["The  and the Fog."]);
  });
});

/** What a paragraph of these words becomes. */
function becomes(was: string, words: string, query: Partial<FindQuery> = {}): string {
  const document = story(paragraph(was));
  const asked = { ...NO_QUERY, words: was, ...query };
  const replacement = suitedTo(asked, { ...NO_REPLACEMENT, words });
  return texts(replaceHits(document, found(document, asked), replacement).document).join("");
}

describe("The case of what is replaced", () => {
  it.each([
    ["fog", "mist", "mist"],
    ["Fog", "mist", "Mist"],
    ["FOG", "mist", "MIST"],
    ["Fog", "thick mist", "Thick mist"],
    ["Harbor Fog", "bay mist", "Bay Mist"],
    ["Harbor fog", "bay mist", "Bay mist"],
    ["Fog", "“mist”", "“Mist”"],
    ["STRASSE", "weg ß", "WEG SS"],
    ["A", "one", "One"],
    ["12", "twelve", "twelve"],
    ["US", "United States", "United States"],
    ["Nyt", "NYT", "NYT"],
  ])("%s that becomes %s reads %s", (was, words, now) => {
    expect(becomes(was, words)).toBe(now);
  });

  it("is not carried over by a search for capitals or with a pattern", () => {
    expect(becomes("Fog", "mist", { matchesCase: true })).toBe("mist");
    expect(becomes("Fog", "mist", { isPattern: true })).toBe("mist");
  });
});

/** The marks of all that prints. */
function marksOf(document: StoryDocument): readonly (readonly Mark[])[] {
  return document.blocks.flatMap((block) =>
    searchedFields(block)
      .filter(({ place }) => place !== "alt")
      .flatMap(({ runs }) =>
        runs.filter(({ deleted }) => deleted === undefined).map(({ marks }) => marks ?? []),
      ),
  );
}

function ends(list: readonly Hit[]): readonly string[] {
  return list.map(({ block, place, from, to }) => [block, place, from, to].join(" "));
}

describe("In any story", () => {
  const anyMarks = fc.subarray([...MARKS], { minLength: 1, maxLength: 2 });

  it("clearing a mark wherever it is leaves none, and neither words nor struck text change", () => {
    fc.assert(
      fc.property(anyStory(1), anyMarks, (document, marks) => {
        const clear: Replacement = { ...NO_REPLACEMENT, clears: marks };
        const { document: after } = replaceHits(document, found(document, { marks }), clear);
        expect(texts(after)).toEqual(texts(document));
        for (const own of marksOf(after)) expect(marks.every((mark) => own.includes(mark))).toBe(false);
        for (const block of after.blocks) expect(canonicalBlock(block)).toEqual(block);
      }),
      { numRuns: 300 },
    );
  });

  it("setting a mark on what is found makes all of it findable by that mark, and changes no other mark", () => {
    fc.assert(
      fc.property(anyStory(1), fc.constantFrom("e", "a", " ", "é"), (document, words) => {
        const where = { places: ["paragraph", "headline", "caption"] as const };
        const hits = found(document, { words, ...where });
        const { document: after } = replaceHits(document, hits, { ...NO_REPLACEMENT, sets: ["smallCaps"] });
        expect(texts(after)).toEqual(texts(document));
        expect(ends(found(after, { words, ...where, marks: ["smallCaps"] }))).toEqual(ends(hits));
        const back = replaceHits(after, found(after, { marks: ["smallCaps"] }), {
          ...NO_REPLACEMENT,
          clears: ["smallCaps"],
        });
        const bare = replaceHits(document, found(document, { marks: ["smallCaps"] }), {
          ...NO_REPLACEMENT,
          clears: ["smallCaps"],
        });
        expect(back.document.blocks).toEqual(bare.document.blocks);
      }),
      { numRuns: 300 },
    );
  });

  it("a stretch of one look is what the text says there", () => {
    fc.assert(
      fc.property(anyStory(1), anyMarks, (document, marks) => {
        for (const hit of found(document, { marks })) {
          expect(hit.text).not.toBe("");
          const again = replaceHits(document, [hit], asWritten(hit.text));
          expect(again.document).toEqual(document);
        }
      }),
      { numRuns: 200 },
    );
  });
});
