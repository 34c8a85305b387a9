import { altTextsLost, lossesEverywhere, subscriptLost } from "../losses.ts";
import type { PrintStory } from "../story-format.ts";
import type { Told } from "#shared/language/told.ts";

/** Everything in a story that an ICML file cannot hold, as sentences. */
export function icmlLosses(story: PrintStory): readonly Told[] {
  return [...lossesEverywhere(story), ...subscriptLost(story), ...altTextsLost(story)];
}
