import type { HistoryState } from "@lexical/history";
import { REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from "lexical";
import type { Command } from "#renderer/app/commands.ts";

/** Undo and redo, for the palette and the menu; their keys are answered by the editor itself. */
export function historyCommands(editor: LexicalEditor, history: HistoryState): readonly Command[] {
  return [
    {
      id: "edit.undo",
      title: ({ editor: said }) => said.undo,
      group: "Edit",
      keys: "Mod+Z",
      enabled: () => history.undoStack.length > 0,
      run: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
    },
    {
      id: "edit.redo",
      title: ({ editor: said }) => said.redo,
      group: "Edit",
      keys: "Mod+Shift+Z",
      otherKeys: ["Mod+Y"],
      enabled: () => history.redoStack.length > 0,
      run: () => editor.dispatchCommand(REDO_COMMAND, undefined),
    },
  ];
}
