import { $getRoot, $getState, $setState } from "lexical";
import { DOCUMENT_SCHEMA, type Note, type StoryDocument } from "#shared/document/index.ts";
import { nodeValue } from "../blocks/node-value.ts";
import { $blockToNode, $isBlockNode, $nodeToBlock } from "./blocks.ts";

type Notes = readonly Note[];

const NO_NOTES: Notes = [];

const notesState = nodeValue("storyNotes", NO_NOTES);

/** Replaces all that the editor holds by a story. */
export function $showDocument(document: StoryDocument): void {
  const root = $getRoot();
  root.clear();
  root.append(...document.blocks.map($blockToNode));
  $setState(root, notesState, document.notes ?? NO_NOTES);
}

/** The whole story that the editor holds. Work block by block with `$nodeToBlock` where it must be quick. */
export function $readDocument(): StoryDocument {
  const root = $getRoot();
  const notes = $getState(root, notesState);
  const blocks = root.getChildren().filter($isBlockNode).map($nodeToBlock);
  return { schema: DOCUMENT_SCHEMA, blocks, ...(notes.length > 0 ? { notes } : {}) };
}
