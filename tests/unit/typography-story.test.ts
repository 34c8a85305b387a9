import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settingsChangeSchema } from "#shared/contract/settings.ts";
import { byline, headline, marked, paragraph, photo, story } from "#shared/document/builders.ts";
import {
  blockText,
  finalView,
  hasRuns,
  NO_PICTURE,
  type Block,
  type StoryDocument,
} from "#shared/document/index.ts";
import {
  changesWithout,
  cleanRuns,
  cleanStory,
  editRuns,
  takeBackChange,
  typographyStyle,
  type StoryChange,
} from "#shared/style/typography/index.ts";
import { anyStory } from "#tests/support/any-story.ts";

const US = typographyStyle("us");

function lines({ blocks }: StoryDocument): readonly string[] {
  return blocks.map((block) =>
    block.kind === "photo" ? `${blockText(block)}\n${block.alt}` : blockText(block),
  );
}

/** What is struck out of each block, in its order. */
function struck({ blocks }: StoryDocument): readonly string[] {
  return blocks.map((block) => {
    const runs = hasRuns(block)
      ? block.runs
      : block.kind === "photo"
        ? [...block.caption, ...block.credit]
        : [];
    return runs.map((run) => (run.deleted ? run.text : "")).join("");
  });
}

/** The story with these changes taken back one after the other, whichever `pick` finds among those left. */
function takenBack(
  document: StoryDocument,
  changes: readonly StoryChange[],
  pick: (left: readonly StoryChange[]) => StoryChange | undefined,
): StoryDocument {
  let now = document;
  let left = changes;
  for (let change = pick(left); change !== undefined; change = pick(left)) {
    const without = takeBackChange(now, change);
    expect(without, `${change.before}[${change.now}]${change.after}`).not.toBeNull();
    now = without ?? now;
    left = changesWithout(left, change);
  }
  return now;
}

describe("Cleaning a whole story", () => {
  it("reaches headlines and their other wordings, bylines, captions, credits and alt text", () => {
    const head: Block = { ...headline(`"Yes"`), alternates: [[{ text: `It's "no"` }]] };
    const by = byline(["Jane O'Dea"], null, "By Jane O'Dea");
    const picture = photo(NO_PICTURE, `The "quay"`, "Ana's", "It's wet");
    const { document, changes } = cleanStory(story(head, by, picture, paragraph("Plain.")), US);
    expect(lines(document)).toEqual(["“Yes”", "By Jane O’Dea", "The “quay”\nAna’s\nIt’s wet", "Plain."]);
    expect(document.blocks[0]).toMatchObject({ alternates: [[{ text: "It’s “no”" }]] });
    expect(document.blocks[1]).toMatchObject({ authors: ["Jane O’Dea"] });
    expect(changes.map(({ place }) => place)).toEqual([
      "runs",
      "runs",
      "alternate 0",
      "alternate 0",
      "alternate 0",
      "runs",
      "caption",
      "caption",
      "credit",
      "alt",
    ]);
  });

  it("reads across bold and links, keeps them, and neither reads nor changes what is struck out", () => {
    const struck = { id: "c1", by: "u", at: "2026-11-22T09:00:00Z" } as const;
    const runs = [
      { text: `"` },
      marked("Bold", "bold"),
      { text: `" or "struck"`, deleted: struck },
      { text: `--1/` },
      marked("2 it's", "italic"),
      { text: `"` },
    ];
    expect(cleanRuns(runs, US)?.runs).toEqual([
      { text: "“" },
      marked("Bold", "bold"),
      { text: `" or "struck"`, deleted: struck },
      { text: "—½" },
      marked(" it’s", "italic"),
      { text: "”" },
    ]);
  });

  it("leaves blocks that are in order as the very same objects", () => {
    const fine = paragraph("“Fine,” she said.");
    const { document, changes } = cleanStory(story(fine, paragraph(`"No"`)), US);
    expect(document.blocks[0]).toBe(fine);
    expect(changes).toHaveLength(2);
  });

  it("can be taken back place by place, in any order, until the story reads as before", () => {
    const copy = `"It's 6'2"," she  said -- "wait... '90s" , 1/2 `;
    const any = fc.tuple(anyStory(1), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(any, ([document, seed, isBackward]) => {
        const before = { ...document, blocks: [...document.blocks, paragraph(copy), paragraph(copy)] };
        const { document: cleaned, changes } = cleanStory(before, US);
        const all = takenBack(cleaned, changes, (left) =>
          isBackward ? left.at(-1) : left[(seed * 31 + left.length) % Math.max(1, left.length)],
        );
        // A space that was taken away beside struck text may come back on its other side.
        expect(lines(finalView(all))).toEqual(lines(finalView(before)));
        expect(struck(all)).toEqual(struck(before));
      }),
      { numRuns: 150 },
    );
  });

  it("puts back what stood beside struck text, and leaves the struck text whole", () => {
    const gone = { id: "c1", by: "u", at: "2026-11-22T09:00:00Z" } as const;
    const before = story({
      ...paragraph(""),
      runs: [{ text: "“" }, { text: "so ", deleted: gone }, { text: "  it" }],
    });
    const { document, changes } = cleanStory(before, US);
    const after = takenBack(document, changes, (left) => left.at(0));
    expect(lines(finalView(after))).toEqual(["“  it"]);
    expect(struck(after)).toEqual(["so "]);
  });

  it("takes nothing back where somebody has written since", () => {
    const { document, changes } = cleanStory(story(paragraph(`so "it" is`)), US);
    const [first] = changes;
    if (!first) throw new Error("nothing was cleaned");
    const [block] = document.blocks;
    const written = story({ ...paragraph("other words"), id: block?.id ?? "" });
    expect(takeBackChange(written, first)).toBeNull();
  });
});

describe("Editing runs", () => {
  it("gives the same text as editing the text, whatever the runs", () => {
    const pieces = fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.boolean()), { maxLength: 6 });
    const cuts = fc.array(fc.tuple(fc.nat(8), fc.nat(4), fc.string({ minLength: 1, maxLength: 3 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(pieces, cuts, (written, places) => {
        const runs = written.map(([text, isBold]) => (isBold ? marked(text, "bold") : { text }));
        const text = written.map(([piece]) => piece).join("");
        let from = 0;
        const edits = places.flatMap(([skip, length, now]) => {
          const at = from + skip;
          if (at + length > text.length || (length === 0 && at === text.length && at > 0 && skip === 0))
            return [];
          from = at + Math.max(1, length);
          return [{ at, length, now }];
        });
        fc.pre(text.length > 0);
        const expected = edits
          .toReversed()
          .reduce(
            (edited, { at, length, now }) => edited.slice(0, at) + now + edited.slice(at + length),
            text,
          );
        expect(
          editRuns(runs, edits)
            .map((run) => run.text)
            .join(""),
        ).toBe(expected);
      }),
    );
  });
});

describe("The choice of typography", () => {
  it("outlives a rule that another Stet knows and this one does not", () => {
    const read = settingsChangeSchema.parse({ typographyOff: ["dashes", "rule of a later Stet", "quotes"] });
    expect(read.typographyOff).toEqual(["quotes", "dashes"]);
  });

  it("is refused where it names no style", () => {
    expect(settingsChangeSchema.safeParse({ typographyLocale: "klingon" }).success).toBe(false);
  });
});
