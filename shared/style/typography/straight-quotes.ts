import type { TypographyRule, TypographyStyle } from "./choices.ts";
import { isDashOrDots, isOpeningPunctuation, isSpace, isWord } from "./characters.ts";
import { isElided } from "./apostrophes.ts";
import { APOSTROPHE, LOCALE_MARKS, NO_BREAK_SPACE, type LocaleMarks, type QuotePair } from "./locales.ts";
import type { OpenQuotes } from "./open-quotes.ts";
import { mayEndMeasure, primeFor } from "./primes.ts";

/** A straight quote in its place. */
export interface StraightQuote {
  readonly quote: "'" | '"';
  /** The text of the paragraph before it, or at least the last few words. */
  readonly before: string;
  /** What stands behind it so far; empty at the end of what is written. */
  readonly after: string;
  /** The quotations open before it. */
  readonly open: OpenQuotes;
  /** True where the mark read last by `open` is the character before it. */
  readonly isBehindMark: boolean;
}

/** What a straight quote becomes, and by which rule. */
export interface CurlyMark {
  readonly rule: TypographyRule;
  readonly mark: string;
  readonly side: "opening" | "closing" | "neither";
}

type Side = "opening" | "closing";

function sideOf({ quote, before, after, open, isBehindMark }: StraightQuote, isOpen: boolean): Side {
  // Straight quotes that were left alone are no letters: what stands before them decides.
  const last = before.replace(/['"]+$/u, "").slice(-1);
  const next = after.slice(0, 1);
  if (isBehindMark) return open.lastOpened() ? "opening" : "closing";
  if (last === "" || isSpace(last)) return isOpen && next !== "" && isSpace(next) ? "closing" : "opening";
  if (isOpeningPunctuation(last)) return "opening";
  // said:"Go": a space was forgotten, and there is nothing that could end here.
  const isBeforeWord = next === "" || isWord(next) || isOpeningPunctuation(next);
  if (!isOpen && isBeforeWord && (quote === '"' ? /[,:;]/u : /:/u).test(last)) return "opening";
  if (!isDashOrDots(last)) return "closing";
  if (isWord(next)) return "opening";
  return isOpen ? "closing" : "opening";
}

function of(side: Side, pair: QuotePair): CurlyMark {
  return { rule: "quotes", mark: side === "opening" ? pair.open : pair.close, side };
}

/** The article or pronoun that French runs into the next word: l’« amie », d’« ailleurs », qu’« il ». */
const FRENCH_ELISION = /(?:^|[^\p{L}\p{M}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)\u2019$/iu;

function doubleMark(
  quote: StraightQuote,
  { double, inner, hasPunctuationSpaces }: LocaleMarks,
  style: TypographyStyle,
): CurlyMark {
  const { open, before, after } = quote;
  const isOpen = open.has("double") || open.has("inner");
  const isElided = hasPunctuationSpaces && FRENCH_ELISION.test(before);
  const side = isElided ? "opening" : sideOf(quote, isOpen);
  const isInner = inner !== null && (side === "opening" ? isOpen : open.has("inner"));
  const found = of(side, isInner ? inner : double);
  if (isInner || !hasPunctuationSpaces || !style.rules.has("punctuationSpaces")) return found;
  if (side === "closing") return { ...found, mark: `${NO_BREAK_SPACE}${found.mark}` };
  return after.startsWith(NO_BREAK_SPACE) ? found : { ...found, mark: `${found.mark}${NO_BREAK_SPACE}` };
}

const LEFT_OUT: CurlyMark = { rule: "apostrophes", mark: APOSTROPHE, side: "neither" };

function singleMark(quote: StraightQuote, marks: LocaleMarks): CurlyMark {
  const { before, after, open } = quote;
  const isOpen = open.has("single");
  const side = sideOf(quote, isOpen);
  const isBeforeWord = isWord(after.slice(0, 1));
  if (side === "opening")
    return isBeforeWord && isElided(before, after, marks) ? LEFT_OUT : of(side, marks.single);
  const isInWord = isBeforeWord && before !== "";
  return isOpen && !isInWord ? of(side, marks.single) : LEFT_OUT;
}

/**
 * The mark that a straight quote stands for: an opening or closing quotation mark, an apostrophe or
 * a prime. Null where the rule that would decide is off.
 */
export function curlyMark(quote: StraightQuote, style: TypographyStyle): CurlyMark | null {
  const marks = LOCALE_MARKS[style.locale];
  const isDouble = quote.quote === '"';
  const { open, before, after } = quote;
  const isOpen = isDouble ? open.has("double") || open.has("inner") : open.has("single");
  const prime = mayEndMeasure(after, quote.quote) ? primeFor(before, quote.quote, isOpen) : null;
  if (prime !== null && style.rules.has("primes")) return { rule: "primes", mark: prime, side: "neither" };
  const found = isDouble ? doubleMark(quote, marks, style) : singleMark(quote, marks);
  return style.rules.has(found.rule) ? found : null;
}
