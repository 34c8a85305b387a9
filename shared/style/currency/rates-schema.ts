import { z } from "zod";
import { CROWNS, CURRENCIES } from "./currencies.ts";
import type { ExchangeRates } from "./rates.ts";

const rate = z.number().positive().max(1e9).exactOptional();

export const exchangeRatesSchema: z.ZodType<ExchangeRates> = z.strictObject({
  base: z.enum(CURRENCIES),
  day: z.union([z.literal(""), z.iso.date()]),
  rates: z.strictObject({ USD: rate, EUR: rate, GBP: rate, JPY: rate, NOK: rate, SEK: rate, DKK: rate }),
  crown: z.enum(CROWNS),
});
