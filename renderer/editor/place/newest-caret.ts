import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type RangeSelection,
} from "lexical";

/** What is typed at a caret looks like the text there; a selection has the marks that all of its text has. */
function $takeLook(selection: RangeSelection): void {
  const [first, ...others] = selection.getNodes().filter($isTextNode);
  if (!first) return;
  selection.setFormat(others.reduce((marks, text) => marks & text.getFormat(), first.getFormat()));
  selection.setStyle(first.getStyle());
}

/** Whether a caret in text stands where the editor knows it. This is asked with every key. */
function isKnown(editor: LexicalEditor, { anchor, focus }: RangeSelection, native: Selection): boolean {
  return (
    native.anchorOffset === anchor.offset &&
    native.focusOffset === focus.offset &&
    anchor.type === "text" &&
    focus.key === anchor.key &&
    native.focusNode === native.anchorNode &&
    native.anchorNode instanceof Text &&
    editor.getElementByKey(anchor.key)?.firstChild === native.anchorNode
  );
}

/** The caret where the browser has it, where that is another place than the one the editor knows. */
function $newCaret(editor: LexicalEditor): RangeSelection | null {
  const known = $getSelection();
  const native = window.getSelection();
  if (!$isRangeSelection(known) || native === null || isKnown(editor, known, native)) return null;
  if (!editor.getRootElement()?.contains(native.anchorNode)) return null;
  const caret = $createRangeSelectionFromDom(native, editor);
  if (caret === null || (caret.anchor.is(known.anchor) && caret.focus.is(known.focus))) return null;
  $takeLook(caret);
  return caret;
}

/**
 * Takes note of a moved caret before the next key is answered. Browsers tell of it with the next
 * frame only, so two quick keys on a busy machine (End, then Backspace) would have the second one
 * work where the caret was before the first.
 */
export function registerNewestCaret(editor: LexicalEditor): () => void {
  const onKeyDown = (): void => {
    if (editor.isComposing()) return;
    const caret = editor.getEditorState().read(() => $newCaret(editor), { editor });
    if (caret) editor.update(() => $setSelection(caret), { discrete: true, tag: SKIP_DOM_SELECTION_TAG });
  };
  return editor.registerRootListener((page, pageBefore) => {
    pageBefore?.removeEventListener("keydown", onKeyDown, { capture: true });
    page?.addEventListener("keydown", onKeyDown, { capture: true });
  });
}
