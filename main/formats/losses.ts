import { MARKS, NO_PICTURE, runsText, type Mark, type PhotoBlock, type Run } from "#shared/document/index.ts";
import { printBlocks, unknownBlocks } from "./print-blocks.ts";
import type { PrintStory } from "./story-format.ts";

const MARKED_TEXT: Readonly<Record<Mark, string>> = {
  bold: "bold text",
  italic: "italic text",
  underline: "underlined text",
  strikethrough: "struck-through text",
  superscript: "superscript text",
  subscript: "subscript text",
  smallCaps: "small capitals",
};

/** A number with its noun: `1 picture`, `3 pictures`. */
export function counted(amount: number, noun: string, plural = `${noun}s`): string {
  return `${String(amount)} ${amount === 1 ? noun : plural}`;
}

function alternatesLost({ document }: PrintStory): readonly string[] {
  const alternates = document.blocks.flatMap((block) =>
    block.kind === "headline" ? (block.alternates ?? []) : [],
  );
  if (alternates.length === 0) return [];
  const wordings = alternates.map((wording) => `“${runsText(wording)}”`).join(", ");
  return [`${counted(alternates.length, "other wording")} of the headline left out: ${wordings}.`];
}

function unknownLost({ document }: PrintStory): readonly string[] {
  const blocks = unknownBlocks(document);
  if (blocks.length === 0) return [];
  return [
    `${counted(blocks.length, "block")} left out that only a newer Stet understands; nothing is missing from the story in Stet.`,
  ];
}

/** How a loss names a photo: by its caption's first words, else its credit, else only as a picture. */
export function photoName(photo: PhotoBlock): string {
  const words = runsText(photo.caption).trim() || runsText(photo.credit).trim();
  if (words === "") return "A picture";
  const short =
    words.length > 40
      ? `${words
          .slice(0, 40)
          .toWellFormed()
          .replace(/\uFFFD$/, "")}…`
      : words;
  return `The picture “${short}”`;
}

function picturesMissing(story: PrintStory): readonly string[] {
  return story.document.blocks
    .filter((block) => block.kind === "photo")
    .filter((photo) => !story.pictures.has(photo.id))
    .map((photo) =>
      photo.asset === NO_PICTURE
        ? `${photoName(photo)} has not come in yet: only its caption and credit are there.`
        : `${photoName(photo)} was not exported: only its caption and credit are there.`,
    );
}

/** The alt texts of pictures that are not there, for formats in which only a picture can carry one. */
export function altTextsLost({ document, pictures }: PrintStory): readonly string[] {
  return document.blocks
    .filter((block) => block.kind === "photo")
    .filter((photo) => photo.alt !== "" && !pictures.has(photo.id))
    .map((photo) => `${photoName(photo)} is not there to carry its alt text: “${photo.alt}”.`);
}

/** Text with both marks, for formats in which it can be one or the other: superscript wins. */
export function subscriptLost(story: PrintStory): readonly string[] {
  const places = printedRuns(story).filter(
    ({ marks }) => marks?.includes("superscript") && marks.includes("subscript"),
  ).length;
  if (places === 0) return [];
  return [
    `Text that is both superscript and subscript is set as superscript only, in ${counted(places, "place")}.`,
  ];
}

/** What no format holds: other headlines, blocks from a newer Stet, pictures that are not there. */
export function lossesEverywhere(story: PrintStory): readonly string[] {
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
  how = "Set as plain text",
): readonly string[] {
  const runs = printedRuns(story);
  return marks.flatMap((mark) => {
    const places = runs.filter((run) => run.marks?.includes(mark)).length;
    if (places === 0) return [];
    return [`${how}: ${MARKED_TEXT[mark]} in ${counted(places, "place")}.`];
  });
}
