import type { TypographyLocale } from "./choices.ts";

export const APOSTROPHE = "\u2019";
export const PRIME = "\u2032";
export const DOUBLE_PRIME = "\u2033";
export const EM_DASH = "\u2014";
export const EN_DASH = "\u2013";
export const ELLIPSIS = "\u2026";
export const NO_BREAK_SPACE = "\u00A0";
export const NARROW_NO_BREAK_SPACE = "\u202F";

/** The mark that opens a quotation and the one that closes it. */
export interface QuotePair {
  readonly open: string;
  readonly close: string;
}

/** How one country's newspapers set their copy. */
export interface LocaleMarks {
  readonly double: QuotePair;
  /** What the double quote key gives inside a quotation, where that is another mark. */
  readonly inner: QuotePair | null;
  readonly single: QuotePair;
  /** What two hyphens are typed for. */
  readonly dash: string;
  /** No-break spaces stand inside quotation marks and before high punctuation. */
  readonly hasPunctuationSpaces: boolean;
  /** Words that lose their first letters to an apostrophe, in lower case. */
  readonly elisions: readonly string[];
}

const ENGLISH_ELISIONS = [
  ..."tis tisn't twas twasn't twere twill twould twixt tween til till em n nother nuff bout bouts round".split(
    " ",
  ),
  ..."cause cuz coz cos neath gainst fraid kay scuse ello ere nuther twon't tain't member hood".split(" "),
  // Names from the Dutch: ’s-Hertogenbosch, ’t Hooft.
  ..."s t".split(" "),
];

/**
 * The marks of each locale. US: the AP Stylebook and Chicago; UK: New Hart's Rules, whose dash is a
 * spaced en rule; French: Lexique des règles typographiques en usage à l'Imprimerie nationale;
 * German: Duden; Swedish: Svenska skrivregler.
 */
export const LOCALE_MARKS: Readonly<Record<TypographyLocale, LocaleMarks>> = {
  us: {
    double: { open: "\u201C", close: "\u201D" },
    inner: null,
    single: { open: "\u2018", close: "\u2019" },
    dash: EM_DASH,
    hasPunctuationSpaces: false,
    elisions: ENGLISH_ELISIONS,
  },
  uk: {
    double: { open: "\u201C", close: "\u201D" },
    inner: null,
    single: { open: "\u2018", close: "\u2019" },
    dash: EN_DASH,
    hasPunctuationSpaces: false,
    elisions: ENGLISH_ELISIONS,
  },
  french: {
    double: { open: "\u00AB", close: "\u00BB" },
    inner: { open: "\u201C", close: "\u201D" },
    single: { open: "\u2018", close: "\u2019" },
    dash: EN_DASH,
    hasPunctuationSpaces: true,
    elisions: ["tit", "tits", "tite", "tites"],
  },
  german: {
    double: { open: "\u201E", close: "\u201C" },
    inner: null,
    single: { open: "\u201A", close: "\u2018" },
    dash: EN_DASH,
    hasPunctuationSpaces: false,
    elisions: "s n ne nen nem ner ran rauf raus rein rum runter rüber nauf naus nein".split(" "),
  },
  swedish: {
    double: { open: "\u201D", close: "\u201D" },
    inner: null,
    single: { open: "\u2019", close: "\u2019" },
    dash: EN_DASH,
    hasPunctuationSpaces: false,
    elisions: [],
  },
};
