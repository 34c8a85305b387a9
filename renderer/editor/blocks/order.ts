import {
  $isElementNode,
  mergeRegister,
  ParagraphNode,
  RootNode,
  TextNode,
  type LexicalEditor,
} from "lexical";
import { cleanText, isStoryText } from "#shared/document/index.ts";
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

function $keepTextClean(node: TextNode): void {
  const text = node.getTextContent();
  if (!isStoryText(text)) node.setTextContent(cleanText(text).text);
  const parent = node.getParent();
  if (!$isPhotoFieldNode(parent) || parent.getField() !== "alt") return;
  if (node.getFormat() !== 0) node.setFormat(0);
  if (node.getStyle() !== "") node.setStyle("");
}

/** Keeps the editor's state something that is a story, whatever an edit or an input method did. */
export function registerOrder(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $keepRoot),
    editor.registerNodeTransform(PhotoFieldNode, $keepAltPlain),
    editor.registerNodeTransform(TextNode, $keepTextClean),
    editor.registerNodeTransform(ParagraphNode, (paragraph) => {
      paragraph.replace($createStoryBlock("paragraph"), true);
    }),
  );
}
