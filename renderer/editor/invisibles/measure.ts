import { $getNearestNodeFromDOMNode, $isLineBreakNode, type LexicalEditor } from "lexical";
import { invisiblesIn, type InvisibleMark } from "./kinds.ts";

/** A mark and the box of its character, in pixels from the upper left corner of its block. */
export interface PlacedMark {
  readonly mark: InvisibleMark;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The size of the type beside it. */
  readonly sizePx: number;
}

/** Text that is longer than this is measured only where it is on screen. */
const LONG_TEXT = 4_000;
const LARGEST_SIGN_PX = 18;

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The first offset of a text whose line ends below `y`; lines follow on each other downwards. */
function offsetAt(range: Range, text: Text, y: number): number {
  let low = 0;
  let high = text.data.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    range.setStart(text, middle);
    range.setEnd(text, Math.min(text.data.length, middle + 1));
    if (range.getBoundingClientRect().bottom < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a text that has to be measured to show what lies between two heights. */
function partIn(range: Range, text: Text, band: Band): readonly [from: number, to: number] {
  const { length } = text.data;
  if (length <= LONG_TEXT) return [0, length];
  return [offsetAt(range, text, band.top), Math.min(length, offsetAt(range, text, band.bottom) + 200)];
}

function fieldsOf(block: HTMLElement): readonly HTMLElement[] {
  const fields = [...block.querySelectorAll<HTMLElement>(".photo-field")];
  return fields.length > 0 ? fields : [block];
}

/** True for a line break that somebody has put there; browsers need others, to show an empty line. */
function isForcedBreak(node: Node, editor: LexicalEditor): boolean {
  return (
    node instanceof HTMLBRElement &&
    editor.getEditorState().read(() => $isLineBreakNode($getNearestNodeFromDOMNode(node)), { editor })
  );
}

/** Finds and measures what has no ink in one block. Only what lies within the band is sure to be there. */
export function measureBlock(block: HTMLElement, editor: LexicalEditor, band: Band): readonly PlacedMark[] {
  const origin = block.getBoundingClientRect();
  const marks: PlacedMark[] = [];
  const range = document.createRange();
  const put = (mark: InvisibleMark, rect: DOMRect, sizePx: number): void => {
    marks.push({
      mark,
      left: rect.left - origin.left,
      top: rect.top - origin.top,
      width: rect.width,
      height: rect.height,
      sizePx,
    });
  };

  const measureField = (field: HTMLElement): void => {
    const style = getComputedStyle(field);
    const sizePx = Number.parseFloat(style.fontSize);
    const isRightToLeft = style.direction === "rtl";
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let end: DOMRect | null = null;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (isForcedBreak(node, editor) && node instanceof HTMLElement) {
        // A line break has a box of its own, as wide as nothing, behind the last letter of its line.
        const rect = node.getBoundingClientRect();
        put("lineBreak", rect, sizePx);
        end = null;
      }
      if (!(node instanceof Text)) continue;
      const [from, to] = partIn(range, node, band);
      for (const { at, mark } of invisiblesIn(node.data.slice(from, to))) {
        range.setStart(node, from + at);
        range.setEnd(node, from + at + 1);
        const rects = range.getClientRects();
        const rect = rects[rects.length - 1];
        if (rect) put(mark, rect, sizePx);
      }
      range.setStart(node, Math.max(0, node.data.length - 1));
      range.setEnd(node, node.data.length);
      const rects = range.getClientRects();
      end = rects[rects.length - 1] ?? end;
    }
    const box = field.getBoundingClientRect();
    const signPx = Math.min(sizePx, LARGEST_SIGN_PX);
    // In an empty field its name or a hint stands where text begins: the sign goes before it.
    const start = isRightToLeft ? box.right : box.left - signPx * 0.8;
    const edge = isRightToLeft ? (end ? end.left - signPx * 0.8 : start) : (end?.right ?? start);
    const height = end?.height ?? Math.min(box.height, sizePx * 1.5);
    put("paragraphEnd", new DOMRect(edge, end?.top ?? box.top, signPx * 0.8, height), signPx);
  };

  for (const field of fieldsOf(block)) measureField(field);
  return marks;
}
