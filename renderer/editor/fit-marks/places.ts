import { $isTextNode, type LexicalEditor } from "lexical";
import type { BlockId } from "#shared/document/index.ts";
import type { StoryPlace } from "#shared/fit/depth/index.ts";
import { $blockNodesById } from "../codec/block-nodes.ts";
import type { BlockNode } from "../codec/blocks.ts";
import { $fieldsOf, type FieldNode } from "../fields/field.ts";
import { $leaves, $select } from "../fields/field-point.ts";
import { textOnPage } from "../fields/text-on-page.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";

function $fieldAt(nodes: ReadonlyMap<BlockId, BlockNode>, { block, field }: StoryPlace): FieldNode | null {
  const node = nodes.get(block);
  const fields = node ? $fieldsOf(node) : [];
  return fields.find((own) => ($isPhotoFieldNode(own) ? own.getField() : "runs") === field) ?? null;
}

/** Selects from one place of the composer's to another, and brings that into view; does nothing where it is gone. */
export function selectPlaces(editor: LexicalEditor, from: StoryPlace, to: StoryPlace): void {
  editor.update(
    () => {
      const nodes = $blockNodesById();
      const start = $fieldAt(nodes, from);
      const end = $fieldAt(nodes, to) ?? start;
      if (!start || !end) return;
      $select(
        { field: start, offset: from.offset },
        { field: end, offset: end === start || to.block === from.block ? to.offset : 0 },
      );
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
  const selected = document.getSelection()?.focusNode;
  const element = selected instanceof Element ? selected : selected?.parentElement;
  element?.scrollIntoView({ block: "nearest" });
}

/** A point in the text nodes of the page. */
export interface DomPoint {
  readonly node: Text;
  readonly offset: number;
}

/** Finds the composer's places on the page; a place that is gone, or in a block without text, is null. */
export function pointsOf(editor: LexicalEditor, places: readonly StoryPlace[]): readonly (DomPoint | null)[] {
  return editor.getEditorState().read(
    () => {
      const nodes = $blockNodesById();
      const fields = new Map<
        FieldNode,
        { readonly node: Text; readonly start: number; readonly end: number }[]
      >();
      const textsOf = (field: FieldNode) => {
        const known = fields.get(field);
        if (known) return known;
        const texts: { node: Text; start: number; end: number }[] = [];
        let at = 0;
        for (const leaf of $leaves(field)) {
          const size = $isTextNode(leaf) ? leaf.getTextContentSize() : 1;
          const node = $isTextNode(leaf) ? textOnPage(editor.getElementByKey(leaf.getKey())) : null;
          if (node) texts.push({ node, start: at, end: at + size });
          at += size;
        }
        fields.set(field, texts);
        return texts;
      };
      return places.map((place) => {
        const field = $fieldAt(nodes, place);
        if (!field) return null;
        const texts = textsOf(field);
        const text =
          texts.find(({ start, end }) => start <= place.offset && place.offset < end) ?? texts.at(-1);
        if (!text) return null;
        const offset = Math.max(0, Math.min(place.offset - text.start, text.node.data.length));
        return { node: text.node, offset };
      });
    },
    { editor },
  );
}
