import type { Settings } from "#shared/contract/index.ts";
import type { ConversionStyle } from "./convert-at-caret.ts";

/** How this desk converts, by its settings, today. */
export function conversionStyle({ typographyLocale, exchangeRates }: Settings): ConversionStyle {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return {
    spelling: typographyLocale === "uk" ? "uk" : "us",
    rates: exchangeRates,
    today: parts.map((part) => String(part).padStart(2, "0")).join("-"),
  };
}
