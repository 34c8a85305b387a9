import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  type LexicalEditor,
  type UpdateListenerPayload,
} from "lexical";
import { PICTURE_CLASS } from "../photos/photo-node.ts";

/** The part of a block's DOM in which nothing can be typed. */
function closedPart(block: HTMLElement): HTMLElement | null {
  return block.isContentEditable ? block.querySelector<HTMLElement>(`:scope > .${PICTURE_CLASS}`) : block;
}

/** A click beside the block that is selected as a whole puts the caret where it was clicked. */
function $onClick({ target }: MouseEvent, editor: LexicalEditor): boolean {
  const selection = $getSelection();
  if (!$isNodeSelection(selection) || !(target instanceof Node)) return false;
  const isInside = [...selection._nodes].some((key) => editor.getElementByKey(key)?.contains(target));
  const caret = isInside ? null : $createRangeSelectionFromDom(window.getSelection(), editor);
  if (!caret) return false;
  $setSelection(caret);
  return true;
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

  const show = ({ editorState }: UpdateListenerPayload): void => {
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
  };

  return mergeRegister(
    editor.registerUpdateListener(show),
    editor.registerCommand(CLICK_COMMAND, $onClick, COMMAND_PRIORITY_LOW),
  );
}
