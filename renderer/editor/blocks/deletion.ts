import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
  type LexicalEditor,
} from "lexical";
import { $deleteBlocks, $deleteSelected } from "../fields/delete-selected.ts";
import { $fieldLength, $fieldPoint } from "../fields/field-point.ts";
import { $holdsEverything, $selectedBlocks, $spansFields } from "../fields/selected-blocks.ts";
import { $backFromStart, $forwardFromEnd } from "./join.ts";

function $onDelete(isBackward: boolean): boolean {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    $deleteBlocks(selection);
    return true;
  }
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) {
    if (!$spansFields(selection) && !$holdsEverything($selectedBlocks(selection))) return false;
    $deleteSelected(selection);
    return true;
  }
  const point = $fieldPoint(selection.anchor);
  if (!point) return false;
  if (isBackward && point.offset === 0) {
    $backFromStart(point.field);
    return true;
  }
  if (!isBackward && point.offset >= $fieldLength(point.field)) {
    $forwardFromEnd(point.field);
    return true;
  }
  return false;
}

/** Typing over a selection of several fields deletes it by our rules first; the rest is Lexical's. */
function $onReplace(): boolean {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && $spansFields(selection)) $deleteSelected(selection);
  return false;
}

function $onRemove(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$spansFields(selection)) return false;
  $deleteSelected(selection);
  return true;
}

/** Backspace, Delete and typing over a selection, wherever they reach beyond one field. */
export function registerDeletion(editor: LexicalEditor): () => void {
  return mergeRegister(
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $onDelete, COMMAND_PRIORITY_LOW),
    ),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $onReplace, COMMAND_PRIORITY_LOW),
    editor.registerCommand(REMOVE_TEXT_COMMAND, $onRemove, COMMAND_PRIORITY_LOW),
  );
}
