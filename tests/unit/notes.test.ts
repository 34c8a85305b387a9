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
  openMatters,
  openQueries,
  rejectChanges,
  reopenNote,
  replyToNote,
  resolveNote,
  trackEdit,
  type NewNote,
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
    expect(openQueries(answered)).toHaveLength(1);
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

  it("goes with them where they are moved", () => {
    const moved = { ...ASKED, blocks: ASKED.blocks.toReversed() };
    expect(keepNotes(ASKED, moved)).toBe(moved);
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
