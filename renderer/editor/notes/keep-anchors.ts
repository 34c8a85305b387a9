import { LinkNode } from "@lexical/link";
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  $isTextNode,
  HISTORIC_TAG,
  LineBreakNode,
  mergeRegister,
  RootNode,
  TextNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from "lexical";
import { joinedAt, keepNotes, type TextPlace } from "#shared/changes/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { sameJson } from "../blocks/same-json.ts";
import { StoryBlockNode } from "../blocks/story-block-node.ts";
import { $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { $blockNodes } from "../codec/block-nodes.ts";
import { $readDocument, $setStoryNotes, $storyNotes } from "../codec/document.ts";
import { $attributesOf, $setNotes } from "../codec/run-attributes.ts";
import { $blockOf, $fieldOf, $fieldsOf, $nextField } from "../fields/field.ts";
import { $leaves } from "../fields/field-point.ts";
import { PhotoFieldNode } from "../photos/photo-field-node.ts";
import { $placeOf, toStoryPlace } from "../suggesting/story-places.ts";
import { UNTRACKED_TAG } from "../suggesting/track-updates.ts";

const NONE: readonly string[] = [];

function $notesOf(node: LexicalNode | null | undefined): readonly string[] {
  return $isTextNode(node) ? ($attributesOf(node).notes ?? NONE) : NONE;
}

/** The text beside a text, over line breaks and into the field next to its own. */
function $textBeside(node: TextNode, direction: "next" | "previous"): TextNode | null {
  const field = $fieldOf(node);
  if (!field) return null;
  const texts = (of: typeof field): readonly TextNode[] => $leaves(of).filter($isTextNode);
  const own = texts(field);
  const at = own.findIndex((one) => one.is(node));
  const beside = own[direction === "next" ? at + 1 : at - 1];
  if (beside) return beside;
  const next = $nextField(field, direction);
  return (next && texts(next).at(direction === "next" ? 0 : -1)) ?? null;
}

/** The ids of all notes on the words of some blocks. */
function $anchoredIn(blocks: Iterable<BlockNode>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const block of blocks) {
    for (const field of $fieldsOf(block)) {
      for (const leaf of $leaves(field)) for (const id of $notesOf(leaf)) ids.add(id);
    }
  }
  return ids;
}

/** The notes on the words right behind which the caret stands, as one string; empty for none. */
function $notesBeforeCaret(): string {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return "";
  const node = selection.anchor.getNode();
  return $isTextNode(node) && selection.anchor.offset === node.getTextContentSize()
    ? $notesOf(node).join(" ")
    : "";
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** Where the caret is in the terms of the document; null where there is none, or something is selected. */
function $caret(): TextPlace | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const place = $placeOf(selection.anchor);
  return place && toStoryPlace(place);
}

/** True where there is nothing to keep, or where what is kept was decided elsewhere. */
function $isLeftAlone(): boolean {
  return $storyNotes().length === 0 || $hasUpdateTag(UNTRACKED_TAG) || $hasUpdateTag(HISTORIC_TAG);
}

/** True where a block or picture that has a note as a whole is gone. */
function $isBlockGone(): boolean {
  const onBlocks = $storyNotes().flatMap(({ block }) => block ?? []);
  if (onBlocks.length === 0) return false;
  const ids = new Set($blockNodes().map($blockId));
  return onBlocks.some((id) => !ids.has(id));
}

/**
 * Keeps notes right whatever is edited and however, in the very update that edits it, so that one step
 * of undo brings back both: a note whose words or block are gone is an orphan that quotes them, and is
 * none any more once they are back. What is typed at the edge of its words does not become part of
 * them. A story without notes costs one look at the root.
 */
