import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type NodeKey,
  type PointType,
  type RangeSelection,
  type TextNode,
} from "lexical";
import {
  CASE_STYLES,
  changeCaseWithin,
  charactersOf,
  namesIn,
  type CaseStyle,
  type PieceOfText,
} from "#shared/style/case/index.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $fieldsOf, type FieldNode } from "../fields/field.ts";
import { $fieldPoint } from "../fields/field-point.ts";
import { $selectedBlocks, type FieldSpan } from "../fields/selected-blocks.ts";
import { $isStoryBlock } from "../blocks/story-block-node.ts";
import { $printedStretches, type Stretch } from "./printed-stretches.ts";

/** A piece of selected text in one field, without what is struck out. */
interface Chosen extends PieceOfText {
  /** The field and where in it, to know the same piece again. */
  readonly place: string;
  readonly field: NodeKey;
  readonly stretches: readonly Stretch[];
}

/** What one key has gone through in a selection: what stood there, and how it stands now, letter by letter. */
interface Cycle {
  readonly places: readonly string[];
  readonly written: readonly string[];
  readonly now: readonly (readonly string[])[];
  readonly next: number;
}

const WORD_BEFORE = /[\p{L}\p{N}\p{M}'’ʼ-]*$/u;
const WORD_AFTER = /^[\p{L}\p{N}\p{M}'’ʼ-]*/u;

function clip(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  return stretches.flatMap((stretch) => {
    const start = Math.max(from, stretch.at);
    const end = Math.min(to, stretch.at + stretch.text.length);
    if (start >= end) return [];
    const text = stretch.text.slice(start - stretch.at, end - stretch.at);
    return [{ ...stretch, at: start, from: stretch.from + start - stretch.at, text }];
  });
}

function textOf(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => text).join("");
}

function $chosenIn({ field, from, to }: FieldSpan): Chosen {
  const all = $printedStretches(field);
  const stretches = clip(all, from, to);
  return {
    place: `${field.getKey()} ${String(from)}`,
    field: field.getKey(),
    stretches,
    before: textOf(clip(all, 0, from)),
    text: textOf(stretches),
    after: textOf(clip(all, to, Number.POSITIVE_INFINITY)),
  };
}

/** The word that the caret stands in or at; struck text is passed over. */
function $wordAtCaret(selection: RangeSelection): readonly Chosen[] {
  const point = $fieldPoint(selection.anchor);
  if (!point) return [];
  const all = $printedStretches(point.field);
  const before = clip(all, 0, point.offset);
  const after = clip(all, point.offset, Number.POSITIVE_INFINITY);
  const back = WORD_BEFORE.exec(textOf(before))?.[0].length ?? 0;
  const on = WORD_AFTER.exec(textOf(after))?.[0].length ?? 0;
  const start = offsetFromEnd(before, back) ?? point.offset;
  const end = offsetFromStart(after, on) ?? point.offset;
  return [$chosenIn({ field: point.field, from: start, to: end })];
}

/** Where in the field the last `length` units of these stretches begin. */
function offsetFromEnd(stretches: readonly Stretch[], length: number): number | null {
  let left = length;
  for (const { at, text } of stretches.toReversed()) {
    if (left <= text.length) return at + text.length - left;
    left -= text.length;
  }
  return null;
}

/** Where in the field the first `length` units of these stretches end. */
function offsetFromStart(stretches: readonly Stretch[], length: number): number | null {
  let left = length;
  for (const { at, text } of stretches) {
    if (left <= text.length) return at + left;
    left -= text.length;
  }
  return null;
}

function $chosen(): readonly Chosen[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  if (selection.isCollapsed()) return $wordAtCaret(selection);
  return $selectedBlocks(selection)
    .flatMap(({ spans }) => spans)
    .map($chosenIn);
}

/** Puts other letters into part of a text node. Carets stay between the letters where they were. */
function $write(node: TextNode, from: number, old: readonly string[], now: readonly string[]): void {
  const length = old.join("").length;
  const text = node.getTextContent();
  const changed = text.slice(0, from) + now.join("") + text.slice(from + length);
  if (changed === text) return;
  const selection = $getSelection();
  const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
  const moved = points
    .filter((point) => point.type === "text" && point.key === node.getKey() && point.offset > from)
    .map((point) => [point, movedOffset(point, from, old, now)] as const);
  node.setTextContent(changed);
  for (const [point, offset] of moved) point.set(node.getKey(), offset, "text");
}

function movedOffset(point: PointType, from: number, old: readonly string[], now: readonly string[]): number {
  let was = from;
  let is = from;
  for (const [nth, letter] of old.entries()) {
    if (was >= point.offset) return is;
    was += letter.length;
    is += (now[nth] ?? "").length;
  }
  return is + point.offset - was;
}

/** Writes a chosen piece anew: `old` is how it stands, `now` how it will, both letter by letter. */
function $rewrite({ stretches }: Chosen, old: readonly string[], now: readonly string[]): void {
  let nth = 0;
  for (const { node, from, text } of stretches) {
    const first = nth;
    for (let length = 0; length < text.length; nth += 1) length += (old[nth] ?? text).length;
    if (node !== null) $write(node, from, old.slice(first, nth), now.slice(first, nth));
  }
}

/** Copy that runs: what stands in capitals within its sentences are names. */
const RUNNING = new Set<string>(["paragraph", "pullQuote", "listItem", "factBox"]);

function $isRunning(field: FieldNode): boolean {
  return $isStoryBlock(field) ? RUNNING.has(field.getKind()) : field.getField() !== "alt";
}

/** The names that the story tells, outside of what is chosen: that may be all in capitals. */
function $storyNames(chosen: readonly Chosen[]): ReadonlySet<string> {
  const isChosen = new Set(chosen.map(({ field }) => field));
  const running = $getRoot()
    .getChildren()
    .flatMap((block) => ($isBlockNode(block) ? $fieldsOf(block) : []))
    .filter((field) => $isRunning(field) && !isChosen.has(field.getKey()));
  return namesIn(running.map((field) => textOf($printedStretches(field))));
}

function $namesFor(style: CaseStyle, chosen: readonly Chosen[]): ReadonlySet<string> | undefined {
  return style === "sentence" ? $storyNames(chosen) : undefined;
}

/** Sets the selection, or the word at the caret, in another case. The selection stays. */
export function $changeSelectedCase(style: CaseStyle): void {
  const all = $chosen();
  const names = $namesFor(style, all);
  for (const one of all) $rewrite(one, charactersOf(one.text), changeCaseWithin(one, style, names));
}

function goesOn(cycle: Cycle, chosen: readonly Chosen[]): boolean {
  return (
    cycle.places.length === chosen.length &&
    chosen.every(({ place, text }, nth) => place === cycle.places[nth] && text === cycle.now[nth]?.join(""))
  );
}

/** One way of setting the letters of the selection after the other. */
export interface CaseCycle {
  /** Goes one step on, and past the last back to how it was written. Passes over what changes nothing. */
  readonly $step: () => void;
}

/**
 * One key that goes through the cases. It begins anew wherever the text or the selection is another
 * one; as long as both are the same, each step starts from what was written at first, so that the
 * capitals of a name are not lost on the way.
 */
export function caseCycle(): CaseCycle {
  let last: Cycle | null = null;
  const ways = [...CASE_STYLES, "written"] as const;
  return {
    $step: () => {
      const chosen = $chosen();
      const text = chosen.map((one) => one.text);
      if (text.every((one) => one === "")) return;
      const cycle =
        last !== null && goesOn(last, chosen)
          ? last
          : { places: chosen.map(({ place }) => place), written: text, now: text.map(charactersOf), next: 0 };
      for (let step = 0; step < ways.length; step += 1) {
        const nth = (cycle.next + step) % ways.length;
        const way = ways[nth] ?? "written";
        const names = way === "written" ? undefined : $namesFor(way, chosen);
        const next = chosen.map((one, at) => {
          const text = cycle.written[at] ?? "";
          return way === "written" ? charactersOf(text) : changeCaseWithin({ ...one, text }, way, names);
        });
        if (next.every((pieces, at) => pieces.join("") === text[at])) continue;
        for (const [at, one] of chosen.entries()) $rewrite(one, cycle.now[at] ?? [], next[at] ?? []);
        last = { ...cycle, now: next, next: nth + 1 };
        return;
      }
    },
  };
}
