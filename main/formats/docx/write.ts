import { Document, Packer, Paragraph, type FileChild, type ICommentOptions, type ParagraphChild } from "docx";
import type { Mark, Run, StoryDocument } from "#shared/document/index.ts";
import { altTextsLost, lossesEverywhere, printedRuns, subscriptLost } from "../losses.ts";
import { markupLosses } from "../marked-up/losses.ts";
import { markedCopy, type MarkedParagraph } from "../marked-up/marked-copy.ts";
import { notePlaces } from "../marked-up/note-places.ts";
import { printBlocks, type PrintParagraph, type PrintPhoto } from "../print-blocks.ts";
import { PARAGRAPH_STYLES, roleOf, type ParagraphRole } from "../style-names.ts";
import type { PrintStory, StoryWriter, WrittenStory } from "../story-format.ts";
import { commentThreads } from "./comments.ts";
import { addLinks, linksLost, linkTable } from "./links.ts";
import { markedParagraphs } from "./marked-paragraphs.ts";
import { wordPicture } from "./picture.ts";
import { coreProperties, customProperties } from "./properties.ts";
import { moveNames, revisionNumbers } from "./revisions.ts";
import { wordDateline, wordRuns, type LinkIds } from "./runs.ts";
import { storyStyles, styleId } from "./styles.ts";
import { setZipTimes } from "./zip-times.ts";
import type { Told } from "#shared/language/told.ts";

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

/** What a file is made of: its paragraphs and, in the variant that shows them, the notes as comments. */
interface WordText {
  readonly children: readonly FileChild[];
  readonly comments: readonly ICommentOptions[];
}

/** What a file's text is read for before it is written: its links and its mixtures of marks. */
interface WordCopy {
  readonly linked: readonly Pick<Run, "link">[];
  readonly looks: readonly (readonly Mark[])[];
  readonly losses: readonly Told[];
  readonly text: (linkIds: LinkIds) => Promise<WordText>;
}

function finalCopy(story: PrintStory): WordCopy {
  const runs = printedRuns(story);
  return {
    linked: runs,
    looks: runs.map((run) => run.marks ?? []),
    losses: [],
    text: async (linkIds) => ({ children: await storyParagraphs(story, linkIds), comments: [] }),
  };
}

function looksOf({ runs }: MarkedParagraph): readonly (readonly Mark[])[] {
  return runs.flatMap(({ final, original }) => [final?.marks ?? [], original?.marks ?? []]);
}

function markedUpCopy(story: PrintStory, markup: StoryDocument): WordCopy {
  const paragraphs = markedCopy(markup, (photo) => story.pictures.has(photo));
  const threads = commentThreads(notePlaces(markup, paragraphs));
  const comments = threads.flatMap((thread) => thread.comments);
  return {
    linked: paragraphs.flatMap(({ runs }) => runs),
    looks: paragraphs.flatMap(looksOf),
    losses: markupLosses(markup, paragraphs.length > 0),
    text: async (linkIds) => ({
      children: await markedParagraphs(paragraphs, threads, {
        story,
        linkIds,
        number: revisionNumbers(comments.length),
        moveName: moveNames(),
      }),
      comments,
    }),
  };
}

async function write(story: PrintStory): Promise<WrittenStory> {
  const copy = story.markup ? markedUpCopy(story, story.markup) : finalCopy(story);
  const links = linkTable(copy.linked);
  const { children, comments } = await copy.text((href) => links.get(href) ?? null);
  const document = new Document({
    styles: storyStyles(copy.looks),
    customProperties: customProperties(story),
    ...(story.markup ? { features: { trackRevisions: true } } : {}),
    ...(comments.length > 0 ? { comments: { children: comments } } : {}),
    sections: [{ children }],
  });
  addLinks(document, links);
  const core = { path: "docProps/core.xml", data: coreProperties(story) };
  const bytes = await Packer.toBuffer(document, undefined, [core]);
  setZipTimes(bytes, new Date(story.exportedAt));
  return {
    bytes,
    losses: [
      ...lossesEverywhere(story),
      ...altTextsLost(story),
      ...linksLost(copy.linked),
      ...subscriptLost(story),
      ...copy.losses,
    ],
  };
}

/**
 * Word (ECMA-376 transitional): a manuscript with a named style for every kind of text, so that
 * InDesign, InCopy and QuarkXPress map it by name. The same story gives the same bytes. List
 * items carry no bullet of their own: the page's "List item" style brings it, and the text stays
 * what the desk wrote. With `markup` the open changes are Word's own tracked changes and the notes
 * its comments; accepting all gives the final text, rejecting all the original one.
 */
export const docxWriter: StoryWriter = {
  format: "docx",
  extension: ".docx",
  title: "Word document (DOCX)",
  carriesChanges: true,
  write,
};
