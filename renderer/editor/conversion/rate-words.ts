import { counted } from "#renderer/app/length.ts";
import { CURRENCY_WORDS, type ConvertedMoney, type ExchangeRates } from "#shared/style/currency/index.ts";
import { apDate } from "#shared/style/snippets/index.ts";

type Lacking = Extract<ConvertedMoney, { readonly lacks: string }>;
type Converted = Extract<ConvertedMoney, { readonly now: string }>;

const DAY_MS = 86_400_000;
/** Rates that are older are worth a second look. */
const FRESH_DAYS = 7;

/** Why an amount was not converted, and what to do. */
export function lackingWords({ lacks, currency }: Lacking): string {
  const { name } = CURRENCY_WORDS[currency];
  return lacks === "rate"
    ? `There is no rate for ${name}. The settings have the rates of exchange.`
    : `${name.charAt(0).toUpperCase()}${name.slice(1)} are the desk’s own currency already.`;
}

/** The rate that was used, and its day: `At 1 euro = 1.08 US dollars, the desk’s rate of Nov. 27, 2026.` */
export function rateWords(
  { currency, rate }: Converted,
  { base, day }: ExchangeRates,
  today: string,
): string {
  const used = `At 1 ${CURRENCY_WORDS[currency].single} = ${rate.toLocaleString("en-US", { maximumSignificantDigits: 8 })} ${CURRENCY_WORDS[base].name}`;
  if (day === "") return `${used}, the desk’s rate, of no date.`;
  const age = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  const old = age > FRESH_DAYS ? ` It is ${counted(age, "day")} old.` : "";
  return `${used}, the desk’s rate of ${apDate(new Date(`${day}T12:00:00`))}.${old}`;
}
