import type { LexicalEditor } from "lexical";
import { lateCode } from "#renderer/app/late-part.ts";

const handle = lateCode(async () => (await import("./drag-handle.ts")).dragHandle);

/** Lets blocks be dragged by a handle in the margin. It is fetched when a pointer first comes over the page. */
export function dragBlocks(editor: LexicalEditor, scroller: HTMLElement, page: HTMLElement): () => void {
  const closing = new AbortController();
  const begin = async (): Promise<void> => {
    const show = await handle.ready();
    if (!closing.signal.aborted) show({ editor, scroller, page, signal: closing.signal });
  };
  scroller.addEventListener("pointermove", () => void begin(), { once: true, signal: closing.signal });
  return () => closing.abort();
}
