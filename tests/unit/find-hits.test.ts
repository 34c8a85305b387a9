import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byline, headline, linked, marked, paragraph, photo, story } from "#shared/document/builders.ts";
import {
  canonicalBlock,
  finalText,
  MARKS,
  NO_PICTURE,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import {
  compileQuery,
  findInStory,
  NO_QUERY,
  asWritten,
  replaceHits,
  searchedFields,
  type CompiledQuery,
  type FindQuery,
  type Hit,
} from "#shared/find/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { words } from "#shared/language/index.ts";

function compiled(query: Partial<FindQuery> & { readonly words: string }): CompiledQuery {
  const result = compileQuery({ ...NO_QUERY, ...query });
  if (!result.ok) throw new Error(result.trouble.problem);
  return result.value;
}

function found(
  document: StoryDocument,
  query: Partial<FindQuery> & { readonly words: string },
): readonly Hit[] {
  return findInStory(document, compiled(query));
}

/** The words that are found in one paragraph. */
function foundIn(text: string, query: Partial<FindQuery> & { readonly words: string }): readonly string[] {
  return found(story(paragraph(text)), query).map((hit) => hit.text);
}

function trouble(query: Partial<FindQuery> & { readonly words: string }): string {
  const result = compileQuery({ ...NO_QUERY, ...query });
  return result.ok ? "" : words().find.trouble(result.trouble);
}

/** The text of every field as it prints. */
function texts(document: StoryDocument): readonly string[] {
  return document.blocks.flatMap((block) => searchedFields(block).map(({ runs }) => finalText(runs)));
}

function replaced(
  document: StoryDocument,
  query: Partial<FindQuery> & { readonly words: string },
  by: string,
): StoryDocument {
  return replaceHits(document, found(document, query), asWritten(by)).document;
}

const STRUCK = { id: "c_1", by: "u_ana", at: "2026-11-22T09:00:00Z" } as const;
const ADDED = { id: "c_2", by: "u_ana", at: "2026-11-22T09:00:00Z" } as const;

describe("Finding words", () => {
  it("finds them in any case, or in the very case they are written in", () => {
    expect(foundIn("Harbor, HARBOR, harbor", { words: "harbor" })).toEqual(["Harbor", "HARBOR", "harbor"]);
    expect(foundIn("Harbor, HARBOR, harbor", { words: "harbor", matchesCase: true })).toEqual(["harbor"]);
  });

  it("finds whole words only where that is asked, a name with its possessive and its hyphen among them", () => {
    const text = "Ana, Anansi, banana, Ana’s, Ana-Maria, ÅAna, Ana2";
    expect(
      found(story(paragraph(text)), { words: "ana", isWholeWord: true }).map(({ from }) => from),
    ).toEqual([0, 21, 28]);
    expect(foundIn("so -30- it", { words: "-30-", isWholeWord: true })).toEqual(["-30-"]);
  });

  it("passes over accents where that is asked, written as one character or as two", () => {
    const text = "Café, Cafe\u0301, CAFÉ, cafe";
    expect(foundIn(text, { words: "cafe", ignoresAccents: true })).toEqual([
      "Café",
      "Cafe\u0301",
      "CAFÉ",
      "cafe",
    ]);
    expect(foundIn(text, { words: "cafe" })).toEqual(["cafe"]);
    expect(foundIn(text, { words: "café" })).toEqual(["Café", "Cafe\u0301", "CAFÉ"]);
    expect(foundIn("Łódź, Lodz, Ørsted", { words: "lodz", ignoresAccents: true })).toEqual(["Łódź", "Lodz"]);
    expect(foundIn("が か", { words: "か", ignoresAccents: true })).toEqual(["か"]);
  });

  it("gives the right place of letters that grow when their case is folded", () => {
    expect(foundIn("Die Straße ist lang", { words: "STRASSE" })).toEqual(["Straße"]);
    expect(foundIn("Straße", { words: "s" })).toEqual(["S"]);
    expect(foundIn("İzmir’de İZMİR", { words: "izmir", ignoresAccents: true })).toEqual(["İzmir", "İZMİR"]);
    expect(foundIn("😀ﬁn😀", { words: "fin" })).toEqual(["ﬁn"]);
  });

  it("never cuts an emoji, a letter or an accent in two", () => {
    expect(foundIn("👩‍🚀 and 👩", { words: "👩" })).toHaveLength(1);
    expect(foundIn("x\u0301x", { words: "x" })).toEqual(["x"]);
    expect(foundIn("👍🏽", { words: "👍" })).toEqual([]);
    expect(foundIn("👍🏽", { words: ".", isPattern: true })).toEqual([]);
  });

  it("takes typed quotes, spaces and hyphens for the ones that are set, and set ones for themselves", () => {
    expect(foundIn("it’s it's", { words: "it's" })).toEqual(["it’s", "it's"]);
    expect(foundIn("it’s it's", { words: "it’s" })).toEqual(["it’s"]);
    expect(foundIn("10\u00A0km, 10 km", { words: "10 km" })).toEqual(["10\u00A0km", "10 km"]);
    expect(foundIn("har\u00ADbor", { words: "harbor" })).toEqual(["har\u00ADbor"]);
    expect(foundIn("har\u00ADbor", { words: "\u00AD" })).toEqual(["\u00AD"]);
  });

  it("finds patterns, and says what is wrong with one that cannot be read", () => {
    expect(foundIn("a1 b22 c333", { words: "[a-b]\\d+", isPattern: true })).toEqual(["a1", "b22"]);
    expect(foundIn("A1 a1", { words: "a\\d", isPattern: true, matchesCase: true })).toEqual(["a1"]);
    expect(foundIn("Müller Muller", { words: "m.ller", isPattern: true, ignoresAccents: true })).toHaveLength(
      2,
    );
    expect(trouble({ words: "(a", isPattern: true })).toBe(
      "This regular expression cannot be read: a bracket ( is not closed.",
    );
    expect(trouble({ words: "[a", isPattern: true })).toContain("a bracket [ is not closed");
    expect(trouble({ words: "*a", isPattern: true })).toContain("nothing before it to repeat");
    expect(trouble({ words: "\\", isPattern: true })).toContain("nothing behind it");
    expect(trouble({ words: "" })).not.toBe("");
    expect(trouble({ words: "a".repeat(1_001) })).toContain("too long");
  });

  it("finds nothing where a pattern matches between letters only, and knows it", () => {
    const query = compiled({ words: "x*", isPattern: true });
    expect(findInStory(story(paragraph("abc")), query)).toEqual([]);
    expect(query.foundNothing()).toBe(true);
    expect(foundIn("axxb", { words: "x*", isPattern: true })).toEqual(["xx"]);
  });

  it("looks in headlines and their other wordings, bylines, captions, credits and alt text", () => {
    const document = story(
      { ...headline("Fog"), alternates: [[{ text: "More fog" }]] },
      byline(["Ana Fog"]),
      photo(NO_PICTURE, "Fog rolls in", "Ben Fog", "A road in fog"),
    );
    expect(found(document, { words: "fog" }).map(({ place, kind }) => `${kind} ${place}`)).toEqual([
      "headline runs",
      "headline alternate 0",
      "byline runs",
      "caption caption",
      "credit credit",
      "alt alt",
    ]);
    expect(found(document, { words: "fog", places: ["credit", "alt"] })).toHaveLength(2);
  });

  it("keeps to text that has the marks", () => {
    const document = story(paragraph([marked("fog", "bold"), " fog ", marked("fo", "bold", "italic"), "g"]));
    expect(found(document, { words: "fog", marks: ["bold"] }).map(({ from }) => from)).toEqual([0]);
    expect(found(document, { words: "fo", marks: ["bold", "italic"] }).map(({ from }) => from)).toEqual([8]);
  });

  it("does not find what is struck out, and reads on over it", () => {
    const document = story(paragraph(["The old ", { text: "quay", deleted: STRUCK }, "harbor"]));
    expect(found(document, { words: "quay" })).toEqual([]);
    expect(found(document, { words: "old harbor" }).map(({ from, to }) => [from, to])).toEqual([[4, 14]]);
  });

  it("gives each hit with what stands around it", () => {
    const [hit] = found(story(paragraph("On the old harbor wall")), { words: "harbor" });
    expect(hit).toMatchObject({ before: "On the old ", text: "harbor", after: " wall" });
  });
});

describe("Replacing words", () => {
  it("keeps the marks, links and notes of what stands around them", () => {
    const note = { text: "wall", notes: ["n_1"] };
    const document = story(
      paragraph([marked("The har", "bold"), linked("bor", "https://example.org"), note]),
    );
    expect(replaced(document, { words: "harbor" }, "quay").blocks[0]).toMatchObject({
      runs: [marked("The quay", "bold"), note],
    });
    expect(replaced(document, { words: "harbor" }, "harbors").blocks[0]).toMatchObject({
      runs: [marked("The har", "bold"), linked("bors", "https://example.org"), note],
    });
    expect(replaced(document, { words: "the harborwall" }, "The quay wall").blocks[0]).toMatchObject({
      runs: [marked("The quay wall", "bold")],
    });
  });

  it("gives what is longer or shorter the look of the word, not of what stands before it", () => {
    const document = story(paragraph(["a ", marked("cat", "bold"), " b"]));
    const [block] = replaced(document, { words: "cat" }, "bobcat").blocks;
    expect(block).toMatchObject({ runs: [{ text: "a " }, marked("bobcat", "bold"), { text: " b" }] });
    const [none] = replaced(document, { words: "cat" }, "").blocks;
    expect(none).toMatchObject({ runs: [{ text: "a  b" }] });
  });

  it("leaves struck text where it is, and tracked insertions tracked", () => {
    const runs: readonly Run[] = [
      { text: "the old " },
      { text: "quay", deleted: STRUCK },
      { text: "har", inserted: ADDED },
      { text: "bor" },
    ];
    expect(replaced(story(paragraph(runs)), { words: "harbor" }, "pier").blocks[0]).toMatchObject({
      runs: [{ text: "the old " }, { text: "quay", deleted: STRUCK }, { text: "pier", inserted: ADDED }],
    });
    const over = replaced(story(paragraph(runs)), { words: "old harbor" }, "new pier").blocks[0];
    expect(over && searchedFields(over).map((field) => finalText(field.runs))).toEqual(["the new pier"]);
    expect(over).toMatchObject({ runs: [{ text: "the new pier" }, { text: "quay", deleted: STRUCK }] });
  });

  it("puts in what the groups of a pattern held, and takes a dollar sign for itself otherwise", () => {
    const document = story(paragraph("Ana Berg and Ben Carl"));
    const swapped = { words: "(\\w+) (?<last>Berg|Carl)", isPattern: true } as const;
    expect(texts(replaced(document, swapped, "$<last>, $1"))).toEqual(["Berg, Ana and Carl, Ben"]);
    expect(texts(replaced(document, swapped, "[$&] $$1 $7"))).toEqual([
      "[Ana Berg] $1 $7 and [Ben Carl] $1 $7",
    ]);
    expect(texts(replaced(document, { words: "Ana" }, "$1"))).toEqual(["$1 Berg and Ben Carl"]);
    const accents = { words: "(m.ller)", isPattern: true, ignoresAccents: true } as const;
    expect(texts(replaced(story(paragraph("Herr Müller")), accents, "<$1>"))).toEqual(["Herr <Müller>"]);
  });

  it("reads a byline's names again from its new line", () => {
    const document = story(byline(["Ana Berg"], null, "By Ana Berg"));
    expect(replaced(document, { words: "Berg" }, "Holm").blocks[0]).toMatchObject({
      authors: ["Ana Holm"],
      runs: [{ text: "By Ana Holm" }],
    });
  });

  it("leaves alone, and names, a hit where somebody has written since", () => {
    const document = story(paragraph("the harbor"));
    const hits = found(document, { words: "harbor" });
    const [block] = document.blocks;
    const now = story({ ...paragraph("a harbor wall"), id: block?.id ?? "" });
    expect(replaceHits(now, hits, asWritten("quay"))).toMatchObject({
      count: 0,
      missed: hits,
      document: now,
    });
    expect(replaceHits(story(), hits, asWritten("quay"))).toMatchObject({ count: 0, missed: hits });
  });
});

function search(document: StoryDocument, query: FindQuery): readonly Hit[] {
  const result = compileQuery(query);
  return result.ok ? findInStory(document, result.value) : [];
}

const BLACK = "\u2588";

/** One UTF-16 unit of a story with all that it carries; where it stands counts for none of that. */
class Letter {
  readonly letter: string;
  readonly carries: string;
  readonly #where: readonly [key: string, at: number];

  constructor(letter: string, run: Run, key: string, at: number) {
    this.letter = letter;
    this.carries = JSON.stringify({ ...run, text: "" });
    this.#where = [key, at];
  }

  get key(): string {
    return this.#where[0];
  }

  get at(): number {
    return this.#where[1];
  }
}

/** Every letter that prints, and every one that is struck out, in the order of the text. */
function letters(document: StoryDocument): { visible: readonly Letter[]; struck: readonly Letter[] } {
  const visible: Letter[] = [];
  const struck: Letter[] = [];
  for (const block of document.blocks) {
    for (const { place, runs } of searchedFields(block)) {
      let at = 0;
      for (const run of runs) {
        const isStruck = run.deleted !== undefined;
        for (const letter of run.text.split("")) {
          (isStruck ? struck : visible).push(new Letter(letter, run, `${block.id} ${place}`, at));
          if (!isStruck) at += 1;
        }
      }
    }
  }
  return { visible, struck };
}

describe("In any story", () => {
  const anyWords = fc.oneof(
    fc.constantFrom("e", "a", "’", "'", " ", "é", "ss", "…", "שלום", "東", "\u0301", "👩", "-", "o"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 2 }),
  );
  const anyQuery: fc.Arbitrary<FindQuery> = fc.record({
    words: fc.oneof(anyWords, fc.constantFrom("\\w+", "[^a]", "(.)(.)?", "\\p{L}", "^.", "\\s")),
    isPattern: fc.boolean(),
    matchesCase: fc.boolean(),
    isWholeWord: fc.boolean(),
    ignoresAccents: fc.boolean(),
    marks: fc.subarray([...MARKS], { maxLength: 1 }),
    places: fc.constant([]),
  });
  it("hits are what the text says there, come in order and never overlap", () => {
    fc.assert(
      fc.property(anyStory(1), anyQuery, (document, query) => {
        const ends = new Map<string, number>();
        for (const hit of search(document, query)) {
          const block = document.blocks.find(({ id }) => id === hit.block);
          const field = block && searchedFields(block).find(({ place }) => place === hit.place);
          expect(field && finalText(field.runs).slice(hit.from, hit.to)).toBe(hit.text);
          expect(hit.text).not.toBe("");
          expect(hit.text.isWellFormed()).toBe(true);
          const key = `${hit.block} ${hit.place}`;
          expect(hit.from).toBeGreaterThanOrEqual(ends.get(key) ?? 0);
          ends.set(key, hit.to);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("replacing each hit by itself changes nothing", () => {
    fc.assert(
      fc.property(anyStory(1), anyQuery, (document, query) => {
        for (const hit of search(document, query)) {
          const again = replaceHits(document, [hit], asWritten(query.isPattern ? "$&" : hit.text));
          expect(again.document).toEqual(document);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("replacing leaves no hit, and keeps every letter around them with all that it carries", () => {
    fc.assert(
      fc.property(anyStory(1), anyQuery, (document, query) => {
        const plain = { ...query, isPattern: false };
        const hits = search(document, plain);
        const { document: after, count } = replaceHits(document, hits, asWritten(BLACK));
        expect(count).toBe(hits.length);
        expect(search(after, plain)).toEqual([]);
        const isHit = (key: string, at: number): boolean =>
          hits.some((hit) => `${hit.block} ${hit.place}` === key && hit.from <= at && at < hit.to);
        expect(letters(after).visible.filter(({ letter }) => letter !== BLACK)).toEqual(
          letters(document).visible.filter(({ key, at }) => !isHit(key, at)),
        );
        expect(letters(after).struck).toEqual(letters(document).struck);
        for (const block of after.blocks) expect(canonicalBlock(block)).toEqual(block);
      }),
      { numRuns: 300 },
    );
  });
});
