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
import { blockText, runsText, type Block, type Run, type StoryDocument } from "#shared/document/index.ts";
import { newEffort } from "#shared/merge/effort.ts";
import {
  compareStories,
  textAfter,
  textBefore,
  type BlockChange,
  type ComparedBlock,
  type StoryComparison,
  type TextPiece,
} from "#shared/merge/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { anyRevision } from "#tests/support/edited-story.ts";
import { inventedStory, seeded } from "#tests/support/invented-copy.ts";

/** Marked-up text as a proof-reader writes it: `[-gone-]`, `{+new+}`, `~set otherwise~`. */
function markedUp(pieces: readonly TextPiece[]): string {
  return pieces
    .map(({ kind, run: { text } }) => {
      if (kind === "added") return `{+${text}+}`;
      if (kind === "removed") return `[-${text}-]`;
      return kind === "reformatted" ? `~${text}~` : text;
    })
    .join("");
}

function shownChange(change: BlockChange): string {
  if (change.what === "words" || change.what === "formatting") {
    return `${change.field === "runs" ? "" : `${change.field}: `}${markedUp(change.pieces)}`;
  }
  return `${change.what}: ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}`;
}

function shownBlock(block: ComparedBlock): string {
  switch (block.state) {
    case "added":
      return `+ ${blockText(block.after)}`;
    case "removed":
      return `- ${blockText(block.before)}`;
    case "movedAway":
      return `^ ${blockText(block.before)}`;
    default: {
      const sign = block.moved ? "> " : "= ";
      const text = block.changes.map(shownChange).join(" | ");
      return sign + (text === "" ? blockText(block.after) : text);
    }
  }
}

function shown(before: StoryDocument, after: StoryDocument): readonly string[] {
  return compareStories(before, after).blocks.map(shownBlock);
}

/** Gives a block another id; an unknown one carries it inside as well. */
function underId(block: Block, id: string): Block {
  return block.kind === "unknown" ? { ...block, id, raw: { ...block.raw, id } } : { ...block, id };
}

/** A block with one side of each of its changes put into the other side's value. */
function sideOf(block: Block, changes: readonly BlockChange[], side: "before" | "after"): unknown {
  const text = side === "before" ? textBefore : textAfter;
  const facts = changes.map((change): [string, unknown] => {
    if (change.what !== "words" && change.what !== "formatting") return [change.what, change[side]];
    const value = text(change.pieces);
    return [change.field, change.field === "alt" ? runsText(value) : value];
  });
  const { alternates, authors, agency, tracked, ...plain } = {
    tracked: null,
    alternates: [],
    authors: [],
    agency: null,
    ...block,
    ...Object.fromEntries(facts),
  } as Record<string, unknown>;
  return {
    ...plain,
    ...(tracked === null ? {} : { tracked }),
    ...(plain["kind"] === "headline" && (alternates as unknown[]).length > 0 ? { alternates } : {}),
    ...(plain["kind"] === "byline" ? { authors, agency } : {}),
  };
}

function earlier({ blocks }: StoryComparison): readonly unknown[] {
  return blocks.flatMap((block) => {
    if (block.state === "added") return [];
    if (block.state === "removed" || block.state === "movedAway") return [block.before];
    return block.moved ? [] : [sideOf(underId(block.after, block.before.id), block.changes, "before")];
  });
}

function later({ blocks }: StoryComparison): readonly unknown[] {
  return blocks.flatMap((block) => {
    if (block.state === "removed" || block.state === "movedAway") return [];
    if (block.state === "added") return [block.after];
    return [sideOf(underId(block.before, block.after.id), block.changes, "after")];
  });
}

const anyTwoStates = anyStory(1).chain((before) => fc.tuple(fc.constant(before), anyRevision(before)));

const LEAD = paragraph("The harbor board approved the seawall plan on Tuesday after a long night.");
const QUOTE = paragraph("“It doesn’t end here,” said Mayor Ilse Varga, who voted against it.");
const COST = paragraph("The wall would cost 4.2 million and take two winters to build.");
const HISTORY = paragraph("A storm broke the old one in three places the year before last.");

