import { $getSelection, $isRangeSelection } from "lexical";
import { convertMeasure, measuresIn, type Measure, type Spelling } from "#shared/style/conversion/index.ts";
import { $fieldOf } from "../fields/field.ts";
import { $replaceVisible, $visibleOffset, $visibleText } from "../fields/visible-text.ts";

/** Where the other figure goes: behind the one that is written, in brackets, or in its place. */
export type ConversionPlace = "behind" | "instead";

/** The measure that the selection touches first, or that the caret stands in or at. */
function chosenMeasure(text: string, from: number, to: number): Measure | undefined {
  return measuresIn(text).find(({ at, length }) => at <= to && from <= at + length);
}

/** Converts the measure at the caret or in the selection into the other system. False where there is none. */
export function $convertAtCaret(place: ConversionPlace, spelling: Spelling): boolean {
  const selection = $getSelection();
  const field = $isRangeSelection(selection) ? $fieldOf(selection.anchor.getNode()) : null;
  if (!$isRangeSelection(selection) || !field) return false;
  const visible = $visibleText(field);
  const [from, to] = [selection.anchor, selection.focus]
    .map((point) => $visibleOffset(visible, point) ?? 0)
    .toSorted((a, b) => a - b);
  const measure = chosenMeasure(visible.text, from ?? 0, to ?? 0);
  if (!measure) return false;
  const other = convertMeasure(measure, spelling);
  const { at, length } = measure;
  const edit =
    place === "instead" ? { at, length, now: other } : { at: at + length, length: 0, now: ` (${other})` };
  $replaceVisible(visible, edit, selection);
  return true;
}
