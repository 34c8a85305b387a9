import { amountOf, NUMBER, SPACE, type Amount } from "#shared/style/conversion/measures.ts";
import type { Crown, Currency } from "./currencies.ts";

/** A number of units of money: what is written, and the large number behind it. */
export interface Sum extends Amount {
  /** 1, or a thousand, a million and so on. */
  readonly scale: number;
}

/** An amount of money in a text: `€5 million`, `500–700 kronor`, `£3bn to £4bn`. */
export interface Money {
  readonly at: number;
  readonly length: number;
  /** Null for crowns of which the text does not say whose. */
  readonly currency: Currency | null;
  /** One sum, or the two ends of a span. */
  readonly sums: readonly Sum[];
  /** The large number is written short, as in `£3bn`. */
  readonly isShort: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
};

type Writing = readonly [currency: Currency | null, before: string, behind: string];

/** How amounts of each are written: what stands before the figure, and what stands behind it. Codes have capitals: 5 sek is seconds. */
const WRITINGS: readonly Writing[] = [
  ["USD", "US\\$|\\$|(?-i:USD)", "US dollars?|U\\.S\\. dollars?|dollars?|(?-i:USD)"],
  ["EUR", "€|(?-i:EUR)", "euros?|€|(?-i:EUR)"],
  ["GBP", "£|(?-i:GBP)", "pounds? sterling|British pounds?|(?-i:GBP)"],
  ["JPY", "¥|(?-i:JPY)", "Japanese yen|yen|(?-i:JPY)"],
  ["NOK", "(?-i:NOK)", "Norwegian kroner|Norwegian krone|(?-i:NOK)"],
  ["SEK", "(?-i:SEK)", "Swedish kronor|Swedish krona|kronor|krona|(?-i:SEK)"],
  ["DKK", "(?-i:DKK)", "Danish kroner|Danish krone|(?-i:DKK)"],
  [null, "kr\\.?", "kroner|krone|kr"],
];

const EDGE_BEFORE = "(?<![\\p{L}\\p{N}.,/$€£¥])";
const EDGE_AFTER = "(?![\\p{L}\\p{N}])";
const TO = `${SPACE}to${SPACE}|[–-]`;

function scale(nth: "One" | "Two"): string {
  return `(?:(?:${SPACE}|-)(?<word${nth}>thousand|million|billion|trillion)|(?<short${nth}>k|m|mn|bn|tn)${EDGE_AFTER})?`;
}

function patternsOf([currency, before, behind]: Writing): readonly (readonly [Currency | null, RegExp])[] {
  const first = (gap: string): string => `(?<from>${NUMBER})${scale("One")}(?:${gap})`;
  const sources = [
    `(?:${before})${SPACE}?(?:${first(TO)}(?:(?:${before})${SPACE}?)?)?(?<to>${NUMBER})${scale("Two")}`,
    `(?:${first(TO)})?(?<to>${NUMBER})${scale("Two")}(?:${SPACE}|-)?(?:${behind})`,
  ];
  return sources.map((source) => [currency, new RegExp(EDGE_BEFORE + source + EDGE_AFTER, "giu")]);
}

const PATTERNS = WRITINGS.flatMap(patternsOf);

function scaleOf(word: string | undefined): number {
  return word === undefined ? 1 : (SCALES[word.toLowerCase()] ?? 1);
}

function moneyOf(match: RegExpExecArray, currency: Currency | null): Money {
  const { from, to = "", wordOne, shortOne, wordTwo, shortTwo } = match.groups ?? {};
  const last = scaleOf(wordTwo ?? shortTwo);
  const own = wordOne ?? shortOne;
  // In “5 to 10 million” the first figure counts millions too.
  const first = own === undefined ? last : scaleOf(own);
  return {
    at: match.index,
    length: match[0].length,
    currency,
    sums: [
      ...(from === undefined ? [] : [{ ...amountOf(from), scale: first }]),
      { ...amountOf(to), scale: last },
    ],
    isShort: shortOne !== undefined || shortTwo !== undefined,
  };
}

/** Every amount of money of a text, in order; where two readings overlap, the one that begins first and reaches further. */
export function moneyIn(text: string): readonly Money[] {
  const found = PATTERNS.flatMap(([currency, pattern]) =>
    [...text.matchAll(pattern)].map((match) => moneyOf(match, currency)),
  );
  let end = 0;
  return found
    .toSorted((a, b) => a.at - b.at || b.length - a.length)
    .filter(({ at, length }) => {
      if (at < end) return false;
      end = at + length;
      return true;
    });
}

/** Whose money it is: crowns of which the text does not say so are those that the desk means. */
export function currencyOf({ currency }: Money, crown: Crown): Currency {
  return currency ?? crown;
}
