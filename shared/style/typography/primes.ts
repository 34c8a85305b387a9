import { DOUBLE_PRIME, PRIME } from "./locales.ts";

/** One to three figures, with decimals or a fraction: a height, a length, minutes. Never a year. */
const MEASURE =
  /(?:^|[^\p{L}\p{N}.,\u2032\u2033]|[\u2032\u2033][xX\u00D7])(?:\p{Nd}{1,3}(?:[.,]\p{Nd}{1,2})?[¼-¾\u2150-\u215E]?|[¼-¾\u2150-\u215E])$/u;
/** Minutes of an angle. */
const AFTER_DEGREES = /°\s?\p{Nd}{1,2}(?:[.,]\p{Nd}+)?$/u;
/** Inches behind feet, seconds behind minutes. */
const AFTER_PRIME = /\u2032\s?(?:\p{Nd}{1,2}(?:[.,]\p{Nd}+)?\s?)?[¼-¾\u2150-\u215E]?$/u;
const HAS_FIGURE = /[\p{Nd}¼-¾\u2150-\u215E]$/u;

/** What is written right behind a measure: the x of 2″x4″, the s of two 12″s, the N of 40°26′46″N. */
const BEHIND_MEASURE = /^(?:[xX\u00D7]\p{Nd}|[sNSEW](?![\p{L}\p{M}\p{N}]))/u;

/** True where what follows a straight quote lets it be a prime: no word that it could stand in or before. */
export function mayEndMeasure(after: string, quote: "'" | '"'): boolean {
  if (quote === "'") return !/^\p{L}/u.test(after) || /^[xX\u00D7]\p{Nd}/u.test(after);
  return !/^[\p{L}\p{M}\p{N}]/u.test(after) || BEHIND_MEASURE.test(after);
}

/**
 * The prime that a straight quote behind figures stands for: feet or minutes (6′), inches or seconds
 * (2″). Null where it is a quotation mark: behind a year, or where a quotation is waiting for its end.
 */
export function primeFor(before: string, quote: "'" | '"', isQuotationOpen: boolean): string | null {
  if (!HAS_FIGURE.test(before)) return null;
  const isSure = quote === '"' ? AFTER_PRIME.test(before) : AFTER_DEGREES.test(before);
  if (!isSure && (isQuotationOpen || !MEASURE.test(before))) return null;
  return quote === '"' ? DOUBLE_PRIME : PRIME;
}
