/** Whose typography a story follows. */
export const TYPOGRAPHY_LOCALES = ["us", "uk", "french", "german", "swedish"] as const;
export type TypographyLocale = (typeof TYPOGRAPHY_LOCALES)[number];

/** Every rule that can be switched on and off. The last two only clean what is already written. */
export const TYPOGRAPHY_RULES = [
  "quotes",
  "apostrophes",
  "primes",
  "dashes",
  "ellipsis",
  "fractions",
  "punctuationSpaces",
  "unitSpaces",
  "doubleSpaces",
  "spaceBeforePunctuation",
] as const;
export type TypographyRule = (typeof TYPOGRAPHY_RULES)[number];

/** Rules that are off until somebody asks for them. */
export const RULES_OFF_AT_FIRST: readonly TypographyRule[] = ["unitSpaces"];

/** What a story is set by: a locale, and the rules that apply. */
export interface TypographyStyle {
  readonly locale: TypographyLocale;
  readonly rules: ReadonlySet<TypographyRule>;
}

/** The style of a locale with every rule but those that are off. */
export function typographyStyle(
  locale: TypographyLocale,
  off: readonly TypographyRule[] = RULES_OFF_AT_FIRST,
): TypographyStyle {
  return { locale, rules: new Set(TYPOGRAPHY_RULES.filter((rule) => !off.includes(rule))) };
}
