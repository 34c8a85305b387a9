import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  acceptChanges,
  asTrackedChanges,
  changesOf,
  rejectChanges,
  trackEdit,
} from "#shared/changes/index.ts";
import {
  canonicalBlock,
  finalView,
  originalView,
  parseStory,
  storyDocumentSchema,
  storyToStore,
  type Block,
  type StoryDocument,
} from "#shared/document/index.ts";
import { mergeStories } from "#shared/merge/index.ts";
import { anyPlainStory, EDITS } from "#tests/support/any-edits.ts";
import { shownChanges } from "#tests/support/shown-changes.ts";
import {
  anyMergedStory,
  anyTrackedEdits,
  anyTrackedStory,
  trackingBy,
} from "#tests/support/tracked-edits.ts";

const RUNS = { numRuns: Number(process.env["RUNS"] ?? 300) };

function ids(document: StoryDocument): readonly string[] {
  return changesOf(document).map(({ id }) => id);
}

function underId(block: Block, id: string): Block {
  return block.kind === "unknown" ? { ...block, id, raw: { ...block.raw, id } } : { ...block, id };
}

/** The same members in an order that the numbers choose. */
function shuffled<T>(members: readonly T[], numbers: readonly number[]): readonly T[] {
  return members
    .map((member, at) => [numbers[at % numbers.length] ?? 0, member] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, member]) => member);
}

const anyNumbers = fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 });

describe("an edit that is tracked", () => {
  it("reads in the final view as the edit left it, and in the original view as it was, whoever edits what", () => {
    fc.assert(
      fc.property(anyPlainStory, anyTrackedEdits(12), (start, edits) => {
        let now: StoryDocument = start;
        for (const { by, edit } of edits) {
          const after = edit(now);
          const next = trackEdit(now, after, trackingBy(by));
          expect(finalView(next), shownChanges(next)).toEqual(finalView(after));
          expect(originalView(next), shownChanges(next)).toEqual(originalView(start));
          now = next;
        }
      }),
      RUNS,
    );
  }, 60_000);

  it("does so in a story that two people suggested in apart from each other, too", () => {
    fc.assert(
      fc.property(anyMergedStory, anyTrackedEdits(6), (start, edits) => {
        const was = originalView(start);
        const standing = new Set(was.blocks.map(({ id }) => id));
        // What was split off a text, and has no text above it any more, is told from it by its id alone.
        fc.pre(!start.blocks.some(({ id, tracked }) => tracked?.inserted && standing.has(id)));
        let now = start;
        for (const { by, edit } of edits) {
          const after = edit(now);
          now = trackEdit(now, after, trackingBy(by));
          expect(finalView(now), shownChanges(now)).toEqual(finalView(after));
          expect(originalView(now), shownChanges(now)).toEqual(was);
          expect(acceptChanges(now, "all").blocks).toEqual(finalView(after).blocks);
          expect(rejectChanges(now, "all").blocks).toEqual(was.blocks);
        }
      }),
      RUNS,
    );
  }, 60_000);

  it("is nothing where nothing is different", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ tracked }) => {
        const copy = { ...tracked, blocks: tracked.blocks.map((block) => structuredClone(block)) };
        expect(trackEdit(tracked, copy, trackingBy("u_chi"))).toBe(tracked);
      }),
      RUNS,
    );
  }, 60_000);

  it("of the words of one block leaves every other block the same object", () => {
    const anyInPlace = fc.oneof(EDITS.typing, EDITS.replacing, EDITS.restyling);
    fc.assert(
      fc.property(anyTrackedStory, anyInPlace, ({ tracked }, edit) => {
        const after = edit(tracked);
        const next = trackEdit(tracked, after, trackingBy("u_ana"));
        // A struck block that is given text may stand again.
        const other = tracked.blocks.filter(
          (block) => after.blocks.includes(block) && !block.tracked?.deleted,
        );
        for (const block of other) expect(next.blocks).toContain(block);
      }),
      RUNS,
    );
  }, 60_000);

  it("is stored in canonical form and comes back whole", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ tracked }) => {
        expect(tracked.blocks.map(canonicalBlock)).toEqual(tracked.blocks);
        expect(storyDocumentSchema.safeParse(tracked).success).toBe(true);
        const read = parseStory(JSON.parse(JSON.stringify(storyToStore(tracked))));
        expect(read.ok && read.value).toEqual(tracked);
      }),
      RUNS,
    );
  }, 60_000);

  it("leaves no change that does nothing: each says something, and each taken alone changes the story", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ tracked }) => {
        const idle = changesOf(tracked).filter(({ id, places }) => {
          const isEmpty = places.length === 0 || places.some(({ text }) => text && text.to <= text.from);
          const alone = { ids: [id] };
          const takes = [acceptChanges(tracked, alone), rejectChanges(tracked, alone)];
          return isEmpty || takes.includes(tracked);
        });
        expect(idle).toEqual([]);
      }),
      RUNS,
    );
  }, 60_000);
});

