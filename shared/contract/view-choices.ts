/** How wide a line of the page is: one of three widths, or as many characters as the person says. */
export const MEASURES = ["narrow", "medium", "wide", "characters"] as const;
export type Measure = (typeof MEASURES)[number];

/** The typefaces of the page: the two that Stet brings, and what the system has. */
export const PAGE_FACES = ["serif", "sans", "systemSerif", "systemSans", "systemMono"] as const;
export type PageFace = (typeof PAGE_FACES)[number];

/** As the system asks for, or as the person says whatever the system asks for. */
export const CONTRASTS = ["system", "more", "usual"] as const;
export type Contrast = (typeof CONTRASTS)[number];
export const MOTIONS = ["system", "none"] as const;
export type Motion = (typeof MOTIONS)[number];

/** Sizes of the text in percent, from one step of the zoom to the next. */
export const ZOOM_STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;
/** Line heights in percent of the size of the text. */
export const LINE_SPACINGS = [120, 135, 150, 165, 180, 200, 225] as const;

export const MEASURE_CHARACTERS = { least: 20, most: 160 } as const;
export const CHARACTERS_PER_LINE = { least: 10, most: 120 } as const;
export const WORDS_PER_MINUTE = { least: 60, most: 900 } as const;

/** How a person wants to see the page. It changes no word, and nothing that is exported. */
export interface ViewChoices {
  /** Percent of the usual size of the text. */
  readonly zoom: number;
  readonly measure: Measure;
  /** What `characters` as a measure stands for: that many of them in a line, on average. */
  readonly measureCharacters: number;
  readonly face: PageFace;
  /** Percent of the size of the text. */
  readonly lineSpacing: number;
  /** Letters and words further apart, which many people with dyslexia read more easily. */
  readonly looseLetters: boolean;
  /** Whether the line with the caret stays at one height while text is typed. */
  readonly typewriter: boolean;
  readonly contrast: Contrast;
  readonly motion: Motion;
}

/** What lines and minutes are estimated by. */
export interface LengthFigures {
  /** Characters in a line of the column in print, on average. */
  readonly charactersPerLine: number;
  readonly wordsPerMinute: number;
}

export const USUAL_VIEW: ViewChoices = {
  zoom: 100,
  measure: "medium",
  measureCharacters: 66,
  face: "serif",
  lineSpacing: 150,
  looseLetters: false,
  typewriter: false,
  contrast: "system",
  motion: "system",
};

/**
 * A column of about 11 picas in 9-point type holds some 36 characters; each paper sets its own. Adults
 * read English non-fiction silently at 238 words a minute on average: M. Brysbaert, "How many words do
 * we read per minute? A review and meta-analysis of reading rate", Journal of Memory and Language 109
 * (2019), 104047.
 */
export const USUAL_LENGTH_FIGURES: LengthFigures = { charactersPerLine: 36, wordsPerMinute: 238 };

/** The units that a depth can be shown in; lines are those of the body text. */
export const FIT_UNITS = ["lines", "inches", "picas", "cm"] as const;
export type FitUnit = (typeof FIT_UNITS)[number];
