import type { Compositor } from "#shared/fit/compose/index.ts";
import { cheapestCuts, cheapestFills, type Cut, type CutSearch, type Fill } from "#shared/fit/cuts/index.ts";
import { placeInStory, type StoryPlace } from "./copy-text.ts";
import type { SetStory, SetText } from "./set-story.ts";

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

/** The cheapest cuts in the column text of a story: what saves a line for the fewest characters. */
export function storyCuts(story: SetStory, compositor: Compositor, search?: CutSearch): readonly StoryCut[] {
  const texts = columnTexts(story);
  const paragraphs = [...texts].map(([id, { order }]) => ({ id, order }));
  return cheapestCuts(compositor, paragraphs, search).map((cut) => {
    const copy = texts.get(cut.id)?.copy;
    return {
      ...cut,
      from: copy ? placeInStory(copy, cut.start) : null,
      to: copy ? placeInStory(copy, cut.end) : null,
    };
  });
}

/** Where the column text of a story grows by a line for the fewest characters. */
export function storyFills(story: SetStory, compositor: Compositor, most: number): readonly StoryFill[] {
  const texts = columnTexts(story);
  const paragraphs = [...texts].map(([id, { order }]) => ({ id, order }));
  return cheapestFills(compositor, paragraphs, most).map((fill) => {
    const copy = texts.get(fill.id)?.copy;
    return { ...fill, place: copy ? placeInStory(copy, fill.at) : null };
  });
}
