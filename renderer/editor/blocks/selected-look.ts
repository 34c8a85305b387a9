import { $getSelection, $isNodeSelection, type LexicalEditor } from "lexical";

/** Marks the block that is selected as a whole, for the eye and for screen readers. */
export function registerSelectedLook(editor: LexicalEditor): () => void {
  let marked: readonly HTMLElement[] = [];
  return editor.registerUpdateListener(({ editorState }) => {
    const selection = editorState.read($getSelection);
    const keys = $isNodeSelection(selection) ? [...selection._nodes] : [];
    if (keys.length === 0 && marked.length === 0) return;
    for (const dom of marked) dom.removeAttribute("data-selected");
    marked = keys.map((key) => editor.getElementByKey(key)).filter((dom) => dom !== null);
    for (const dom of marked) dom.dataset["selected"] = "";
  });
}
