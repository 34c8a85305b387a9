import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { HISTORY_PUSH_TAG, UNDO_COMMAND } from "lexical";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { $insertBeginning, pasteInTurns, type PasteUnderWay } from "#renderer/editor/paste/in-turns.ts";
import { $insertBlocks } from "#renderer/editor/paste/insert-blocks.ts";
import { registerSuggesting } from "#renderer/editor/suggesting/track-updates.ts";
import { headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { NO_PICTURE, type Block, type StoryDocument } from "#shared/document/index.ts";
import { headlessStory, type HeadlessStory, type Place } from "#tests/support/headless-story.ts";

const MANY = Array.from({ length: 1_500 }, (_, nr) =>
  nr % 7 === 3 ? textBlock("listItem", `Item ${String(nr)}`) : paragraph(`Line ${String(nr)}`),
);

/** Pastes in turns and goes on to the end, or until `until` says to stop. */
function pasteLong(
  shown: HeadlessStory,
  blocks: readonly Block[],
  isWanted = () => true,
): PasteUnderWay | null {
  const begun: { rest: ReturnType<typeof $insertBeginning> } = { rest: null };
  shown.editor.update(
    () => {
      begun.rest = $insertBeginning(blocks, false);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  if (begun.rest === null) return null;
  return pasteInTurns(begun.rest, { editor: shown.editor, isWanted, onEnd: () => undefined });
}

function lined(document: StoryDocument, at: Place, to: Place, blocks: readonly Block[], inTurns: boolean) {
  const shown = headlessStory(document);
  shown.select(at, to);
  if (inTurns) pasteLong(shown, blocks)?.finish();
  else shown.edit(() => $insertBlocks(blocks, false));
  return { lines: shown.lines(), caret: shown.caret() };
}

/** What a story says of itself and of its changes, whatever ids its new blocks got. */
function told(shown: HeadlessStory) {
  return shown.document().blocks.map(({ id: _, ...block }) => block);
}

/** Pastes over a selection while Ana's edits are tracked, and takes it back. */
function tracked(at: Place, to: Place, blocks: readonly Block[], inTurns: boolean) {
  const shown = headlessStory(DOCUMENT);
  let made = 0;
  const stop = registerSuggesting(shown.editor, {
    by: () => "u_ana",
    now: () => "2026-01-01T00:00:00.000Z",
    newChangeId: () => `c_${String((made += 1))}`,
  });
  const history = createEmptyHistoryState();
  registerHistory(shown.editor, history, 0);
  shown.select(at, to);
  const before = told(shown);
  if (inTurns) pasteLong(shown, blocks)?.finish();
  else shown.editor.update(() => $insertBlocks(blocks, false), { discrete: true, tag: HISTORY_PUSH_TAG });
  const now = told(shown);
  shown.editor.dispatchCommand(UNDO_COMMAND, undefined);
  const undone = told(shown);
  stop();
  return { before, now, undone };
}

const DOCUMENT = story(
  headline("Tide gates"),
  paragraph("Before after"),
  paragraph(""),
  photo(NO_PICTURE, "The wall", "Ana", "A wall"),
  textBlock("endMark", "-30-"),
);

describe("A long paste in turns", () => {
  it("is what it would be at once, wherever the caret is and whatever is pasted", () => {
    const place = fc.constantFrom<Place>([0, 0], [0, 4], [1, 0], [1, 7], [1, "end"], [2, 0], [3, 2], [6, 0]);
    const ends = fc.constantFrom<readonly Block[]>(
      [],
      [headline("A title of its own")],
      [textBlock("endMark", "-30-")],
      [textBlock("subhead", "Below")],
      [photo(NO_PICTURE, "A caption", "", "")],
    );
    fc.assert(
      fc.property(
        place,
        place,
        ends,
        ends,
        fc.integer({ min: 590, max: 1_500 }),
        (at, to, first, last, size) => {
          const blocks = [...first, ...MANY.slice(0, size), ...last];
          expect(lined(DOCUMENT, at, to, blocks, true)).toEqual(lined(DOCUMENT, at, to, blocks, false));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("lets keys through between its turns, and is one step of undo", async () => {
    vi.useFakeTimers();
    const shown = headlessStory(DOCUMENT);
    const history = createEmptyHistoryState();
    registerHistory(shown.editor, history, 0);
    shown.select([2, 0]);
    const before = shown.lines();
    pasteLong(shown, MANY);
    expect(shown.lines().length).toBeLessThan(300);
    let turns = 0;
    while (shown.lines().length < before.length + MANY.length - 1) {
      await vi.advanceTimersByTimeAsync(8);
      turns += 1;
    }
    expect(turns).toBeGreaterThan(3);
    expect(history.undoStack).toHaveLength(1);
    shown.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(shown.lines()).toEqual(before);
    vi.useRealTimers();
  });

  it("is the one change that it would be at once, where edits are tracked, and one step of undo", () => {
    const place = fc.constantFrom<Place>([0, 2], [1, 0], [1, 7], [1, "end"], [2, 0], [6, 0]);
    const last = fc.constantFrom(paragraph("The end"), textBlock("subhead", "Below"));
    fc.assert(
      fc.property(place, place, last, fc.integer({ min: 601, max: 1_100 }), (at, to, end, size) => {
        const blocks = [...MANY.slice(0, size), photo(NO_PICTURE, "A caption", "", ""), end];
        const [inTurns, atOnce] = [tracked(at, to, blocks, true), tracked(at, to, blocks, false)];
        expect(inTurns.now).toEqual(atOnce.now);
        expect(inTurns.undone).toEqual(inTurns.before);
      }),
      { numRuns: 12 },
    );
  });

  it("ends where it is not wanted any more, or where its place is gone", async () => {
    vi.useFakeTimers();
    const shown = headlessStory(DOCUMENT);
    shown.select([2, 0]);
    let isWanted = true;
    pasteLong(shown, MANY, () => isWanted);
    isWanted = false;
    const { length } = shown.lines();
    await vi.advanceTimersByTimeAsync(200);
    expect(shown.lines()).toHaveLength(length);
    vi.useRealTimers();
  });
});
