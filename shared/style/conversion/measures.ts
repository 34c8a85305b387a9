import { UNITS, type Unit } from "./units.ts";

/** A figure with its unit in a text: `5 miles`, `5- to 10-mile`, `6 feet 2 inches`, `72°F`. */
export interface Measure {
  readonly at: number;
  readonly length: number;
  readonly unit: Unit;
  /** One amount, or the two ends of a span. */
  readonly amounts: readonly Amount[];
  /** What words join the two ends of a span: “between 5 and 10 miles”. */
  readonly joint: "to" | "and";
  /** How many of the smaller unit stand beside it, as inches beside feet; null where there are none. */
  readonly smaller: number | null;
  readonly form: "words" | "symbol" | "compound";
  /** The word of a large number: `million`; empty where there is none. */
  readonly scale: string;
}

export interface Amount {
  readonly value: number;
  /** How many digits of it are meant. */
  readonly digits: number;
}

const WORDS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const FRACTIONS: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅛": 1 / 8,
  "⅜": 3 / 8,
  "⅝": 5 / 8,
  "⅞": 7 / 8,
};
const FRACTION_SIGNS = Object.keys(FRACTIONS).join("");

const FIGURE = `(?:[-−–](?=\\d))?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:\\s?[${FRACTION_SIGNS}]|\\s\\d\\/\\d)?|\\d\\/\\d(?!\\d)|[${FRACTION_SIGNS}]`;
const PARTS: Readonly<Record<string, number>> = { half: 0.5, "half a": 0.5, "half an": 0.5, quarter: 0.25 };
const AND_A_HALF = /[ -]and[ -]a[ -]half$/iu;
/** A figure or a word for one, as a pattern. */
export const NUMBER = `(?:(?:\\d{1,3}|${WORDS.slice(1).join("|")})[ -]and[ -]a[ -]half|(?:minus )?(?:${FIGURE})|${WORDS.slice(1).join("|")}|(?<!and[ -]a[ -])(?:half an?|half)|quarter)`;
/** A space that may stand between a figure and its unit, as a pattern. */
export const SPACE = "[ \\u00A0\\u202F]";
const EDGE_BEFORE = "(?<![\\p{L}\\p{N}.,/$€£])";
const EDGE_AFTER = "(?![\\p{L}\\p{N}])(?! (?:per|an?|to the) gallon)";
const FEW = `\\d{1,2}|${WORDS.slice(1).join("|")}`;
const SCALE = `(?:${SPACE}(?<scale>thousand|million|billion))?`;

function spanOf(to: string): string {
  return `(?:(?<from>${NUMBER})${to})?(?<to>${NUMBER})`;
}

function between(source: string): RegExp {
  return new RegExp(EDGE_BEFORE + source + EDGE_AFTER, "giu");
}

interface Pattern {
  readonly unit: Unit;
  readonly form: Measure["form"];
  readonly pattern: RegExp;
}

/** Inches behind feet and ounces behind pounds, in each of the ways of writing both. */
function smallerOf({ smaller, id }: Unit): Readonly<Record<Measure["form"], string>> {
  if (smaller === undefined) return { words: "", compound: "", symbol: "" };
  const isHeight = id === "foot";
  const { inWords, asSymbol } = smaller;
  return {
    words: `(?:,?${SPACE}(?:and${SPACE})?(?<smaller>${FEW})${SPACE}${inWords}${isHeight ? `|(?<=foot)${SPACE}(?<bare>${FEW})` : ""})?`,
    compound: isHeight
      ? `(?:(?:-|,?${SPACE}(?=\\d+-inch))(?<smaller>${FEW})(?:-inch)?)?`
      : `(?:,?[ -](?<smaller>${FEW})-ounce)?`,
    symbol: `(?:\\.?,?${SPACE}?(?<smaller>${FEW})${SPACE}?${asSymbol})?`,
  };
}

