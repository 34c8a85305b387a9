import { $getState, $setState, createState, type LexicalNode } from "lexical";
import type { BlockId } from "#shared/document/index.ts";

/** A copied or split block starts without an id; `registerBlockIds` gives it one of its own. */
const blockIdState = createState("id", {
  parse: (value): BlockId => (typeof value === "string" ? value : ""),
  resetOnCopyNode: true,
});

export const BLOCK_ID_CONFIG = { stateConfig: blockIdState, flat: true } as const;

/** The id of a block's node; empty only between its making and the end of the same update. */
export function $blockId(node: LexicalNode): BlockId {
  return $getState(node, blockIdState);
}

export function $setBlockId(node: LexicalNode, id: BlockId): void {
  $setState(node, blockIdState, id);
}