function reworded(block: ReturnType<typeof paragraph>, copy: Parameters<typeof paragraph>[0]): typeof block {
  return { ...block, runs: runs(copy) };
}

describe("a comparison of two states of a story", () => {
  it("tells nothing of a story compared with itself", () => {
    fc.assert(
      fc.property(anyStory(), (document) => {
        const { blocks, summary } = compareStories(document, structuredClone(document));
        expect(blocks.map(({ state }) => state)).toEqual(document.blocks.map(() => "unchanged"));
        expect(Object.values(summary).every((count) => count === 0)).toBe(true);
      }),
    );
  });

  it("holds both states whole: every block, run, fact and place of the one and of the other", () => {
    fc.assert(
      fc.property(anyTwoStates, ([before, after]) => {
        const comparison = compareStories(before, after);
        expect(earlier(comparison)).toEqual(before.blocks);
        expect(later(comparison)).toEqual(after.blocks);
      }),
      { numRuns: 400 },
    );
  });

  it("holds both whole where the two have nothing to do with each other", () => {
    fc.assert(
      fc.property(anyStory(), anyStory(), (before, after) => {
        const comparison = compareStories(before, after);
        expect(earlier(comparison)).toEqual(before.blocks);
        expect(later(comparison)).toEqual(after.blocks);
      }),
    );
  });

  it("shows a reworded headline word by word", () => {
    const was = headline("Council sends transit tax to voters");
    const is = { ...was, runs: runs("Council puts transit levy to voters") };
    expect(shown(story(was, LEAD), story(is, LEAD))[0]).toBe(
      "= Council [-sends-]{+puts+} transit [-tax-]{+levy+} to voters",
    );
  });

  it("keeps contractions, names and figures whole", () => {
    const was = paragraph("O’Dea didn’t pay 1,250.50 in the ’90s.");
    const is = reworded(was, "O’Shea hasn’t paid 1,350.50 since the ’80s.");
    const change = compareStories(story(was), story(is)).blocks[0];
    expect(change && shownBlock(change)).toBe(
      "= [-O’Dea didn’t pay 1,250.50 in-]{+O’Shea hasn’t paid 1,350.50 since+} the [-’90s-]{+’80s+}.",
    );
  });

  it("begins an added sentence where the sentence begins", () => {
    const was = paragraph("The vote was close. The mayor left early.");
    const is = reworded(was, "The vote was close. The room was full. The mayor left early.");
    expect(shown(story(was), story(is))).toEqual([
      "= The vote was close. {+The room was full. +}The mayor left early.",
    ]);
  });

  it("moves only the paragraph that was really moved", () => {
    const after = story(LEAD, HISTORY, QUOTE, COST);
    expect(shown(story(LEAD, QUOTE, COST, HISTORY), after)).toEqual([
      `= ${blockText(LEAD)}`,
      `> ${blockText(HISTORY)}`,
      `= ${blockText(QUOTE)}`,
      `= ${blockText(COST)}`,
      `^ ${blockText(HISTORY)}`,
    ]);
    expect(compareStories(story(LEAD, QUOTE, COST, HISTORY), after).summary).toMatchObject({
      blocksMoved: 1,
      wordsAdded: 0,
      wordsRemoved: 0,
    });
  });

  it("tells of a paragraph both that it was moved and what changed in it", () => {
    const after = story(
      reworded(COST, "The wall would cost 5.1 million and take two winters to build."),
      LEAD,
      QUOTE,
    );
    expect(shown(story(LEAD, QUOTE, COST), after)[0]).toBe(
      "> The wall would cost [-4.2-]{+5.1+} million and take two winters to build.",
    );
  });

  it("shows a split paragraph as what its first half lost and the second half brought", () => {
    const whole = paragraph("The ferry line will run until midnight. The market opens at six.");
    const after = story(
      reworded(whole, "The ferry line will run until midnight."),
      paragraph("The market opens at six."),
    );
    expect(shown(story(whole), after)).toEqual([
      "= The ferry line will run until midnight.[- The market opens at six.-]",
      "+ The market opens at six.",
    ]);
  });

  it("shows a joined paragraph as the one that grew and the one that is gone", () => {
    const first = paragraph("The ferry line will run until midnight.");
    const second = paragraph("The market opens at six.");
    const after = story(
      reworded(first, "The ferry line will run until midnight. The market opens at six."),
      QUOTE,
    );
    expect(shown(story(first, second, QUOTE), after)).toEqual([
      "= The ferry line will run until midnight.{+ The market opens at six.+}",
      "- The market opens at six.",
      `= ${blockText(QUOTE)}`,
    ]);
  });

  it("shows what is gone where it was, before what came in its place", () => {
    const fresh = paragraph("Growers from Oldmarsh asked for a second reading.");
    expect(shown(story(LEAD, QUOTE, COST), story(LEAD, fresh, COST))).toEqual([
      `= ${blockText(LEAD)}`,
      `- ${blockText(QUOTE)}`,
      `+ ${blockText(fresh)}`,
      `= ${blockText(COST)}`,
    ]);
  });

  it("knows paragraphs again that an import gave new ids, also when a word is different", () => {
    const imported = story(
      headline("Harbor board backs seawall"),
      paragraph(blockText(LEAD)),
      paragraph(blockText(COST).replace("two winters", "three winters")),
    );
    expect(shown(story(headline("Seawall plan approved"), LEAD, QUOTE, COST), imported)).toEqual([
      "= [-Seawall plan approved-]{+Harbor board backs seawall+}",
      `= ${blockText(LEAD)}`,
      `- ${blockText(QUOTE)}`,
      "= The wall would cost 4.2 million and take [-two-]{+three+} winters to build.",
    ]);
  });

  it("tells a change of marks or of a link apart from a change of words", () => {
    const styled = reworded(LEAD, [
      "The harbor board ",
      marked("approved", "bold"),
      " the seawall plan on Tuesday after a ",
      linked("long night", "https://example.org"),
      ".",
    ]);
    const [block] = compareStories(story(LEAD), story(styled)).blocks;
    expect(block).toMatchObject({ state: "changed", changes: [{ what: "formatting", field: "runs" }] });
    expect(block && shownBlock(block)).toBe(
      "= The harbor board ~approved~ the seawall plan on Tuesday after a ~long night~.",
    );
  });

  it("tells of a subhead that it was a paragraph, and of a headline which wordings were kept beside it", () => {
    const line = paragraph("What comes next");
    const title = headline("Wall wins");
    const after = story(
      { ...title, alternates: [runs("Board votes for wall")] },
      { ...line, kind: "subhead" },
    );
    expect(shown(story(title, line), after)).toEqual(
      ['alternates: [] → [[{"text":"Board votes for wall"}]]', 'kind: "paragraph" → "subhead"'].map(
        (line) => `= ${line}`,
      ),
    );
  });

  it("tells each thing that changed about a picture", () => {
    const was = photo(`sha256:${"a".repeat(64)}`, "The wall in May.", "Ana Ruiz", "A wall");
    const is = {
      ...was,
      asset: `sha256:${"b".repeat(64)}` as const,
      caption: runs("The wall in June."),
      credit: runs("Ben Ruiz"),
      alt: "A sea wall",
      crop: { left: 0, top: 0, width: 1, height: 0.5 },
      size: { widthPt: 120, heightPt: 80 },
    };
    const { blocks, summary } = compareStories(story(LEAD, was), story(LEAD, is));
    const [, block] = blocks;
    expect(block?.state === "changed" && block.changes.map(shownChange)).toEqual([
      `asset: "${was.asset}" → "${is.asset}"`,
      "caption: The wall in [-May-]{+June+}.",
      "credit: [-Ana-]{+Ben+} Ruiz",
      "alt: A {+sea +}wall",
      'crop: null → {"left":0,"top":0,"width":1,"height":0.5}',
      'size: null → {"widthPt":120,"heightPt":80}',
    ]);
    expect(summary).toMatchObject({ picturesChanged: 1, wordsAdded: 2, wordsRemoved: 2 });
  });

  it("tells the facts of a byline, and counts the words of the line that they compose", () => {
    const was = byline(["Jane Q. O’Dea"]);
    const { blocks, summary } = compareStories(
      story(was),
      story({ ...was, authors: ["Jane Q. O’Dea", "Ben Ito"], agency: "Valley News" }),
    );
    expect(blocks.map(shownBlock)).toEqual([
      '= authors: ["Jane Q. O’Dea"] → ["Jane Q. O’Dea","Ben Ito"] | agency: null → "Valley News"',
    ]);
    expect(summary).toMatchObject({ wordsAdded: 5, wordsRemoved: 0 });
  });

  it("counts the words of a tracked deletion as removed when it is made, not when it is accepted", () => {
    const gone: Run = {
      text: " after a long night",
      deleted: { id: "c_1", by: "u_ana", at: "2026-11-22T09:14:03Z" },
    };
    const plain = paragraph("The board voted after a long night.");
    const struck = reworded(plain, ["The board voted", gone, "."]);
    const accepted = reworded(plain, "The board voted.");
    expect(compareStories(story(plain), story(struck)).summary.wordsRemoved).toBe(4);
    expect(compareStories(story(struck), story(accepted)).summary.wordsRemoved).toBe(0);
  });

  it("counts words that changed far from each other one by one", () => {
    const was = paragraph("Ana sailed past the old seawall and the tide gates in May");
    const is = reworded(was, "Ben sailed past the old seawall and the tide gates in June");
    expect(compareStories(story(was), story(is)).summary).toMatchObject({ wordsAdded: 2, wordsRemoved: 2 });
  });

  it("counts what came and went", () => {
    const after = story(
      LEAD,
      textBlock("subhead", "What it costs"),
      reworded(COST, "The well-built wall would cost 4.2 million."),
    );
    expect(compareStories(story(LEAD, QUOTE, COST), after).summary).toEqual({
      wordsAdded: 3 + 1,
      wordsRemoved: 12 + 6,
      blocksAdded: 1,
      blocksRemoved: 1,
      blocksChanged: 1,
      blocksMoved: 0,
      picturesChanged: 0,
    });
  });
});