const PATTERNS: readonly Pattern[] = UNITS.flatMap((unit): Pattern[] => {
  const to = `${SPACE}to${SPACE}|[–-]`;
  const smaller = smallerOf(unit);
  const compound = `-(?:${unit.inWords.replaceAll(" ", "-")})${smaller.compound}`;
  const inWords = `${SCALE}${SPACE}(?:${unit.inWords})${smaller.words}`;
  const asSymbol = `${SPACE}?(?:${unit.asSymbol})${smaller.symbol}`;
  const betweenThem = `(?<=between${SPACE})(?<from>${NUMBER})(?<and>${SPACE}and${SPACE})(?<to>${NUMBER})`;
  return [
    { unit, form: "words", pattern: between(betweenThem + inWords) },
    { unit, form: "symbol", pattern: between(betweenThem + asSymbol) },
    { unit, form: "words", pattern: between(spanOf(`(?:${to})`) + inWords) },
    { unit, form: "compound", pattern: between(spanOf(`-?${SPACE}to${SPACE}|[–-]`) + compound) },
    { unit, form: "symbol", pattern: between(spanOf(`(?:${to})`) + asSymbol) },
  ];
});

/** 6′2″, also with straight marks. */
const FEET_AND_INCHES = /(?<![\p{L}\p{N}])(?<to>\d{1,2})[′’'](?:\s?(?<smaller>\d{1,2})[″”"])/gu;

function digitsOf(figure: string): number {
  const digits = figure.replaceAll(/[^\d.]/gu, "");
  const [whole = "", decimals] = digits.split(".");
  if (decimals !== undefined) return (whole + decimals).replace(/^0+/u, "").length;
  return whole.replace(/^0+/u, "").replace(/0+$/u, "").length;
}

/** Reads a figure or a word for one. */
export function amountOf(written: string): Amount {
  const known = PARTS[written.toLowerCase()];
  if (known !== undefined) return { value: known, digits: 1 };
  if (AND_A_HALF.test(written)) {
    const { value, digits } = amountOf(written.replace(AND_A_HALF, ""));
    return { value: value + 0.5, digits: digits + 1 };
  }
  const word = WORDS.indexOf(written.toLowerCase());
  if (word > 0) return { value: word, digits: String(word).replace(/0$/u, "").length };
  const sign = /^(?:minus |[-−–])/iu.test(written) ? -1 : 1;
  const figure = written.replace(/^(?:minus |[-−–])/iu, "");
  const part = new RegExp(`(?:([${FRACTION_SIGNS}])|(?:^|\\s)(\\d)\\/(\\d))$`, "u").exec(figure);
  const fraction = part ? (FRACTIONS[part[1] ?? ""] ?? Number(part[2]) / Number(part[3])) : 0;
  const whole = part ? figure.slice(0, part.index) : figure;
  const value = Number(whole.replaceAll(",", "").trim() || 0);
  return { value: sign * (value + fraction), digits: Math.max(digitsOf(whole) + (part ? 1 : 0), 1) };
}

function measureOf(match: RegExpExecArray, unit: Unit, form: Measure["form"]): Measure {
  const { from, to = "", scale = "", and, smaller, bare } = match.groups ?? {};
  const few = smaller ?? bare;
  return {
    at: match.index,
    length: match[0].length,
    unit,
    form,
    amounts: [...(from === undefined ? [] : [from]), to].map(amountOf),
    joint: and === undefined ? "to" : "and",
    smaller: few === undefined ? null : amountOf(few).value,
    scale: scale.toLowerCase(),
  };
}

/** Every measure of a text, in order; where two readings overlap, the one that begins first and reaches further. */
export function measuresIn(text: string): readonly Measure[] {
  const foot = UNITS.find(({ id }) => id === "foot");
  const found = PATTERNS.flatMap(({ unit, form, pattern }) =>
    [...text.matchAll(pattern)].map((match) => measureOf(match, unit, form)),
  );
  if (foot)
    found.push(...[...text.matchAll(FEET_AND_INCHES)].map((match) => measureOf(match, foot, "symbol")));
  const inOrder = found.toSorted((a, b) => a.at - b.at || b.length - a.length);
  let end = 0;
  return inOrder.filter(({ at, length }) => {
    if (at < end) return false;
    end = at + length;
    return true;
  });
}
