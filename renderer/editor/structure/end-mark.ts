import { $getRoot } from "lexical";
import { $createStoryBlock, $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $appendRuns } from "../codec/runs.ts";
import { $caretAt } from "../fields/field-point.ts";
import { $firstOfKind, $isBare } from "./only-one.ts";

/** The end mark that Stet writes; what stands in one already is left as it is. */
const END_MARK = "■";

function $lastLine(): StoryBlockNode {
  const last = $getRoot().getLastChild();
  if ($isStoryBlock(last) && last.getKind() === "paragraph" && $isBare(last)) return last.setKind("endMark");
  const made = $createStoryBlock("endMark");
  $getRoot().append(made);
  return made;
}

/**
 * Puts the end mark at the end of the story and the caret behind it. There is one: where it stood before,
 * it moves. A wording that is asked for by name takes the place of another.
 */
export function $endStory(wording?: string): void {
  const standing = $firstOfKind("endMark");
  if (standing && standing.getNextSibling() !== null) $getRoot().append(standing);
  const mark = standing ?? $lastLine();
  if (wording !== undefined) mark.clear();
  if (mark.isEmpty()) $appendRuns(mark, [{ text: wording ?? END_MARK }]);
  $caretAt(mark, "end");
}
