import { $isLineBreakNode, $isTextNode, type TextNode } from "lexical";
import { $attributesOf } from "../codec/run-attributes.ts";
import type { FieldNode } from "../fields/field.ts";
import { $leaves } from "../fields/field-point.ts";

/** A stretch of text that prints, in one node; a line break has no node to write into. */
export interface Stretch {
  readonly node: TextNode | null;
  /** Where it begins in its field, struck text counted, in UTF-16 units. */
  readonly at: number;
  /** Where it begins in its node. */
  readonly from: number;
  readonly text: string;
}

/** What prints of a field, in order. */
export function $printedStretches(field: FieldNode): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const leaf of $leaves(field)) {
    if ($isLineBreakNode(leaf)) {
      stretches.push({ node: null, at, from: 0, text: "\n" });
      at += 1;
    } else if ($isTextNode(leaf)) {
      const text = leaf.getTextContent();
      const isStruck = $attributesOf(leaf).deleted !== undefined;
      if (!isStruck) stretches.push({ node: leaf, at, from: 0, text });
      at += text.length;
    }
  }
  return stretches;
}
