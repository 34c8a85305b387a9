import type { Compositor } from "#shared/fit/compose/index.ts";
import { cheapestCuts, cheapestFills, type Cut, type CutSearch, type Fill } from "#shared/fit/cuts/index.ts";
import { placeInStory, type StoryPlace } from "./copy-text.ts";
import { depthInUnits } from "./depth-units.ts";
import type { StoryFit } from "./fit-story.ts";
import { flowStory } from "./flow.ts";
import type { SetPart, SetStory, SetText } from "./set-story.ts";

type FittedStory = Pick<StoryFit, "set" | "factor">;

/** A cut, and where in the story its words stand. */
export interface StoryCut extends Cut {
  readonly from: StoryPlace | null;
  readonly to: StoryPlace | null;
}

/** Where a few characters more make a line more. */
export interface StoryFill extends Fill {
  readonly place: StoryPlace | null;
}

function columnTexts({ parts }: SetStory): ReadonlyMap<string, SetText> {
  const texts = parts.filter((part): part is SetText => part.kind === "text" && part.place === "column");
  return new Map(texts.map((text) => [text.block, text]));
}

/** How many lines deep the column runs, as calibrated, where a paragraph has so many lines more or fewer. */
function linesWith({ set, factor }: FittedStory, block: string, more: number): number {
  const parts = set.parts.map((part): SetPart => {
    if (part.kind !== "text" || part.place !== "column" || part.block !== block) return part;
    const { lines } = part.composed;
    const last = lines.slice(-1);
    const changed =
      more < 0 ? lines.slice(0, more) : [...lines, ...Array.from({ length: more }, () => last).flat()];
    return { ...part, composed: { ...part.composed, lines: changed } };
  });
  const { leadingPt } = set.setting.spec.styles.paragraph;
  return depthInUnits(flowStory({ ...set, parts }).depthPt * factor, leadingPt).lines;
}

/** The cheapest cuts in the column text of a story: what saves a line for the fewest characters, and how deep the column runs then. */
export function storyCuts(
  story: FittedStory,
  compositor: Compositor,
  search?: CutSearch,
): readonly StoryCut[] {
  const texts = columnTexts(story.set);
  const paragraphs = [...texts].map(([id, { order }]) => ({ id, order }));
  return cheapestCuts(compositor, paragraphs, search).map((cut) => {
    const copy = texts.get(cut.id)?.copy;
    return {
      ...cut,
      linesAfter: linesWith(story, cut.id, -cut.savesLines),
      from: copy ? placeInStory(copy, cut.start) : null,
      to: copy ? placeInStory(copy, cut.end) : null,
    };
  });
}

/** Where the column text of a story grows by a line for the fewest characters. */
export function storyFills(story: FittedStory, compositor: Compositor, most: number): readonly StoryFill[] {
  const texts = columnTexts(story.set);
  const paragraphs = [...texts].map(([id, { order }]) => ({ id, order }));
  return cheapestFills(compositor, paragraphs, most).map((fill) => {
    const copy = texts.get(fill.id)?.copy;
    const linesAfter = linesWith(story, fill.id, 1);
    return { ...fill, linesAfter, place: copy ? placeInStory(copy, fill.at) : null };
  });
}
