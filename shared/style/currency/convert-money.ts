import { figureText, toDigits } from "#shared/style/conversion/convert.ts";
import { CURRENCY_WORDS, type Currency } from "./currencies.ts";
import { currencyOf, type Money } from "./money.ts";
import type { ExchangeRates } from "./rates.ts";

/** What an amount is in the desk's own currency, or why that cannot be said. */
export type ConvertedMoney =
  | { readonly now: string; readonly currency: Currency; readonly rate: number }
  | { readonly lacks: "rate" | "other currency"; readonly currency: Currency };

const LEAST_DIGITS = 2;
const LARGE = [
  [1e12, "trillion", "tn"],
  [1e9, "billion", "bn"],
  [1e6, "million", "m"],
] as const;

/** From a million on an amount is written with its word, as the AP Stylebook has it (“millions, billions”). */
function figureOf(amount: number, isShort: boolean): string {
  const large = LARGE.find(([size]) => amount >= size);
  if (large) {
    const [size, word, short] = large;
    return figureText(amount / size) + (isShort ? short : ` ${word}`);
  }
  return Number.isInteger(amount)
    ? figureText(amount)
    : amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A sum below a unit is told in hundredths of it, whatever its digits. */
function rounded(amount: number, digits: number, currency: Currency): number {
  const inDigits = toDigits(amount, Math.max(LEAST_DIGITS, digits));
  const smallest = currency === "JPY" ? 1 : 0.01;
  return Math.max(Math.round(inDigits / smallest), amount > 0 ? 1 : 0) / Math.round(1 / smallest);
}

function withCurrency(figure: string, currency: Currency): string {
  const { sign, one, many } = CURRENCY_WORDS[currency];
  if (sign !== null) return sign + figure;
  return `${figure} ${figure === "1" ? one : many}`;
}

/**
 * An amount in the desk's own currency, at the desk's own rate, rounded as measures are: to the digits
 * that the original means, two at least. Both ends of a span are written out: `$5.4 million to $11 million`.
 */
export function convertMoney(money: Money, { base, rates, crown }: ExchangeRates): ConvertedMoney {
  const currency = currencyOf(money, crown);
  if (currency === base) return { lacks: "other currency", currency };
  const rate = rates[currency];
  if (rate === undefined) return { lacks: "rate", currency };
  const figures = money.sums.map(({ value, digits, scale }) => {
    const amount = value * scale * rate;
    const figure = figureOf(rounded(Math.abs(amount), digits, base), money.isShort);
    return `${amount < 0 ? "−" : ""}${withCurrency(figure, base)}`;
  });
  return { now: figures.join(" to "), currency, rate };
}
