import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import fc from "fast-check";
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { describe, expect, it } from "vitest";
import { $blockNodes } from "#renderer/editor/codec/block-nodes.ts";
import { $isBlockNode } from "#renderer/editor/codec/blocks.ts";
import { $deleteBlock, $deleteSelected, $selectBlock } from "#renderer/editor/fields/delete-selected.ts";
import { $fieldsOf } from "#renderer/editor/fields/field.ts";
import { $spansFields } from "#renderer/editor/fields/selected-blocks.ts";
import { editsFromOutside } from "#renderer/editor/live/edit-from-outside.ts";
import { followStory } from "#renderer/editor/live/live-story.ts";
import { carriedNotes } from "#renderer/editor/notes/carried-notes.ts";
import { keepAnchors } from "#renderer/editor/notes/keep-anchors.ts";
import { $notesHere } from "#renderer/editor/notes/notes-here.ts";
import { beginOn } from "#renderer/editor/notes/work-on-notes.ts";
import { noticeBoard, type NoticeBoard } from "#renderer/editor/notices/notices.ts";
import { $copiedBlocks, $selectedParts } from "#renderer/editor/paste/copied-blocks.ts";
import { blocksToClipboard, blocksToHtml, blocksToText } from "#renderer/editor/paste/clipboard-blocks.ts";
import { $insertBlocks } from "#renderer/editor/paste/insert-blocks.ts";
import { blocksFromClipboard } from "#renderer/editor/paste/own-blocks.ts";
import { registerSuggesting } from "#renderer/editor/suggesting/track-updates.ts";
import {
  addNote,
  deleteNote,
  noteAnchors,
  resolveNote,
  writeUnder,
  type NewNote,
  type NoteTarget,
} from "#shared/changes/index.ts";
import { paragraph, photo, story } from "#shared/document/builders.ts";
import { applyPatch, blockText, NO_PICTURE, type Note, type StoryDocument } from "#shared/document/index.ts";
import { headlessStory, type Place } from "#tests/support/headless-story.ts";

const ONE = paragraph("The council met on Tuesday.");
const TWO = paragraph("Nobody spoke.");
const PLAIN = story(ONE, TWO);

const QUERY: NewNote = {
  id: "n_1",
  kind: "query",
  by: "Ana Ruiz",
  at: "2026-11-22T09:14:03.000Z",
  text: "Which council?",
};

function on(block: string, from: number, to: number): NoteTarget {
  return { from: { block, field: "runs", offset: from }, to: { block, field: "runs", offset: to } };
}

const ASKED = addNote(PLAIN, QUERY, on(ONE.id, 4, 11));

/** A story in an editor that keeps its notes, with its history; `by` suggests its edits. */
function opened(document: StoryDocument, { by = null }: { readonly by?: string | null } = {}) {
  const shown = headlessStory(document);
  const { editor } = shown;
  const history = createEmptyHistoryState();
  let made = 0;
  registerSuggesting(editor, {
    by: () => by,
    now: () => "2026-11-28T11:00:00.000Z",
    newChangeId: () => {
      made += 1;
      return `c_${String(made)}`;
    },
  });
  keepAnchors(editor);
  registerHistory(editor, history, 0);
  const live = followStory(editor, document, () => undefined);
  let stored = document;
  const flush = (): Promise<boolean> => {
    const patch = live.takePatch();
    const next = patch ? applyPatch(stored, patch) : null;
    if (next?.ok === true) stored = next.value;
    return Promise.resolve(true);
  };
  const { decide } = editsFromOutside({
    editor,
    history,
    live,
    saver: { restores: () => undefined, flush },
    flush,
    hasFocus: () => false,
  });
  const selected = (change: (selection: NonNullable<ReturnType<typeof $getSelection>>) => void): void =>
    shown.edit(() => {
      const selection = $getSelection();
      if (selection) change(selection);
    });
  return {
    ...shown,
    decide,
    stored: () => stored,
    flush,
    fieldCount: () => editor.read(() => $blockNodes().flatMap($fieldsOf).length),
    undoable: () => history.undoStack.length > 0,
    note: (): Note | undefined => shown.document().notes?.[0],
    anchor: () => noteAnchors(shown.document().blocks).get("n_1")?.quote ?? null,
    type: (text: string) => {
      for (const letter of text) {
        selected((selection) => {
          if ($isRangeSelection(selection)) selection.insertText(letter);
        });
      }
    },
    remove: (from: Place, to: Place) => {
      shown.select(from, to);
      selected((selection) => {
        if (!$isRangeSelection(selection)) return;
        if ($spansFields(selection)) $deleteSelected(selection);
        else selection.removeText();
      });
    },
    undo: async () => {
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      await Promise.resolve();
    },
    redo: async () => {
      editor.dispatchCommand(REDO_COMMAND, undefined);
      await Promise.resolve();
    },
  };
}

