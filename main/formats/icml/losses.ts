import { counted, lossesEverywhere, photoName, printedRuns } from "#main/formats/losses.ts";
import type { PrintStory } from "#main/formats/story-format.ts";

function bothPositionsLost(story: PrintStory): readonly string[] {
  const places = printedRuns(story).filter(
    ({ marks }) => marks?.includes("superscript") && marks.includes("subscript"),
  );
  if (places.length === 0) return [];
  return [
    `Text that is both superscript and subscript is set as superscript only, in ${counted(places.length, "place")}.`,
  ];
}

function altTextsLost({ document, pictures }: PrintStory): readonly string[] {
  return document.blocks
    .filter((block) => block.kind === "photo")
    .filter((photo) => photo.alt !== "" && !pictures.has(photo.id))
    .map((photo) => `${photoName(photo)} is not there to carry its alt text: “${photo.alt}”.`);
}

/** Everything in a story that an ICML file cannot hold, as sentences. */
export function icmlLosses(story: PrintStory): readonly string[] {
  return [...lossesEverywhere(story), ...bothPositionsLost(story), ...altTextsLost(story)];
}
