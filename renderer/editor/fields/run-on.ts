import { $createLinkNode, $isLinkNode } from "@lexical/link";
import type { ElementNode } from "lexical";

/**
 * Puts what one element holds behind what another holds. Lexical takes an update in which one text is
 * marked as edited, and says what it said before in the element where it was, for no step of undo at
 * all. So where there is nothing to put, nothing is touched; and a link is made anew, for its text is
 * what moves then.
 */
export function $runOn(above: ElementNode, below: ElementNode): void {
  const children = below
    .getChildren()
    .map((child) =>
      $isLinkNode(child) ? $createLinkNode(child.getURL()).append(...child.getChildren()) : child,
    );
  if (children.length > 0) above.append(...children);
}
