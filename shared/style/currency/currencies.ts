/** The currencies that the desk can keep rates of, by their codes of ISO 4217. */
export const CURRENCIES = ["USD", "EUR", "GBP", "JPY", "NOK", "SEK", "DKK"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** The three whose amounts are written `kr`. */
export const CROWNS = ["NOK", "SEK", "DKK"] as const satisfies readonly Currency[];
export type Crown = (typeof CROWNS)[number];

/** How a currency is called and written. */
export interface CurrencyWords {
  /** In a sentence, for many: `Norwegian kroner`. */
  readonly name: string;
  /** For one: `Norwegian krone`. */
  readonly single: string;
  /** The sign before a figure; null where a word stands behind it. */
  readonly sign: string | null;
  /** The word behind a figure: one, many. */
  readonly one: string;
  readonly many: string;
}

export const CURRENCY_WORDS: Readonly<Record<Currency, CurrencyWords>> = {
  USD: { name: "US dollars", single: "US dollar", sign: "$", one: "dollar", many: "dollars" },
  EUR: { name: "euros", single: "euro", sign: "€", one: "euro", many: "euros" },
  GBP: { name: "pounds sterling", single: "pound sterling", sign: "£", one: "pound", many: "pounds" },
  JPY: { name: "Japanese yen", single: "Japanese yen", sign: "¥", one: "yen", many: "yen" },
  NOK: { name: "Norwegian kroner", single: "Norwegian krone", sign: null, one: "krone", many: "kroner" },
  SEK: { name: "Swedish kronor", single: "Swedish krona", sign: null, one: "krona", many: "kronor" },
  DKK: { name: "Danish kroner", single: "Danish krone", sign: null, one: "krone", many: "kroner" },
};
