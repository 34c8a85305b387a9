import { $getRoot, type LexicalEditor } from "lexical";
import { onLanguage } from "#shared/language/index.ts";
import { $isPhoto } from "../photos/photo-node.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";
import { $isStoryBlock } from "./story-block-node.ts";

/** Names every block on the page anew when another language is spoken. The story itself is not touched. */
export function registerBlockNames(editor: LexicalEditor): () => void {
  const $nameAll = (): void => {
    for (const node of $getRoot().getChildren()) {
      const parts = $isPhoto(node) ? [node, ...node.getChildren().filter($isPhotoFieldNode)] : [node];
      for (const part of parts) {
        const dom = editor.getElementByKey(part.getKey());
        if (dom && ($isStoryBlock(part) || $isPhoto(part) || $isPhotoFieldNode(part))) part.nameAgain(dom);
      }
    }
  };
  return onLanguage(() => editor.getEditorState().read($nameAll, { editor }));
}
