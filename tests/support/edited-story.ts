import fc from "fast-check";
import {
  canonicalBlock,
  hasRuns,
  MARKS,
  newBlockId,
  TEXT_KINDS,
  type Block,
  type Run,
  type StoryDocument,
} from "#shared/document/index.ts";
import { anyBlock } from "#tests/support/any-story.ts";

/** Something that a person at the desk does to a story. Places are taken modulo what there is. */
type Edit = (document: StoryDocument) => StoryDocument;

function withBlocks(document: StoryDocument, blocks: readonly Block[]): StoryDocument {
  return { ...document, blocks: blocks.map(canonicalBlock) };
}

function changingBlock(at: number, change: (block: Block) => Block): Edit {
  return (document) =>
    withBlocks(
      document,
      document.blocks.map((block, place) => (place === at % document.blocks.length ? change(block) : block)),
    );
}

function changingText(at: number, change: (runs: readonly Run[]) => readonly Run[]): Edit {
  return changingBlock(at, (block) => {
    if (block.kind === "photo") return { ...block, caption: change(block.caption) };
    return hasRuns(block) ? { ...block, runs: change(block.runs) } : block;
  });
}

/** Changes one run; in an empty text there is none, so a plain one stands in. */
function changingRun(at: number, nth: number, change: (run: Run) => readonly Run[]): Edit {
  return changingText(at, (runs) => {
    const all: readonly Run[] = runs.length > 0 ? runs : [{ text: "" }];
    return all.flatMap((run, place) => (place === nth % all.length ? change(run) : [run]));
  });
}

function write(at: number, nth: number, word: string, where: number): Edit {
  return changingRun(at, nth, (run) => {
    const words = run.text.split(" ");
    return [{ ...run, text: words.toSpliced(where % (words.length + 1), 0, word).join(" ") }];
  });
}

function strike(at: number, nth: number, where: number, count: number): Edit {
  return changingRun(at, nth, (run) => {
    const words = run.text.split(" ");
    return [{ ...run, text: words.toSpliced(where % words.length, count).join(" ") }];
  });
}

function restyle(at: number, nth: number, where: number, attributes: Partial<Run>): Edit {
  return changingRun(at, nth, (run) => {
    const words = run.text.split(" ");
    const cut = words.slice(0, where % words.length).join(" ").length;
    return [
      { ...run, text: run.text.slice(0, cut) },
      { ...run, ...attributes, text: run.text.slice(cut) },
    ];
  });
}

function move(from: number, to: number): Edit {
  return (document) => {
    const at = from % document.blocks.length;
    const moved = document.blocks.slice(at, at + 1);
    const others = document.blocks.toSpliced(at, 1);
    return withBlocks(document, others.toSpliced(to % (others.length + 1), 0, ...moved));
  };
}

function drop(at: number): Edit {
  return (document) => withBlocks(document, document.blocks.toSpliced(at % document.blocks.length, 1));
}

function insert(at: number, block: Block): Edit {
  return (document) =>
    withBlocks(document, document.blocks.toSpliced(at % (document.blocks.length + 1), 0, block));
}

/** Enter in the middle of a paragraph: the second half gets an id of its own. */
function split(at: number, where: number): Edit {
  return (document) => {
    const place = at % document.blocks.length;
    const block = document.blocks[place];
    if (!block || !hasRuns(block) || block.runs.length < 1) return document;
    const cut = where % block.runs.length;
    const second: Block = { id: newBlockId(), kind: "paragraph", runs: block.runs.slice(cut) };
    const first: Block = { ...block, runs: block.runs.slice(0, cut) };
    return withBlocks(document, document.blocks.toSpliced(place, 1, first, second));
  };
}

const nat = fc.nat(60);
const anyAttributes: fc.Arbitrary<Partial<Run>> = fc.oneof(
  fc.record({ marks: fc.subarray([...MARKS]) }),
  fc.record({ link: fc.record({ href: fc.constantFrom("https://example.org/a", "https://example.org/b") }) }),
  fc.record({ notes: fc.subarray(["n_1", "n_2"]) }),
  fc.record({
    deleted: fc.constantFrom(
      { id: "c_9", by: "u_ana", at: "2026-11-22T09:14:03Z" },
      { id: "c_8", by: "u_ben", at: "2026-11-22T09:20:00Z" },
    ),
  }),
);

const anyWordEdit = (stem: string): fc.Arbitrary<Edit> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(nat, nat, nat, nat)
        .map(([at, nth, where, nr]) => write(at, nth, `${stem}${String(nr)}`, where)),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(nat, nat, nat, fc.integer({ min: 1, max: 4 })).map((edit) => strike(...edit)),
    },
    { weight: 2, arbitrary: fc.tuple(nat, nat, nat, anyAttributes).map((edit) => restyle(...edit)) },
    { weight: 2, arbitrary: fc.tuple(nat, nat).map((edit) => move(...edit)) },
    { weight: 1, arbitrary: nat.map(drop) },
    { weight: 1, arbitrary: fc.tuple(nat, nat).map((edit) => split(...edit)) },
  );

const anyBlockEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(nat, anyBlock).map((edit) => insert(...edit)),
  nat.map((at) =>
    changingBlock(at, (block) => (block.kind === "unknown" ? block : { ...block, id: newBlockId() })),
  ),
  fc
    .tuple(nat, fc.constantFrom(...TEXT_KINDS))
    .map(([at, kind]) =>
      changingBlock(at, (block) => (hasRuns(block) ? { id: block.id, kind, runs: block.runs } : block)),
    ),
  fc
    .tuple(nat, anyBlock)
    .map(([at, other]) =>
      changingBlock(at, (block) =>
        block.kind === other.kind && other.kind !== "unknown" ? { ...other, id: block.id } : block,
      ),
    ),
);

function applied(document: StoryDocument, edits: readonly Edit[]): StoryDocument {
  return edits.reduce((edited, edit) => (edited.blocks.length > 0 ? edit(edited) : edited), document);
}

/** The story after a few edits of its words: every word written begins with `stem`, and is new. */
export function anyRewording(document: StoryDocument, stem: string): fc.Arbitrary<StoryDocument> {
  return fc.array(anyWordEdit(stem), { maxLength: 6 }).map((edits) => applied(document, edits));
}

/** The story after a few edits of any kind, blocks under new ids and of other kinds among them. */
export function anyRevision(document: StoryDocument): fc.Arbitrary<StoryDocument> {
  return fc
    .array(fc.oneof(anyWordEdit("new"), anyBlockEdit), { maxLength: 6 })
    .map((edits) => applied(document, edits));
}
