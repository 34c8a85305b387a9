import { $getRoot, type LexicalEditor } from "lexical";
import type { BlockId } from "#shared/document/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $fieldsOf } from "../fields/field.ts";
import { $caretAt } from "../fields/field-point.ts";

/** Puts the caret at the head of a block and the block into view; does nothing where it is gone. */
export function goToBlock(editor: LexicalEditor, id: BlockId): void {
  editor.update(
    () => {
      const block = $getRoot()
        .getChildren()
        .find((node) => $isBlockNode(node) && $blockId(node) === id);
      const field = $isBlockNode(block) ? $fieldsOf(block)[0] : undefined;
      if (field) $caretAt(field, "start");
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
  const selected = document.getSelection()?.anchorNode;
  const element = selected instanceof Element ? selected : selected?.parentElement;
  element?.scrollIntoView({ block: "center" });
}
