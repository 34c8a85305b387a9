import {
  $addUpdateTag,
  COMMAND_PRIORITY_CRITICAL,
  SELECTION_CHANGE_COMMAND,
  SKIP_SELECTION_FOCUS_TAG,
  type LexicalEditor,
} from "lexical";

/**
 * Leaves the focus where it is. The browser tells of a moved caret late; where a key has sent the
 * focus to a panel meanwhile, Lexical would put its selection on the page, and with it the focus back.
 */
export function registerFocusElsewhere(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    SELECTION_CHANGE_COMMAND,
    () => {
      const page = editor.getRootElement();
      if (page && !page.contains(document.activeElement)) $addUpdateTag(SKIP_SELECTION_FOCUS_TAG);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
