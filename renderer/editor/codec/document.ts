import { $getRoot, $getState, $setState } from "lexical";
import { DOCUMENT_SCHEMA, type Note, type StoryDocument } from "#shared/document/index.ts";
import { nodeValue } from "../blocks/node-value.ts";
import { $blockNodes } from "./block-nodes.ts";
import { $blockToNode, $nodeToBlock } from "./blocks.ts";

type Notes = readonly Note[];

const NO_NOTES: Notes = [];

const notesState = nodeValue("storyNotes", NO_NOTES);

/** The notes and queries of the story, in no order. */
export function $storyNotes(): readonly Note[] {
  return $getState($getRoot(), notesState);
}

/** Gives the story other notes, as part of the update that this is called in: undo takes it back. */
export function $setStoryNotes(notes: readonly Note[]): void {
  $setState($getRoot(), notesState, notes);
}

/** Replaces all that the editor holds by a story. */
export function $showDocument(document: StoryDocument): void {
  const root = $getRoot();
  root.clear();
  root.append(...document.blocks.map($blockToNode));
  $setStoryNotes(document.notes ?? NO_NOTES);
}

/** The whole story that the editor holds. Work block by block with `$nodeToBlock` where it must be quick. */
export function $readDocument(): StoryDocument {
  const notes = $storyNotes();
  const blocks = $blockNodes().map($nodeToBlock);
  return { schema: DOCUMENT_SCHEMA, blocks, ...(notes.length > 0 ? { notes } : {}) };
}
