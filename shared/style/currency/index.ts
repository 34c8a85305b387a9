export { convertMoney, type ConvertedMoney } from "./convert-money.ts";
export { CROWNS, CURRENCIES, CURRENCY_WORDS, type Crown, type Currency } from "./currencies.ts";
export { moneyIn, type Money } from "./money.ts";
export { NO_RATES, type ExchangeRates } from "./rates.ts";
