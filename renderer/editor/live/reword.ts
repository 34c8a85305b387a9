import { $isTextNode } from "lexical";
import { hasRuns, type Block } from "#shared/document/index.ts";
import { $blockTracking } from "../blocks/block-tracking.ts";
import { sameJson } from "../blocks/same-json.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import type { BlockNode } from "../codec/blocks.ts";
import { $attributesOf, sameRunAttributes } from "../codec/run-attributes.ts";

const BROKEN = /[\n\t]/u;

/**
 * Gives a block other words where nothing but words is different: its nodes, and so its elements on
 * the page, stay as they are. Gives false, and changes nothing, where the block has to be made anew.
 */
export function $reword(node: BlockNode, block: Block): boolean {
  if (!$isStoryBlock(node) || !hasRuns(block) || block.kind === "byline" || node.getKind() !== block.kind) {
    return false;
  }
  if (!sameJson($blockTracking(node), block.tracked ?? null)) return false;
  const alternates = block.kind === "headline" ? (block.alternates ?? []) : [];
  const texts = node.getChildren();
  if (!sameJson(node.getAlternates(), alternates) || texts.length !== block.runs.length) return false;
  const isSameLook = block.runs.every(({ text, link, ...attributes }, nth) => {
    const own = texts[nth];
    return (
      link === undefined &&
      !BROKEN.test(text) &&
      $isTextNode(own) &&
      own.isSimpleText() &&
      sameRunAttributes($attributesOf(own), attributes)
    );
  });
  if (!isSameLook) return false;
  block.runs.forEach(({ text }, nth) => {
    const own = texts[nth];
    if ($isTextNode(own) && own.getTextContent() !== text) own.setTextContent(text);
  });
  return true;
}