describe("A note whose words are edited", () => {
  it("stays on what is left of them, on what is typed into them and over them", () => {
    const { remove, select, type, anchor, note } = opened(ASKED);
    remove([0, 4], [0, 6]);
    expect(anchor()).toBe("uncil");
    select([0, 6]);
    type("xy");
    expect(anchor()).toBe("unxycil");
    select([0, 4], [0, 11]);
    type("board");
    expect(anchor()).toBe("board");
    expect(note()?.orphan).toBeUndefined();
  });

  it("does not grow over what is typed in front of them and behind them", () => {
    const { select, type, anchor, lines } = opened(ASKED);
    select([0, 11]);
    type("s, all");
    select([0, 4]);
    type("new ");
    expect(lines()[0]).toBe("paragraph: The new councils, all met on Tuesday.");
    expect(anchor()).toBe("council");
  });

  it("does not grow over a paragraph that is written on, nor over one before it", () => {
    const whole = addNote(PLAIN, QUERY, on(TWO.id, 0, 13));
    const { select, type, anchor } = opened(whole);
    select([1, "end"]);
    type(" Later");
    select([1, 0]);
    type("Yet ");
    expect(anchor()).toBe("Nobody spoke.");
  });

  it("reaches over what is typed between two parts of its words", () => {
    const over = addNote(PLAIN, QUERY, {
      from: { block: ONE.id, field: "runs", offset: 19 },
      to: { block: TWO.id, field: "runs", offset: 6 },
    });
    const { select, type, anchor } = opened(over);
    select([0, "end"]);
    type("!");
    expect(anchor()).toBe("Tuesday.!Nobody");
  });

  it("is an orphan with them once they are gone, and none when undo brings them back", async () => {
    const { remove, note, anchor, undo, redo, document } = opened(ASKED);
    const before = document();
    remove([0, 4], [0, 12]);
    expect(note()).toMatchObject({ state: "open", orphan: { quote: "council", block: ONE.id } });
    await undo();
    expect(document()).toEqual(before);
    expect(anchor()).toBe("council");
    await redo();
    expect(note()).toMatchObject({ orphan: { quote: "council" } });
  });

  it("is an orphan where a selection over paragraphs took them, or their block, or all of the story", () => {
    const spanned = opened(ASKED);
    spanned.remove([0, 2], [1, 3]);
    expect(spanned.note()).toMatchObject({ orphan: { quote: "council" } });
    const deleted = opened(addNote(PLAIN, QUERY, { block: TWO.id }));
    deleted.edit(() => {
      const block = $getRoot().getLastChild();
      if ($isBlockNode(block)) $deleteBlock(block);
    });
    expect(deleted.note()).toMatchObject({ orphan: { quote: "Nobody spoke.", block: TWO.id } });
    expect(deleted.note()?.block).toBeUndefined();
    const emptied = opened(ASKED);
    emptied.remove([0, 0], [1, "end"]);
    expect(emptied.note()).toMatchObject({ orphan: { quote: "council" } });
  });

  it("goes with a block that is moved, split and joined", () => {
    const { edit, anchor, note, select, editor } = opened(ASKED);
    edit(() => {
      const [first, last] = $getRoot().getChildren();
      if (first && last) last.insertAfter(first);
    });
    expect(anchor()).toBe("council");
    expect(note()?.orphan).toBeUndefined();
    select([1, 7]);
    edit(() => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertParagraph();
    });
    expect(editor.read(() => $getRoot().getChildrenSize())).toBe(3);
    expect(anchor()).toBe("council");
  });

  it("stays with its block that is joined to the one above, from either side, and undo parts both again", async () => {
    const onTwo = addNote(PLAIN, QUERY, { block: TWO.id });
    for (const [from, to, text] of [
      [[0, "end"], [1, 0], "The council met on Tuesday.Nobody spoke."],
      [[0, 3], [1, 7], "Thespoke."],
    ] as const) {
      const { remove, note, document, undo } = opened(onTwo);
      remove(from, to);
      expect(document().blocks.map(blockText)).toEqual([text]);
      expect(note()).toEqual({ ...onTwo.notes?.[0], block: ONE.id });
      await undo();
      expect(document()).toEqual(onTwo);
    }
    const deleted = opened(onTwo);
    deleted.remove([0, 3], [1, "end"]);
    expect(deleted.note()).toMatchObject({ orphan: { quote: "Nobody spoke.", block: TWO.id } });
  });

  it("stays on struck words while edits are suggested, and goes with one's own insertion", async () => {
    const struck = opened(ASKED, { by: "Ben Okoro" });
    struck.remove([0, 4], [0, 11]);
    expect(struck.anchor()).toBe("council");
    expect(struck.note()?.orphan).toBeUndefined();

    const own = opened(PLAIN, { by: "Ben Okoro" });
    own.select([1, "end"]);
    own.type(" Aloud");
    await own.decide((now) => addNote(now, QUERY, on(TWO.id, 14, 19)));
    expect(own.anchor()).toBe("Aloud");
    own.remove([1, 14], [1, 19]);
    expect(own.note()).toMatchObject({ orphan: { quote: "Aloud" } });
    await own.undo();
    expect(own.anchor()).toBe("Aloud");
    expect(own.note()?.orphan).toBeUndefined();
  });

  it("costs a story without notes nothing", () => {
    const { select, type, document } = opened(PLAIN);
    select([0, 3]);
    type("abc");
    expect(document().notes).toBeUndefined();
  });
});

