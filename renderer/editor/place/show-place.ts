import { SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from "lexical";
import type { EditorPlace } from "#shared/contract/index.ts";
import type { GradualLayout } from "../view/lay-out-later.ts";
import { $restoreCaret } from "./place.ts";

/**
 * Puts caret and scroll where the person left them, and the focus in the text. The scroll waits
 * for the fonts, so that lines do not move under it; a person who scrolls first is left alone.
 */
export function showPlace(
  editor: LexicalEditor,
  scroller: HTMLElement,
  place: EditorPlace | null,
  layout: Pick<GradualLayout, "reach">,
): () => void {
  const top = place?.scrollTopPx ?? 0;
  layout.reach(top + scroller.clientHeight);
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  editor.update(() => $restoreCaret(place), {
    discrete: true,
    tag: [SKIP_SCROLL_INTO_VIEW_TAG, "history-merge"],
  });
  editor.getRootElement()?.focus({ preventScroll: true });
  const scroll = (): void => {
    if (isOver) return;
    layout.reach(top + scroller.clientHeight);
    scroller.scrollTop = top;
  };
  scroll();
  void document.fonts.ready.then(() => {
    scroll();
    over();
  });
  scroller.addEventListener("wheel", over, { once: true, passive: true });
  scroller.addEventListener("pointerdown", over, { once: true, passive: true });
  scroller.addEventListener("keydown", over, { once: true });
  return () => {
    over();
    scroller.removeEventListener("wheel", over);
    scroller.removeEventListener("pointerdown", over);
    scroller.removeEventListener("keydown", over);
  };
}
