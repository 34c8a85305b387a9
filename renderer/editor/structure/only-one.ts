import { $getRoot } from "lexical";
import { composeByline } from "#shared/document/index.ts";
import type { FieldKind } from "../blocks/kinds.ts";
import { $createStoryBlock, $isStoryBlock, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { $appendRuns, $loosenBreaks } from "../codec/runs.ts";

/** The kinds of which a story has one, and what the one that stood becomes when another takes its place. */
const SUCCEEDED: Readonly<Partial<Record<FieldKind, FieldKind>>> = { headline: "deck", endMark: "paragraph" };

/** True for a kind of which a story has one. */
export function isOnlyOne(kind: FieldKind): boolean {
  return SUCCEEDED[kind] !== undefined;
}

/** The first block of a kind; null where the story has none. */
export function $firstOfKind(kind: FieldKind): StoryBlockNode | null {
  for (const block of $getRoot().getChildren()) {
    if ($isStoryBlock(block) && block.getKind() === kind) return block;
  }
  return null;
}

/** True where a block holds nothing at all: no text, no other wordings, no names in a byline. */
export function $isBare(block: StoryBlockNode): boolean {
  if (!block.isEmpty()) return false;
  if (block.getKind() === "headline") return block.getAlternates().length === 0;
  return block.getKind() !== "byline" || composeByline(block.getKnownByline()) === "";
}

/** Writes out the line of a byline that so far is only composed from its facts. */
export function $spellOutByline(block: StoryBlockNode): void {
  const known = block.getKnownByline();
  const line = block.getKind() === "byline" && block.isEmpty() ? composeByline(known) : "";
  if (line === "") return;
  $appendRuns(block, [{ text: line }]);
  block.setKnownByline({ ...known, of: line });
}

/** Other wordings have no place in a block of another kind: each becomes a block of its own behind it. */
function $layOutWordings(block: StoryBlockNode, kind: FieldKind): void {
  const wordings = block.getAlternates();
  if (block.getKind() !== "headline" || wordings.length === 0) return;
  block.setAlternates([]);
  for (const wording of wordings.toReversed()) {
    const line = $createStoryBlock(kind);
    $appendRuns(line, wording);
    $loosenBreaks(line);
    block.insertAfter(line, false);
  }
}

/** A headline that is succeeded gives its other wordings to the new one. */
function $succeed(before: StoryBlockNode, after: StoryBlockNode, becomes: FieldKind): void {
  if (before.getKind() === "headline") {
    after.setAlternates([...after.getAlternates(), ...before.getAlternates()]);
    before.setAlternates([]);
  }
  if (before.isEmpty()) before.remove();
  else before.setKind(becomes);
}

/**
 * Turns a block into another kind and loses nothing: a byline that is only composed is written out,
 * the other wordings of a headline become blocks, and where a story has one of the new kind only,
 * the one that stood makes room.
 */
export function $turnBlockInto(block: StoryBlockNode, kind: FieldKind): void {
  if (block.getKind() === kind) return;
  $spellOutByline(block);
  $layOutWordings(block, kind);
  const becomes = SUCCEEDED[kind];
  const before = becomes === undefined ? null : $firstOfKind(kind);
  block.setKind(kind);
  if (before && becomes !== undefined) $succeed(before, block, becomes);
}
