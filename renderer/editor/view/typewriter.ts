import { mergeRegister, type LexicalEditor } from "lexical";
import { caretLine } from "./caret-line.ts";

interface SteadyPage {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
}

/** Where the line with the caret stays, as a part of the height of what is seen of the page. */
const HEIGHT = 0.42;

/**
 * A caret at the end of a line that the page has wrapped stands at the same place in the text as the
 * head of the line below, and is measured there. A key that only goes to that end moves no line.
 */
function goesToLineEnd({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (key === "End" && !ctrlKey && !metaKey) || (key === "ArrowRight" && metaKey);
}

/**
 * Typewriter scrolling: the page moves, the line with the caret stays at one height. It follows keys
 * only; a page that moved under the mouse would select what nobody meant.
 */
export function keepLineSteady({ editor, page, scroller }: SteadyPage): () => void {
  let byKeys = true;
  const onKey = (event: KeyboardEvent): void => {
    byKeys = !goesToLineEnd(event);
  };
  const onPointer = (): void => {
    byKeys = false;
  };
  const settle = (): void => {
    if (!byKeys) return;
    const line = caretLine(editor);
    if (!line) return;
    const view = scroller.getBoundingClientRect();
    const offPx = (line.topPx + line.bottomPx) / 2 - (view.top + view.height * HEIGHT);
    if (Math.abs(offPx) >= 1) scroller.scrollTop += offPx;
  };
  // A page without focus, or in a second window that takes the same story in, stays where it is.
  const onUpdate = (): void => {
    if (page.contains(document.activeElement)) settle();
  };
  page.addEventListener("keydown", onKey, { capture: true });
  scroller.addEventListener("pointerdown", onPointer, { capture: true });
  settle();
  return mergeRegister(
    editor.registerUpdateListener(onUpdate),
    () => page.removeEventListener("keydown", onKey, { capture: true }),
    () => scroller.removeEventListener("pointerdown", onPointer, { capture: true }),
  );
}
