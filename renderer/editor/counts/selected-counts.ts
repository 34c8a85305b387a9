import { $getSelection, $isRangeSelection } from "lexical";
import { addCounts, countText, finalText, type Counts } from "#shared/document/index.ts";
import { $runsOf } from "../codec/runs.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { $selectedBlocks } from "../fields/selected-blocks.ts";
import { sliceRuns } from "../fields/slice-runs.ts";

/** Counts the final text that is selected, as the story is counted; null where nothing is selected. */
export function $selectedCounts(): Counts | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  return $selectedBlocks(selection)
    .flatMap(({ spans }) => spans)
    .filter(({ field }) => !$isPhotoFieldNode(field) || field.getField() !== "alt")
    .map(({ field, from, to }) => countText(finalText(sliceRuns($runsOf(field), from, to))))
    .reduce<Counts>(addCounts, { words: 0, characters: 0 });
}
