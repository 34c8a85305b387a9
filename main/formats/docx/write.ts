import { Document, Packer, Paragraph, type ParagraphChild } from "docx";
import type { Run } from "#shared/document/index.ts";
import { altTextsLost, lossesEverywhere, printedRuns, subscriptLost } from "../losses.ts";
import { printBlocks, type PrintParagraph, type PrintPhoto } from "../print-blocks.ts";
import { PARAGRAPH_STYLES, roleOf, type ParagraphRole } from "../style-names.ts";
import type { PrintStory, StoryWriter, WrittenStory } from "../story-format.ts";
import { addLinks, linksLost, linkTable } from "./links.ts";
import { wordPicture } from "./picture.ts";
import { coreProperties, customProperties } from "./properties.ts";
import { wordDateline, wordRuns, type LinkIds } from "./runs.ts";
import { storyStyles, styleId } from "./styles.ts";
import { setZipTimes } from "./zip-times.ts";

function styled(role: ParagraphRole, children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style: styleId(PARAGRAPH_STYLES[role]), children });
}

function textParagraph(paragraph: PrintParagraph, linkIds: LinkIds): Paragraph {
  const { dateline, runs } = paragraph;
  return styled(roleOf(paragraph), [...wordDateline(dateline, linkIds), ...wordRuns(runs, linkIds)]);
}

async function photoParagraphs(
  { photo, number }: PrintPhoto,
  story: PrintStory,
  linkIds: LinkIds,
): Promise<readonly Paragraph[]> {
  const picture = story.pictures.get(photo.id);
  const line = (role: "caption" | "credit", runs: readonly Run[]): readonly Paragraph[] =>
    runs.length === 0 ? [] : [styled(role, wordRuns(runs, linkIds))];
  return [
    ...(picture ? [styled("photo", [await wordPicture(photo, picture, number)])] : []),
    ...line("caption", photo.caption),
    ...line("credit", photo.credit),
  ];
}

async function storyParagraphs(story: PrintStory, linkIds: LinkIds): Promise<readonly Paragraph[]> {
  const paragraphs = await Promise.all(
    printBlocks(story.document).map(async (block) =>
      block.kind === "photo" ? photoParagraphs(block, story, linkIds) : [textParagraph(block, linkIds)],
    ),
  );
  return paragraphs.flat();
}

async function write(story: PrintStory): Promise<WrittenStory> {
  const runs = printedRuns(story);
  const links = linkTable(runs);
  const document = new Document({
    styles: storyStyles(runs.map((run) => run.marks ?? [])),
    customProperties: customProperties(story),
    sections: [{ children: await storyParagraphs(story, (href) => links.get(href) ?? null) }],
  });
  addLinks(document, links);
  const core = { path: "docProps/core.xml", data: coreProperties(story) };
  const bytes = await Packer.toBuffer(document, undefined, [core]);
  setZipTimes(bytes, new Date(story.exportedAt));
  return {
    bytes,
    losses: [...lossesEverywhere(story), ...altTextsLost(story), ...linksLost(runs), ...subscriptLost(story)],
  };
}

/**
 * Word (ECMA-376 transitional): a manuscript with a named style for every kind of text, so that
 * InDesign, InCopy and QuarkXPress map it by name. The same story gives the same bytes. List
 * items carry no bullet of their own: the page's "List item" style brings it, and the text stays
 * what the desk wrote.
 */
export const docxWriter: StoryWriter = {
  format: "docx",
  extension: ".docx",
  title: "Word document (DOCX)",
  write,
};
