import {
  $addUpdateTag,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  mergeRegister,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import { tksIn, type TkPlace } from "#shared/style/placeholders/index.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $fieldsOf, $isField, type FieldNode } from "../fields/field.ts";
import { $fieldPoint, $select, type FieldPoint } from "../fields/field-point.ts";
import { $printedStretches } from "../case/printed-stretches.ts";
import { replacesAll } from "../live/replaces-all.ts";
import { namedHighlight } from "../view/named-highlight.ts";

const HIGHLIGHT = "tk";
const REST_MS = 250;

/** A TK on the page, as the two places between which it stands. */
interface FoundTk {
  readonly from: FieldPoint;
  readonly to: FieldPoint;
}

function $tksOf(field: FieldNode): readonly FoundTk[] {
  const stretches = $printedStretches(field);
  const found = tksIn(stretches.map(({ text }) => text).join(""));
  /** Where in the field, struck text counted, the unit at `at` of the printed text begins or ends. */
  const offset = (at: number, side: "start" | "end"): number => {
    let left = at;
    for (const stretch of stretches) {
      const { length } = stretch.text;
      if (left < length || (side === "end" && left === length)) return stretch.at + left;
      left -= length;
    }
    return Number.POSITIVE_INFINITY;
  };
  return found.map(({ at, length }: TkPlace) => ({
    from: { field, offset: offset(at, "start") },
    to: { field, offset: offset(at + length, "end") },
  }));
}

function $allFields(): readonly FieldNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => ($isBlockNode(node) ? $fieldsOf(node) : []));
}

/** Selects the next TK from the caret on, or the last one before it; from the end of the story goes on at its head. False where there is none. */
export function $selectTk(direction: "next" | "previous"): boolean {
  const fields = $allFields();
  const tks = fields.flatMap($tksOf);
  const selection = $getSelection();
  const order = new Map(fields.map((field, nth) => [field.getKey(), nth]));
  const points = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].map($fieldPoint).filter((point) => point !== null)
    : [];
  const compare = (a: FieldPoint, b: FieldPoint): number =>
    (order.get(a.field.getKey()) ?? 0) - (order.get(b.field.getKey()) ?? 0) || a.offset - b.offset;
  const [start, end] = points.toSorted(compare);
  const next = end && tks.find((tk) => compare(tk.from, end) >= 0);
  const previous = start && tks.findLast((tk) => compare(tk.to, start) <= 0);
  const wanted = direction === "next" ? (next ?? tks[0]) : (previous ?? tks.at(-1));
  if (!wanted) return false;
  $select(wanted.from, wanted.to);
  return true;
}

/** The place of a point in the browser's own text. */
function domPoint(editor: LexicalEditor, key: NodeKey, offset: number): readonly [Text, number] | null {
  const element = editor.getElementByKey(key);
  const text = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return text instanceof Text && offset <= text.length ? [text, offset] : null;
}

function $rangesOf(editor: LexicalEditor, field: FieldNode): readonly AbstractRange[] {
  const stretches = $printedStretches(field);
  return tksIn(stretches.map(({ text }) => text).join("")).flatMap(({ at, length }) => {
    const ranges: AbstractRange[] = [];
    let start = 0;
    for (const { node, from, text } of stretches) {
      const [first, last] = [Math.max(at, start), Math.min(at + length, start + text.length)];
      if (node !== null && first < last) {
        const begin = domPoint(editor, node.getKey(), from + first - start);
        const end = domPoint(editor, node.getKey(), from + last - start);
        if (begin && end) {
          const range = document.createRange();
          range.setStart(...begin);
          range.setEnd(...end);
          ranges.push(range);
        }
      }
      start += text.length;
    }
    return ranges;
  });
}

/** Counts the TKs of the story on the page and marks them, when typing has come to rest. */
export function markTks(editor: LexicalEditor, onCount: (count: number) => void): () => void {
  const counts = new Map<NodeKey, number>();
  const ranges = new Map<NodeKey, readonly AbstractRange[]>();
  const stale = new Set<NodeKey>();
  const highlight = namedHighlight(HIGHLIGHT);
  let isAllStale = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = (key: NodeKey): void => {
    for (const range of ranges.get(key) ?? []) highlight.delete(range);
    ranges.delete(key);
    counts.delete(key);
  };
  const $look = (field: FieldNode): void => {
    const key = field.getKey();
    forget(key);
    const count = $tksOf(field).length;
    if (count === 0) return;
    const made = $rangesOf(editor, field);
    counts.set(key, count);
    ranges.set(key, made);
    for (const range of made) highlight.add(range);
  };
  const look = (): void => {
    editor.getEditorState().read(
      () => {
        if (isAllStale) {
          for (const key of counts.keys()) forget(key);
          for (const field of $allFields()) $look(field);
        } else {
          for (const key of stale) {
            const node = $getNodeByKey(key);
            if ($isField(node) && node.isAttached()) $look(node);
          }
          for (const key of counts.keys()) if (!$getNodeByKey(key)?.isAttached()) forget(key);
        }
      },
      { editor },
    );
    isAllStale = false;
    stale.clear();
    onCount([...counts.values()].reduce((sum, count) => sum + count, 0));
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
  };

  lookSoon();
  return mergeRegister(
    editor.registerUpdateListener((update) => {
      const { dirtyElements, dirtyLeaves } = update;
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      if (replacesAll(update)) isAllStale = true;
      else for (const key of dirtyElements.keys()) stale.add(key);
      lookSoon();
    }),
    () => {
      clearTimeout(timer);
      for (const key of counts.keys()) forget(key);
    },
  );
}

/** Goes to a TK and brings it into view. */
export function goToTk(editor: LexicalEditor, direction: "next" | "previous"): boolean {
  let isFound = false;
  editor.update(
    () => {
      $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
      isFound = $selectTk(direction);
    },
    { discrete: true },
  );
  if (!isFound) return false;
  editor.getRootElement()?.focus({ preventScroll: true });
  const selected = document.getSelection()?.anchorNode;
  const element = selected instanceof Element ? selected : selected?.parentElement;
  element?.scrollIntoView({ block: "center" });
  return true;
}
