import type { LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import type { Observable } from "#renderer/app/observable.ts";
import type { StorySummary } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

/** Names the page to those who listen, in the language that is spoken now. */
export function namePage(page: HTMLElement, slug: string): void {
  page.setAttribute("aria-label", words().editor.page({ slug }));
}

/** Makes an element the page on which a story is written, and says so to assistive technology. */
export function makePage(page: HTMLElement, slug: string): void {
  page.setAttribute("role", "textbox");
  page.setAttribute("aria-multiline", "true");
  namePage(page, slug);
  page.contentEditable = "true";
  page.spellcheck = true;
  page.tabIndex = 0;
}

/** A story in the bin can be read, and is written to again once it is out. */
export function readOnlyInBin(editor: LexicalEditor, summary: Observable<StorySummary>): () => void {
  const follow = (): void => {
    const isBinned = summary.get().binned !== undefined;
    if (editor.isEditable() === isBinned) editor.setEditable(!isBinned);
    const page = editor.getRootElement();
    // Every save comes by here, and an attribute that is set to what it was is a frame all the same.
    if (page === null || page.getAttribute("aria-readonly") === String(isBinned)) return;
    page.contentEditable = String(!isBinned);
    page.setAttribute("aria-readonly", String(isBinned));
  };
  const stops = [summary.subscribe(follow), editor.registerRootListener(follow)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A command that changes the text makes no sense where it can only be read. */
export function whileEditable(editor: LexicalEditor, command: Command): Command {
  return { ...command, enabled: () => editor.isEditable() && (command.enabled?.() ?? true) };
}
