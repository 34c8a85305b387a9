import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";

const HISTORY_DELAY_MS = 300;

/** Lexical's own rich-text set-up on a page, with its history and nothing else. */
Object.assign(globalThis, {
  showParagraphs: (page: HTMLElement, paragraphs: readonly string[]) => {
    const editor = createEditor({
      onError: (error) => {
        throw error;
      },
    });
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), HISTORY_DELAY_MS);
    editor.setRootElement(page);
    editor.update(
      () => {
        const root = $getRoot().clear();
        for (const words of paragraphs) root.append($createParagraphNode().append($createTextNode(words)));
      },
      { discrete: true },
    );
  },
});
