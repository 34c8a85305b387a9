import { $getSelection, $isRangeSelection } from "lexical";
import { finalText, placeInColumn, textFigures, type MeasuredPart } from "#shared/document/index.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $runsOf } from "../codec/runs.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { $selectedBlocks } from "../fields/selected-blocks.ts";
import { sliceRuns } from "../fields/slice-runs.ts";

/** The final text that is selected, measured as the story is; null where nothing is selected. */
export function $selectedParts(): readonly MeasuredPart[] | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  return $selectedBlocks(selection).flatMap(({ block, spans }) => {
    const place = placeInColumn($isStoryBlock(block) ? block.getKind() : "photo");
    return spans
      .filter(({ field }) => !$isPhotoFieldNode(field) || field.getField() !== "alt")
      .map(({ field, from, to }) => ({
        figures: textFigures(finalText(sliceRuns($runsOf(field), from, to))),
        place,
      }));
  });
}
