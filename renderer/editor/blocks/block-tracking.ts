import { $getState, $setState, createState, type LexicalNode } from "lexical";
import type { BlockTracking } from "#shared/document/index.ts";
import { sameJson } from "./same-json.ts";

/** A copied or split block is a new one: what is tracked of the other is not tracked of it. */
const trackedState = createState("tracked", {
  parse: (): BlockTracking | null => null,
  isEqual: sameJson,
  resetOnCopyNode: true,
});

export const BLOCK_TRACKING_CONFIG = { stateConfig: trackedState, flat: true } as const;

/** What is tracked of a block beside its text; null where nothing is. */
export function $blockTracking(node: LexicalNode): BlockTracking | null {
  return $getState(node, trackedState);
}

export function $setBlockTracking(node: LexicalNode, tracked: BlockTracking | null): void {
  $setState(node, trackedState, tracked);
}
