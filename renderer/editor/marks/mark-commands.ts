import { $getSelectionStyleValueForProperty, $patchStyleText } from "@lexical/selection";
import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, type LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { MARKS, type Mark } from "#shared/document/index.ts";
import { SMALL_CAPS_PROPERTY, SMALL_CAPS_VALUE } from "../codec/run-attributes.ts";

interface MarkWords {
  readonly title: string;
  readonly keys: string;
}

/** What the interface calls each mark, and its key. */
export const MARK_WORDS: Readonly<Record<Mark, MarkWords>> = {
  bold: { title: "Bold", keys: "Mod+B" },
  italic: { title: "Italic", keys: "Mod+I" },
  underline: { title: "Underline", keys: "Mod+U" },
  strikethrough: { title: "Strikethrough", keys: "Mod+Shift+X" },
  superscript: { title: "Superscript", keys: "Mod+Alt+=" },
  subscript: { title: "Subscript", keys: "Mod+Alt+-" },
  smallCaps: { title: "Small caps", keys: "Mod+Alt+K" },
};

function $toggleSmallCaps(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const isSmall = $getSelectionStyleValueForProperty(selection, SMALL_CAPS_PROPERTY) === SMALL_CAPS_VALUE;
  $patchStyleText(selection, { [SMALL_CAPS_PROPERTY]: isSmall ? null : SMALL_CAPS_VALUE });
}

function toggle(editor: LexicalEditor, mark: Mark): void {
  if (mark === "smallCaps") editor.update($toggleSmallCaps);
  else editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark);
}

/** One command for each mark: on the selection, or on what is typed next. */
export function markCommands(editor: LexicalEditor): readonly Command[] {
  return MARKS.map((mark) => ({
    id: `mark.${mark}`,
    group: "Edit",
    title: () => MARK_WORDS[mark].title,
    keys: MARK_WORDS[mark].keys,
    run: () => toggle(editor, mark),
  }));
}
