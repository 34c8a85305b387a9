import { $getRoot, $isRootNode, type PointType, type RangeSelection } from "lexical";
import { $isBlockNode, type BlockNode } from "../codec/blocks.ts";
import { $blockOf, $fieldsOf, type FieldNode } from "./field.ts";
import { $fieldLength, $fieldPoint, type FieldPoint } from "./field-point.ts";

/** The selected part of one field's text, in UTF-16 units. */
export interface FieldSpan {
  readonly field: FieldNode;
  readonly from: number;
  readonly to: number;
}

/** One block of a selection, and what of it is selected. */
export interface SelectedBlock {
  readonly block: BlockNode;
  readonly spans: readonly FieldSpan[];
  /** True where nothing of the block lies outside the selection and the selection goes beyond it. */
  readonly isWhole: boolean;
}

interface Edge {
  readonly block: BlockNode;
  /** Null where the selection begins before, or ends after, everything in the block. */
  readonly point: FieldPoint | null;
}

function $edge(point: PointType, side: "start" | "end"): Edge | null {
  const node = point.getNode();
  const inField = $fieldPoint(point);
  if (inField) {
    const block = $blockOf(inField.field);
    return block && { block, point: inField };
  }
  if ($isRootNode(node)) {
    const child = node.getChildAtIndex(side === "start" ? point.offset : point.offset - 1);
    return $isBlockNode(child) ? { block: child, point: null } : null;
  }
  const block = $blockOf(node);
  if (!block) return null;
  const fields = $fieldsOf(block);
  const field = side === "start" ? fields[point.offset] : fields[point.offset - 1];
  if (!field) return { block, point: null };
  return { block, point: { field, offset: side === "start" ? 0 : $fieldLength(field) } };
}

function $spans(block: BlockNode, start: FieldPoint | null, end: FieldPoint | null): FieldSpan[] {
  const fields = $fieldsOf(block);
  const first = start ? fields.findIndex((field) => field.is(start.field)) : 0;
  const last = end ? fields.findIndex((field) => field.is(end.field)) : fields.length - 1;
  return fields.slice(first, last + 1).map((field, at) => ({
    field,
    from: start && at === 0 ? start.offset : 0,
    to: end && first + at === last ? end.offset : $fieldLength(field),
  }));
}

/** What a selection holds, block by block in reading order; empty where it lies outside every block. */
export function $selectedBlocks(selection: RangeSelection): readonly SelectedBlock[] {
  const [from, to] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const start = $edge(from, "start");
  const end = $edge(to, "end");
  if (!start || !end) return [];
  const firstAt = start.block.getIndexWithinParent();
  const lastAt = end.block.getIndexWithinParent();
  const blocks = $getRoot()
    .getChildren()
    .slice(firstAt, lastAt + 1)
    .filter($isBlockNode);
  const isMany = blocks.length > 1 || $getRoot().getChildrenSize() === 1;
  return blocks.map((block) => {
    const spans = $spans(
      block,
      block.is(start.block) ? start.point : null,
      block.is(end.block) ? end.point : null,
    );
    const fields = $fieldsOf(block);
    const isWhole =
      isMany &&
      spans.length === fields.length &&
      spans.every(({ field, from: begin, to: finish }) => begin === 0 && finish === $fieldLength(field));
    return { block, spans, isWhole };
  });
}

/** True where a selection reaches over more than one field. */
export function $spansFields(selection: RangeSelection): boolean {
  if (selection.isCollapsed()) return false;
  const anchor = $fieldPoint(selection.anchor);
  const focus = $fieldPoint(selection.focus);
  return !anchor || !focus || !anchor.field.is(focus.field);
}

/** True where a selection holds the whole story. */
export function $holdsEverything(selected: readonly SelectedBlock[]): boolean {
  return selected.length === $getRoot().getChildrenSize() && selected.every(({ isWhole }) => isWhole);
}