describe("Words with a note that are cut and pasted", () => {
  it("take it along, whole paragraphs and parts of one, and leave it out of the clipboard", () => {
    const { select, edit, editor, remove, note, anchor } = opened(ASKED);
    const carried = carriedNotes();
    select([0, 2], [0, 15]);
    const printed = editor.read($copiedBlocks);
    editor.read(() => carried.cut(printed, $selectedParts()));
    const own = blocksToClipboard(printed);
    for (const text of [own, blocksToHtml(printed), blocksToText(printed)]) expect(text).not.toContain("n_1");
    remove([0, 2], [0, 15]);
    expect(note()).toMatchObject({ orphan: { quote: "council" } });
    select([1, "end"]);
    const paste = (): void =>
      edit(() => {
        const { own: taken } = carried.$into({ own, html: "", text: "" });
        $insertBlocks(blocksFromClipboard(taken) ?? []);
      });
    paste();
    expect(anchor()).toBe("council");
    expect(note()?.orphan).toBeUndefined();
    paste();
    expect(anchor()).toBe("council");
  });

  it("leave it where it is while it is still there", () => {
    const { select, edit, editor, anchor } = opened(ASKED);
    const carried = carriedNotes();
    select([0, 4], [0, 11]);
    const printed = editor.read($copiedBlocks);
    editor.read(() => carried.cut(printed, $selectedParts()));
    edit(() => {
      const own = blocksToClipboard(printed);
      expect(carried.$into({ own, html: "", text: "" }).own).toBe(own);
    });
    expect(anchor()).toBe("council");
  });
});

describe("What a note is put on", () => {
  const PHOTO = photo(NO_PICTURE, "The hall", "", "A hall");
  const EMPTY = paragraph("");
  const shown = opened(story(ONE, EMPTY, PHOTO));
  const said: string[] = [];
  const board: NoticeBoard = {
    ...noticeBoard(),
    put: (_, text) => {
      said.push(text);
      return () => undefined;
    },
  };
  const begun = () => {
    const { editor, document, decide } = shown;
    return beginOn({ editor, board, document, decide, scroller: Object.create(null) });
  };

  it("is what is selected, in one paragraph or over several", () => {
    shown.select([0, 4], [0, 11]);
    expect(begun()).toEqual({ target: on(ONE.id, 4, 11), quote: "council" });
    shown.select([2, 3], [0, 19]);
    expect(begun()).toEqual({
      target: {
        from: { block: ONE.id, field: "runs", offset: 19 },
        to: { block: PHOTO.id, field: "caption", offset: 3 },
      },
      quote: "Tuesday. The",
    });
  });

  it("is the word at the caret, inside it and at its edges", () => {
    for (const offset of [4, 6, 11]) {
      shown.select([0, offset]);
      expect(begun()?.quote).toBe("council");
    }
  });

  it("is the block where there is no word, and the picture that is selected", () => {
    shown.select([1, 0]);
    expect(begun()).toEqual({ target: { block: EMPTY.id }, quote: "" });
    shown.select([4, 2]);
    expect(begun()).toEqual({ target: { block: PHOTO.id }, quote: "The hall" });
    shown.edit(() => {
      const block = $getRoot().getLastChild();
      if ($isBlockNode(block)) $selectBlock(block);
    });
    expect(begun()).toEqual({ target: { block: PHOTO.id }, quote: "The hall" });
  });

  it("has to be somewhere", () => {
    shown.edit(() => $setSelection(null));
    expect(begun()).toBeNull();
    expect(said.join()).toContain("Put the caret in the text first");
  });
});

