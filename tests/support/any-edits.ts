import fc from "fast-check";
import {
  canonicalBlock,
  hasRuns,
  MARKS,
  newBlockId,
  NO_PICTURE,
  RUN_KINDS,
  withFacts,
  type Block,
  type Mark,
  type Run,
  type RunBlock,
  type StoryDocument,
} from "#shared/document/index.ts";

/** What somebody does to a story in an editor that tracks nothing. Places are taken modulo what there is. */
export type AnyEdit = (document: StoryDocument) => StoryDocument;

const WORDS = ["a", "b", "ab", " ", "the ", "😀", "\n", "e\u0301", "wall "];

const anyWords = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(""));

const anyPlainRuns: fc.Arbitrary<readonly Run[]> = fc.array(
  fc
    .record({
      text: anyWords,
      marks: fc.option(fc.subarray<Mark>(["bold", "italic"]), { nil: undefined, freq: 3 }),
      link: fc.option(fc.constant({ href: "https://example.org/a" }), { nil: undefined, freq: 5 }),
    })
    .map(({ text, marks, link }) => ({ text, ...(marks ? { marks } : {}), ...(link ? { link } : {}) })),
  { maxLength: 3 },
);

const anyPlainBlock: fc.Arbitrary<Block> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...RUN_KINDS), anyPlainRuns)
        .map(([kind, runs]) => lineBlock(kind, runs)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(anyPlainRuns, anyPlainRuns).map(([caption, credit]): Block => ({
        id: newBlockId(),
        kind: "photo",
        asset: NO_PICTURE,
        caption,
        credit,
        alt: "",
        crop: null,
        size: null,
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constant(null).map((): Block => {
        const id = newBlockId();
        return { id, kind: "unknown", raw: { id, kind: "scoreTable" } };
      }),
    },
  )
  .map(canonicalBlock);

function lineBlock(kind: RunBlock["kind"], runs: readonly Run[]): RunBlock {
  return withFacts({ id: newBlockId(), kind: "paragraph", runs }, { kind });
}

/** Any story with no open change. */
export const anyPlainStory: fc.Arbitrary<StoryDocument> = fc
  .array(anyPlainBlock, { minLength: 1, maxLength: 6 })
  .map((blocks): StoryDocument => ({ schema: 2, blocks }));

function withBlocks(document: StoryDocument, blocks: readonly Block[]): StoryDocument {
  return {
    ...document,
    blocks: blocks.map((block) => (document.blocks.includes(block) ? block : canonicalBlock(block))),
  };
}

function slice(runs: readonly Run[], from: number, to: number): readonly Run[] {
  let start = 0;
  return runs.map((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return { ...run, text };
  });
}

/** An offset that cuts no character in two. */
function offsetIn(runs: readonly Run[], offset: number): number {
  const text = runs.map((run) => run.text).join("");
  const at = offset % (text.length + 1);
  return text.slice(0, at).isWellFormed() ? at : at - 1;
}

type Rewrite = (runs: readonly Run[]) => readonly Run[];

function rewriting(at: number, field: "caption" | "credit", rewrite: Rewrite): AnyEdit {
  return (document) => {
    const block = document.blocks[at % document.blocks.length];
    if (!block || block.kind === "unknown") return document;
    const next: Block = hasRuns(block)
      ? { ...block, runs: rewrite(block.runs) }
      : { ...block, [field]: rewrite(block[field]) };
    return withBlocks(
      document,
      document.blocks.map((one) => (one === block ? next : one)),
    );
  };
}

const nat = fc.nat(60);
const anyField = fc.constantFrom("caption" as const, "credit" as const);

/** Typed text is plain, or looks like the text before it. */
const typing = fc
  .tuple(nat, anyField, nat, anyWords, fc.boolean())
  .map(([at, field, offset, text, inherits]) =>
    rewriting(at, field, (runs) => {
      const to = offsetIn(runs, offset);
      const before = slice(runs, 0, to);
      const { marks } =
        (inherits ? before.findLast((run) => run.text !== "" && !run.deleted) : undefined) ?? {};
      return [...before, { text, ...(marks ? { marks } : {}) }, ...slice(runs, to, Infinity)];
    }),
  );

const replacing = fc
  .tuple(nat, anyField, nat, nat, fc.oneof(fc.constant(""), anyWords))
  .map(([at, field, one, other, text]) =>
    rewriting(at, field, (runs) => {
      const [from, to] = [offsetIn(runs, one), offsetIn(runs, other)].toSorted((a, b) => a - b);
      return [...slice(runs, 0, from ?? 0), { text }, ...slice(runs, to ?? 0, Infinity)];
    }),
  );

const anyLook = fc.oneof(
  fc.subarray<Mark>([...MARKS].slice(0, 3)).map((marks) => (run: Run): Run => ({ ...run, marks })),
  fc
    .constantFrom("https://example.org/a", "https://example.org/b")
    .map((href) => (run: Run): Run => ({ ...run, link: { href } })),
  fc.constant(({ link: _link, ...run }: Run): Run => run),
);

const restyling = fc.tuple(nat, anyField, nat, nat, anyLook).map(([at, field, one, other, look]) =>
  rewriting(at, field, (runs) => {
    const [from, to] = [offsetIn(runs, one), offsetIn(runs, other)].toSorted((a, b) => a - b);
    return [
      ...slice(runs, 0, from ?? 0),
      ...slice(runs, from ?? 0, to ?? 0).map(look),
      ...slice(runs, to ?? 0, Infinity),
    ];
  }),
);

const splitting = fc
  .tuple(nat, nat, fc.constantFrom(...RUN_KINDS))
  .map(([at, offset, kind]): AnyEdit => (document) => {
    const place = at % document.blocks.length;
    const block = document.blocks[place];
    if (!block || !hasRuns(block)) return document;
    const cut = offsetIn(block.runs, offset);
    const rest = lineBlock(kind, slice(block.runs, cut, Infinity));
    return withBlocks(
      document,
      document.blocks.toSpliced(place, 1, { ...block, runs: slice(block.runs, 0, cut) }, rest),
    );
  });

/** Takes away all from a place in one block to a place in another: a join, where the places are end and start. */
const cuttingOver = fc
  .tuple(nat, nat, nat, nat, fc.boolean(), anyWords)
  .map(([at, count, from, to, isJoin, text]): AnyEdit => (document) => {
    const first = at % document.blocks.length;
    const last = Math.min(document.blocks.length - 1, first + 1 + (isJoin ? 0 : count % 3));
    const [upper, lower] = [document.blocks[first], document.blocks[last]];
    if (!upper || !lower || upper === lower || !hasRuns(upper) || !hasRuns(lower)) return document;
    const head = isJoin ? upper.runs : slice(upper.runs, 0, offsetIn(upper.runs, from));
    const tail = isJoin ? lower.runs : slice(lower.runs, offsetIn(lower.runs, to), Infinity);
    const joined: Block = { ...upper, runs: [...head, { text: isJoin ? "" : text }, ...tail] };
    return withBlocks(document, document.blocks.toSpliced(first, last - first + 1, joined));
  });

const dropping = fc.tuple(nat, fc.integer({ min: 1, max: 3 })).map(
  ([at, count]): AnyEdit =>
    (document) =>
      document.blocks.length <= count
        ? document
        : withBlocks(document, document.blocks.toSpliced(at % document.blocks.length, count)),
);

const inserting = fc.tuple(nat, fc.array(anyPlainBlock, { minLength: 1, maxLength: 2 })).map(
  ([at, blocks]): AnyEdit =>
    (document) =>
      withBlocks(document, document.blocks.toSpliced(at % (document.blocks.length + 1), 0, ...blocks)),
);

const moving = fc
  .tuple(nat, fc.integer({ min: 1, max: 2 }), nat)
  .map(([from, count, to]): AnyEdit => (document) => {
    const at = from % document.blocks.length;
    const moved = document.blocks.slice(at, at + count);
    const others = document.blocks.toSpliced(at, count);
    return withBlocks(document, others.toSpliced(to % (others.length + 1), 0, ...moved));
  });

const turning = fc.tuple(nat, fc.constantFrom(...RUN_KINDS)).map(([at, kind]): AnyEdit => (document) => {
  const block = document.blocks[at % document.blocks.length];
  if (!block || !hasRuns(block)) return document;
  const next = withFacts(block, {
    kind,
    ...(kind === "byline" ? { authors: ["Ana Ruiz"] } : { authors: [], agency: null }),
  });
  return withBlocks(
    document,
    document.blocks.map((one) => (one === block ? next : one)),
  );
});

const picturing = fc
  .tuple(nat, fc.constantFrom("", "A pier"), fc.constantFrom(null, { widthPt: 200, heightPt: 100 }))
  .map(([at, alt, size]): AnyEdit => (document) => {
    const block = document.blocks[at % document.blocks.length];
    if (!block || block.kind !== "photo") return document;
    return withBlocks(
      document,
      document.blocks.map((one) => (one === block ? { ...block, alt, size } : one)),
    );
  });

/** Any edit of one kind. */
export const EDITS = {
  typing,
  replacing,
  restyling,
  splitting,
  cuttingOver,
  dropping,
  inserting,
  moving,
  turning,
  picturing,
};

const anyEdit: fc.Arbitrary<AnyEdit> = fc.oneof(
  { weight: 3, arbitrary: typing },
  { weight: 3, arbitrary: replacing },
  { weight: 2, arbitrary: restyling },
  { weight: 2, arbitrary: splitting },
  { weight: 2, arbitrary: cuttingOver },
  { weight: 1, arbitrary: dropping },
  { weight: 1, arbitrary: inserting },
  { weight: 2, arbitrary: moving },
  { weight: 1, arbitrary: turning },
  { weight: 1, arbitrary: picturing },
);

const anyEditInPlace: fc.Arbitrary<AnyEdit> = fc.oneof(
  typing,
  replacing,
  restyling,
  splitting,
  turning,
  picturing,
);

/**
 * An edit, or two that come as one. Never two that carry struck text about and change it as well:
 * then nobody can tell what of it was typed.
 */
export const anyEdits: fc.Arbitrary<AnyEdit> = fc.oneof(
  { weight: 5, arbitrary: anyEdit },
  {
    weight: 1,
    arbitrary: fc.tuple(anyEditInPlace, anyEditInPlace).map(
      ([first, second]): AnyEdit =>
        (document) =>
          second(first(document)),
    ),
  },
);
