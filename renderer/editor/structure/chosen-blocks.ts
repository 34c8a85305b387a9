import { $getSelection } from "lexical";
import type { BlockNode } from "../codec/blocks.ts";
import { $blockOf } from "../fields/field.ts";

/** The blocks that the caret or the selection stands in, in reading order. */
export function $chosenBlocks(): readonly BlockNode[] {
  const chosen = new Map<string, BlockNode>();
  for (const node of $getSelection()?.getNodes() ?? []) {
    const block = $blockOf(node);
    if (block) chosen.set(block.getKey(), block);
  }
  return [...chosen.values()].toSorted((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent());
}
