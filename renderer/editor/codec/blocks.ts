import { $createTextNode, type LexicalNode } from "lexical";
import {
  canonicalBlock,
  finalText,
  hasRuns,
  runsText,
  type Block,
  type BylineBlock,
  type PhotoBlock,
  type Run,
  type RunBlock,
} from "#shared/document/index.ts";
import { parseByline } from "#shared/newsroom/byline-facts.ts";
import { $blockId, $setBlockId } from "../blocks/block-id.ts";
import { $blockTracking, $setBlockTracking } from "../blocks/block-tracking.ts";
import { $createStoryBlock, $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $createUnknownBlock, $isUnknownBlock, type UnknownBlockNode } from "../blocks/unknown-block-node.ts";
import { $createPhoto, $isPhoto, type PhotoNode } from "../photos/photo-node.ts";
import { $appendRuns, $loosenBreaks, $runsOf } from "./runs.ts";

/** Every node that can stand for a block of the story. */
export type BlockNode = StoryBlockNode | PhotoNode | UnknownBlockNode;

export function $isBlockNode(node: LexicalNode | null | undefined): node is BlockNode {
  return $isStoryBlock(node) || $isPhoto(node) || $isUnknownBlock(node);
}

function $textNode(block: RunBlock): StoryBlockNode {
  const node = $createStoryBlock(block.kind);
  $appendRuns(node, block.runs);
  $loosenBreaks(node);
  if (block.kind === "headline" && block.alternates) node.setAlternates(block.alternates);
  if (block.kind === "byline") {
    const { authors, agency } = block;
    node.setKnownByline({ authors, agency, of: finalText(block.runs) });
  }
  return node;
}

function $photoNode(block: PhotoBlock): PhotoNode {
  const node = $createPhoto(block.asset).setPrint(block.crop, block.size);
  for (const [name, runs] of [
    ["caption", block.caption],
    ["credit", block.credit],
    ["alt", block.alt === "" ? [] : [{ text: block.alt }]],
  ] as const) {
    const field = node.getField(name);
    if (!field) continue;
    $appendRuns(field, runs);
    $loosenBreaks(field);
  }
  return node;
}

/** Makes the node of a block, not yet in the story. `$nodeToBlock` gives the same block back. */
export function $blockToNode(block: Block): BlockNode {
  const node =
    block.kind === "unknown"
      ? $createUnknownBlock(block.raw)
      : hasRuns(block)
        ? $textNode(block)
        : $photoNode(block);
  $setBlockId(node, block.id);
  if (block.tracked) $setBlockTracking(node, block.tracked);
  return node;
}

/** The facts of a byline: those it came with, or those read from the line as it stands now. */
function $bylineBlock(node: StoryBlockNode, id: string, runs: readonly Run[]): BylineBlock {
  const text = finalText(runs);
  const known = node.getKnownByline();
  const { authors, agency } = known.of === text ? known : parseByline(text);
  return { id, kind: "byline", authors, agency, runs };
}

function $textBlock(node: StoryBlockNode, id: string): RunBlock {
  const kind = node.getKind();
  const runs = $runsOf(node);
  if (kind === "byline") return $bylineBlock(node, id, runs);
  if (kind !== "headline") return { id, kind, runs };
  const alternates = node.getAlternates();
  return alternates.length > 0 ? { id, kind, runs, alternates } : { id, kind, runs };
}

function $photoBlock(node: PhotoNode, id: string): PhotoBlock {
  const caption = node.getField("caption");
  const credit = node.getField("credit");
  const alt = node.getField("alt");
  return {
    id,
    kind: "photo",
    asset: node.getAsset(),
    caption: caption ? $runsOf(caption) : [],
    credit: credit ? $runsOf(credit) : [],
    alt: alt ? runsText($runsOf(alt)) : "",
    crop: node.getCrop(),
    size: node.getSize(),
  };
}

function $untracked(node: BlockNode, id: string): Block {
  if ($isUnknownBlock(node)) return { id, kind: "unknown", raw: node.getRaw() };
  return $isPhoto(node) ? $photoBlock(node, id) : $textBlock(node, id);
}

/** The block that a node stands for, in canonical form. */
export function $nodeToBlock(node: BlockNode): Block {
  const id = $blockId(node);
  const tracked = $blockTracking(node);
  return canonicalBlock({ ...$untracked(node, id), ...(tracked ? { tracked } : {}) });
}

/** A paragraph with plain text: for whatever came into the story by another way than the codec. */
export function $plainParagraph(text: string): StoryBlockNode {
  const node = $createStoryBlock("paragraph");
  return text === "" ? node : node.append($createTextNode(text));
}
