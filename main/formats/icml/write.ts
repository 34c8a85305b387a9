import type { StoryDocument } from "#shared/document/index.ts";
import { markupLosses } from "../marked-up/losses.ts";
import { markedCopy } from "../marked-up/marked-copy.ts";
import type { PrintStory, StoryWriter, WrittenStory } from "../story-format.ts";
import { element, onLines, writeXml, type XmlElement } from "../xml.ts";
import { characterStyles, type CharacterLook } from "./character-styles.ts";
import { copyParagraphs } from "./copy.ts";
import { hyperlinks, linkedPassages, type LinkedPassage } from "./hyperlinks.ts";
import { icmlLosses } from "./losses.ts";
import { icmlMarkupLosses } from "./marked-losses.ts";
import { looksIn, markedText } from "./marked-text.ts";
import { storyMetadata } from "./metadata.ts";
import { paragraphStyles } from "./paragraph-styles.ts";
import { storyText } from "./story-text.ts";
import { documentUsers, userIds, type UserIds } from "./users.ts";
import type { Told } from "#shared/language/told.ts";

/** Without the first of these InDesign refuses the file; the second makes it a story and not a page item. */
const INSTRUCTIONS = [
  '<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)"?>',
  '<?aid SnippetType="InCopyInterchange"?>',
];

/** The document model of InDesign CS6, the oldest that is still in use; every later one reads it. */
const DOM_VERSION = "8.0";

/** The text of a file with what stands round it. */
interface IcmlText {
  readonly looks: readonly CharacterLook[];
  readonly ranges: readonly XmlElement[];
  readonly links: readonly LinkedPassage[];
  readonly users: UserIds;
  readonly losses: readonly Told[];
}

function finalText(story: PrintStory): IcmlText {
  const paragraphs = copyParagraphs(story);
  const links = linkedPassages(paragraphs);
  return {
    looks: paragraphs.flatMap(({ passages }) =>
      passages.flatMap(({ spans }) => spans.map(({ look }) => look)),
    ),
    ranges: storyText(paragraphs, links),
    links: [...links.values()],
    users: new Map(),
    losses: [],
  };
}

function markedUpText(story: PrintStory, markup: StoryDocument): IcmlText {
  const paragraphs = markedCopy(markup, (photo) => story.pictures.has(photo));
  const users = userIds(paragraphs, markup);
  return {
    ...markedText(paragraphs, markup, story, users),
    looks: looksIn(paragraphs),
    users,
    losses: [...markupLosses(markup, paragraphs.length > 0), ...icmlMarkupLosses(markup)],
  };
}

function storyElement(story: PrintStory, text: readonly XmlElement[]): XmlElement {
  const attributes = {
    Self: "story",
    AppliedTOCStyle: "n",
    TrackChanges: story.markup ? "true" : "false",
    StoryTitle: story.facts.slug,
    AppliedNamedGrid: "n",
  };
  const settings = [
    element("StoryPreference", {
      OpticalMarginAlignment: "false",
      OpticalMarginSize: "12",
      FrameType: "TextFrameType",
      StoryOrientation: "Horizontal",
      StoryDirection: "LeftToRightDirection",
    }),
    element("InCopyExportOption", { IncludeGraphicProxies: "false", IncludeAllResources: "false" }),
    storyMetadata(story),
  ];
  return element("Story", attributes, onLines([...settings, ...text]));
}

function write(story: PrintStory): WrittenStory {
  const { looks, ranges, links, users, losses } = story.markup
    ? markedUpText(story, story.markup)
    : finalText(story);
  const document = element("Document", { DOMVersion: DOM_VERSION, Self: "stet" }, [
    ...onLines([
      characterStyles(looks),
      paragraphStyles(),
      ...documentUsers(users),
      storyElement(story, ranges),
      ...hyperlinks(links),
    ]),
  ]);
  return { bytes: writeXml(document, INSTRUCTIONS), losses: [...icmlLosses(story), ...losses] };
}

/**
 * Writes a story as an InCopy document (ICML), which InDesign places and InCopy opens: styles by
 * name, links, and pictures anchored where they stand. The grammar is Adobe's, from the IDML
 * specification; see docs/formats.md for what the file holds and how it is checked. With `markup`
 * the open changes are tracked as InCopy tracks them, and the notes are its notes.
 */
export const icmlWriter: StoryWriter = {
  format: "icml",
  extension: ".icml",
  title: "InCopy story (ICML)",
  carriesChanges: true,
  write,
};
