import { sliceRuns } from "../fields/slice-runs.ts";
import { $loosenBreaks, $nodesOfRuns, $runsOf } from "../codec/runs.ts";
import type { StoryBlockNode } from "./story-block-node.ts";

/** Parts a block at an offset of its text: what stands behind it moves into `rest`, which follows the block. */
export function $splitField(block: StoryBlockNode, offset: number, rest: StoryBlockNode): void {
  const runs = $runsOf(block);
  const behind = sliceRuns(runs, offset);
  block.insertAfter(rest);
  if (behind.length === 0) return;
  const before = sliceRuns(runs, 0, offset);
  block.clear().append(...$nodesOfRuns(before));
  rest.append(...$nodesOfRuns(behind));
  $loosenBreaks(block);
  $loosenBreaks(rest);
}
