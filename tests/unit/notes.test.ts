import { describe, expect, it } from "vitest";
import {
  acceptChanges,
  addNote,
  answerQuery,
  askInstead,
  deleteNote,
  deleteReply,
  editNote,
  editReply,
  keepNotes,
  noteCounts,
  notesInOrder,
  openMatters,
  openQueries,
  rejectChanges,
  reopenNote,
  replyToNote,
  resolveNote,
  targetNow,
  trackEdit,
  wordsAt,
  writeUnder,
  type NewNote,
  type NoteTarget,
} from "#shared/changes/index.ts";
import { applyPatch, diffDocuments, finalView, hasRuns, type StoryDocument } from "#shared/document/index.ts";
import { mergeStories } from "#shared/merge/index.ts";
import { trackingBy } from "#tests/support/tracked-edits.ts";

const AT = "2026-11-22T09:14:03.000Z";
const LATER = "2026-11-22T10:00:00.000Z";

const STORY: StoryDocument = {
  schema: 2,
  blocks: [
    { id: "b_1", kind: "paragraph", runs: [{ text: "The council met on Tuesday." }] },
    { id: "b_2", kind: "paragraph", runs: [{ text: "Nobody spoke." }] },
  ],
};

const QUERY: NewNote = {
  id: "n_1",
  kind: "query",
  by: "u_ana",
  at: AT,
  text: "Which council?",
  asked: "u_ben",
};

function on(block: string, from: number, to: number) {
  return { from: { block, field: "runs", offset: from }, to: { block, field: "runs", offset: to } } as const;
}

const ASKED = addNote(STORY, QUERY, on("b_1", 4, 11));

/** The words that bear a note. */
function anchored(document: StoryDocument, id: string): string {
  return document.blocks
    .flatMap((block) => (hasRuns(block) ? block.runs : []))
    .filter(({ notes }) => notes?.includes(id) === true)
    .map(({ text }) => text)
    .join("|");
}

function write(document: StoryDocument, by: string): StoryDocument {
  return writeUnder(document, "n_1", { id: `r_${by}`, by, at: LATER, text: "The city’s." });
}

function state({ notes = [] }: StoryDocument): string | undefined {
  return notes[0]?.state;
}

function put(document: StoryDocument, id: string, target: NoteTarget): StoryDocument {
  return addNote(document, { ...QUERY, id }, target);
}

describe("a query", () => {
  it("stands on the words that it was put on, and never prints", () => {
    expect(anchored(ASKED, "n_1")).toBe("council");
    expect(ASKED.notes).toMatchObject([{ id: "n_1", asked: "u_ben", state: "open", replies: [] }]);
    expect(finalView(ASKED)).toEqual(STORY);
  });

  it("reaches over paragraphs, from whichever end it was selected", () => {
    const { from } = on("b_1", 19, 0);
    const { to } = on("b_2", 0, 6);
    expect(anchored(addNote(STORY, QUERY, { from, to }), "n_1")).toBe("Tuesday.|Nobody");
    expect(anchored(addNote(STORY, QUERY, { from: to, to: from }), "n_1")).toBe("Tuesday.|Nobody");
  });

  it("is on the block where no letter is selected, or where the block was meant", () => {
    expect(addNote(STORY, QUERY, on("b_2", 3, 3)).notes).toMatchObject([{ block: "b_2" }]);
    expect(addNote(STORY, QUERY, { block: "b_2" }).notes).toMatchObject([{ block: "b_2" }]);
  });

  it("is answered, resolved and opened again", () => {
    const reply = { id: "r_1", by: "u_ben", at: LATER, text: "The city’s." };
    const answered = answerQuery(ASKED, "n_1", reply);
    expect(answered.notes).toMatchObject([{ state: "answered", replies: [reply] }]);
    expect(openQueries(ASKED)).toHaveLength(1);
    expect(openQueries(answered)).toEqual([]);
    const resolved = resolveNote(answered, "n_1");
    expect(openQueries(resolved)).toEqual([]);
    expect(noteCounts(resolved)).toEqual({
      notes: 0,
      queries: { open: 0, answered: 0, resolved: 1 },
      orphans: 0,
    });
    expect(reopenNote(resolved, "n_1").notes).toMatchObject([{ state: "open" }]);
    expect(replyToNote(resolved, "n_1", { ...reply, id: "r_2" }).notes).toMatchObject([{ state: "open" }]);
    expect(askInstead(resolved, "n_1", "u_chi").notes).toMatchObject([{ asked: "u_chi" }]);
  });

  it("is answered by whoever did not ask, and asked again by the one who did", () => {
    const answered = write(ASKED, "u_ben");
    expect(state(answered)).toBe("answered");
    expect(state(write(answered, "u_chi"))).toBe("answered");
    expect(state(write(answered, "u_ana"))).toBe("open");
    expect(state(write(ASKED, "u_ana"))).toBe("open");
    expect(state(write(resolveNote(answered, "n_1"), "u_ben"))).toBe("open");
    const noted = addNote(STORY, { ...QUERY, kind: "note" }, on("b_1", 4, 11));
    expect(state(write(noted, "u_ben"))).toBe("open");
  });

  it("is edited and deleted by whoever wrote it, and by nobody else", () => {
    const mine = { by: "u_ana", at: LATER, text: "Which council, and where?" };
    expect(editNote(ASKED, "n_1", mine).notes).toMatchObject([{ text: mine.text, editedAt: LATER }]);
    expect(editNote(ASKED, "n_1", { ...mine, by: "u_ben" })).toBe(ASKED);
    expect(deleteNote(ASKED, "n_1", "u_ben")).toBe(ASKED);
    expect(deleteNote(ASKED, "n_1", "u_ana")).toEqual(STORY);
    const replied = replyToNote(ASKED, "n_1", { id: "r_1", by: "u_ben", at: LATER, text: "Ours" });
    const ben = { by: "u_ben", at: LATER, text: "The city’s" };
    expect(editReply(replied, "n_1", "r_1", ben).notes).toMatchObject([
      { replies: [{ text: "The city’s" }] },
    ]);
    expect(editReply(replied, "n_1", "r_1", mine).notes).toMatchObject([{ replies: [{ text: "Ours" }] }]);
    expect(deleteReply(replied, "n_1", "r_1", "u_ana").notes).toMatchObject([{ replies: [{ id: "r_1" }] }]);
    expect(deleteReply(replied, "n_1", "r_1", "u_ben").notes).toMatchObject([{ replies: [] }]);
  });
});

