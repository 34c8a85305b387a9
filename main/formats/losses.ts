import { MARKS, NO_PICTURE, runsText, type Mark, type PhotoBlock, type Run } from "#shared/document/index.ts";
import { printBlocks, unknownBlocks } from "./print-blocks.ts";
import type { PrintStory } from "./story-format.ts";
import { told, type Told } from "#shared/language/told.ts";

function alternatesLost({ document }: PrintStory): readonly Told[] {
  const alternates = document.blocks.flatMap((block) =>
    block.kind === "headline" ? (block.alternates ?? []) : [],
  );
  if (alternates.length === 0) return [];
  return [told("otherWordingsLost", { wordings: alternates.map(runsText) })];
}

function unknownLost({ document }: PrintStory): readonly Told[] {
  const blocks = unknownBlocks(document);
  if (blocks.length === 0) return [];
  return [told("newerBlocksLost", { count: blocks.length })];
}

/** How a loss names a photo: by its caption's first words, else its credit's; empty where it has neither. */
export function photoWords(photo: PhotoBlock): string {
  const words = runsText(photo.caption).trim() || runsText(photo.credit).trim();
  return words.length > 40
    ? `${words
        .slice(0, 40)
        .toWellFormed()
        .replace(/\uFFFD$/, "")}…`
    : words;
}

function picturesMissing(story: PrintStory): readonly Told[] {
  return story.document.blocks
    .filter((block) => block.kind === "photo")
    .filter((photo) => !story.pictures.has(photo.id))
    .map((photo) =>
      told(photo.asset === NO_PICTURE ? "pictureToCome" : "pictureNotExported", { photo: photoWords(photo) }),
    );
}

/** The alt texts of pictures that are not there, for formats in which only a picture can carry one. */
export function altTextsLost({ document, pictures }: PrintStory): readonly Told[] {
  return document.blocks
    .filter((block) => block.kind === "photo")
    .filter((photo) => photo.alt !== "" && !pictures.has(photo.id))
    .map((photo) => told("altTextLost", { photo: photoWords(photo), alt: photo.alt }));
}

/** Text with both marks, for formats in which it can be one or the other: superscript wins. */
export function subscriptLost(story: PrintStory): readonly Told[] {
  const places = printedRuns(story).filter(
    ({ marks }) => marks?.includes("superscript") && marks.includes("subscript"),
  ).length;
  if (places === 0) return [];
  return [told("subscriptLost", { count: places })];
}

/** What no format holds: other headlines, blocks from a newer Stet, pictures that are not there. */
export function lossesEverywhere(story: PrintStory): readonly Told[] {
  return [...alternatesLost(story), ...unknownLost(story), ...picturesMissing(story)];
}

/** Every run that prints, in order: paragraphs with their dateline, captions and credits. */
export function printedRuns(story: PrintStory): readonly Run[] {
  return printBlocks(story.document).flatMap((block) =>
    block.kind === "photo"
      ? [...block.photo.caption, ...block.photo.credit]
      : [...block.dateline, ...block.runs],
  );
}

/** One sentence for each of these marks that the story uses: the text arrives, the look does not, and `how` says what became of it. */
export function marksLost(
  story: PrintStory,
  marks: readonly Mark[] = MARKS,
  how: "markPlain" | "markAsClass" = "markPlain",
): readonly Told[] {
  const runs = printedRuns(story);
  return marks.flatMap((mark) => {
    const count = runs.filter((run) => run.marks?.includes(mark)).length;
    return count === 0 ? [] : [told(how, { mark, count })];
  });
}
