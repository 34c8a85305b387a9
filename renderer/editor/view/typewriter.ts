import { mergeRegister, type LexicalEditor } from "lexical";
import { caretLine, type Towards } from "./caret-line.ts";

interface SteadyPage {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
}

/** Where the line with the caret stays, as a part of the height of what is seen of the page. */
const HEIGHT = 0.42;

const UP_AND_DOWN: ReadonlySet<string> = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown"]);

function goesToLineEnd({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (key === "End" && !ctrlKey && !metaKey) || (key === "ArrowRight" && metaKey);
}

/**
 * Typewriter scrolling: the page moves, the line with the caret stays at one height. It follows keys
 * only; a page that moved under the mouse would select what nobody meant.
 */
export function keepLineSteady({ editor, page, scroller }: SteadyPage): () => void {
  let byKeys = true;
  let towards: Towards | null = null;
  const onKey = (event: KeyboardEvent): void => {
    byKeys = true;
    // Up and down keep the place on the line that the first of them began at.
    if (UP_AND_DOWN.has(event.key)) towards ??= caretLine(editor)?.middleXPx ?? null;
    else towards = goesToLineEnd(event) ? "end" : null;
  };
  const onPointer = (): void => {
    byKeys = false;
  };
  const settle = (): void => {
    if (!byKeys) return;
    const line = caretLine(editor, towards);
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
