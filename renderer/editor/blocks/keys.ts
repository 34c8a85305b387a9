import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from "lexical";
import type { BlockNode } from "../codec/blocks.ts";
import { $blockOf, $fieldsOf, $neighbour, $nextField } from "../fields/field.ts";
import { $caretAt, $fieldLength, $fieldPoint } from "../fields/field-point.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { $isUnknownBlock } from "./unknown-block-node.ts";

type Direction = "previous" | "next";

function $selectedBlock(): BlockNode | null {
  const selection = $getSelection();
  if (!$isNodeSelection(selection)) return null;
  const [node] = selection.getNodes();
  return node ? $blockOf(node) : null;
}

/** From a block that is selected as a whole the arrows go into its fields, or on to the next block. */
function $leaveBlock(block: BlockNode, direction: Direction): boolean {
  const own = direction === "next" ? $fieldsOf(block)[0] : undefined;
  if (own) {
    $caretAt(own, "start");
    return true;
  }
  for (let at = $neighbour(block, direction); at !== null; at = $neighbour(at, direction)) {
    const field = $fieldsOf(at).at(direction === "next" ? 0 : -1);
    if (!field) continue;
    $caretAt(field, direction === "next" ? "start" : "end");
    return true;
  }
  return true;
}

/** At the edge of a field left and right go to the next field, whatever stands between. */
function $crossEdge(direction: Direction): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const point = $fieldPoint(selection.anchor);
  if (!point) return false;
  const isAtEdge = direction === "next" ? point.offset >= $fieldLength(point.field) : point.offset === 0;
  const next = isAtEdge ? $nextField(point.field, direction) : null;
  if (!next) return false;
  $caretAt(next, direction === "next" ? "start" : "end");
  return true;
}

/** True where the caret is on the first line of its field (or the last). */
function isOnEdgeLine(dom: HTMLElement, direction: Direction): boolean {
  const native = window.getSelection();
  if (!native || native.rangeCount === 0) return false;
  const caret = native.getRangeAt(0).getBoundingClientRect();
  const field = dom.getBoundingClientRect();
  if (caret.height === 0) return true;
  return direction === "next"
    ? field.bottom - caret.bottom < caret.height / 2
    : caret.top - field.top < caret.height / 2;
}

/** Up and down from the edge of a field pass over blocks that nobody can edit into the field beyond. */
function $passOver(editor: LexicalEditor, direction: Direction): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const field = $fieldPoint(selection.anchor)?.field;
  const block = field && $blockOf(field);
  const between = block && $neighbour(block, direction);
  const dom = field && editor.getElementByKey(field.getKey());
  if (!$isUnknownBlock(between) || !dom || !isOnEdgeLine(dom, direction)) return false;
  const beyond = $nextField(field, direction);
  if (beyond) $caretAt(beyond, direction === "next" ? "start" : "end");
  return true;
}

function $isRightToLeft(editor: LexicalEditor): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const field = $fieldPoint(selection.anchor)?.field;
  const dom = field && editor.getElementByKey(field.getKey());
  return dom ? getComputedStyle(dom).direction === "rtl" : false;
}

function $onArrow(
  event: KeyboardEvent,
  direction: Direction,
  $step: (direction: Direction) => boolean,
): boolean {
  // A shortcut for the whole window: leave it to the command book.
  if (event.altKey) return true;
  const block = $selectedBlock();
  const isHandled = block ? $leaveBlock(block, direction) : !event.shiftKey && $step(direction);
  if (isHandled) event.preventDefault();
  return isHandled;
}

/** Tab and Shift+Tab go from field to field of a photo, and out of it; elsewhere they leave the text. */
function $onTab(event: KeyboardEvent): boolean {
  const selection = $getSelection();
  const point = $isRangeSelection(selection) ? $fieldPoint(selection.anchor) : null;
  if (!point || !$isPhotoFieldNode(point.field)) return false;
  const next = $nextField(point.field, event.shiftKey ? "previous" : "next");
  if (!next) return false;
  event.preventDefault();
  $caretAt(next, "end");
  return true;
}

/** Arrows, Tab and Escape between fields, photos and blocks that nobody can edit. */
export function registerBlockKeys(editor: LexicalEditor): () => void {
  const onSide = (event: KeyboardEvent, visual: "left" | "right"): boolean => {
    const isForward = (visual === "right") !== $isRightToLeft(editor);
    return $onArrow(event, isForward ? "next" : "previous", $crossEdge);
  };
  const $pass = (direction: Direction): boolean => $passOver(editor, direction);
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, (event) => onSide(event, "left"), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, (event) => onSide(event, "right"), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      (event) => $onArrow(event, "previous", $pass),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      (event) => $onArrow(event, "next", $pass),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(KEY_TAB_COMMAND, $onTab, COMMAND_PRIORITY_LOW),
    // Lexical would take the focus out of the text; nobody asked for that.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
  );
}