describe("Whatever is edited", () => {
  it("a note is on its words or its block, or quotes what it was on; and undo leads back to the start", async () => {
    const notes: readonly (readonly [string, NoteTarget])[] = [
      ["n_1", on(ONE.id, 4, 11)],
      ["n_2", on(ONE.id, 8, 27)],
      [
        "n_3",
        {
          from: { block: ONE.id, field: "runs", offset: 19 },
          to: { block: TWO.id, field: "runs", offset: 6 },
        },
      ],
      ["n_4", { block: TWO.id }],
    ];
    let start = PLAIN;
    for (const [id, target] of notes) start = addNote(start, { ...QUERY, id }, target);
    const place = fc.tuple(fc.nat(3), fc.nat(30));
    const step = fc.oneof(
      fc.record({ does: fc.constant("type" as const), at: place, text: fc.constantFrom("a", "xy ", "The") }),
      fc.record({
        does: fc.constant("over" as const),
        at: place,
        to: place,
        text: fc.constantFrom("b", "new"),
      }),
      fc.record({ does: fc.constant("remove" as const), at: place, to: place }),
      fc.record({ does: fc.constant("part" as const), at: place }),
      fc.record({ does: fc.constant("move" as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, isSuggested) => {
        const { document, select, type, remove, edit, undo, fieldCount, undoable } = opened(start, {
          by: isSuggested ? "Ben Okoro" : null,
        });
        const before = document();
        const within = ([field, offset]: readonly [number, number]): Place => [field % fieldCount(), offset];
        for (const one of steps) {
          if (one.does === "type") {
            select(within(one.at));
            type(one.text);
          } else if (one.does === "over") {
            const [from, to] = [within(one.at), within(one.to)];
            if (from[0] !== to[0]) continue;
            select(from, to);
            type(one.text);
          } else if (one.does === "remove") remove(within(one.at), within(one.to));
          else if (one.does === "part") {
            select(within(one.at));
            edit(() => {
              const selection = $getSelection();
              if ($isRangeSelection(selection)) selection.insertParagraph();
            });
          } else {
            edit(() => {
              const [first, ...others] = $getRoot().getChildren();
              if (first) others.at(-1)?.insertAfter(first);
            });
          }
          const now = document();
          const anchors = noteAnchors(now.blocks);
          const ids = new Set(now.blocks.map(({ id }) => id));
          expect(now.notes?.map(({ id }) => id)).toEqual(notes.map(([id]) => id));
          for (const { id, block, orphan } of now.notes ?? []) {
            const isSomewhere = block === undefined ? anchors.has(id) : ids.has(block);
            expect([id, isSomewhere]).toEqual([id, orphan === undefined]);
          }
        }
        while (undoable()) await undo();
        expect(document()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});

describe("What is done with notes", () => {
  it("is one step of undo each, and reaches the newsroom as a patch", async () => {
    const { decide, undo, redo, document, stored, flush, type, select } = opened(PLAIN);
    select([1, "end"]);
    type("!");
    const steps: ((now: StoryDocument) => StoryDocument)[] = [
      (now) => addNote(now, QUERY, on(ONE.id, 4, 11)),
      (now) => writeUnder(now, "n_1", { id: "r_1", by: "Ben Okoro", at: QUERY.at, text: "The city’s." }),
      (now) => resolveNote(now, "n_1"),
      (now) => deleteNote(now, "n_1", "Ana Ruiz"),
    ];
    const states = [document()];
    for (const step of steps) {
      await decide(step);
      states.push(document());
      expect(stored()).toEqual(document());
    }
    expect(states.map(({ notes = [] }) => notes.map(({ state }) => state).join())).toEqual([
      "",
      "open",
      "answered",
      "resolved",
      "",
    ]);
    for (const state of states.toReversed().slice(1)) {
      await undo();
      expect(document()).toEqual(state);
    }
    for (const state of states.slice(1)) {
      await redo();
      expect(document()).toEqual(state);
      await flush();
      expect(stored()).toEqual(state);
    }
  });

  it("is seen from the caret: the notes on its words, then those on its block", () => {
    const both = addNote(ASKED, { ...QUERY, id: "n_2", kind: "note" }, { block: ONE.id });
    const { select, editor } = opened(both);
    const here = (): readonly string[] => editor.read($notesHere);
    select([0, 6]);
    expect(here()).toEqual(["n_1", "n_2"]);
    select([0, 4], [0, 11]);
    expect(here()).toEqual(["n_1", "n_2"]);
    select([0, 20]);
    expect(here()).toEqual(["n_2"]);
    select([1, 2]);
    expect(here()).toEqual([]);
  });
});
