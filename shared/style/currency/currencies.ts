/** The currencies that the desk can keep rates of, by their codes of ISO 4217. */
export const CURRENCIES = ["USD", "EUR", "GBP", "JPY", "NOK", "SEK", "DKK"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** The three whose amounts are written `kr`. */
export const CROWNS = ["NOK", "SEK", "DKK"] as const satisfies readonly Currency[];
export type Crown = (typeof CROWNS)[number];

/** How copy writes a currency. */
export interface CurrencyWords {
  /** The sign before a figure; null where a word stands behind it. */
  readonly sign: string | null;
  /** The word behind a figure: one, many. */
  readonly one: string;
  readonly many: string;
}

export const CURRENCY_WORDS: Readonly<Record<Currency, CurrencyWords>> = {
  USD: { sign: "$", one: "dollar", many: "dollars" },
  EUR: { sign: "€", one: "euro", many: "euros" },
  GBP: { sign: "£", one: "pound", many: "pounds" },
  JPY: { sign: "¥", one: "yen", many: "yen" },
  NOK: { sign: null, one: "krone", many: "kroner" },
  SEK: { sign: null, one: "krona", many: "kronor" },
  DKK: { sign: null, one: "krone", many: "kroner" },
};
