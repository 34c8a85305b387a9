import { $getSelection, $isRangeSelection } from "lexical";
import { convertMeasure, measuresIn, type Spelling } from "#shared/style/conversion/index.ts";
import { convertMoney, moneyIn, type ExchangeRates } from "#shared/style/currency/index.ts";
import { $fieldOf } from "../fields/field.ts";
import { $replaceVisible, $visibleOffset, $visibleText } from "../fields/visible-text.ts";
import { lackingWords, rateWords } from "./rate-words.ts";

/** Where the other figure goes: behind the one that is written, in brackets, or in its place. */
export type ConversionPlace = "behind" | "instead";

/** How this desk converts. */
export interface ConversionStyle {
  readonly spelling: Spelling;
  readonly rates: ExchangeRates;
  /** Today, as `2026-11-27`. */
  readonly today: string;
}

/** What came of a conversion: nothing to convert, or done; with what there is to say of it. */
export interface ConversionOutcome {
  readonly isFound: boolean;
  readonly said: string | null;
}

interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** The first stretch that the selection touches, or that the caret stands in or at. */
function touched<Kind extends Stretch>(all: readonly Kind[], from: number, to: number): Kind | undefined {
  return all.find(({ at, length }) => at <= to && from <= at + length);
}

/** Converts the measure or the amount of money at the caret or first in the selection. */
export function $convertAtCaret(
  place: ConversionPlace,
  { spelling, rates, today }: ConversionStyle,
): ConversionOutcome {
  const selection = $getSelection();
  const field = $isRangeSelection(selection) ? $fieldOf(selection.anchor.getNode()) : null;
  if (!$isRangeSelection(selection) || !field) return { isFound: false, said: null };
  const visible = $visibleText(field);
  const [from = 0, to = 0] = [selection.anchor, selection.focus]
    .map((point) => $visibleOffset(visible, point) ?? 0)
    .toSorted((a, b) => a - b);
  const put = ({ at, length }: Stretch, other: string): void => {
    const edit =
      place === "instead" ? { at, length, now: other } : { at: at + length, length: 0, now: ` (${other})` };
    $replaceVisible(visible, edit, selection);
  };
  const money = touched(moneyIn(visible.text), from, to);
  const measure = touched(measuresIn(visible.text), from, to);
  if (measure && (!money || measure.at < money.at)) {
    put(measure, convertMeasure(measure, spelling));
    return { isFound: true, said: null };
  }
  if (!money) return { isFound: false, said: null };
  const converted = convertMoney(money, rates);
  if ("lacks" in converted) return { isFound: true, said: lackingWords(converted) };
  put(money, converted.now);
  return { isFound: true, said: rateWords(converted, rates, today) };
}
