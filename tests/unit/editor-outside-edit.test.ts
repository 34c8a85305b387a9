import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import fc from "fast-check";
import { $getRoot, $isElementNode, $isTextNode, REDO_COMMAND, UNDO_COMMAND } from "lexical";
import { describe, expect, it } from "vitest";
import { registerOrder } from "#renderer/editor/blocks/order.ts";
import { registerUniqueIds } from "#renderer/editor/blocks/unique-ids.ts";
import { $showDocument } from "#renderer/editor/codec/document.ts";
import { editsFromOutside } from "#renderer/editor/live/edit-from-outside.ts";
import { followStory } from "#renderer/editor/live/live-story.ts";
import { applyPatch, diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { headlessEditor } from "#tests/support/headless-editor.ts";

const TYPING_STEP_MS = 1_000;

/** A story in an editor without a page, and a newsroom that takes what is committed while `canSave`. */
function opened(document: StoryDocument) {
  const editor = headlessEditor();
  registerUniqueIds(editor);
  registerOrder(editor);
  const history = createEmptyHistoryState();
  editor.update(() => $showDocument(document), { discrete: true });
  registerHistory(editor, history, TYPING_STEP_MS);
  editor.update(() => void $getRoot().selectStart(), { discrete: true, tag: "history-merge" });
  const live = followStory(editor, document, () => undefined);
  const told = { canSave: true, restored: [] as string[], stored: document };
  const flush = (): Promise<boolean> => {
    const patch = told.canSave ? live.takePatch() : null;
    const next = patch ? applyPatch(told.stored, patch) : null;
    if (next?.ok === true) told.stored = next.value;
    return Promise.resolve(told.canSave);
  };
  const saver = { restores: (revision: string) => told.restored.push(revision), flush };
  return {
    editor,
    history,
    live,
    told,
    edit: editsFromOutside({ editor, history, live, saver, flush, hasFocus: () => false }).edit,
    type: (text: string) =>
      editor.update(
        () => {
          const block = $getRoot().getFirstChild();
          const first = $isElementNode(block) ? block.getFirstChild() : null;
          if ($isTextNode(first)) first.setTextContent(`${first.getTextContent()}${text}`);
        },
        { discrete: true },
      ),
  };
}

/** Undo is committed once the command is through. */
function settled(): Promise<void> {
  return Promise.resolve();
}

const HEAD = headline("Seawall goes to voters");
const ONE = paragraph("The board voted.");
const TWO = paragraph("The wall leaks.");
const BEFORE = story(HEAD, ONE, TWO);
const AFTER = story(HEAD, TWO, { ...ONE, runs: [{ text: "The board voted late." }] });

describe("An edit from outside the text", () => {
  it("makes any story of any other, as one step of undo, and the newsroom gets it", async () => {
    await fc.assert(
      fc.asyncProperty(anyStory(1), anyStory(1), async (from, to) => {
        const { editor, edit, live, told, history } = opened(from);
        const stood = live.document();
        await edit((now) => diffDocuments(now, to));
        expect(live.document().blocks).toEqual(to.blocks);
        expect(told.stored.blocks).toEqual(to.blocks);
        expect(history.undoStack.length).toBeLessThanOrEqual(1);
        editor.dispatchCommand(UNDO_COMMAND, undefined);
        await settled();
        expect(live.document().blocks).toEqual(stood.blocks);
        editor.dispatchCommand(REDO_COMMAND, undefined);
        await settled();
        expect(live.document().blocks).toEqual(to.blocks);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the blocks that it does not change as they are in the editor", async () => {
    const { editor, edit } = opened(BEFORE);
    const keys = (): string[] => editor.read(() => $getRoot().getChildrenKeys());
    const [head, , two] = keys();
    await edit((now) => diffDocuments(now, AFTER));
    expect(keys().slice(0, 2)).toEqual([head, two]);
  });

  it("is undone by itself while nothing else was done, and not after", async () => {
    const { edit, live, type } = opened(BEFORE);
    const first = await edit((now) => diffDocuments(now, AFTER));
    expect(first?.undo()).toBe(true);
    await settled();
    expect(live.document().blocks).toEqual(BEFORE.blocks);
    expect(first?.undo()).toBe(false);
    const second = await edit((now) => diffDocuments(now, AFTER));
    type("!");
    expect(second?.undo()).toBe(false);
    expect(live.document().blocks[0]).toMatchObject({ runs: [{ text: "Seawall goes to voters!" }] });
  });

  it("is no part of the typing before it or after it", async () => {
    const { editor, edit, type, live } = opened(BEFORE);
    type(" again");
    await edit((now) => diffDocuments(now, story(...now.blocks, paragraph("New."))));
    type(", late");
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await settled();
    expect(live.document().blocks).toHaveLength(4);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await settled();
    expect(live.document().blocks).toHaveLength(3);
    expect(live.document().blocks[0]).toMatchObject({ runs: [{ text: "Seawall goes to voters again" }] });
  });

  it("changes nothing where what stands cannot be saved", async () => {
    const { edit, live, told } = opened(BEFORE);
    told.canSave = false;
    expect(await edit((now) => diffDocuments(now, AFTER), "r1")).toBeNull();
    expect(live.document().blocks).toEqual(BEFORE.blocks);
    expect(told.restored).toEqual([]);
  });

  it("commits what was typed before it, and names the revision that it puts back only where it changes something", async () => {
    const { edit, told, type } = opened(BEFORE);
    type(", at last");
    const seen: StoryDocument[] = [];
    await edit((now) => {
      seen.push(told.stored);
      return diffDocuments(now, now);
    }, "r1");
    expect(seen[0]?.blocks[0]).toMatchObject({ runs: [{ text: "Seawall goes to voters, at last" }] });
    expect(told.restored).toEqual([]);
    await edit((now) => diffDocuments(now, AFTER), "r1");
    expect(told.restored).toEqual(["r1"]);
  });
});
