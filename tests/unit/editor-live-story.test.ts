import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import fc from "fast-check";
import { $getRoot, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from "lexical";
import { describe, expect, it } from "vitest";
import { duplicate } from "#renderer/editor/blocks/block-commands.ts";
import { $isStoryBlock } from "#renderer/editor/blocks/story-block-node.ts";
import { registerUniqueIds } from "#renderer/editor/blocks/unique-ids.ts";
import { $blockToNode, $isBlockNode, $nodeToBlock } from "#renderer/editor/codec/blocks.ts";
import { $readDocument, $showDocument } from "#renderer/editor/codec/document.ts";
import { followStory, type LiveStory } from "#renderer/editor/live/live-story.ts";
import { headline, paragraph, photo, story } from "#shared/document/builders.ts";
import {
  applyPatch,
  countStory,
  NO_PICTURE,
  type Block,
  type StoryDocument,
} from "#shared/document/index.ts";
import { anyBlock, anyStory } from "#tests/support/any-story.ts";
import { headlessEditor } from "#tests/support/headless-editor.ts";

interface Followed {
  readonly editor: LexicalEditor;
  readonly live: LiveStory;
  readonly edit: (change: () => void) => void;
  readonly read: () => StoryDocument;
}

function follow(document: StoryDocument): Followed {
  const editor = headlessEditor();
  registerUniqueIds(editor);
  editor.update(() => $showDocument(document), { discrete: true });
  registerHistory(editor, createEmptyHistoryState(), 0);
  const live = followStory(editor, document, () => undefined);
  return {
    editor,
    live,
    edit: (change) => editor.update(change, { discrete: true }),
    read: () => editor.read($readDocument),
  };
}

type Edit = "type" | "remove" | "insert" | "move" | "copy" | "undo" | "redo";

const anyEdit = fc.record({
  edit: fc.constantFrom<Edit>("type", "type", "remove", "insert", "move", "copy", "undo", "redo"),
  at: fc.nat(20),
  block: anyBlock,
});

function $apply(edit: Edit, at: number, block: Block): void {
  const root = $getRoot();
  const node = root.getChildAtIndex(at % Math.max(1, root.getChildrenSize()));
  if (!$isBlockNode(node)) {
    if (edit === "insert") root.append($blockToNode(block));
    return;
  }
  if (edit === "type" && $isStoryBlock(node))
    node.getAllTextNodes()[0]?.setTextContent(`typed ${String(at)}`);
  if (edit === "remove" && root.getChildrenSize() > 1) node.remove();
  if (edit === "insert") node.insertAfter($blockToNode(duplicate(block)));
  if (edit === "move") root.append(node);
  if (edit === "copy") node.insertAfter($blockToNode($nodeToBlock(node)));
}

describe("a story that is followed while it is edited", () => {
  it("is always the story in the editor, and its patches always lead there", () => {
    fc.assert(
      fc.property(anyStory(1), fc.array(anyEdit, { maxLength: 12 }), (document, edits) => {
        const { editor, live, edit, read } = follow(document);
        let saved = document;
        for (const { edit: what, at, block } of edits) {
          if (what === "undo") editor.dispatchCommand(UNDO_COMMAND, undefined);
          else if (what === "redo") editor.dispatchCommand(REDO_COMMAND, undefined);
          else edit(() => $apply(what, at, block));
          const now = read();
          expect(live.document()).toEqual(now);
          expect(live.counts()).toEqual(countStory(now));
          expect(new Set(now.blocks.map(({ id }) => id)).size).toBe(now.blocks.length);
          if (at % 2 === 0) continue;
          const patch = live.takePatch();
          const next = patch ? applyPatch(saved, patch) : { ok: true as const, value: saved };
          expect(next.ok && next.value.blocks).toEqual(now.blocks);
          if (next.ok) saved = next.value;
        }
      }),
      { numRuns: 150 },
    );
  });

  it("puts only the changed block into a patch", () => {
    const document = story(headline("One"), paragraph("Two"), photo(NO_PICTURE, "Three"));
    const { live, edit } = follow(document);
    edit(() => {
      $getRoot().getAllTextNodes()[2]?.setTextContent("Three and a half");
    });
    const patch = live.takePatch();
    expect(patch?.put.map(({ id }) => id)).toEqual([document.blocks[2]?.id]);
    expect(patch?.order).toEqual(document.blocks.map(({ id }) => id));
    expect(live.takePatch()).toBeNull();
  });

  it("has no patch for a change that was taken back before it was saved", () => {
    const { live, editor, edit } = follow(story(paragraph("One")));
    edit(() => {
      $getRoot().getFirstChild()?.markDirty();
    });
    expect(live.takePatch()).toBeNull();
    editor.update(() => undefined, { discrete: true });
    expect(live.takePatch()).toBeNull();
  });

  it("puts the first empty fields of a new story into its first patch", () => {
    const shown = story(headline(""), paragraph(""));
    const editor = headlessEditor();
    editor.update(() => $showDocument(shown), { discrete: true });
    const live = followStory(editor, story(), () => undefined);
    expect(live.takePatch()?.put).toEqual(shown.blocks);
  });

  it("puts everything into the next patch when a patch went nowhere", () => {
    const document = story(headline("One"), paragraph("Two"));
    const { live } = follow(document);
    live.forgetTaken();
    expect(live.takePatch()?.put).toEqual(document.blocks);
  });
});
