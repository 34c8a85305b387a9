import type { TypographyLocale, TypographyRule } from "#shared/style/typography/index.ts";

interface RuleWords {
  /** As a list of changes names it. */
  readonly name: string;
  /** What it does, for the settings. */
  readonly does: string;
}

/** How the desk speaks of the rules. */
export const RULE_WORDS: Readonly<Record<TypographyRule, RuleWords>> = {
  quotes: { name: "Quotation marks", does: "Curly quotation marks" },
  apostrophes: { name: "Apostrophes", does: "Apostrophes, in ’90s and rock ’n’ roll too" },
  primes: { name: "Primes", does: "Primes for feet, inches, minutes: 6′2″" },
  dashes: { name: "Dashes", does: "Dashes for two hyphens, and for one between spaces" },
  ellipsis: { name: "Ellipses", does: "Ellipsis … for three dots" },
  fractions: { name: "Fractions", does: "Fractions: ½ for 1/2" },
  punctuationSpaces: {
    name: "Spaces at punctuation",
    does: "French spaces at « » ; : ! ?",
  },
  unitSpaces: { name: "Spaces before units", does: "No-break space between number and unit" },
  doubleSpaces: { name: "Double spaces", does: "One space for two" },
  spaceBeforePunctuation: {
    name: "Spaces before punctuation",
    does: "No space before a comma or a period",
  },
};

export const LOCALE_WORDS: Readonly<Record<TypographyLocale, string>> = {
  us: "American: “a” ‘b’ —",
  uk: "British: “a” ‘b’ –",
  french: "French: « a » “b” –",
  german: "German: „a“ ‚b‘ –",
  swedish: "Swedish: ”a” ’b’ –",
};
