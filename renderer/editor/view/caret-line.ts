import { $getSelection, $isRangeSelection, type LexicalEditor, type PointType } from "lexical";

/** Where a line is on screen, in CSS pixels of the window. */
export interface LineOnScreen {
  readonly topPx: number;
  readonly bottomPx: number;
}

function rangeAt(node: Node, offset: number): Range {
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  return range;
}

/** The text that a point of the editor stands in, and its offset; null where it stands in no text. */
function textAt(editor: LexicalEditor, point: PointType): Range | null {
  if (point.type !== "text") return null;
  const element = editor.getElementByKey(point.key);
  const text = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return text ? rangeAt(text, Math.min(point.offset, text.nodeValue?.length ?? 0)) : null;
}

/** The line with the caret; null where there is no caret, or its line has no place on screen. */
export function caretLine(editor: LexicalEditor): LineOnScreen | null {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const { focus } = selection;
    const inText = textAt(editor, focus)?.getClientRects();
    const box = inText?.[inText.length - 1] ?? editor.getElementByKey(focus.key)?.getBoundingClientRect();
    return box && box.height > 0 ? { topPx: box.top, bottomPx: box.bottom } : null;
  });
}