describe("deciding on changes", () => {
  it("gives the edits without tracking when all are accepted, and the start when all are rejected", () => {
    fc.assert(
      fc.property(anyPlainStory, anyTrackedEdits(), (start, edits) => {
        const { tracked, untracked } = edits.reduce(
          ({ tracked: story }, { by, edit }) => {
            const after = edit(story);
            return { tracked: trackEdit(story, after, trackingBy(by)), untracked: finalView(after) };
          },
          { tracked: start, untracked: start },
        );
        expect(acceptChanges(tracked, "all")).toEqual(untracked);
        expect(rejectChanges(tracked, "all")).toEqual(start);
      }),
      RUNS,
    );
  }, 60_000);

  it.each([
    ["accepting", acceptChanges],
    ["rejecting", rejectChanges],
  ] as const)(
    "gives the same %s all at once, one by one in any order, and author by author",
    (_name, decide) => {
      fc.assert(
        fc.property(anyTrackedStory, anyNumbers, ({ tracked }, numbers) => {
          const all = decide(tracked, "all");
          const stillThere: string[] = [];
          const byOne = shuffled(ids(tracked), numbers).reduce<StoryDocument>((story, id) => {
            const next = decide(story, { ids: [id] });
            if (ids(next).includes(id)) stillThere.push(id);
            return next;
          }, tracked);
          expect(stillThere).toEqual([]);
          expect(byOne, shownChanges(tracked)).toEqual(all);
          expect(decide(decide(tracked, { by: "u_ben" }), { by: "u_ana" })).toEqual(all);
          expect(changesOf(all)).toEqual([]);
        }),
        RUNS,
      );
    },
    60_000,
  );

  it("decides on what lies between the first place and the last as on all", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ tracked }) => {
        const [first, last] = [tracked.blocks[0], tracked.blocks.at(-1)];
        if (!first || !last) return;
        const from = { block: first.id, field: "runs", offset: 0 } as const;
        const to = { block: last.id, field: "credit", offset: Number.MAX_SAFE_INTEGER } as const;
        expect(acceptChanges(tracked, { from, to })).toEqual(acceptChanges(tracked, "all"));
        expect(rejectChanges(tracked, { from: to, to: from })).toEqual(rejectChanges(tracked, "all"));
      }),
      RUNS,
    );
  }, 60_000);

  it("gives the same in either order where two changes are in paragraphs that have nothing to do with each other", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ tracked }) => {
        const changes = changesOf(tracked).filter(({ places }) =>
          places.every(
            ({ kind }) => kind === "insert" || kind === "delete" || kind === "format" || kind === "link",
          ),
        );
        const [one, other] = [changes.at(0), changes.at(-1)];
        if (!one || !other || one === other) return;
        const blocks = new Set(one.places.map(({ block }) => block));
        if (other.places.some(({ block }) => blocks.has(block))) return;
        const [a, b] = [{ ids: [one.id] }, { ids: [other.id] }];
        expect(rejectChanges(acceptChanges(tracked, a), b)).toEqual(
          acceptChanges(rejectChanges(tracked, b), a),
        );
      }),
      RUNS,
    );
  }, 60_000);
});

describe("stories with open changes", () => {
  it("compare as tracked changes of one another", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ start, tracked }) => {
        const later = finalView(tracked);
        const compared = asTrackedChanges(start, later, trackingBy("u_chi"));
        // A block that is known again has the id that it had.
        const known = finalView(compared).blocks.map((block, at) =>
          underId(block, later.blocks[at]?.id ?? ""),
        );
        expect(known).toEqual(later.blocks);
        expect(originalView(compared)).toEqual(start);
      }),
      RUNS,
    );
  }, 60_000);

  it("compare as tracked changes of what they were, whatever is open in them", () => {
    fc.assert(
      fc.property(anyTrackedStory, anyTrackedEdits(4), ({ start, tracked }, edits) => {
        const more = edits.reduce((now, { by, edit }) => trackEdit(now, edit(now), trackingBy(by)), tracked);
        for (const [older, newer] of [
          [start, tracked],
          [tracked, more],
          [more, tracked],
        ] as const) {
          const compared = asTrackedChanges(older, newer, trackingBy("u_chi"));
          const later = finalView(newer).blocks;
          // What was struck and stands again is a block of its own.
          const known = (blocks: readonly Block[]): readonly Block[] =>
            blocks.map((block, at) => underId(block, later[at]?.id ?? ""));
          expect(known(finalView(compared).blocks), shownChanges(compared)).toEqual(later);
          expect(known(acceptChanges(compared, "all").blocks)).toEqual(later);
          expect(originalView(compared), shownChanges(compared)).toEqual(originalView(older));
          expect(rejectChanges(compared, "all")).toEqual(originalView(older));
        }
      }),
      RUNS,
    );
  }, 60_000);

  it("keep what is open where a block differs by that alone, by whomever it is", () => {
    const { typing, replacing, restyling, turning, picturing } = EDITS;
    const anyInPlace = fc.array(
      fc.record({
        by: fc.constantFrom("u_ana", "u_ben"),
        edit: fc.oneof(typing, replacing, restyling, turning, picturing),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyPlainStory, anyInPlace, (start, edits) => {
        const tracked = edits.reduce((now, { by, edit }) => trackEdit(now, edit(now), trackingBy(by)), start);
        expect(asTrackedChanges(start, tracked, trackingBy("u_chi"))).toEqual(tracked);
      }),
      RUNS,
    );
  }, 60_000);

  it("merge with one side that changed nothing into the other, with all that is tracked", () => {
    fc.assert(
      fc.property(anyTrackedStory, ({ start, tracked }) => {
        expect(mergeStories(start, tracked, start)).toEqual({ document: tracked, conflicts: [] });
        expect(mergeStories(start, start, tracked)).toEqual({ document: tracked, conflicts: [] });
      }),
      RUNS,
    );
  }, 60_000);
});
