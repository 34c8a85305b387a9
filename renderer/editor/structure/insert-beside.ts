import type { FieldKind } from "../blocks/kinds.ts";
import { $createStoryBlock, $isStoryBlock } from "../blocks/story-block-node.ts";
import type { BlockNode } from "../codec/blocks.ts";
import { $caretAt } from "../fields/field-point.ts";
import { $chosenBlocks } from "./chosen-blocks.ts";

/** What a new block beside one of this kind is: lists and boxes go on, everything else has copy beside it. */
export function kindBeside(kind: FieldKind): FieldKind {
  return kind === "listItem" || kind === "factBox" ? kind : "paragraph";
}

/** Makes an empty block before or after the one with the caret, or the selected ones, and puts the caret in it. */
export function $insertBeside(side: "before" | "after"): void {
  const chosen = $chosenBlocks();
  const beside: BlockNode | undefined = side === "before" ? chosen[0] : chosen.at(-1);
  if (!beside) return;
  const made = $createStoryBlock($isStoryBlock(beside) ? kindBeside(beside.getKind()) : "paragraph");
  if (side === "before") beside.insertBefore(made);
  else beside.insertAfter(made);
  $caretAt(made, "start");
}
