import { lateApostropheAt } from "./apostrophes.ts";
import type { TypographyRule, TypographyStyle } from "./choices.ts";
import { endsInAddress, isDigit, isLetter, isWord } from "./characters.ts";
import { dashAt } from "./dashes.ts";
import { fractionAt, mixedNumberAt } from "./fractions.ts";
import { APOSTROPHE, ELLIPSIS, EM_DASH, EN_DASH, LOCALE_MARKS, NO_BREAK_SPACE, PRIME } from "./locales.ts";
import { openAfter } from "./open-quotes.ts";
import { frenchSpaceBefore, unitLength, wantsFrenchSpace } from "./spaces.ts";
import { curlyMark } from "./straight-quotes.ts";

/**
 * A stretch of a paragraph that a rule gives other characters, in UTF-16 units of the text as it
 * was. Putting `was` in the place of `now` takes it back.
 */
export interface Substitution {
  readonly rule: TypographyRule;
  readonly at: number;
  readonly was: string;
  readonly now: string;
}

/** A paragraph in which one character has just been typed: the last one of `before`. */
export interface TypedText {
  readonly before: string;
  readonly after: string;
}

type AsTyped = (text: TypedText, style: TypographyStyle) => Omit<Substitution, "rule"> | null;

interface TypedRule {
  readonly rule: TypographyRule;
  readonly look: AsTyped;
}

const BACK = 40;

function tail(text: string, length: number = BACK): string {
  return text.slice(-length);
}

/** ‘90s and ‘tis: the word behind an opening quote shows that it is an apostrophe. */
const turnLate: AsTyped = ({ before }, style) => {
  const marks = LOCALE_MARKS[style.locale];
  const near = tail(before);
  const found = lateApostropheAt(near, marks);
  if (found === null) return null;
  const at = before.length - near.length + found;
  if (at > 0 && found === 0) return null;
  return { at, was: marks.single.open, now: APOSTROPHE };
};

/** A letter behind a prime or a closing quote within a word: 90′s, and geht‘s in German. */
const turnBeforeLetter: AsTyped = ({ before }, style) => {
  const [first = "", mark = "", typed = ""] = [before.at(-3), before.at(-2), before.at(-1)];
  const { open, close } = LOCALE_MARKS[style.locale].single;
  const isPrime = mark === PRIME && isDigit(first);
  const isClosing = mark === close && mark !== APOSTROPHE && mark !== open && isWord(first);
  // A board is 2′x4′.
  if (isPrime && /[xX\u00D7]/u.test(typed)) return null;
  return isLetter(typed) && (isPrime || isClosing)
    ? { at: before.length - 2, was: mark, now: APOSTROPHE }
    : null;
};

/** 1/2 before anything that shows that it is complete. */
const fraction: AsTyped = ({ before }) => {
  if (isWord(before.slice(-1)) || before.endsWith("/") || endsInAddress(before.slice(0, -1))) return null;
  for (const length of [8, 7, 6, 4]) {
    const at = before.length - length;
    if (at < 0) continue;
    const find = length === 4 ? fractionAt : mixedNumberAt;
    const found = find(tail(before.slice(0, at)), before.slice(at));
    if (found?.was.length === length - 1) return { at, ...found };
  }
  return null;
};

/** 10 km before anything that is no part of the unit, and 10 % with its last character. */
const unit: AsTyped = ({ before }, { locale }) => {
  const typed = before.slice(-1);
  if (isWord(typed)) return null;
  const at = before.lastIndexOf(" ", before.length - 2);
  if (at < 1 || before.length - at > BACK) return null;
  const rest = before.slice(at);
  const length = unitLength(before.charAt(at - 1), rest, locale);
  const isWhole = length === rest.length || length === rest.length - 1;
  return length > 0 && isWhole ? { at, was: " ", now: NO_BREAK_SPACE } : null;
};

/** A colon behind a figure, once a space shows that it is no time of day. */
const colonBehindFigure: AsTyped = ({ before }, { locale }) => {
  if (!LOCALE_MARKS[locale].hasPunctuationSpaces || !/\p{Nd}: $/u.test(tail(before))) return null;
  return { at: before.length - 2, was: "", now: NO_BREAK_SPACE };
};

const frenchMark: AsTyped = ({ before, after }, { locale }) => {
  if (!LOCALE_MARKS[locale].hasPunctuationSpaces) return null;
  const typed = before.slice(-1);
  const at = before.length - 1;
  if (typed === "«") return /^\s/u.test(after) ? null : { at: at + 1, was: "", now: NO_BREAK_SPACE };
  if (typed === " ") return before.endsWith(`«${NO_BREAK_SPACE} `) ? { at, was: " ", now: "" } : null;
  const space = frenchSpaceBefore(typed);
  if (space === null) return null;
  const stood = before.slice(0, at);
  if (/[^\s] $/u.test(tail(stood))) return { at: at - 1, was: " ", now: space };
  const isTime = typed === ":" && isDigit(stood.slice(-1));
  return !isTime && wantsFrenchSpace(stood, typed) ? { at, was: "", now: space } : null;
};

