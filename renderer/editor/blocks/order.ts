import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $onUpdate,
  mergeRegister,
  ParagraphNode,
  RootNode,
  TextNode,
  type LexicalEditor,
} from "lexical";
import { cleanText, isStoryText, type CleanText } from "#shared/document/index.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $isPhotoFieldNode, PhotoFieldNode } from "../photos/photo-field-node.ts";
import { $createStoryBlock } from "./story-block-node.ts";

/** A story is never without a block to type in, and the root holds blocks only. */
function $keepRoot(root: RootNode): void {
  if (root.isEmpty()) {
    const paragraph = $createStoryBlock("paragraph");
    root.append(paragraph);
    paragraph.selectStart();
    return;
  }
  for (const child of root.getChildren()) {
    if ($isBlockNode(child) || !$isElementNode(child)) continue;
    const paragraph = $createStoryBlock("paragraph");
    child.replace(paragraph, true);
  }
}

/** Alternative text is read aloud: it has no marks, links or anything else beside its letters. */
function $keepAltPlain(field: PhotoFieldNode): void {
  if (field.getField() !== "alt") return;
  for (const child of field.getChildren()) {
    if (!$isElementNode(child)) continue;
    for (const inner of child.getChildren()) child.insertBefore(inner);
    child.remove();
  }
}

/** Gives a text other letters; the caret stays between the same two. `sameAs` gives what a beginning of the old text has become. */
function $setText(node: TextNode, text: string, sameAs: (beginning: string) => string): void {
  const old = node.getTextContent();
  node.setTextContent(text);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    if (point.type !== "text" || point.key !== node.getKey()) continue;
    point.set(point.key, sameAs(old.slice(0, point.offset)).length, "text");
  }
}

function $keepTextClean(node: TextNode, onLost: OnLost): void {
  const text = node.getTextContent();
  if (!isStoryText(text)) {
    const clean = cleanText(text);
    $setText(node, clean.text, (beginning) => cleanText(beginning).text);
    if (clean.lost > 0) $onUpdate(() => onLost(clean));
  }
  const parent = node.getParent();
  if (!$isPhotoFieldNode(parent) || parent.getField() !== "alt") return;
  if (node.getFormat() !== 0) node.setFormat(0);
  if (node.getStyle() !== "") node.setStyle("");
}

/** Hears of characters that a story cannot hold and that reached it as if they were typed. */
export type OnLost = (clean: CleanText) => void;

/** Keeps the editor's state something that is a story, whatever an edit or an input method did. */
export function registerOrder(editor: LexicalEditor, onLost: OnLost = () => undefined): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $keepRoot),
    editor.registerNodeTransform(PhotoFieldNode, $keepAltPlain),
    editor.registerNodeTransform(TextNode, (node) => $keepTextClean(node, onLost)),
    editor.registerNodeTransform(ParagraphNode, (paragraph) => {
      paragraph.replace($createStoryBlock("paragraph"), true);
    }),
  );
}
