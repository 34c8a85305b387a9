import { $getSelection, $isRangeSelection, type LexicalEditor, type PointType } from "lexical";

/** Where a line is on screen, in CSS pixels of the window. */
export interface LineOnScreen {
  readonly topPx: number;
  readonly bottomPx: number;
  /** Where on it the caret stands, or the letter before the caret. */
  readonly middleXPx: number;
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

/** Where on a line the last keys were going: to its end, or to a place in CSS pixels of the window. */
export type Towards = "end" | number;

function middlePx({ left, right }: DOMRect): number {
  return (left + right) / 2;
}

/**
 * Where the page has wrapped a line, one place in the text is both the end of a line and the head of
 * the next, and the browser does not tell at which of the two it draws the caret. It is the one
 * nearer to where the keys were going.
 */
function isAtEnd(end: DOMRect, head: DOMRect, towards: Towards): boolean {
  if (end.bottom > head.top + 1) return false;
  return towards === "end" || Math.abs(middlePx(end) - towards) < Math.abs(middlePx(head) - towards);
}

/** The box of the letter before a place in a text, its last if it has several. */
function letterBefore({ startContainer, startOffset }: Range): DOMRect | undefined {
  if (startOffset === 0) return undefined;
  const letter = document.createRange();
  letter.setStart(startContainer, startOffset - 1);
  letter.setEnd(startContainer, startOffset);
  return [...letter.getClientRects()].at(-1);
}

/** The line with the caret; null where there is no caret, or its line has no place on screen. */
export function caretLine(editor: LexicalEditor, towards: Towards | null = null): LineOnScreen | null {
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const { focus } = selection;
    const inText = textAt(editor, focus);
    const head = [...(inText?.getClientRects() ?? [])].at(-1);
    const end = inText && towards !== null ? letterBefore(inText) : undefined;
    const box =
      head && end && towards !== null && isAtEnd(end, head, towards)
        ? end
        : (head ?? editor.getElementByKey(focus.key)?.getBoundingClientRect());
    return box && box.height > 0 ? { topPx: box.top, bottomPx: box.bottom, middleXPx: middlePx(box) } : null;
  });
}
