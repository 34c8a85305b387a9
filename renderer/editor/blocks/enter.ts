import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from "lexical";
import { $blockOf, $nextField, type FieldNode } from "../fields/field.ts";
import { $caretAt, $fieldLength, $fieldPoint, type FieldPoint } from "../fields/field-point.ts";
import { $deleteSelected } from "../fields/delete-selected.ts";
import { $spansFields } from "../fields/selected-blocks.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import type { BlockNode } from "../codec/blocks.ts";
import { kindBeside } from "../structure/insert-beside.ts";
import { FIELD_KINDS } from "./kinds.ts";
import { $splitField } from "./split.ts";
import { $createStoryBlock, $isStoryBlock, type StoryBlockNode } from "./story-block-node.ts";

/** Makes an empty paragraph after a block and puts the caret in it. */
export function $paragraphAfter(block: BlockNode): void {
  const paragraph = $createStoryBlock("paragraph");
  block.insertAfter(paragraph);
  $caretAt(paragraph, "start");
}

function $enterField(field: FieldNode): void {
  const isHeading = $isStoryBlock(field) && FIELD_KINDS[field.getKind()].isHeading;
  $caretAt(field, isHeading ? "end" : "start");
}

/** Goes on to the next field; where the story ends, or copy has to begin, with a new paragraph. */
function $goOn(field: FieldNode): void {
  const block = $blockOf(field);
  const next = $nextField(field);
  if (next) $enterField(next);
  else if (block) $paragraphAfter(block);
}

function $breakBlock(block: StoryBlockNode, offset: number): void {
  const kind = block.getKind();
  if (kind !== "paragraph" && block.isEmpty()) {
    block.setKind("paragraph");
    return;
  }
  if (offset === 0 && !block.isEmpty()) {
    block.insertBefore($createStoryBlock(kindBeside(kind)));
    return;
  }
  const rest = $createStoryBlock(kindBeside(kind));
  $splitField(block, offset, rest);
  $caretAt(rest, "start");
}

function $enter({ field, offset }: FieldPoint): void {
  if ($isPhotoFieldNode(field) || FIELD_KINDS[field.getKind()].isHeading) $goOn(field);
  else $breakBlock(field, Math.min(offset, $fieldLength(field)));
}

function $onEnter(): boolean {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes();
    const block = node && $blockOf(node);
    if (block) $paragraphAfter(block);
    return true;
  }
  if (!$isRangeSelection(selection)) return false;
  if ($spansFields(selection)) $deleteSelected(selection);
  const caret = $getSelection();
  if (!$isRangeSelection(caret)) return true;
  if (!caret.isCollapsed()) caret.removeText();
  const point = $fieldPoint(caret.anchor);
  if (point) $enter(point);
  return true;
}

/**
 * Lexical answers Enter in text only; with a whole block selected nobody else does. With another key
 * held it is a shortcut for the whole window: it is left to the command book.
 */
function $onEnterKey(event: KeyboardEvent | null): boolean {
  if (event && (event.ctrlKey || event.metaKey || event.altKey)) return true;
  if (!$isNodeSelection($getSelection())) return false;
  event?.preventDefault();
  return $onEnter();
}

function $onLineBreak(): boolean {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && $spansFields(selection)) $deleteSelected(selection);
  return false;
}

/** Enter goes from field to field, and makes a new block in the body. */
export function registerEnter(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(KEY_ENTER_COMMAND, $onEnterKey, COMMAND_PRIORITY_LOW),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $onEnter, COMMAND_PRIORITY_LOW),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $onLineBreak, COMMAND_PRIORITY_LOW),
  );
}
