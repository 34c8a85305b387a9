import type { ElementNode } from "lexical";

/**
 * Puts what one element holds behind what another holds. Nothing where there is nothing: an append of
 * nothing would mark the last text as edited, and Lexical takes an update with one text in it that
 * says what it said before for no step of undo at all.
 */
export function $runOn(above: ElementNode, below: ElementNode): void {
  const children = below.getChildren();
  if (children.length > 0) above.append(...children);
}