/** The story after the first paragraph was given other words, notes on them as the editor leaves them. */
function without(document: StoryDocument, words: string): StoryDocument {
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      hasRuns(block) ? { ...block, runs: block.runs.filter(({ text }) => text !== words) } : block,
    ),
  };
}

describe("a query whose words go", () => {
  it("stays on them while they are only struck, and is an orphan with them once that is accepted", () => {
    const struck = trackEdit(ASKED, without(ASKED, "council"), trackingBy("u_ben"));
    expect(anchored(struck, "n_1")).toBe("council");
    const accepted = acceptChanges(struck, "all");
    expect(accepted.notes).toMatchObject([{ id: "n_1", orphan: { quote: "council", block: "b_1" } }]);
    expect(openQueries(accepted)).toMatchObject([{ block: null, quote: "council" }]);
    expect(rejectChanges(struck, "all")).toEqual(ASKED);
  });

  it("is an orphan at once where nothing is tracked, and none any more when the words come back", () => {
    const gone = keepNotes(ASKED, without(ASKED, "council"));
    expect(gone.notes).toMatchObject([{ orphan: { quote: "council" } }]);
    expect(keepNotes(gone, { ...ASKED, ...(gone.notes ? { notes: gone.notes } : {}) })).toEqual(ASKED);
  });

  it("keeps the words of a block that is gone with it", () => {
    const onBlock = addNote(STORY, QUERY, { block: "b_2" });
    const [first] = onBlock.blocks;
    if (!first) throw new Error("no block");
    const gone = keepNotes(onBlock, { ...onBlock, blocks: [first] });
    expect(gone.notes).toMatchObject([{ orphan: { quote: "Nobody spoke.", block: "b_2" } }]);
  });

  it("stays with a block that is joined to the one above, and is none of it when the block is deleted", () => {
    const onBlock = addNote(STORY, QUERY, { block: "b_2" });
    const [one, two] = onBlock.blocks;
    if (!one || !two || !hasRuns(one) || !hasRuns(two)) throw new Error("no blocks");
    const joined = { ...onBlock, blocks: [{ ...one, runs: [...one.runs, ...two.runs] }] };
    const tracked = trackEdit(onBlock, joined, trackingBy("u_ben"));
    expect(tracked.notes).toMatchObject([{ block: "b_2" }]);
    expect(acceptChanges(tracked, "all").notes).toEqual([{ ...onBlock.notes?.[0], block: "b_1" }]);
    expect(rejectChanges(tracked, "all")).toEqual(onBlock);
    const deleted = trackEdit(onBlock, { ...onBlock, blocks: [one] }, trackingBy("u_ben"));
    expect(acceptChanges(deleted, "all").notes).toMatchObject([
      { orphan: { quote: "Nobody spoke.", block: "b_2" } },
    ]);
  });

  it("goes with them where they are moved", () => {
    const moved = { ...ASKED, blocks: ASKED.blocks.toReversed() };
    expect(keepNotes(ASKED, moved)).toBe(moved);
  });
});

