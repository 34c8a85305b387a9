import { runsText } from "#shared/document/index.ts";
import { lossesEverywhere, marksLost, printedRuns } from "../losses.ts";
import { paragraphsOf, printBlocks, type PrintBlock, type PrintPhoto } from "../print-blocks.ts";
import type { PrintStory, StoryWriter } from "../story-format.ts";
import type { BodyKind } from "#shared/language/english/told/exporting.ts";
import { told, type Told } from "#shared/language/told.ts";

const BETWEEN_PARAGRAPHS = "\n\n";

/** The kinds that nothing but their look tells from body text. */
const TOLD_BY_LOOK: readonly BodyKind[] = ["subhead", "listItem", "pullQuote", "factBox"];

/** `Photo 1, transit-tax-1.jpg: The caption. (The credit)` */
function captionLine({ photo, number }: PrintPhoto, story: PrintStory): string {
  const picture = story.pictures.get(photo.id);
  const file = picture ? `, ${picture.path.slice(picture.path.lastIndexOf("/") + 1)}` : "";
  const credit = photo.credit.length === 0 ? "" : `(${runsText(photo.credit)})`;
  const words = [runsText(photo.caption), credit].filter((part) => part !== "");
  return `Photo ${String(number)}${file}: ${words.join(" ")}`;
}

function photosWithWords(blocks: readonly PrintBlock[]): readonly PrintPhoto[] {
  return blocks
    .filter((block) => block.kind === "photo")
    .filter(({ photo }) => photo.caption.length > 0 || photo.credit.length > 0);
}

function plainText(story: PrintStory, blocks: readonly PrintBlock[]): string {
  const paragraphs = blocks.flatMap((block) =>
    block.kind === "photo" ? [] : [runsText([...block.dateline, ...block.runs])],
  );
  const captions = photosWithWords(blocks).map((photo) => captionLine(photo, story));
  const all = [...paragraphs, ...captions];
  return all.length === 0 ? "" : `${all.join(BETWEEN_PARAGRAPHS)}\n`;
}

function looksLost(blocks: readonly PrintBlock[]): readonly Told[] {
  const bodyKinds = TOLD_BY_LOOK.flatMap((kind) => {
    const count = paragraphsOf(blocks, kind).length;
    return count === 0 ? [] : [[kind, count] as const];
  });
  return bodyKinds.length === 0 ? [] : [told("lookLost", { bodyKinds })];
}

function linksLost(story: PrintStory): readonly Told[] {
  const places = printedRuns(story).filter((run) => run.link).length;
  return places === 0 ? [] : [told("linksLost", { count: places })];
}

function photosLost(blocks: readonly PrintBlock[]): readonly Told[] {
  const captions = photosWithWords(blocks).length;
  const alts = blocks.filter((block) => block.kind === "photo" && block.photo.alt !== "").length;
  return [
    ...(captions === 0 ? [] : [told("captionsMoved", { count: captions })]),
    ...(alts === 0 ? [] : [told("altTextsLost", { count: alts })]),
  ];
}

function embargoLost({ facts }: PrintStory): readonly Told[] {
  return facts.embargo === null ? [] : [told("embargoLost", { embargo: facts.embargo })];
}

/**
 * Plain text, UTF-8 without a byte order mark, LF line ends: paragraphs in the order of print with
 * one blank line between, so that it flows into a column as it is. Captions with their credits
 * stand after the text, one paragraph each, named by number and file: among the body copy,
 * somebody would have to cut them out again. A forced line break is a single line end.
 */
export const plainTextWriter: StoryWriter = {
  format: "text",
  extension: ".txt",
  title: "Plain text",
  carriesChanges: false,
  write: (story) => {
    const blocks = printBlocks(story.document);
    return {
      bytes: new TextEncoder().encode(plainText(story, blocks)),
      losses: [
        ...lossesEverywhere(story),
        ...looksLost(blocks),
        ...marksLost(story),
        ...linksLost(story),
        ...photosLost(blocks),
        ...embargoLost(story),
      ],
    };
  },
};
