import type { Crown, Currency } from "./currencies.ts";

/** The rates of exchange that a desk goes by. Stet fetches none: they are what the desk has set. */
export interface ExchangeRates {
  /** The desk's own currency, into which amounts are converted. */
  readonly base: Currency;
  /** The day that the rates are of, as `2026-11-27`; empty where none was given. */
  readonly day: string;
  /** What one unit of another currency costs in the desk's own. */
  readonly rates: Readonly<Partial<Record<Currency, number>>>;
  /** Which crowns `kr` and `kroner` mean where nothing else says. */
  readonly crown: Crown;
}

/** No rates: nothing is converted until a desk has set its own. */
export const NO_RATES: ExchangeRates = { base: "USD", day: "", rates: {}, crown: "NOK" };
