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
} from "#shared/document/builders.ts";
import {
  blockText,
  canonicalBlock,
  originalView,
  runsText,
  storyDocumentSchema,
  type StoryDocument,
  type TextBlock,
} from "#shared/document/index.ts";
import { mergeStories, type MergeConflict } from "#shared/merge/index.ts";
import { splitWords } from "#shared/merge/words.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { anyRevision, anyRewording } from "#tests/support/edited-story.ts";

const anyTwoStates = anyStory().chain((base) => fc.tuple(fc.constant(base), anyRevision(base)));

const anyThreeStates = anyStory(1).chain((base) =>
  fc.tuple(fc.constant(base), anyRevision(base), anyRevision(base)),
);

/** A story of which every word is there once, so that no loss can hide behind another place. */
const anyTellingStory = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
  .map((lengths) => {
    let nr = 0;
    const words = (count: number): string =>
      Array.from({ length: count }, () => `base${String((nr += 1))}`).join(" ");
    return story(
      ...lengths.map((length) => paragraph([words(length), marked(` ${words(2)} `, "bold"), words(2)])),
    );
  });

const anyTwoRewordings = anyTellingStory.chain((base) =>
  fc.tuple(fc.constant(base), anyRewording(base, "ours"), anyRewording(base, "theirs")),
);

function texts(document: StoryDocument): readonly string[] {
  return document.blocks.map(blockText);
}

function wordsOf(document: StoryDocument): ReadonlySet<string> {
  return new Set(
    document.blocks.flatMap((block) => splitWords(blockText(block))).filter((word) => word.trim() !== ""),
  );
}

/** Whether what a conflict tells of can be found in the story, both versions one after the other. */
function standsIn({ blocks, notes }: StoryDocument, conflict: MergeConflict): boolean {
  switch (conflict.kind) {
    case "note":
      return notes?.some(({ id }) => id === conflict.noteId) ?? false;
    case "deletedAndChanged":
      return blocks.includes(conflict.kept);
    default:
      return (
        blocks.indexOf(conflict.ours) >= 0 && blocks[blocks.indexOf(conflict.ours) + 1] === conflict.theirs
      );
  }
}

const LEAD = paragraph("The harbor board approved the seawall plan on Tuesday after a long night.");
const QUOTE = paragraph("“It doesn’t end here,” said Mayor Ilse Varga, who voted against it.");
const COST = paragraph("The wall would cost 4.2 million and take two winters to build.");
const HISTORY = paragraph("A storm broke the old one in three places the year before last.");
const BASE = story(LEAD, QUOTE, COST, HISTORY);

function reworded(block: TextBlock, from: string, to: string): TextBlock {
  return { ...block, runs: runs(runsText(block.runs).replace(from, to)) };
}

