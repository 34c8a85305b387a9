import { describe, expect, it } from "vitest";
import { acceptChanges, changesOf, rejectChanges, trackEdit } from "#shared/changes/index.ts";
import {
  canonicalBlock,
  finalView,
  hasRuns,
  originalView,
  withFacts,
  type Block,
  type Run,
  type RunBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import { shownChanges } from "#tests/support/shown-changes.ts";
import { trackingBy } from "#tests/support/tracked-edits.ts";

/** The story that everything is done to: the words have the places that the edits name. */
const START: StoryDocument = {
  schema: 2,
  blocks: [
    { id: "b_head", kind: "headline", runs: [{ text: "Ferry line put off" }] },
    { id: "b_one", kind: "paragraph", runs: [{ text: "one two three four five" }] },
    { id: "b_two", kind: "paragraph", runs: [{ text: "six seven eight" }] },
    { id: "b_end", kind: "endMark", runs: [{ text: "—30—" }] },
  ],
};

type Edit = (document: StoryDocument) => StoryDocument;

function rewriting(id: string, rewrite: (block: RunBlock) => readonly Block[]): Edit {
  return (document) => ({
    ...document,
    blocks: document.blocks.flatMap((block) =>
      block.id === id && hasRuns(block) ? rewrite(block).map(canonicalBlock) : [block],
    ),
  });
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

function slice(runs: readonly Run[], from: number, to = Infinity): readonly Run[] {
  let start = 0;
  return runs.map((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return { ...run, text };
  });
}

/** Where words begin in a text, whatever is struck or put in around them; at its end where they are gone. */
function placeOf(runs: readonly Run[], words: string): number {
  const at = textOf(runs).indexOf(words);
  return at < 0 ? textOf(runs).length : at;
}

const inserting = (before: string, text: string): Edit =>
  rewriting("b_one", (block) => {
    const at = placeOf(block.runs, before);
    return [{ ...block, runs: [...slice(block.runs, 0, at), { text }, ...slice(block.runs, at)] }];
  });

const deleting = (words: string): Edit =>
  rewriting("b_one", (block) => {
    const at = placeOf(block.runs, words);
    return [{ ...block, runs: [...slice(block.runs, 0, at), ...slice(block.runs, at + words.length)] }];
  });

const looking = (words: string, look: (run: Run) => Run): Edit =>
  rewriting("b_one", (block) => {
    const at = placeOf(block.runs, words);
    const to = at + words.length;
    const middle = slice(block.runs, at, to).map(look);
    return [{ ...block, runs: [...slice(block.runs, 0, at), ...middle, ...slice(block.runs, to)] }];
  });

const linking = (words: string, href: string): Edit => looking(words, (run) => ({ ...run, link: { href } }));
const marking = (words: string, mark: "bold" | "italic"): Edit =>
  looking(words, (run) => ({ ...run, marks: [...(run.marks ?? []), mark] }));

const turning = (kind: "subhead" | "pullQuote"): Edit =>
  rewriting("b_one", (block) => [withFacts(block, { kind })]);

const splitting = (before: string, id: string): Edit =>
  rewriting("b_one", (block) => {
    const at = placeOf(block.runs, before);
    return [
      { ...block, runs: slice(block.runs, 0, at) },
      { id, kind: "paragraph", runs: slice(block.runs, at) },
    ];
  });

/** Takes away the break above a block. */
const joining =
  (id: string): Edit =>
  (document) => {
    const at = document.blocks.findIndex((block) => block.id === id);
    const [above, below] = [document.blocks[at - 1], document.blocks[at]];
    if (!above || !below || !hasRuns(above) || !hasRuns(below)) return document;
    const joined = canonicalBlock({ ...above, runs: [...above.runs, ...below.runs] });
    return { ...document, blocks: document.blocks.toSpliced(at - 1, 2, joined) };
  };

const moving =
  (id: string, to: number): Edit =>
  (document) => {
    const block = document.blocks.find((one) => one.id === id);
    const others = document.blocks.filter((one) => one.id !== id);
    return block ? { ...document, blocks: others.toSpliced(to, 0, block) } : document;
  };

const dropping =
  (id: string): Edit =>
  (document) => ({
    ...document,
    blocks: document.blocks.filter((block) => block.id !== id),
  });

const adding =
  (id: string): Edit =>
  (document) => ({
    ...document,
    blocks: document.blocks.toSpliced(2, 0, { id, kind: "paragraph", runs: [{ text: "all new" }] }),
  });

/** One edit of every kind, at the same place or around it. */
const FIRST: readonly (readonly [string, Edit])[] = [
  ["an insertion", inserting("three", "new words ")],
  ["a deletion", deleting("two three four ")],
  ["a format", marking("two three four", "bold")],
  ["a link", linking("two three four", "https://example.org/a")],
  ["another kind", turning("subhead")],
  ["a split", splitting("three", "b_split")],
  ["a join", joining("b_two")],
  ["a move", moving("b_one", 2)],
  ["a new block", adding("b_new")],
  ["a deleted block", dropping("b_one")],
];

const SECOND: readonly (readonly [string, Edit])[] = [
  ["an insertion inside", inserting("three", "X")],
  ["an insertion before", inserting("two", "X")],
  ["an insertion behind", inserting(" five", "X")],
  ["a deletion inside", deleting("three")],
  ["a deletion across its start", deleting("one two three")],
  ["a deletion across its end", deleting("four five")],
  ["a deletion around", deleting("one two three four five")],
  ["a deletion of what came new", deleting("words")],
  ["the same format", marking("two three four", "bold")],
  ["a format across its start", marking("one two", "italic")],
  ["a format around", marking("one two three four five", "italic")],
  ["another link inside", linking("three", "https://example.org/b")],
  ["another kind", turning("pullQuote")],
  ["a split inside", splitting("four", "b_split2")],
  ["a split before", splitting("one", "b_split2")],
  ["a join above", joining("b_one")],
  ["a join below", joining("b_two")],
  ["a join of what was split", joining("b_split")],
  ["a move", moving("b_one", 0)],
  ["a move of the next one", moving("b_two", 1)],
  ["a move of what was split", moving("b_split", 0)],
  ["a new block", adding("b_new2")],
  ["a deleted block", dropping("b_one")],
  ["a deleted neighbour", dropping("b_two")],
  ["a deletion of the new block", dropping("b_new")],
];

const AUTHORS = [
  ["the same author", "u_ana"],
  ["another author", "u_ben"],
] as const;

const CASES = FIRST.flatMap(([first, one]) =>
  SECOND.flatMap(([second, other]) =>
    AUTHORS.map(([author, by]) => ({ first, second, author, by, one, other })),
  ),
);

describe.each(CASES)("$first, then $second by $author", ({ by, one, other }) => {
  const once = trackEdit(START, one(START), trackingBy("u_ana"));
  const after = other(once);
  const twice = trackEdit(once, after, trackingBy(by));

  it("reads as it was edited, and as it was", () => {
    expect(finalView(twice), shownChanges(twice)).toEqual(finalView(after));
    expect(originalView(twice), shownChanges(twice)).toEqual(START);
  });

  it("is accepted and rejected in both orders", () => {
    const shown = shownChanges(twice);
    const [ana, ben] = [{ by: "u_ana" }, { by: "u_ben" }];
    expect(acceptChanges(twice, "all"), shown).toEqual(finalView(after));
    expect(rejectChanges(twice, "all"), shown).toEqual(START);
    expect(acceptChanges(acceptChanges(twice, ana), ben), shown).toEqual(finalView(after));
    expect(acceptChanges(acceptChanges(twice, ben), ana), shown).toEqual(finalView(after));
    expect(rejectChanges(rejectChanges(twice, ana), ben), shown).toEqual(START);
    expect(rejectChanges(rejectChanges(twice, ben), ana), shown).toEqual(START);
    // One accepted and the other rejected leaves nothing open, whichever was first.
    for (const mixed of [
      rejectChanges(acceptChanges(twice, ana), ben),
      acceptChanges(rejectChanges(twice, ana), ben),
      rejectChanges(acceptChanges(twice, ben), ana),
      acceptChanges(rejectChanges(twice, ben), ana),
    ]) {
      expect(changesOf(mixed), shown).toEqual([]);
    }
  });
});

const BY_ANOTHER = CASES.filter(({ by }) => by === "u_ben");

describe.each(BY_ANOTHER)("$first, then $second by $author", ({ one, other }) => {
  it("is back to where it was where the second is rejected", () => {
    const once = trackEdit(START, one(START), trackingBy("u_ana"));
    const twice = trackEdit(once, other(once), trackingBy("u_ben"));
    const back = rejectChanges(twice, { by: "u_ben" });
    expect(shownChanges(finalView(back)), shownChanges(twice)).toBe(shownChanges(finalView(once)));
  });
});
