import type { BlockId } from "#shared/document/index.ts";
import { $blockNodesById } from "../codec/block-nodes.ts";
import { $selectBlock } from "../fields/delete-selected.ts";
import { $fieldsOf } from "../fields/field.ts";
import { $select } from "../fields/field-point.ts";

/** Puts the caret at the head of a block of text, or selects a block of another kind as a whole; false where it is gone. */
export function $standAtBlock(id: BlockId): boolean {
  const block = $blockNodesById().get(id);
  if (!block) return false;
  const [field] = $fieldsOf(block);
  if (field && block.is(field)) $select({ field, offset: 0 });
  else $selectBlock(block);
  return true;
}
