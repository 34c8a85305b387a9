import type { PrintStory, StoryWriter, WrittenStory } from "../story-format.ts";
import { element, onLines, writeXml, type XmlElement } from "../xml.ts";
import { characterStyles } from "./character-styles.ts";
import { copyParagraphs } from "./copy.ts";
import { hyperlinks, linkedPassages } from "./hyperlinks.ts";
import { icmlLosses } from "./losses.ts";
import { storyMetadata } from "./metadata.ts";
import { paragraphStyles } from "./paragraph-styles.ts";
import { storyText } from "./story-text.ts";

/** Without the first of these InDesign refuses the file; the second makes it a story and not a page item. */
const INSTRUCTIONS = [
  '<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)"?>',
  '<?aid SnippetType="InCopyInterchange"?>',
];

/** The document model of InDesign CS6, the oldest that is still in use; every later one reads it. */
const DOM_VERSION = "8.0";

function storyElement(story: PrintStory, text: readonly XmlElement[]): XmlElement {
  const attributes = {
    Self: "story",
    AppliedTOCStyle: "n",
    TrackChanges: "false",
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
  const paragraphs = copyParagraphs(story);
  const links = linkedPassages(paragraphs);
  const looks = paragraphs.flatMap(({ passages }) =>
    passages.flatMap(({ spans }) => spans.map(({ look }) => look)),
  );
  const document = element("Document", { DOMVersion: DOM_VERSION, Self: "stet" }, [
    ...onLines([
      characterStyles(looks),
      paragraphStyles(),
      storyElement(story, storyText(paragraphs, links)),
      ...hyperlinks([...links.values()]),
    ]),
  ]);
  return { bytes: writeXml(document, INSTRUCTIONS), losses: icmlLosses(story) };
}

/**
 * Writes a story as an InCopy document (ICML), which InDesign places and InCopy opens: styles by
 * name, links, and pictures anchored where they stand. The grammar is Adobe's, from the IDML
 * specification; see docs/formats.md for what the file holds and how it is checked.
 */
export const icmlWriter: StoryWriter = {
  format: "icml",
  extension: ".icml",
  title: "InCopy story (ICML)",
  write,
};
