import type { FlagKind, FitState } from "#shared/fit/depth/index.ts";
import type { BreakFaultKind, LineFit } from "#shared/fit/headline/index.ts";
import type { Composer, StyleName } from "#shared/fit/kit/index.ts";
import type { FitUnit } from "#shared/contract/view-choices.ts";
import type { LengthUnit } from "#shared/newsroom/index.ts";
import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const { counted, decimal, figure, quoted } = forms;

const units: Readonly<Record<FitUnit, string>> = {
  lines: "Lines",
  inches: "Inches",
  picas: "Picas",
  cm: "Centimeters",
};

const flags: Readonly<Record<FlagKind, string>> = {
  tight: "Tight",
  loose: "Loose",
  runt: "Runt",
  widow: "Widow",
  orphan: "Orphan",
  near: "Near breaking otherwise",
  "outside-limits": "Beyond the limits",
  "forced-apart": "Broken by force",
  "too-wide": "Too wide",
  "missing-glyph": "No such character in the face",
  "missing-face": "No such face in the kit",
};

const faults: Readonly<Record<BreakFaultKind, string>> = {
  preposition: "ends on a preposition",
  article: "ends on an article",
  conjunction: "ends on a conjunction",
  verb: "splits a verb",
  adjective: "parts an adjective from its noun",
  possessive: "parts a possessive from its noun",
  name: "splits a name",
  number: "parts a number from what it counts",
};

const styles: Readonly<Record<StyleName, string>> = {
  headline: "headline",
  deck: "deck",
  byline: "byline",
  source: "source line",
  paragraph: "paragraph",
  subhead: "subhead",
  pullQuote: "pull quote",
  listItem: "list item",
  factBox: "fact box",
  tagline: "tagline",
  endMark: "end mark",
  caption: "caption",
  credit: "credit",
};

const composers: Readonly<Record<Composer, string>> = {
  "single-line": "line by line",
  "optimum-fit": "optimum fit",
};

const oneUnit: Readonly<Record<LengthUnit, string>> = { words: "words", lines: "lines", inches: "in" };

function sized(amount: number, unit: FitUnit | "words"): string {
  if (unit === "lines") return counted(amount, nouns.line);
  if (unit === "words") return counted(amount, nouns.word);
  if (unit === "inches") return `${decimal(amount, 2)} in`;
  return unit === "picas" ? `${decimal(amount, 1)} picas` : `${decimal(amount, 1)} cm`;
}

export interface Against {
  readonly over: number;
  readonly planUnit: LengthUnit;
  readonly fitState: FitState;
}

