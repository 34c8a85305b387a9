import { words } from "#shared/language/index.ts";
import type { ConvertedMoney, ExchangeRates } from "#shared/style/currency/index.ts";

type Lacking = Extract<ConvertedMoney, { readonly lacks: string }>;
type Converted = Extract<ConvertedMoney, { readonly now: string }>;

const DAY_MS = 86_400_000;
/** Rates that are older are worth a second look. */
const FRESH_DAYS = 7;

/** Why an amount was not converted, and what to do. */
export function lackingWords({ lacks, currency }: Lacking): string {
  const { money } = words();
  return lacks === "rate" ? money.noRate({ currency }) : money.own({ currency });
}

/** The rate that was used, its day, and how old it is where that is worth a word. */
export function rateWords(
  { currency, rate }: Converted,
  { base, day }: ExchangeRates,
  today: string,
): string {
  const age = day === "" ? 0 : Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  return words().money.used({
    currency,
    base,
    rate,
    rateDay: day === "" ? null : Date.parse(`${day}T12:00:00`),
    ageDays: age > FRESH_DAYS ? age : 0,
  });
}