const dash: AsTyped = ({ before, after }, style) => {
  const marks = LOCALE_MARKS[style.locale];
  if (before.endsWith("--")) {
    const at = before.length - 2;
    const found = dashAt(before.slice(0, at), before.slice(at) + after.slice(0, 2), marks);
    return found?.was === "--" ? { at, ...found } : null;
  }
  // The third of three hyphens: the first two are a dash by now.
  if (!/[\u2013\u2014]-$/u.test(before) || /[-\u2013\u2014]{3}$/u.test(before)) return null;
  return { at: before.length - 2, was: before.slice(-2), now: EM_DASH };
};

const spacedHyphen: AsTyped = ({ before, after }, style) => {
  const at = before.length - 2;
  if (!before.endsWith(" - ") || isDigit(before.charAt(at - 2))) return null;
  const found = dashAt(before.slice(0, at), before.slice(at) + after.slice(0, 1), LOCALE_MARKS[style.locale]);
  return found && { at, ...found };
};

/** Two hyphens between figures: an em dash was put there before the second figure was known. */
const rangeDash: AsTyped = ({ before }, { locale }) => {
  const end = /(?<=\p{Nd})\u2014\p{Sc}?\p{Nd}$/u.exec(tail(before))?.[0];
  return end === undefined || LOCALE_MARKS[locale].dash !== EM_DASH
    ? null
    : { at: before.length - end.length, was: EM_DASH, now: EN_DASH };
};

/** A fourth dot: the three before it were no ellipsis but leaders, or a full point with them. */
function fourthDot(before: string): Omit<Substitution, "rule"> | null {
  const was = `${ELLIPSIS}.`;
  return before.endsWith(was) ? { at: before.length - was.length, was, now: "...." } : null;
}

const dots: AsTyped = ({ before, after }) => {
  if (!before.endsWith(".")) return null;
  const near = tail(before);
  const was = /(?:^|[^./\\])(\.\.\.|(?<=^|[^.] )\. \. \.)$/u.exec(near)?.[1];
  if (was === undefined) return fourthDot(before);
  if (/^[./\\]/u.test(after) || endsInAddress(before)) return null;
  return { at: before.length - was.length, was, now: ELLIPSIS };
};

/** Rules about what stands before the character that was typed, then those about the character itself. */
const BEHIND: readonly TypedRule[] = [
  { rule: "apostrophes", look: turnLate },
  { rule: "apostrophes", look: turnBeforeLetter },
  { rule: "fractions", look: fraction },
  { rule: "unitSpaces", look: unit },
  { rule: "dashes", look: rangeDash },
  { rule: "dashes", look: spacedHyphen },
  { rule: "punctuationSpaces", look: colonBehindFigure },
];
const TYPED: readonly TypedRule[] = [
  { rule: "dashes", look: dash },
  { rule: "ellipsis", look: dots },
  { rule: "punctuationSpaces", look: frenchMark },
];

function straightQuote({ before, after }: TypedText, style: TypographyStyle): Substitution | null {
  const quote = before.slice(-1);
  if (quote !== "'" && quote !== '"') return null;
  const at = before.length - 1;
  const stood = before.slice(0, at);
  const open = openAfter(stood, LOCALE_MARKS[style.locale]);
  const isBehindMark = open.lastMarkAt >= 0 && open.lastMarkAt === at - 1;
  const found = curlyMark({ quote, before: stood, after: after.slice(0, BACK), open, isBehindMark }, style);
  return found && { rule: found.rule, at, was: quote, now: found.mark };
}

function firstOf(rules: readonly TypedRule[], text: TypedText, style: TypographyStyle): Substitution | null {
  for (const { rule, look } of rules) {
    const found = style.rules.has(rule) ? look(text, style) : null;
    if (found) return { rule, ...found };
  }
  return null;
}

/** One substitution for two that follow on each other, with what lies between them. */
function joined(
  first: Substitution,
  second: Substitution,
  text: string,
  lengthBetween: number,
): Substitution {
  const secondAt = second.at + text.length - lengthBetween;
  const between = text.slice(first.at + first.was.length, secondAt);
  return {
    rule: second.rule,
    at: first.at,
    was: first.was + between + second.was,
    now: first.now + between + second.now,
  };
}

/** How many characters before a typed one are enough to know that it changes nothing. */
export const NEAR = 16;

/** Marks that the letter or figure behind them can show to be others. */
const LATE = /[\u2018\u2019\u201A\u2032\u2014].{0,3}$/su;
/** What a space can complete: a quote that is an apostrophe, a fraction, a measure, a hyphen, a French mark. */
const BEFORE_SPACE = /[\u2018\u201A\p{N}«]| -$/u;

/**
 * False where typing this character behind these cannot have a rule change anything, whatever the
 * style: the quick answer for nearly every key. `before` need be no more than the last `NEAR`
 * characters.
 */
export function mayChange(typed: string, before: string): boolean {
  if (typed.length !== 1) return false;
  if (typed === " ") return BEFORE_SPACE.test(before);
  return !isWord(typed) || LATE.test(before);
}

/** What the character that was just typed changes, if anything. Looks at this paragraph only. */
export function substitutionAsTyped(text: TypedText, style: TypographyStyle): Substitution | null {
  const first = firstOf(BEHIND, text, style);
  const before = first
    ? text.before.slice(0, first.at) + first.now + text.before.slice(first.at + first.was.length)
    : text.before;
  const then = { before, after: text.after };
  const second = straightQuote(then, style) ?? firstOf(TYPED, then, style);
  if (!first || !second) return first ?? second;
  const isApart = second.at >= first.at + first.now.length;
  return isApart ? joined(first, second, text.before, before.length) : first;
}