/** One paragraph of so many invented words, always under the same id. */
function oneParagraph(seed: number, words: number): StoryDocument {
  return story(reworded(LEAD, inventedStory(seed, words).blocks.map(blockText).join(" ")));
}

/** The steps that a comparison takes. */
function work(before: StoryDocument, after: StoryDocument): number {
  const effort = newEffort();
  compareStories(before, after, effort);
  return effort.spent;
}

describe("the work of a comparison", () => {
  it("is a few steps for each word of a long story of which a few paragraphs changed", () => {
    const before = inventedStory(1, 5000);
    const after = story(
      ...before.blocks.map((block, nth) =>
        nth % 20 === 3 && block.kind === "paragraph"
          ? reworded({ ...block, kind: "paragraph" }, `${blockText(block)} More.`)
          : block,
      ),
    );
    expect(work(before, after)).toBeLessThan(5000);
  });

  it("stays bounded for two texts of 30,000 words each that have nothing in common but their words", () => {
    expect(work(inventedStory(1, 30_000), inventedStory(2, 30_000))).toBeLessThan(5_100_000);
    expect(work(oneParagraph(1, 30_000), oneParagraph(2, 30_000))).toBeLessThan(5_100_000);
  });

  it("ends when it is spent, with a comparison that is coarser and still true", () => {
    const random = seeded(7);
    const signals = (): StoryDocument =>
      story(reworded(LEAD, Array.from({ length: 2000 }, () => (random() < 0.5 ? "flood" : "ebb")).join(" ")));
    const [before, after] = [signals(), signals()];
    const effort = newEffort(1000);
    const comparison = compareStories(before, after, effort);
    expect(effort.spent).toBeLessThan(15_000);
    expect(earlier(comparison)).toEqual(before.blocks);
    expect(later(comparison)).toEqual(after.blocks);
  });
});
