import type { Compositor } from "#shared/fit/compose/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import {
  flowStory,
  inchesToPoints,
  placeInStory,
  storyCuts,
  storyFills,
  wordsOver,
  type Depth,
  type Legs,
  type LineRange,
  type Overset,
  type PlannedFit,
  type StoryCut,
  type StoryFill,
  type StoryFit,
  type StoryPlace,
  type StorySetting,
  type WordsOver,
} from "#shared/fit/depth/index.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";

/** Where a line of the column ends in the story, and whether in a word. */
export interface SetLineEnd {
  readonly place: StoryPlace;
  readonly hyphen: boolean;
}

/** What the window always says of the length of a story, as plain data. */
export interface FitReport {
  readonly words: number;
  /** As composed, and as calibrated by the factor. */
  readonly composed: Depth;
  readonly depth: Depth;
  readonly factor: number;
  readonly range: LineRange;
  readonly planned: PlannedFit | null;
  readonly legs: Legs | null;
  /** What finds no room in the legs or, where there are none, in the planned lines or inches; null where everything does. */
  readonly overset: Overset | null;
  /** What is more than the planned words, where the story is over a plan in words and has no legs; null elsewhere. */
  readonly wordsOver: WordsOver | null;
  /** Room that is left below the text in the legs, in points. */
  readonly leftPt: number;
}

/** The column that a plan in lines or inches asks for; null for a plan in words. */
function plannedColumn(planned: PlannedLength | null, factor: number, { spec }: StorySetting): Legs | null {
  if (!planned || planned.unit === "words" || planned.amount <= 0) return null;
  const { leadingPt } = spec.styles.paragraph;
  const depthPt = planned.unit === "lines" ? planned.amount * leadingPt : inchesToPoints(planned.amount);
  return { count: 1, depthPt: depthPt / factor };
}

/** What the window says of a fitted story. */
export function fitReport(
  fit: StoryFit,
  planned: PlannedLength | null,
  document: Pick<StoryDocument, "blocks">,
): FitReport {
  const { words, composed, depth, factor, range, flow, set } = fit;
  const isOverInWords = !flow.legs && fit.planned?.unit === "words" && fit.planned.state === "over";
  const column = flow.legs ? null : plannedColumn(planned, factor, set.setting);
  return {
    words,
    composed,
    depth,
    factor,
    range,
    planned: fit.planned,
    legs: flow.legs,
    overset: column ? flowStory(set, column).overset : flow.overset,
    wordsOver: isOverInWords && planned ? wordsOver(document, planned.amount) : null,
    leftPt: flow.leftPt,
  };
}

/** Where the lines of the column end that are not the last of their paragraph. */
export function setLineEnds({ flow }: StoryFit): readonly SetLineEnd[] {
  return flow.items.flatMap((item): readonly SetLineEnd[] => {
    if (item.kind !== "line") return [];
    const line = item.text.composed.lines[item.line];
    const place = line && line.ends !== "last" ? placeInStory(item.text.copy, line.end) : null;
    return place && line ? [{ place, hyphen: line.ends === "hyphen" }] : [];
  });
}

/** The cheapest ways to a line less and a line more. */
export interface CutsReport {
  readonly cuts: readonly StoryCut[];
  readonly fills: readonly StoryFill[];
}

const FILLS_SHOWN = 8;

/** Looks for cuts and fills in a story that has been set. */
export function cutsReport(fit: StoryFit, compositor: Compositor): CutsReport {
  return { cuts: storyCuts(fit, compositor), fills: storyFills(fit, compositor, FILLS_SHOWN) };
}
