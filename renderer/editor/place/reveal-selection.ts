import type { LexicalEditor } from "lexical";

/** How close to an edge what is selected may be before the page is scrolled, in pixels. */
const EDGE_PX = 40;

/** Gives the page the focus and brings what is selected in its text into view, where it is not. */
export function revealSelection(editor: LexicalEditor, scroller: HTMLElement): void {
  const page = editor.getRootElement();
  page?.focus({ preventScroll: true });
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const anchor = range.startContainer;
  const element = anchor instanceof Element ? anchor : anchor.parentElement;
  const own = range.getBoundingClientRect();
  const box = own.height > 0 ? own : element?.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (!box || (box.top >= view.top + EDGE_PX && box.bottom <= view.bottom - EDGE_PX)) return;
  scroller.scrollTop += box.top - view.top - view.height / 3;
}
