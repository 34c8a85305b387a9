import {
  $addUpdateTag,
  $createRangeSelectionFromDom,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
  type LexicalEditor,
} from "lexical";
import { isShortcut } from "#renderer/app/keys.ts";
import { $deleteBlocks } from "../fields/delete-selected.ts";
import { carriedNotes } from "../notes/carried-notes.ts";
import { BLOCKS_FORMAT, blocksToClipboard, blocksToHtml, blocksToText } from "./clipboard-blocks.ts";
import { $copiedBlocks, $selectedParts } from "./copied-blocks.ts";
import { incomingFrom } from "./incoming.ts";
import type { PasteDesk } from "./paste-desk.ts";

function pictureFiles(transfer: DataTransfer): readonly File[] {
  return [...transfer.files].filter(({ type }) => type.startsWith("image/"));
}

function $copyTo(transfer: DataTransfer | null): boolean {
  const blocks = $copiedBlocks();
  if (!transfer || blocks.length === 0) return false;
  transfer.setData("text/plain", blocksToText(blocks));
  transfer.setData("text/html", blocksToHtml(blocks));
  transfer.setData(BLOCKS_FORMAT, blocksToClipboard(blocks));
  return true;
}

/** With a whole block selected the browser has nothing to copy: it is shown the block for as long as it takes. */
function $copyBlock(editor: LexicalEditor): void {
  const [node] = $getSelection()?.getNodes() ?? [];
  const dom = node && editor.getElementByKey(node.getKey());
  const native = window.getSelection();
  if (!dom || !native) return;
  const focused = document.activeElement;
  native.selectAllChildren(dom);
  document.execCommand("copy");
  native.removeAllRanges();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

function $onCopy(event: ClipboardEvent | KeyboardEvent | null, editor: LexicalEditor): boolean {
  if (!(event instanceof ClipboardEvent)) {
    $copyBlock(editor);
    return true;
  }
  event.preventDefault();
  $copyTo(event.clipboardData);
  return true;
}

function $dropPoint(event: DragEvent, editor: LexicalEditor): void {
  const range = document.caretPositionFromPoint(event.clientX, event.clientY);
  const native = window.getSelection();
  if (!range || !native) return;
  native.collapse(range.offsetNode, range.offset);
  const selection = $createRangeSelectionFromDom(native, editor);
  if (selection) $setSelection(selection);
}

/** What the clipboard hands on: pictures to the archive, everything else to the pasting desk. */
export interface ClipboardParts {
  readonly onPictures: (files: readonly File[]) => void;
  readonly paste: Pick<PasteDesk, "$take" | "nextWay">;
}

/**
 * Copy, cut and paste. Text leaves as plain text, clean HTML and Stet's own blocks; what comes in
 * keeps paragraphs, headings, lists, marks and links.
 */
export function registerClipboard(editor: LexicalEditor, { onPictures, paste }: ClipboardParts): () => void {
  const notes = carriedNotes();
  const $takeFrom = (transfer: DataTransfer): void => paste.$take(notes.$into(incomingFrom(transfer)));

  const $onInsertion = (insertion: InputEvent | string): boolean => {
    if (typeof insertion === "string" || !insertion.dataTransfer) return false;
    $takeFrom(insertion.dataTransfer);
    return true;
  };

  /** The browser answers this key with a paste of its own: the command book must not take it from there. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isShortcut(event, "Mod+Shift+V", IS_APPLE ? "mac" : "linux")) return false;
    paste.nextWay("text");
    event.stopPropagation();
    return false;
  };

  const $onPaste = (event: Event): boolean => {
    const transfer =
      event instanceof ClipboardEvent
        ? event.clipboardData
        : event instanceof InputEvent
          ? event.dataTransfer
          : null;
    if (!transfer) return false;
    event.preventDefault();
    const pictures = pictureFiles(transfer);
    const hasText = transfer.getData("text/plain").trim() !== "";
    if (pictures.length > 0 && !hasText) onPictures(pictures);
    else $takeFrom(transfer);
    return true;
  };

  const $onCut = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    if (event instanceof ClipboardEvent) {
      event.preventDefault();
      if (!$copyTo(event.clipboardData)) return true;
    } else {
      $copyBlock(editor);
    }
    notes.cut($copiedBlocks(), $selectedParts());
    $addUpdateTag(CUT_TAG);
    const selection = $getSelection();
    if ($isNodeSelection(selection)) $deleteBlocks(selection);
    else if ($isRangeSelection(selection)) editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
    return true;
  };

  const $onDrop = (event: DragEvent): boolean => {
    event.preventDefault();
    if (!event.dataTransfer || event.dataTransfer.files.length > 0) return true;
    $dropPoint(event, editor);
    $takeFrom(event.dataTransfer);
    return true;
  };

  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, $onCopy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CUT_COMMAND, $onCut, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DOWN_COMMAND, onKeyDown, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(PASTE_COMMAND, $onPaste, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $onInsertion, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DROP_COMMAND, $onDrop, COMMAND_PRIORITY_HIGH),
    // Text is moved by cut and paste and by moving blocks; a drag by accident moves nothing.
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
