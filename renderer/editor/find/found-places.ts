import { $getSelection, $isRangeSelection, type LexicalEditor } from "lexical";
import type { BlockId, StoryDocument } from "#shared/document/index.ts";
import type { Hit } from "#shared/find/index.ts";
import { $blockId } from "../blocks/block-id.ts";
import { $blockNodesById } from "../codec/block-nodes.ts";
import type { BlockNode } from "../codec/blocks.ts";
import { $blockOf, $fieldsOf, type FieldNode } from "../fields/field.ts";
import { $fieldPoint, $select } from "../fields/field-point.ts";
import { textOnPage } from "../fields/text-on-page.ts";
import { $setVisible, $visibleOffset, $visibleText } from "../fields/visible-text.ts";
import { $isPhotoFieldNode } from "../photos/photo-field-node.ts";

/** The fields of a block that hits can lie in, in the order in which they are searched. */
const PLACE_ORDER: readonly Hit["place"][] = ["caption", "credit", "alt"];

/** A place in the text of a story by which hits are compared. */
export type TextPosition = Pick<Hit, "block" | "place" | "from">;

function nthPlace({ place }: TextPosition): number {
  return place.startsWith("alternate")
    ? 1 + Number(place.slice("alternate ".length))
    : PLACE_ORDER.indexOf(place);
}

/** Tells whether one place of a story comes after, at, or before another: above, at or below zero. */
export function inReadingOrder(document: StoryDocument): (a: TextPosition, b: TextPosition) => number {
  const order = new Map<BlockId, number>(document.blocks.map(({ id }, at) => [id, at]));
  const nth = ({ block }: TextPosition): number => order.get(block) ?? Number.POSITIVE_INFINITY;
  return (a, b) => nth(a) - nth(b) || nthPlace(a) - nthPlace(b) || a.from - b.from;
}

function placeOf(field: FieldNode): Hit["place"] {
  return $isPhotoFieldNode(field) ? field.getField() : "runs";
}

/** What is selected, or where the caret is, in the terms of hits; null where it is in no text. */
export function $selectedPlace(): (TextPosition & { readonly text: string }) | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const point = $fieldPoint(start);
  const block = point && $blockOf(point.field);
  if (!block) return null;
  return {
    block: $blockId(block),
    place: placeOf(point.field),
    from: $visibleOffset($visibleText(point.field), start) ?? point.offset,
    text: selection.getTextContent(),
  };
}

/** The field that shows a hit's text; null for another wording of a headline, which is not on the page. */
function $fieldOfHit(node: BlockNode | undefined, { place }: Hit): FieldNode | null {
  if (!node || place.startsWith("alternate")) return null;
  return $fieldsOf(node).find((field) => placeOf(field) === place) ?? null;
}

/** Selects a hit; where its words are not on the page, the caret goes to the head of its block. */
export function $selectHit(hit: Hit): void {
  const node = $blockNodesById().get(hit.block);
  const field = $fieldOfHit(node, hit) ?? (node && $fieldsOf(node)[0]);
  if (!field) return;
  $select({ field, offset: 0 });
  const selection = $getSelection();
  const visible = $visibleText(field);
  if (!$isRangeSelection(selection) || visible.text.slice(hit.from, hit.to) !== hit.text) return;
  $setVisible(visible, selection.anchor, hit.from);
  $setVisible(visible, selection.focus, hit.to);
}

/** Where hits stand in the page, each as the stretches of text that it is made of. */
export function hitRanges(editor: LexicalEditor, hits: readonly Hit[]): readonly (readonly StaticRange[])[] {
  return editor.getEditorState().read(
    () => {
      const nodes = $blockNodesById();
      let field: FieldNode | null = null;
      let visible: ReturnType<typeof $visibleText> | null = null;
      return hits.map((hit) => {
        const own = $fieldOfHit(nodes.get(hit.block), hit);
        if (own !== field || visible === null) visible = own && $visibleText(own);
        field = own;
        const ranges: StaticRange[] = [];
        for (const { node, start } of visible?.pieces ?? []) {
          const end = start + node.getTextContentSize();
          if (end <= hit.from) continue;
          if (start >= hit.to) break;
          const text = textOnPage(editor.getElementByKey(node.getKey()));
          if (!text) continue;
          const from = Math.max(0, hit.from - start);
          const to = Math.min(text.data.length, hit.to - start);
          if (from < to) {
            ranges.push(
              new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to }),
            );
          }
        }
        return ranges;
      });
    },
    { editor },
  );
}
