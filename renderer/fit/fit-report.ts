import type { CopyRun, Compositor } from "#shared/fit/compose/index.ts";
import { fitHeadline, type HeadlineFit } from "#shared/fit/headline/index.ts";
import type { HeadlineBlock, RunBlock, StoryDocument, BlockId, Run } from "#shared/document/index.ts";
import { hasRuns } from "#shared/document/index.ts";
import {
  copyText,
  flowStory,
  inchesToPoints,
  placeInStory,
  storyCuts,
  storyFills,
  styleInStory,
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
import { measureOf, type HeadlineCode } from "#shared/fit/kit/index.ts";
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
export function cutsReport({ set }: StoryFit, compositor: Compositor): CutsReport {
  return { cuts: storyCuts(set, compositor), fills: storyFills(set, compositor, FILLS_SHOWN) };
}

/** One wording of a headline or a deck, measured line by line in its real face. */
export interface WordingFit {
  readonly block: BlockId;
  readonly kind: "headline" | "deck";
  /** Which of the other wordings, from 0; null for the one that prints. */
  readonly alternate: number | null;
  readonly roomPt: number;
  readonly lines: number;
  readonly fit: HeadlineFit;
}

function measured(
  compositor: Compositor,
  setting: StorySetting,
  block: RunBlock & { readonly kind: "headline" | "deck" },
  runs: readonly Run[],
  alternate: number | null,
  code: HeadlineCode,
): WordingFit | null {
  const copy: readonly CopyRun[] = copyText(block, "runs", runs).runs;
  if (copy.every(({ text }) => text.trim() === "")) return null;
  const style = styleInStory(block.kind, setting);
  const widthPt = measureOf(setting.kit, style.columns);
  const order = { runs: copy, style, widthPt };
  const lines =
    block.kind === "headline"
      ? code.lines
      : Math.max(1, fitHeadline(compositor, { ...order, lines: 1 }).asTyped.lines.length);
  return {
    block: block.id,
    kind: block.kind,
    alternate,
    roomPt: widthPt - style.indentLeftPt - style.indentRightPt,
    lines,
    fit: fitHeadline(compositor, { ...order, lines }),
  };
}

function wordingsOf(block: HeadlineBlock): readonly (readonly Run[])[] {
  return block.alternates ?? [];
}

/** Every wording of the headline and every deck of a story against the headline's order. */
export function headlineReport(
  { blocks }: StoryDocument,
  compositor: Compositor,
  setting: StorySetting,
  code: HeadlineCode,
): readonly WordingFit[] {
  const ordered = { ...setting, headline: code };
  return blocks.flatMap((block) => {
    if (!hasRuns(block)) return [];
    if (block.kind === "deck")
      return measured(compositor, ordered, { ...block, kind: "deck" }, block.runs, null, code) ?? [];
    if (block.kind !== "headline") return [];
    return [
      measured(compositor, ordered, block, block.runs, null, code),
      ...wordingsOf(block).map((runs, nr) => measured(compositor, ordered, block, runs, nr, code)),
    ].filter((wording) => wording !== null);
  });
}
