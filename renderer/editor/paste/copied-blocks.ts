import { $getSelection, $isNodeSelection, $isRangeSelection } from "lexical";
import {
  canonicalBlock,
  DOCUMENT_SCHEMA,
  finalView,
  hasRuns,
  runsText,
  type Block,
  type PhotoBlock,
  type Run,
} from "#shared/document/index.ts";
import { $isBlockNode, $nodeToBlock } from "../codec/blocks.ts";
import { $runsOf } from "../codec/runs.ts";
import { $selectedBlocks, type SelectedBlock } from "../fields/selected-blocks.ts";
import { sliceRuns } from "../fields/slice-runs.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";

function $spanRuns({ spans }: SelectedBlock): readonly Run[] {
  return spans.flatMap(({ field, from, to }) => sliceRuns($runsOf(field), from, to));
}

function $photoPart(photo: PhotoBlock, { spans }: SelectedBlock): Block {
  const texts = spans.map(({ field, from, to }) => ({
    name: $isPhotoFieldNode(field) ? field.getField() : "caption",
    runs: sliceRuns($runsOf(field), from, to),
  }));
  const [only] = texts;
  if (only && texts.length === 1) return { id: photo.id, kind: "paragraph", runs: only.runs };
  const of = (name: string): readonly Run[] => texts.find((text) => text.name === name)?.runs ?? [];
  return { ...photo, caption: of("caption"), credit: of("credit"), alt: runsText(of("alt")) };
}

function $copied(selected: SelectedBlock, isAlone: boolean): Block {
  const block = $nodeToBlock(selected.block);
  if (selected.isWhole || block.kind === "unknown") return block;
  if (!hasRuns(block)) return $photoPart(block, selected);
  const runs = $spanRuns(selected);
  if (runsText(runs) === runsText(block.runs)) return block;
  // A part of a line is words; only whole lines are sure to be of their kind.
  if (isAlone || block.kind === "byline") return { id: block.id, kind: "paragraph", runs };
  return { id: block.id, kind: block.kind, runs };
}

function printed(blocks: readonly Block[]): readonly Block[] {
  return finalView({ schema: DOCUMENT_SCHEMA, blocks }).blocks;
}

/** What is selected, as blocks in reading order with all that is tracked and noted of them. */
export function $selectedParts(): readonly Block[] {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) return selection.getNodes().filter($isBlockNode).map($nodeToBlock);
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
  const selected = $selectedBlocks(selection);
  return selected.map((part) => canonicalBlock($copied(part, selected.length === 1)));
}

/**
 * What is selected, as blocks in reading order: whole ones as they are, of others the selected part.
 * Of text with changes it is the final text: whoever pastes it has not made those changes.
 */
export function $copiedBlocks(): readonly Block[] {
  return printed($selectedParts());
}
