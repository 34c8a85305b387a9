import { $getSelection, $isNodeSelection, type LexicalEditor } from "lexical";
import { PICTURE_CLASS } from "../photos/photo-node.ts";

/** The part of a block's DOM in which nothing can be typed. */
function closedPart(block: HTMLElement): HTMLElement | null {
  return block.isContentEditable ? block.querySelector<HTMLElement>(`:scope > .${PICTURE_CLASS}`) : block;
}

/**
 * Marks the block that is selected as a whole, and gives it the focus: a browser that is left
 * without a selection would put its caret, and what is typed next, at the head of the story.
 */
export function registerSelectedLook(editor: LexicalEditor): () => void {
  let marked: readonly HTMLElement[] = [];

  const takeFocus = (block: HTMLElement): void => {
    const part = closedPart(block);
    const page = editor.getRootElement();
    if (!part || !page?.contains(document.activeElement)) return;
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  };

  return editor.registerUpdateListener(({ editorState }) => {
    const selection = editorState.read($getSelection);
    const keys = $isNodeSelection(selection) ? [...selection._nodes] : [];
    if (keys.length === 0 && marked.length === 0) return;
    const wasMarked = marked;
    for (const dom of wasMarked) delete dom.dataset["selected"];
    marked = keys.map((key) => editor.getElementByKey(key)).filter((dom) => dom !== null);
    for (const dom of marked) dom.dataset["selected"] = "";
    const [first] = marked;
    if (first && !wasMarked.includes(first)) takeFocus(first);
    else if (!first && wasMarked.some((dom) => dom.contains(document.activeElement))) {
      editor.getRootElement()?.focus({ preventScroll: true });
    }
  });
}