/** How long the story is when it is set: the state line, the panel, the page, the headline desk, the galley. */
export const fit = {
  name: "Fit",
  units,
  flags,
  faults,
  composers,
  styles,
  commands: {
    headline: "Headline desk",
    overset: "Go to where the story is overset",
    marks: "Show or hide marks of the fit on the page",
    lineEnds: "Show or hide where the set lines end",
    galley: "Galley: the story in its columns, or the page alone",
    cut: "Go to the cheapest cut",
    applyBest: "Break the headline the best way",
    unit: ({ unit }: { readonly unit: FitUnit }) => `Depth in ${units[unit].toLowerCase()}`,
  },
  /** A depth in one unit. */
  depth: ({ deep, unit }: { readonly deep: number; readonly unit: FitUnit }) => sized(deep, unit),
  range: ({ least, most }: { readonly least: number; readonly most: number }) =>
    least === most ? figure(least) : `${figure(least)}–${figure(most)}`,
  /** With its sign, and in words. */
  against: ({ over, planUnit, fitState }: Against) => {
    const far = planUnit === "inches" ? decimal(Math.abs(over), 2) : figure(Math.abs(Math.round(over)));
    const sign = over > 0 ? "+" : over < 0 ? "−" : "±";
    const name = { over: "over", short: "under", fits: "fits" }[fitState];
    return `${sign}${far} ${oneUnit[planUnit]}, ${name}`;
  },
  /** Told when it changes between over, fits and under. */
  turned: ({ over, planUnit, fitState }: Against) =>
    fitState === "fits"
      ? "The story fits."
      : `The story is ${sized(Math.abs(over), planUnit)} ${fitState === "over" ? "over" : "under"}.`,
  overset: ({ lines }: { readonly lines: number }) => `over by ${counted(lines, nouns.line)}`,
  wordsOver: ({ words }: { readonly words: number }) => `over by ${counted(words, nouns.word)}`,
  partTitle: "How long the story is when it is set. Opens the panel.",
  waiting: "Setting the story…",
  none: "Open a story to see how it fits.",
  failed: ({ why }: { readonly why: string }) => `The story could not be set: ${why}`,
  notStarted: "the composer did not start",
  stopped: "the composer was stopped",
  column: {
    half: "Column",
    setIn: "Set in",
    kit: "Desk kit",
    spec: "Column spec",
    chosenFor: {
      story: "Chosen for this story.",
      desk: "As its desk.",
      newsroom: "As the newsroom.",
      stet: "As it comes with Stet.",
    },
    asDesk: "As its desk",
    legs: "Legs",
    legCount: "Columns",
    legDepth: "Each, in inches",
    noLegs: "No legs",
    setLegs: "Set legs",
    left: ({ inches }: { readonly inches: number }) => `${decimal(inches, 2)} in left in the legs`,
    length: "Length",
    shownIn: "Depth in the state line",
    depth: "Depth",
    words: "Words that fill the column",
    planned: "Planned",
    noPlan: "No length planned",
    underOthers: ({ lines, least, most, composer }: Range) =>
      least === most
        ? `${counted(lines, nouns.line)}, ${composers[composer]} or otherwise`
        : `${counted(lines, nouns.line)}; ${figure(least)}–${figure(most)} with other composers`,
    flagged: "Lines to look at",
    noFlags: "Nothing to look at.",
    lineNr: ({ nth }: { readonly nth: number }) => `line ${figure(nth)}`,
    cuts: "Cheapest cuts",
    noCuts: "No cheap cut was found.",
    looking: "Looking…",
    cut: ({ count, lines }: { readonly count: number; readonly lines: number }) =>
      `${counted(count, nouns.character)}, saves ${counted(lines, nouns.line)}`,
    after: ({ lines }: { readonly lines: number }) => `then ${counted(lines, nouns.line)}`,
    fills: "Cheapest fills",
    growth: ({ count }: { readonly count: number }) => `${counted(count, nouns.character)} more make a line`,
    calibration: "Calibration",
    factor: ({ factor, count }: { readonly factor: number; readonly count: number }) =>
      count === 0
        ? "Nothing measured: depths are as composed."
        : `Depths are as composed × ${decimal(factor, 3)}, from ${count === 1 ? "1 placed story" : `${figure(count)} placed stories`}.`,
    real: "Real depth of this story as placed, in inches",
    measure: "Keep it",
    more: ({ count }: { readonly count: number }) => `and ${figure(count)} more`,
  },
  numbers: {
    head: "Numbers of the body text",
    size: "Size, in points",
    leading: "Leading, in points",
    measure: "Measure, in points",
    spaceMin: "Least word space, in percent",
    spaceMax: "Most word space, in percent",
    copy: ({ name }: { readonly name: string }) => `${name}, copy`,
    setIn: "Set in these",
    noteOwn:
      "They take the place of the kit’s own wherever it is chosen; the story on the page is the sample.",
    note: "They go into a copy of the kit, chosen for this story: the story on the page is the sample.",
  },
  headline: {
    half: "Headline",
    order: "Order",
    orderMeans: "columns-points-lines",
    noCode: ({ typed }: { readonly typed: string }) =>
      `${quoted(typed)} is no order: write columns-points-lines, such as 3-36-2.`,
    keep: "Keep for this story",
    prints: "Prints",
    other: ({ nth }: { readonly nth: number }) => `Other wording ${figure(nth)}`,
    deck: "Deck",
    none: "The story has no headline yet.",
    line: { fits: "fits", short: "short", over: "over" } satisfies Record<LineFit, string>,
    counts: ({ overCounts }: { readonly overCounts: number }) =>
      overCounts > 0 ? `+${decimal(overCounts, 1)} counts` : `−${decimal(Math.abs(overCounts), 1)} counts`,
    tooMany: ({ lines, most }: { readonly lines: number; readonly most: number }) =>
      `${counted(lines, nouns.line)}, ordered are ${figure(most)}`,
    best: "Best break",
    isBest: "Broken the best way.",
    apply: "Break it so",
    meter: ({ percent }: { readonly percent: number }) => `${figure(percent)}% of the measure`,
  },
  galley: {
    name: "Galley",
    leg: ({ nth }: { readonly nth: number }) => `Column ${figure(nth)}`,
    overset: "Overset",
    close: "Close the galley",
    picture: "Picture",
    hint: "Press a word to go to it on the page.",
  },
  kits: {
    title: "Desk kits",
    ours: "comes with Stet",
    use: "For the newsroom",
    used: "In use for the newsroom",
    bringIn: "Bring a kit in…",
    export: "Export",
    remove: "Remove",
    broughtIn: ({ name }: { readonly name: string }) => `${name} has been brought in.`,
  },
};

export interface Range {
  readonly lines: number;
  readonly least: number;
  readonly most: number;
  readonly composer: Composer;
}
