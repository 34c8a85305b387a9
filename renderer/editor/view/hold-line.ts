import type { LexicalEditor } from "lexical";
import { caretLine } from "./caret-line.ts";
import { firstInView } from "./in-view.ts";

interface HeldPage {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
}

/** Gives the place on screen of what the person looks at: the line with the caret, or what stands at the top. */
function lookedAt({ editor, page, scroller }: HeldPage): (() => number | null) | null {
  const view = scroller.getBoundingClientRect();
  const caret = caretLine(editor);
  if (caret && caret.bottomPx > view.top && caret.topPx < view.bottom) {
    return () => {
      const line = caretLine(editor);
      return line && (line.topPx + line.bottomPx) / 2;
    };
  }
  const block = firstInView(page, view.top);
  return block && (() => block.getBoundingClientRect().top);
}

/**
 * Makes a change to how the page is laid out, and scrolls so that the line with the caret stays where
 * it is on screen, as far as the page can be scrolled.
 */
export function holdLine(held: HeldPage, change: () => void): void {
  const place = lookedAt(held);
  const beforePx = place?.() ?? null;
  change();
  const afterPx = place?.() ?? null;
  if (beforePx === null || afterPx === null) return;
  held.scroller.scrollTop += afterPx - beforePx;
}
