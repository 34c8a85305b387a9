import { englishForms as forms } from "./forms.ts";

const { counted } = forms;

export interface Change {
  readonly was: string;
  readonly now: string;
  /** The words around the place, the new wording among them. */
  readonly around: string;
}

/** Typography: its rules and locales, and the report of a story that was cleaned up. */
export const typography = {
  clean: "Clean up typography in the whole story",
  cleaned: "Typography cleaned up",
  nothing: "Nothing to clean up: the typography of this story is in order.",
  made: ({ count }: { readonly count: number }) =>
    `${counted(count, { one: "change", other: "changes" })} in this story. One undo takes them all back.`,
  standing: ({ count, made }: { readonly count: number; readonly made: number }) =>
    `${String(count)} of ${counted(made, { one: "change", other: "changes" })} stand.`,
  more: ({ count }: { readonly count: number }) => `and ${String(count)} more`,
  show: ({ was, now, around }: Change) => `Show: ${was} became ${now}, in ${around}`,
  takeBack: "Take back",
  takeBackThis: ({ was, now, around }: Change) => `Take back: ${was} became ${now}, in ${around}`,
  takeAllBack: "Take all back",
  done: "Done",
  notSaved: "The story could not be saved, so nothing was changed. The state line says why.",
  notTakenBack: ({ count }: { readonly count: number }) =>
    count === 1
      ? "One place reads differently by now: nothing was taken back there."
      : `${String(count)} places read differently by now: nothing was taken back there.`,
  spaces: {
    none: "nothing",
    several: ({ count }: { readonly count: number }) => `${String(count)} spaces`,
    space: "space",
    noBreak: "no-break space",
    narrow: "narrow no-break space",
  },
  rules: {
    quotes: { name: "Quotation marks", does: "Curly quotation marks" },
    apostrophes: { name: "Apostrophes", does: "Apostrophes, in ’90s and rock ’n’ roll too" },
    primes: { name: "Primes", does: "Primes for feet, inches, minutes: 6′2″" },
    dashes: { name: "Dashes", does: "Dashes for two hyphens, and for one between spaces" },
    ellipsis: { name: "Ellipses", does: "Ellipsis … for three dots" },
    fractions: { name: "Fractions", does: "Fractions: ½ for 1/2" },
    punctuationSpaces: { name: "Spaces at punctuation", does: "French spaces at « » ; : ! ?" },
    unitSpaces: { name: "Spaces before units", does: "No-break space between number and unit" },
    doubleSpaces: { name: "Double spaces", does: "One space for two" },
    spaceBeforePunctuation: {
      name: "Spaces before punctuation",
      does: "No space before a comma or a period",
    },
  },
  locales: {
    us: "American: “a” ‘b’ —",
    uk: "British: “a” ‘b’ –",
    french: "French: « a » “b” –",
    german: "German: „a“ ‚b‘ –",
    swedish: "Swedish: ”a” ’b’ –",
  },
};
