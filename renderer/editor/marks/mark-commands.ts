import { $getSelectionStyleValueForProperty, $patchStyleText } from "@lexical/selection";
import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, type LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { MARKS, type Mark } from "#shared/document/index.ts";
import { SMALL_CAPS_PROPERTY, SMALL_CAPS_VALUE } from "../codec/run-attributes.ts";

const MARK_KEYS: Readonly<Record<Mark, string>> = {
  bold: "Mod+B",
  italic: "Mod+I",
  underline: "Mod+U",
  strikethrough: "Mod+Shift+X",
  superscript: "Mod+Alt+=",
  subscript: "Mod+Alt+-",
  smallCaps: "Mod+Alt+K",
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
    title: ({ story }) => story.marks[mark],
    keys: MARK_KEYS[mark],
    run: () => toggle(editor, mark),
  }));
}