export function keepAnchors(editor: LexicalEditor): () => void {
  const touched = new Set<NodeKey>();
  /** What a composition began with: its text is compared with that when it is over. */
  let held: EditorState | null = null;
  /** The notes whose words are being typed over: what is typed on belongs to them, too. */
  let retyping = "";

  const base = (): EditorState => held ?? editor.getEditorState();
  const readBase = <Value>(read: () => Value): Value => base().read(read, { editor });

  /** Words typed in front of or behind all the words of a note stand outside of it. */
  const $freeTyped = (node: TextNode): void => {
    const notes = $notesOf(node);
    if (notes.length === 0 || editor.isComposing() || $isLeftAlone()) return;
    const before = readBase(() => {
      const was = $getNodeByKey(node.getKey());
      return $isTextNode(was) ? was.getTextContent() : null;
    });
    const text = node.getTextContent();
    const selection = $getSelection();
    if (before === null || before === "" || before === text) return;
    if (!$isRangeSelection(selection) || !selection.isCollapsed() || !selection.anchor.getNode().is(node))
      return;
    const { offset } = selection.anchor;
    const grown = text.length - before.length;
    const isAtEnd = offset === text.length;
    if (isAtEnd && !text.startsWith(before) && !before.startsWith(text)) retyping = notes.join(" ");
    const isBehind = grown > 0 && isAtEnd && text.startsWith(before);
    if (isBehind && notes.join(" ") === retyping) return;
    if (!isBehind && !(grown > 0 && offset === grown && text.endsWith(before))) return;
    const beside = $notesOf($textBeside(node, isBehind ? "next" : "previous"));
    const left = notes.filter((id) => beside.includes(id));
    if (left.length === notes.length) return;
    const [first, last] = node.splitText(isBehind ? before.length : grown);
    const typed = isBehind ? last : first;
    if (typed) $setNotes(typed, left);
  };

  const $touch = (node: LexicalNode): void => {
    if ($storyNotes().length > 0) touched.add(node.getKey());
  };

  const $touchedBlocks = (): ReadonlyMap<NodeKey, BlockNode> => {
    const blocks = new Map<NodeKey, BlockNode>();
    for (const key of touched) {
      const node = $getNodeByKey(key);
      const block = node?.isAttached() === true ? $blockOf(node) : null;
      if (block) blocks.set(block.getKey(), block);
    }
    return blocks;
  };

  /** The notes on the words that the update touched, before it and now. */
  const $anchorsMoved = (): { readonly was: ReadonlySet<string>; readonly is: ReadonlySet<string> } => {
    const standing = new Set($getRoot().getChildrenKeys());
    const stood = new Set(readBase(() => $getRoot().getChildrenKeys()));
    const keys = [...$touchedBlocks().keys()];
    const $blocksAt = (others: ReadonlySet<NodeKey>, mine: ReadonlySet<NodeKey>): readonly BlockNode[] =>
      [...new Set([...keys, ...[...mine].filter((key) => !others.has(key))])]
        .map((key) => $getNodeByKey(key))
        .filter($isBlockNode);
    return {
      is: $anchoredIn($blocksAt(stood, standing)),
      was: readBase(() => $anchoredIn($blocksAt(standing, stood))),
    };
  };

  /** What is typed over all the words of a note, and so into the text before them, takes their place. */
  const $takeOver = (lost: readonly string[]): void => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
    const node = selection.anchor.getNode();
    if (!$isTextNode(node)) return;
    const { offset } = selection.anchor;
    const before = readBase(() => {
      const was = $getNodeByKey(node.getKey());
      if (!$isTextNode(was)) return null;
      return { text: was.getTextContent(), beside: $notesOf($textBeside(was, "next")) };
    });
    const ids = lost.filter((id) => before?.beside.includes(id) === true);
    if (!before || ids.length === 0 || offset <= before.text.length) return;
    if (!node.getTextContent().startsWith(before.text)) return;
    // The text behind the words may be part of the same node by now.
    const typed = node.splitText(before.text.length, offset)[before.text === "" ? 0 : 1];
    if (!typed) return;
    $setNotes(typed, [...$notesOf(typed), ...ids].toSorted());
    retyping = $notesOf(typed).join(" ");
  };

  const $keep = (): void => {
    if ($isLeftAlone()) {
      touched.clear();
      return;
    }
    if (editor.isComposing()) return;
    const { was, is } = $anchorsMoved();
    const isKept = isSame(was, is) && !$isBlockGone();
    touched.clear();
    if (isKept) return;
    $takeOver([...was].filter((id) => !is.has(id)));
    const [before, now] = [readBase($readDocument), $readDocument()];
    const caret = $caret();
    const kept = keepNotes(before, now, caret ? joinedAt(before, now, caret) : undefined);
    if (!sameJson(kept.notes, $storyNotes())) $setStoryNotes(kept.notes ?? []);
  };

  return mergeRegister(
    editor.registerNodeTransform(TextNode, $freeTyped),
    ...[TextNode, LineBreakNode, LinkNode, StoryBlockNode, PhotoFieldNode].map((kind) =>
      editor.registerNodeTransform(kind, $touch),
    ),
    editor.registerNodeTransform(RootNode, $keep),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, prevEditorState }) => {
      if (retyping !== "" && editorState.read($notesBeforeCaret) !== retyping) retyping = "";
      if (!editor.isComposing()) {
        held = null;
        touched.clear();
      } else if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
        held ??= prevEditorState;
        for (const key of dirtyElements.keys()) touched.add(key);
      }
    }),
  );
}
