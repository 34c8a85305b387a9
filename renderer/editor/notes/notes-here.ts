import { $getSelection, $isNodeSelection, $isRangeSelection, $isTextNode, type LexicalNode } from "lexical";
import { $blockId } from "../blocks/block-id.ts";
import { $storyNotes } from "../codec/document.ts";
import { $attributesOf } from "../codec/run-attributes.ts";
import { $blockOf } from "../fields/field.ts";

const NONE: readonly string[] = [];

function $nodeHere(): LexicalNode | null {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) return selection.focus.getNode();
  return $isNodeSelection(selection) ? (selection.getNodes()[0] ?? null) : null;
}

/** The ids of the notes at the caret: those on its words, then those on its block or picture as a whole. */
export function $notesHere(): readonly string[] {
  const notes = $storyNotes();
  const node = notes.length === 0 ? null : $nodeHere();
  if (node === null) return NONE;
  const onWords = $isTextNode(node) ? ($attributesOf(node).notes ?? NONE) : NONE;
  const block = $blockOf(node);
  const id = block && $blockId(block);
  const onBlock = notes
    .filter((note) => note.block !== undefined && note.block === id)
    .map((note) => note.id);
  return [...onWords, ...onBlock];
}
