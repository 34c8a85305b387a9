import { $isLineBreakNode, $isTextNode, type LexicalNode } from "lexical";
import type { BlockTracking, Stamp } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $blockTracking } from "../blocks/block-tracking.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { $storyNotes } from "../codec/document.ts";
import { $attributesOf, $attributesOfBreak } from "../codec/run-attributes.ts";
import { $leaves } from "../fields/field-point.ts";
import { lookOfBlock, lookOfWords } from "../notes/notes-look.ts";
import { authorLook } from "./authors.ts";

function setData(dom: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) {
    if (dom.dataset[name] !== undefined) delete dom.dataset[name];
  } else if (dom.dataset[name] !== value) dom.dataset[name] = value;
}

function setAttribute(dom: HTMLElement, name: string, value: string | null): void {
  if (value === null) dom.removeAttribute(name);
  else if (dom.getAttribute(name) !== value) dom.setAttribute(name, value);
}

function look(stamp: Stamp | undefined): string | undefined {
  return stamp && String(authorLook(stamp.by));
}

function $showRun(node: LexicalNode, dom: HTMLElement, isNew: boolean): void {
  const attributes = $isTextNode(node)
    ? $attributesOf(node)
    : $isLineBreakNode(node)
      ? $attributesOfBreak(node)
      : null;
  if (!attributes) return;
  const { inserted, deleted, formats, notes } = attributes;
  // Most text is plain, and a long story has much of it.
  if (isNew && !inserted && !deleted && !formats && !notes) return;
  const isMarked = ["ins", "del", "notes"].some((name) => dom.dataset[name] !== undefined);
  setData(dom, "ins", look(inserted));
  setData(dom, "del", look(deleted));
  setData(dom, "fmt", look(formats?.at(-1)));
  setData(dom, "notes", notes ? notes.join(" ") : undefined);
  const noted = notes ? lookOfWords(notes, $storyNotes()) : null;
  setData(dom, "noted", noted?.look);
  if (!$isTextNode(node) || (!isMarked && !inserted && !deleted && !noted)) return;
  const isNoted = noted !== null && noted.look !== "done";
  setAttribute(dom, "aria-description", isNoted ? noted.told : null);
  setAttribute(dom, "role", deleted ? "deletion" : inserted ? "insertion" : isNoted ? "mark" : null);
}

function $isAllStruck(block: BlockNode): boolean {
  if (!$isStoryBlock(block)) return true;
  return $leaves(block).every((leaf) => !$isTextNode(leaf) || $attributesOf(leaf).deleted !== undefined);
}

/** What is told of a block beside its text, in the margin and to a screen reader; empty where nothing is. */
function $told(block: BlockNode, { inserted, deleted, moves, facts }: BlockTracking): readonly string[] {
  const { changes, story } = words();
  const said = changes.block;
  const kind = facts?.[0]?.was.kind;
  return [
    ...(inserted ? [said.inserted] : []),
    ...(deleted ? [$isAllStruck(block) ? said.deleted : said.joined] : []),
    ...(moves ? [said.moved] : []),
    ...(facts ? [kind === undefined ? said.changed : said.was({ kind: story.kinds[kind] })] : []),
  ];
}

function $showBlock(block: BlockNode, dom: HTMLElement): void {
  const tracked = $blockTracking(block);
  const noted = lookOfBlock($blockId(block), $storyNotes());
  const { tracked: wasTracked, blockNoted: wasNoted } = dom.dataset;
  if (!tracked && !noted && wasTracked === undefined && wasNoted === undefined) return;
  const last =
    tracked && (tracked.deleted ?? tracked.moves?.at(-1) ?? tracked.facts?.at(-1) ?? tracked.inserted);
  const told = tracked ? $told(block, tracked) : [];
  setData(dom, "tracked", tracked ? told.join(" · ") : undefined);
  setData(dom, "trackedBy", look(last ?? undefined));
  setData(dom, "breakDel", look(tracked?.deleted));
  setData(dom, "breakIns", look(tracked?.inserted));
  setData(dom, "gone", tracked?.deleted && $isAllStruck(block) ? "" : undefined);
  setData(dom, "blockNoted", noted?.margin);
  setData(dom, "blockLook", noted?.look);
  const described = [...told, ...(noted ? [noted.told] : [])];
  setAttribute(dom, "aria-description", described.length > 0 ? described.join(", ") : null);
}

/** Shows on the page what is tracked of a text or of a block; `isNew` where its element was just made. */
export function $showChanges(node: LexicalNode, dom: HTMLElement, isNew: boolean): void {
  if ($isBlockNode(node)) $showBlock(node, dom);
  else $showRun(node, dom, isNew);
}
