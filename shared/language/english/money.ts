import type { Currency } from "#shared/style/currency/currencies.ts";
import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

/** One unit of a currency, and many of them. */
const currencies: Readonly<Record<Currency, { readonly one: string; readonly many: string }>> = {
  USD: { one: "US dollar", many: "US dollars" },
  EUR: { one: "euro", many: "euros" },
  GBP: { one: "pound sterling", many: "pounds sterling" },
  JPY: { one: "Japanese yen", many: "Japanese yen" },
  NOK: { one: "Norwegian krone", many: "Norwegian kroner" },
  SEK: { one: "Swedish krona", many: "Swedish kronor" },
  DKK: { one: "Danish krone", many: "Danish kroner" },
};

/** A rate that was used, with the day that it is of. */
export interface UsedRate {
  readonly currency: Currency;
  readonly base: Currency;
  readonly rate: number;
  /** Milliseconds since 1970 at noon of it; null where nobody said. */
  readonly rateDay: number | null;
  /** How old it is, where that is worth a word; 0 where it is not. */
  readonly ageDays: number;
}

/** A currency that a sentence is about. */
export interface OfCurrency {
  readonly currency: Currency;
}

/** Rates of exchange: the settings of them, and what is said of an amount that was converted. */
export const money = {
  title: "Rates of exchange",
  currencies,
  ours: "Our currency",
  day: "Rates of",
  costs: ({ currency }: OfCurrency) => `What one of each costs in ${currencies[currency].many}:`,
  unit: ({ currency }: OfCurrency) => `1 ${currencies[currency].one}`,
  crown: "kr means",
  means:
    "The commands that convert measures convert amounts of money by these. Nothing is fetched from anywhere.",
  noFigure: "A rate is a figure like 1.08, or nothing.",
  noRate: ({ currency }: OfCurrency) =>
    `There is no rate for ${currencies[currency].many}. The settings have the rates of exchange.`,
  own: ({ currency }: OfCurrency) => `The desk’s own currency is ${currencies[currency].many} already.`,
  used: ({ currency, base, rate, rateDay, ageDays }: UsedRate) => {
    const figure = rate.toLocaleString("en-US", { maximumSignificantDigits: 8 });
    const used = `At 1 ${currencies[currency].one} = ${figure} ${currencies[base].many}, the desk’s rate`;
    if (rateDay === null) return `${used}, of no date.`;
    const age = ageDays > 0 ? ` It is ${forms.counted(ageDays, nouns.day)} old.` : "";
    return `${used} of ${forms.longDay(rateDay, true)}.${age}`;
  },
};