describe("a merge", () => {
  it("is one side's story where the other side did nothing, and theirs is ours where both did the same", () => {
    fc.assert(
      fc.property(anyTwoStates, ([base, changed]) => {
        const clean = { document: changed, conflicts: [] };
        expect(mergeStories(base, changed, base)).toEqual(clean);
        expect(mergeStories(base, base, changed)).toEqual(clean);
        expect(mergeStories(base, changed, structuredClone(changed))).toEqual(clean);
      }),
      { numRuns: 400 },
    );
  });

  it("is always a story that Stet can keep, with every block under an id of its own", () => {
    fc.assert(
      fc.property(anyThreeStates, ([base, ours, theirs]) => {
        const { document } = mergeStories(base, ours, theirs);
        expect(storyDocumentSchema.parse(document)).toEqual(document);
        expect(document.blocks.map(canonicalBlock)).toEqual(document.blocks);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the same texts whichever side is called ours", () => {
    fc.assert(
      fc.property(anyThreeStates, ([base, ours, theirs]) => {
        const one = mergeStories(base, ours, theirs);
        const other = mergeStories(base, theirs, ours);
        expect(texts(one.document).toSorted()).toEqual(texts(other.document).toSorted());
        expect(one.conflicts.length).toBe(other.conflicts.length);
      }),
      { numRuns: 300 },
    );
  });

  it("loses no word that a side wrote, and none of the base that both sides kept", () => {
    fc.assert(
      fc.property(anyTwoRewordings, ([base, ours, theirs]) => {
        const merged = wordsOf(mergeStories(base, ours, theirs).document);
        const was = wordsOf(base);
        const [mine, other] = [wordsOf(ours), wordsOf(theirs)];
        const written = [...mine, ...other].filter((word) => !was.has(word));
        const kept = [...was].filter((word) => mine.has(word) && other.has(word));
        expect([...written, ...kept].filter((word) => !merged.has(word))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("brings no word back that a side struck out, unless it says so or the word went into a new paragraph", () => {
    fc.assert(
      fc.property(anyTwoRewordings, ([base, ours, theirs]) => {
        const { document, conflicts } = mergeStories(base, ours, theirs);
        const ids = new Set(base.blocks.map(({ id }) => id));
        const added = [...ours.blocks, ...theirs.blocks].filter(({ id }) => !ids.has(id));
        fc.pre(conflicts.length === 0 && added.length === 0);
        const [was, mine, other] = [base, ours, theirs].map(wordsOf);
        const struck = [...(was ?? [])].filter((word) => !mine?.has(word) || !other?.has(word));
        const merged = wordsOf(document);
        expect(struck.filter((word) => merged.has(word))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("shows both versions of every conflict in the story itself", () => {
    fc.assert(
      fc.property(anyThreeStates, ([base, ours, theirs]) => {
        const { document, conflicts } = mergeStories(base, ours, theirs);
        expect(conflicts.map((conflict) => standsIn(document, conflict))).toEqual(conflicts.map(() => true));
      }),
    );
  });
});

describe("two people who worked on the same story", () => {
  it("and on different paragraphs, have both their work in it", () => {
    const ours = story(reworded(LEAD, "approved", "backed"), QUOTE, COST, HISTORY);
    const theirs = story(LEAD, QUOTE, reworded(COST, "4.2", "5.1"), HISTORY);
    expect(mergeStories(BASE, ours, theirs)).toEqual({
      document: story(reworded(LEAD, "approved", "backed"), QUOTE, reworded(COST, "4.2", "5.1"), HISTORY),
      conflicts: [],
    });
  });

  it("and on different words of one paragraph, have both their words in it", () => {
    const ours = story(reworded(LEAD, "on Tuesday", "late on Tuesday"));
    const theirs = story(reworded(LEAD, "a long night", "seven hours of debate"));
    const { document, conflicts } = mergeStories(story(LEAD), ours, theirs);
    expect(texts(document)).toEqual([
      "The harbor board approved the seawall plan late on Tuesday after seven hours of debate.",
    ]);
    expect(conflicts).toEqual([]);
  });

  it("and on the same words, find ours in its place, theirs after it, and the conflict told", () => {
    const ours = reworded(COST, "4.2", "5.1");
    const theirs = reworded(COST, "4.2", "3.9");
    const { document, conflicts } = mergeStories(
      BASE,
      story(LEAD, QUOTE, ours, HISTORY),
      story(LEAD, QUOTE, theirs, HISTORY),
      () => "b_other",
    );
    const other = { ...theirs, id: "b_other" };
    expect(document).toEqual(story(LEAD, QUOTE, ours, other, HISTORY));
    expect(conflicts).toEqual([{ kind: "bothChanged", base: COST, ours, theirs: other }]);
  });

  it("do not get a word that neither wrote where their edits touch", () => {
    const base = paragraph("The two ports co-/operate at night.");
    const ours = reworded(base, "co-/operate", "co-operate");
    const theirs = reworded(base, "co-/operate", "co/operate");
    const { document, conflicts } = mergeStories(story(base), story(ours), story(theirs));
    expect(texts(document)).toEqual([blockText(ours), blockText(theirs)]);
    expect(conflicts).toHaveLength(1);
  });

  it("and of whom one put a photo under the id of the paragraph that the other changed, have both", () => {
    const ours = reworded(QUOTE, "against it", "for it");
    const theirs = { ...photo(`sha256:${"a".repeat(64)}`, "The wall in May."), id: QUOTE.id };
    const { document } = mergeStories(story(LEAD, QUOTE), story(LEAD, ours), story(LEAD, theirs));
    expect(texts(document)).toEqual([blockText(LEAD), "The wall in May.", blockText(ours)]);
    expect(new Set(document.blocks.map(({ id }) => id)).size).toBe(3);
  });

  it("where one wrote before a stretch that the other replaced, have the new words in order", () => {
    const ours = story(reworded(LEAD, "approved", "at last approved"));
    const theirs = story(reworded(LEAD, "approved", "rejected"));
    expect(texts(mergeStories(story(LEAD), ours, theirs).document)).toEqual([
      "The harbor board at last rejected the seawall plan on Tuesday after a long night.",
    ]);
  });

  it("where one deleted a paragraph that the other left alone, do not get it back", () => {
    const ours = story(LEAD, COST, HISTORY);
    const theirs = story(reworded(LEAD, "approved", "backed"), QUOTE, COST, HISTORY);
    expect(mergeStories(BASE, ours, theirs)).toEqual({
      document: story(reworded(LEAD, "approved", "backed"), COST, HISTORY),
      conflicts: [],
    });
  });

  it.each(["ours", "theirs"] as const)(
    "where %s deleted a paragraph that the other changed, keep the changed one and are told",
    (deletedBy) => {
      const kept = reworded(QUOTE, "against it", "for it");
      const deleted = story(LEAD, COST, HISTORY);
      const changed = story(LEAD, kept, COST, HISTORY);
      const [ours, theirs] = deletedBy === "ours" ? [deleted, changed] : [changed, deleted];
      expect(mergeStories(BASE, ours, theirs)).toEqual({
        document: changed,
        conflicts: [{ kind: "deletedAndChanged", deletedBy, base: QUOTE, kept }],
      });
    },
  );

  it("where one moved a paragraph and the other reworded it, have it moved and reworded", () => {
    const ours = story(LEAD, HISTORY, QUOTE, COST);
    const theirs = story(LEAD, QUOTE, COST, reworded(HISTORY, "three places", "four places"));
    expect(mergeStories(BASE, ours, theirs).document).toEqual(
      story(LEAD, reworded(HISTORY, "three places", "four places"), QUOTE, COST),
    );
  });

  it("where each moved another paragraph, have both moved", () => {
    const ours = story(QUOTE, LEAD, COST, HISTORY);
    const theirs = story(LEAD, QUOTE, HISTORY, COST);
    expect(texts(mergeStories(BASE, ours, theirs).document)).toEqual(
      texts(story(QUOTE, LEAD, HISTORY, COST)),
    );
  });

  it("where each added a paragraph at one place, have both, ours first", () => {
    const mine = paragraph("Two growers from Oldmarsh asked for a second reading.");
    const other = paragraph("The ferry line will pay a third.");
    const merged = mergeStories(
      BASE,
      story(LEAD, mine, QUOTE, COST, HISTORY),
      story(LEAD, other, QUOTE, COST, HISTORY),
    );
    expect(merged).toEqual({ document: story(LEAD, mine, other, QUOTE, COST, HISTORY), conflicts: [] });
  });

  it("where both pasted the same paragraph, have it once", () => {
    const copy = "The ferry line will pay a third.";
    const mine = paragraph(copy);
    const merged = mergeStories(
      BASE,
      story(LEAD, mine, QUOTE, COST, HISTORY),
      story(LEAD, QUOTE, COST, HISTORY, paragraph(copy)),
    );
    expect(merged.document).toEqual(story(LEAD, mine, QUOTE, COST, HISTORY));
  });

  it("where both brought in nearly the same paragraph, have the two side by side and are told", () => {
    const mine = paragraph("The ferry line will pay a third of the cost.");
    const other = paragraph("The ferry line will pay a quarter of the cost.");
    const merged = mergeStories(
      BASE,
      story(LEAD, mine, QUOTE, COST, HISTORY),
      story(LEAD, QUOTE, COST, HISTORY, other),
    );
    expect(texts(merged.document)).toEqual(texts(story(LEAD, mine, other, QUOTE, COST, HISTORY)));
    expect(merged.conflicts).toMatchObject([{ kind: "bothChanged", base: null }]);
  });

  it("where one split a paragraph and the other worked on its first half, have both", () => {
    const whole = paragraph("The ferry line will run until midnight. The market opens at six.");
    const half = paragraph("The market opens at six.");
    const ours = story({ ...whole, runs: runs("The ferry line will run until midnight.") }, half);
    const theirs = story(reworded(whole, "midnight", "eleven"));
    expect(texts(mergeStories(story(whole), ours, theirs).document)).toEqual([
      "The ferry line will run until eleven.",
      "The market opens at six.",
    ]);
  });

  it("where one joined two paragraphs and the other changed the second, keep the changed one as well", () => {
    const first = paragraph("The ferry line will run until midnight.");
    const second = paragraph("The market opens at six.");
    const ours = story({
      ...first,
      runs: runs("The ferry line will run until midnight. The market opens at six."),
    });
    const theirs = story(first, reworded(second, "six", "seven"));
    const { document, conflicts } = mergeStories(story(first, second), ours, theirs);
    expect(texts(document)).toEqual([
      "The ferry line will run until midnight. The market opens at six.",
      "The market opens at seven.",
    ]);
    expect(conflicts).toMatchObject([{ kind: "deletedAndChanged", deletedBy: "ours" }]);
  });

  it("where one set words in bold and the other made them a link among new words, have all of it", () => {
    const base = paragraph("The board met for a long night.");
    const ours = { ...base, runs: runs(["The board met for a ", marked("long night", "bold"), "."]) };
    const theirs = {
      ...base,
      runs: runs(["On Tuesday the board met for a ", linked("long night", "https://example.org"), "."]),
    };
    expect(mergeStories(story(base), story(ours), story(theirs)).document.blocks).toEqual([
      {
        ...base,
        runs: runs([
          "On Tuesday the board met for a ",
          { text: "long night", marks: ["bold"], link: { href: "https://example.org" } },
          ".",
        ]),
      },
    ]);
  });

  it("where one queried words that the other replaced, do not lose what the query hangs on", () => {
    const ours = {
      ...LEAD,
      runs: runs([
        "The harbor board approved the ",
        { text: "seawall plan", notes: ["n_1"] },
        " on Tuesday after a long night.",
      ]),
    };
    const theirs = reworded(LEAD, "seawall plan", "new wall");
    const query = {
      id: "n_1",
      kind: "query" as const,
      by: "u_ana",
      at: "2026-11-22T09:14:03Z",
      text: "Which one?",
      state: "open" as const,
      replies: [],
    };
    const { document, conflicts } = mergeStories(
      story(LEAD),
      { ...story(ours), notes: [query] },
      story(theirs),
    );
    expect(texts(document)).toEqual([blockText(LEAD), blockText(theirs)]);
    expect(document.blocks[0]).toEqual(ours);
    expect(document.notes).toEqual([query]);
    expect(conflicts).toMatchObject([{ kind: "bothChanged" }]);
  });

  it("where both answered one query, have both answers in it and are told", () => {
    const query = {
      id: "n_1",
      kind: "query" as const,
      by: "u_ana",
      at: "2026-11-22T09:14:03Z",
      text: "Which one?",
      state: "open" as const,
      replies: [],
    };
    const withNote = (text: string): StoryDocument => ({ ...BASE, notes: [{ ...query, text }] });
    const { document, conflicts } = mergeStories(
      withNote("Which one?"),
      withNote("The old one."),
      withNote("The new one."),
    );
    expect(document.notes).toEqual([{ ...query, text: "The old one.\nThe new one." }]);
    expect(conflicts).toMatchObject([{ kind: "note", noteId: "n_1" }]);
  });

  it("where one rewrote a caption and the other cropped the picture, have both", () => {
    const picture = photo(`sha256:${"a".repeat(64)}`, "The wall in May.", "Ana Ruiz");
    const crop = { left: 0, top: 0, width: 1, height: 0.5 };
    const merged = mergeStories(
      story(picture),
      story({ ...picture, caption: runs("The old wall in May.") }),
      story({ ...picture, crop, caption: runs("The wall in June.") }),
    );
    expect(merged).toEqual({
      document: story({ ...picture, crop, caption: runs("The old wall in June.") }),
      conflicts: [],
    });
  });

  it("where one put another picture in and the other cropped the one that was there, keep both pictures", () => {
    const picture = photo(`sha256:${"a".repeat(64)}`, "The wall in May.");
    const exchanged = { ...picture, asset: `sha256:${"b".repeat(64)}` as const };
    const cropped = { ...picture, crop: { left: 0, top: 0, width: 1, height: 0.5 } };
    const { document } = mergeStories(story(picture), story(exchanged), story(cropped), () => "b_other");
    expect(document).toEqual(story(exchanged, { ...cropped, id: "b_other" }));
  });

  it("where one named an author and the other the agency, have both in the byline", () => {
    const line = byline(["Jane Q. O’Dea"]);
    const { document } = mergeStories(
      story(line),
      story({ ...line, authors: ["Jane Q. O’Dea", "Ben Ito"] }),
      story({ ...line, agency: "Valley News" }),
    );
    expect(document).toEqual(
      story({ ...line, authors: ["Jane Q. O’Dea", "Ben Ito"], agency: "Valley News" }),
    );
  });

  it("where one turned a headline into a paragraph and the other kept another wording beside it, keep both", () => {
    const title = headline("Wall wins");
    const ours = story({ id: title.id, kind: "paragraph", runs: title.runs });
    const theirs = story({ ...title, alternates: [runs("Board votes for wall")] });
    const { document, conflicts } = mergeStories(story(title), ours, theirs);
    expect(document.blocks).toMatchObject([
      { kind: "paragraph" },
      { kind: "headline", alternates: [runs("Board votes for wall")] },
    ]);
    expect(conflicts).toHaveLength(1);
  });

  it("where one brought the story in again under new ids, have the other's work on it", () => {
    const again = story(...BASE.blocks.map((block) => paragraph(blockText(block))));
    const theirs = story(LEAD, QUOTE, reworded(COST, "4.2", "5.1"), HISTORY);
    expect(texts(mergeStories(BASE, again, theirs).document)).toEqual(texts(theirs));
  });
});

describe("a block that both sides moved and wrote anew", () => {
  it("stands twice, and the second was behind the first before the move", () => {
    const at = "2026-11-22T09:14:03.000Z";
    const [one, two] = [paragraph("One"), paragraph("Two")];
    const moved = (by: string, words: string): TextBlock => ({
      ...one,
      runs: runs(words),
      tracked: { moves: [{ id: `c_${by}`, by, at, after: null }] },
    });
    const [ours, theirs] = [story(two, moved("u_ana", "Uno")), story(two, moved("u_ben", "Eins"))];
    const { document, conflicts } = mergeStories(story(one, two), ours, theirs);
    const [, first, second] = document.blocks;
    expect(texts(document)).toEqual(["Two", "Uno", "Eins"]);
    expect(second?.tracked?.moves).toMatchObject([{ by: "u_ben", after: first?.id }]);
    expect(texts(originalView(document))).toEqual(["Uno", "Eins", "Two"]);
    expect(conflicts).toMatchObject([{ kind: "bothChanged", ours: first, theirs: second }]);
  });
});