describe("the notes of a story", () => {
  it("stand in reading order with their words, those without words at the end", () => {
    const photo: StoryDocument["blocks"][number] = {
      id: "b_3",
      kind: "photo",
      asset: "sha256:1",
      caption: [{ text: "The hall" }],
      credit: [{ text: "Ana Ruiz" }],
      alt: "",
      crop: null,
      size: null,
    };
    let all = put({ ...STORY, blocks: [...STORY.blocks, photo] }, "n_gone", { gone: "the mayor" });
    all = put(all, "n_credit", {
      from: { block: "b_3", field: "credit", offset: 0 },
      to: { block: "b_3", field: "credit", offset: 3 },
    });
    all = put(all, "n_photo", { block: "b_3" });
    all = put(all, "n_over", { from: on("b_1", 19, 0).from, to: on("b_2", 0, 6).to });
    all = put(all, "n_early", on("b_1", 4, 11));
    expect(notesInOrder(all).map(({ note, quote }) => [note.id, quote])).toEqual([
      ["n_early", "council"],
      ["n_over", "Tuesday. Nobody"],
      ["n_photo", "The hall Ana Ruiz"],
      ["n_credit", "Ana"],
      ["n_gone", "the mayor"],
    ]);
    expect(notesInOrder(all)[0]?.at).toEqual(on("b_1", 4, 11));
    expect(notesInOrder(all).at(-1)?.at).toBeNull();
    expect(notesInOrder(STORY)).toEqual([]);
  });

  it("quote what prints, and what is struck only where nothing else is left", () => {
    const reworded = trackEdit(
      ASKED,
      {
        ...ASKED,
        blocks: ASKED.blocks.map((block) =>
          hasRuns(block)
            ? {
                ...block,
                runs: block.runs.map((run) => (run.text === "council" ? { ...run, text: "board" } : run)),
              }
            : block,
        ),
      },
      trackingBy("u_ben"),
    );
    expect(notesInOrder(reworded)[0]?.quote).toBe("board");
    const struck = trackEdit(ASKED, without(ASKED, "council"), trackingBy("u_ben"));
    expect(notesInOrder(struck)[0]?.quote).toBe("council");
  });
});

describe("a note that is begun while the story is edited", () => {
  const target = on("b_1", 4, 11);
  const begun = wordsAt(STORY, target);
  const retold = (id: string, text: string): StoryDocument => ({
    ...STORY,
    blocks: STORY.blocks.map((block) =>
      block.id === id ? { id, kind: "paragraph", runs: [{ text }] } : block,
    ),
  });

  it("goes on its words wherever they stand by then", () => {
    expect(begun).toBe("council");
    expect(targetNow(STORY, target, begun)).toBe(target);
    expect(targetNow(retold("b_1", "Late, the council met."), target, begun)).toEqual(on("b_1", 10, 17));
    const carried = retold("b_2", "The council spoke.");
    const without: StoryDocument = { ...carried, blocks: carried.blocks.slice(1) };
    expect(targetNow(without, target, begun)).toEqual(on("b_2", 4, 11));
  });

  it("goes on their block where they are gone, and keeps the words where that is gone too", () => {
    expect(targetNow(retold("b_1", "The board met."), target, begun)).toEqual({ block: "b_1" });
    const gone: StoryDocument = { ...STORY, blocks: STORY.blocks.slice(1) };
    expect(targetNow(gone, target, begun)).toEqual({ gone: "council" });
    expect(targetNow(gone, { block: "b_1" }, "The council met on Tuesday.")).toEqual({
      gone: "The council met on Tuesday.",
    });
    expect(addNote(gone, QUERY, { gone: begun }).notes).toMatchObject([{ orphan: { quote: "council" } }]);
  });
});

describe("notes on their way", () => {
  it("are part of a patch where they changed, and only there", () => {
    const resolved = resolveNote(ASKED, "n_1");
    const patch = diffDocuments(ASKED, resolved);
    expect(patch).toMatchObject({ put: [], notes: resolved.notes });
    expect(applyPatch(ASKED, patch)).toEqual({ ok: true, value: resolved });
    expect(diffDocuments(ASKED, { ...ASKED, blocks: [] })).not.toHaveProperty("notes");
    const cleared = applyPatch(ASKED, diffDocuments(ASKED, STORY));
    expect(cleared).toEqual({ ok: true, value: STORY });
  });

  it("keep the replies of both sides of a merge, and the furthest state", () => {
    const ours = replyToNote(ASKED, "n_1", { id: "r_1", by: "u_ana", at: LATER, text: "Anyone?" });
    const theirs = resolveNote(
      answerQuery(ASKED, "n_1", { id: "r_2", by: "u_ben", at: LATER, text: "Ours" }),
      "n_1",
    );
    const { document, conflicts } = mergeStories(ASKED, ours, theirs);
    expect(document.notes).toMatchObject([{ state: "resolved", replies: [{ id: "r_1" }, { id: "r_2" }] }]);
    expect(conflicts).toEqual([]);
  });
});

describe("what is open in a story", () => {
  it("is counted by kind, with where it is", () => {
    const after: StoryDocument = { ...ASKED, blocks: ASKED.blocks.slice(0, 1) };
    const matters = openMatters(trackEdit(ASKED, after, trackingBy("u_ben")));
    expect(matters.byKind).toMatchObject({ delete: 1, deleteBlock: 1, insert: 0, move: 0 });
    expect(matters.changes).toMatchObject([{ places: [{ block: "b_2" }, { block: "b_2" }] }]);
    expect(matters.queries).toMatchObject([{ note: { id: "n_1" }, block: "b_1", quote: "council" }]);
  });
});
