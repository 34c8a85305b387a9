import { mergeRegister, type LexicalEditor, type LexicalNode } from "lexical";
import type { Note } from "#shared/document/index.ts";
import { onLanguage } from "#shared/language/index.ts";
import { $storyNotes } from "../codec/document.ts";
import { $blockNodes } from "../codec/block-nodes.ts";
import { $fieldsOf } from "../fields/field.ts";
import { $leaves } from "../fields/field-point.ts";
import { $showChanges } from "../suggesting/changes-look.ts";

/**
 * Shows what notes say anew on the words and blocks that they are on, where a note changes and its
 * words do not. Nothing is done while the notes of the story are the same.
 */
export function showNotes(editor: LexicalEditor): () => void {
  let shown: readonly Note[] = editor.getEditorState().read($storyNotes, { editor });

  const $show = (node: LexicalNode): void => {
    const dom = editor.getElementByKey(node.getKey());
    if (dom) $showChanges(node, dom, false);
  };
  const $showAll = (): void => {
    for (const block of $blockNodes()) {
      $show(block);
      for (const field of $fieldsOf(block)) for (const leaf of $leaves(field)) $show(leaf);
    }
  };
  const showAll = (): void => editor.getEditorState().read($showAll, { editor });

  return mergeRegister(
    editor.registerUpdateListener(({ editorState, dirtyElements }) => {
      if (!dirtyElements.has("root")) return;
      const now = editorState.read($storyNotes, { editor });
      if (now === shown) return;
      shown = now;
      showAll();
    }),
    onLanguage(() => {
      if (shown.length > 0) showAll();
    }),
  );
}
