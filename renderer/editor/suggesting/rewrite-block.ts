import { finalText, hasRuns, type Block } from "#shared/document/index.ts";
import { $blockTracking, $setBlockTracking } from "../blocks/block-tracking.ts";
import { sameJson } from "../blocks/same-json.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $nodeToBlock, type BlockNode } from "../codec/blocks.ts";
import { $isPhoto } from "../photos/photo-node.ts";
import { $rewriteRuns } from "./rewrite-runs.ts";

function $writeTracking(
  node: BlockNode,
  { tracked = null }: { readonly tracked?: Block["tracked"] | null },
): void {
  if (!sameJson($blockTracking(node), tracked)) $setBlockTracking(node, tracked);
}

/**
 * Makes a node say what a block says, and touches only what of it is different. Gives false, and
 * changes nothing, where the block cannot be had from this node: then it is made anew.
 */
export function $rewriteBlock(node: BlockNode, block: Block): boolean {
  const stands = $nodeToBlock(node);
  if ($isStoryBlock(node) && hasRuns(block) && hasRuns(stands)) {
    if (node.getKind() !== block.kind) node.setKind(block.kind);
    if (!sameJson(stands.runs, block.runs)) $rewriteRuns(node, block.runs);
    const alternates = block.kind === "headline" ? (block.alternates ?? []) : [];
    if (!sameJson(node.getAlternates(), alternates)) node.setAlternates(alternates);
    if (block.kind === "byline") {
      const { authors, agency } = block;
      const known = { authors, agency, of: finalText(block.runs) };
      if (!sameJson(node.getKnownByline(), known)) node.setKnownByline(known);
    }
    $writeTracking(node, block);
    return true;
  }
  if (!$isPhoto(node) || block.kind !== "photo" || stands.kind !== "photo") return false;
  if (node.getAsset() !== block.asset) node.setAsset(block.asset);
  if (!sameJson([node.getCrop(), node.getSize()], [block.crop, block.size])) {
    node.setPrint(block.crop, block.size);
  }
  for (const [name, runs] of [
    ["caption", block.caption],
    ["credit", block.credit],
    ["alt", block.alt === "" ? [] : [{ text: block.alt }]],
  ] as const) {
    const field = node.getField(name);
    const was = name === "alt" ? (stands.alt === "" ? [] : [{ text: stands.alt }]) : stands[name];
    if (field && !sameJson(was, runs)) $rewriteRuns(field, runs);
  }
  $writeTracking(node, block);
  return true;
}
